"""From one name to the source that has a longer, shorter or other form of it: :data:`NAME_LINKS` at the foot.

Each function answers with all sources that the name can mean; the first that finds any decides.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat
from typing import TYPE_CHECKING

from qattr.lexicon.vocabulary import COMPANY, PART_OF_NAME
from qattr.text.acronyms import made_of

if TYPE_CHECKING:
    from qattr.entities.table import People

Key = tuple[str, ...]
"""The comparable words of a name: lower case, without dots and titles."""


def nickname(people: People, key: Key) -> list[int]:
    """Rahma Wulandari, akrab disapa Amah … kata Amah

    What the article says a source is called."""
    return people.nicknames.get(key, [])


def short_name(people: People, key: Key) -> list[int]:
    """Rahma Wulandari … kata Rahma

    A part of a longer name, in its order; a name that two people share goes to the one who has the floor."""
    lists = []
    for word in key:
        named = people.by_word.get(word)
        if named is None:
            return []
        lists.append(named)
    if not lists:
        return []
    common = _in_all(lists)
    if not common:
        return []
    sources, lex = people.sources, people.article.lexicon
    if " ".join(key) in lex.places and not (len(key) == 1 and key[0] in lex.given):
        common = [at for at in common if sources[at].key[0] in ("pemerintah", "timnas", "presiden")]
    found = [
        at for at in common if any(map(inside, repeat(key), sources[at].forms)) and not _other_body(people, key, at)
    ]
    found.sort()
    return found


def titled_name(people: People, key: Key) -> list[int]:
    """KH Yahya Hasan Basuki … kata Gus Yahya

    A form of address that is kept where one word follows, before a part of somebody's longer name."""
    if len(key) != 2 or key[0] not in PART_OF_NAME:
        return []
    found = [at for at in short_name(people, key[1:]) if people.sources[at].kind == "person"]
    return [at for at in found if len(people.sources[at].key) > 1]


def _other_body(people: People, key: Key, at: int) -> bool:
    """Whether a body of its own is part of the longer name: *Polsek Melur* is not *Unit Reskrim Polsek Melur*."""
    source, bodies = people.sources[at], people.article.lexicon.bodies
    return (
        source.kind == "organization"
        and key[0] != source.key[0]
        and key[0] in bodies
        and source.key[0] in bodies
        and source.key[0] not in COMPANY
    )


def _in_all(found: list[dict[int, None]]) -> list[int]:
    """The sources that are in each of these; the walk is as long as the shortest."""
    if len(found) == 1:
        return list(found[0])
    shortest = min(found, key=len)
    return [at for at in shortest if all(at in other for other in found)]


def inside(short: Key, long: Key) -> bool:
    """Whether some of a name's words, in their order, are the shorter name."""
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        return short[0] in long
    words = iter(long)
    return all(word in words for word in short)


def written_apart(people: People, key: Key) -> list[int]:
    """M Zein Alhadad … kata Al Hadad

    The same letters with the blank elsewhere."""
    if len(key) == 2:
        return [at for at in people.by_word.get("".join(key), ()) if people.sources[at].kind == "person"]
    if len(key) != 1:
        return []
    return [at for at in people.short_forms().joined.get(key[0], ()) if people.sources[at].kind == "person"]


def acronym(people: People, key: Key) -> list[int]:
    """Badan Pusat Statistik … BPS mencatat

    An abbreviation of a body that the article or the lexicon spells out."""
    if not key or not people.bodies:
        return []
    long = people.spelled(key)
    lists = [people.by_spelled.get(word) for word in long]
    common = _in_all([found for found in lists if found]) if all(lists) else []
    found = set()
    for at in common:
        other = people.spelled(people.sources[at].key)
        if (long != key or other != people.sources[at].key) and (
            other == long or (inside(long, other) and not _other_body(people, key, at))
        ):
            found.add(at)
    if len(key) == 1:
        found.update(people.short_forms().letters.get(key[0], ()))
    return sorted(at for at in found if people.sources[at].kind == "organization")


def variant_name(people: People, key: Key) -> list[int]:
    """Thomas Surya Lembayung … Tom Lembayung

    The same last name and a first name that begins alike."""
    if len(key) < 2 or not (key[0] in people.by_word or key[-1] in people.by_word):
        return []
    sources = people.sources
    short_forms = people.short_forms()
    alike: set[int] = set()
    for n, word in enumerate(key):
        if not all(other in people.by_word for other in key[:n] + key[n + 1 :]):
            continue  # no name that is known has the other words
        for near in short_forms.spellings.near(word):
            other = (*key[:n], near, *key[n + 1 :])
            alike.update(at for at in people.by_form.get(other, ()) if sources[at].key == other)
    if alike:
        return sorted(alike)
    begins = key[0][: 1 if len(key[0]) <= 3 else 3]
    return [at for at in short_forms.ends.get((begins, key[-1]), ()) if sources[at].kind == "person"]


_MOST_ALIKE = 60
"""Among more names that begin with the same two letters no cut form is looked for: none would be near alone."""


def near_spelling(people: People, key: Key) -> list[int]:
    """Prasetyo Hadi … kata Pras; Sjafrie … kata Sjafire

    A misspelt or cut form, when one candidate alone is that near."""
    if len(key) != 1 or len(key[0]) < 2:
        return []
    word, sources = key[0], people.sources
    short_forms = people.short_forms()
    initials = [at for at in short_forms.initials.get(word, ()) if sources[at].kind == "person"]
    if len(initials) == 1:
        return initials
    if len(word) < 4:
        return []
    begun = short_forms.beginning.get(word[:2], [])
    blended = [
        at
        for at in (begun if len(begun) <= _MOST_ALIKE else ())
        if sources[at].kind == "person"
        and len(word) < len("".join(sources[at].key[:2]))
        and made_of(word, list(sources[at].key))
    ]
    if len(blended) == 1:
        return blended
    found: set[int] = set()
    for apart, others in ((True, short_forms.spellings.near(word)), (False, short_forms.spellings.longer(word))):
        for other in others:
            for at in people.by_word[other]:
                if sources[at].kind == "person" and (apart or len(sources[at].key) > 1 or len(word) > 4):
                    found.add(at)
                    if len(found) > 1:
                        return []
    return sorted(found)


NameLink = Callable[["People", Key], list[int]]

# Strongest first.
NAME_LINKS: list[NameLink] = [nickname, short_name, titled_name, written_apart, acronym, variant_name, near_spelling]

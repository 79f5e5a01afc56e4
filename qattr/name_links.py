"""From one name to the source that has a longer, shorter or other form of it: :data:`NAME_LINKS` at the foot.

Each function answers with all sources that the name can mean; the first that finds any decides.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from qattr.lexer import made_of
from qattr.vocabulary import COMPANY

if TYPE_CHECKING:
    from qattr.people import People

Key = tuple[str, ...]
"""The comparable words of a name: lower case, without dots and titles."""


def nickname(people: People, key: Key) -> list[int]:
    """Rahma Wulandari, akrab disapa Amah … kata Amah

    What the article says a source is called."""
    return people.nicknames.get(key, [])


def short_name(people: People, key: Key) -> list[int]:
    """Rahma Wulandari … kata Rahma

    A part of a longer name, in its order; a name that two people share goes to the one who has the floor."""
    lists = [people.by_word.get(word) for word in key]
    if not lists or any(not found for found in lists):
        return []
    common = set(lists[0] or ())
    for found in lists[1:]:
        common &= set(found or ())
    if " ".join(key) in people.article.lexicon.places and not (
        len(key) == 1 and key[0] in people.article.lexicon.given
    ):
        common = {at for at in common if people.sources[at].key[0] in ("pemerintah", "timnas", "presiden")}
    return sorted(
        at
        for at in common
        if any(inside(key, form) for form in people.sources[at].forms) and not _other_body(people, key, at)
    )


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


def inside(short: Key, long: Key) -> bool:
    words = iter(long)
    return len(short) < len(long) and all(word in words for word in short)


def written_apart(people: People, key: Key) -> list[int]:
    """M Zein Alhadad … kata Al Hadad

    The same letters with the blank elsewhere."""
    if len(key) == 2:
        return [at for at in people.by_word.get("".join(key), ()) if people.sources[at].kind == "person"]
    if len(key) != 1:
        return []
    word = key[0]
    return [
        at
        for n in range(2, len(word) - 2)
        for at in people.by_word.get(word[:n], ())
        if people.sources[at].kind == "person" and any(a + b == word for a, b in pairwise(people.sources[at].key))
    ]


def acronym(people: People, key: Key) -> list[int]:
    """Badan Pusat Statistik … BPS mencatat

    An abbreviation of a body that the article or the lexicon spells out."""
    expansions = people.article.lexicon.acronyms
    spelled: list[str] = []
    for word in key:
        spelled.extend(expansions[word].lower().split() if word in expansions else [word])
    long = tuple(spelled)
    found = []
    for at, source in enumerate(people.sources):
        if source.kind != "organization":
            continue
        other: list[str] = []
        for word in source.key:
            other.extend(expansions[word].lower().split() if word in expansions else [word])
        if long != key or tuple(other) != source.key:
            full = tuple(other)
            if full == long or (inside(long, full) and not _other_body(people, key, at)):
                found.append(at)
                continue
        if (
            len(key) == 1
            and len(source.key) > 1
            and key[0] == "".join(w[0] for w in source.key if w not in ("dan", "di", "untuk"))
        ):
            found.append(at)
    return found


def variant_name(people: People, key: Key) -> list[int]:
    """Thomas Surya Lembayung … Tom Lembayung

    The same last name and a first name that begins alike."""
    if len(key) < 2:
        return []
    sources = people.sources
    alike = [
        at
        for at in people.by_word.get(key[0], []) + people.by_word.get(key[-1], [])
        if len(sources[at].key) == len(key)
        and sum(a != b for a, b in zip(key, sources[at].key, strict=True)) == 1
        and all(a == b or one_apart(a, b) for a, b in zip(key, sources[at].key, strict=True))
    ]
    if alike:
        return sorted(set(alike))
    return [
        at
        for at in people.by_word.get(key[-1], ())
        if len(sources[at].key) > 1
        and sources[at].key[-1] == key[-1]
        and sources[at].key[0][0] == key[0][0]
        and sources[at].kind == "person"
        and (sources[at].key[0][:3] == key[0][:3] or len(key[0]) <= 3)
    ]


def near_spelling(people: People, key: Key) -> list[int]:
    """Prasetyo Hadi … kata Pras; Sjafrie … kata Sjafire

    A misspelt or cut form, when one candidate alone is that near."""
    if len(key) != 1 or len(key[0]) < 2:
        return []
    word = key[0]
    initials = [
        at
        for at, source in enumerate(people.sources)
        if source.kind == "person" and len(source.key) > 1 and word == "".join(part[0] for part in source.key)
    ]
    if len(initials) == 1:
        return initials
    if len(word) < 4:
        return []
    blended = [
        at
        for at, source in enumerate(people.sources)
        if source.kind == "person"
        and len(source.key) > 1
        and word[:2] == source.key[0][:2]
        and made_of(word, list(source.key))
        and len(word) < len("".join(source.key[:2]))
    ]
    if len(blended) == 1:
        return blended
    found: set[int] = set()
    for other, ats in people.by_word.items():
        apart = one_apart(word, other)
        if apart or (len(other) > len(word) and other.startswith(word)):
            found.update(
                at
                for at in ats
                if people.sources[at].kind == "person" and (apart or len(people.sources[at].key) > 1 or len(word) > 4)
            )
    return sorted(found) if len(found) == 1 else []


def one_apart(a: str, b: str) -> bool:
    """Whether two words of five letters or more differ by one letter, or by two neighbours changed round."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a == b or a[0] != b[0]:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[i + 1 :] == short[i:]


NameLink = Callable[["People", Key], list[int]]

NAME_LINKS: list[NameLink] = [nickname, short_name, written_apart, acronym, variant_name, near_spelling]

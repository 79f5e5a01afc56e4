"""From one name to the entity that has a longer, shorter or other form of it: :data:`NAME_LINKS` at the foot.

Each function answers with all entities that the name can mean; the first that finds any decides.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat

from qattr.entities.names import NameKey
from qattr.entities.table import EntityTable
from qattr.lexicon.tags import tagged
from qattr.text.acronyms import made_of

_COMPANY = tagged("means", "this_company")
"""*manajemen Persada* is Persada."""
_HONORIFIC_IN_NAME = tagged("in_name", "honorific")
"""*Gus Yahya*: kept where one word follows."""
_CALLED_BY_PLACE = tagged("called_by", "place")
"""*Pemerintah Sarmania* … *kata Sarmania*: who can be called by the place alone."""


def nickname(table: EntityTable, key: NameKey) -> list[int]:
    """Rahma Wulandari, akrab disapa Amah, membuka pasar. "Kiosnya bersih," kata Amah.

    What the article says an entity is called."""
    return table.nicknames.get(key, [])


def short_name(table: EntityTable, key: NameKey) -> list[int]:
    """Rahma Wulandari membuka pasar. "Kiosnya bersih," kata Rahma.

    A part of a longer name, in its order; a name that two people share goes to the one who has the floor."""
    lists = []
    for word in key:
        named = table.by_word.get(word)
        if named is None:
            return []
        lists.append(named)
    if not lists:
        return []
    common = _in_all(lists)
    if not common:
        return []
    entities, lex = table.entities, table.article.lexicon
    if " ".join(key) in lex.places and not (len(key) == 1 and key[0] in lex.given):
        common = [at for at in common if entities[at].key[0] in _CALLED_BY_PLACE]
    found = [
        at
        for at in common
        if any(map(inside, repeat(key), entities[at].links)) and not _other_organization(table, key, at)
    ]
    found.sort()
    return found


def titled_name(table: EntityTable, key: NameKey) -> list[int]:
    """Ketua Santri KH Yahya Hasan Basuki membuka pasar. "Kiosnya bersih," kata Gus Yahya.

    A form of address that is kept where one word follows, before a part of somebody's longer name."""
    if len(key) != 2 or key[0] not in _HONORIFIC_IN_NAME:
        return []
    found = [at for at in short_name(table, key[1:]) if table.entities[at].kind == "person"]
    return [at for at in found if len(table.entities[at].key) > 1]


def _other_organization(table: EntityTable, key: NameKey, at: int) -> bool:
    """Whether an organization of its own is part of the longer name: *Polsek Melur* is not *Unit Reskrim Polsek
    Melur*."""
    entity, organizations = table.entities[at], table.article.lexicon.organizations
    return (
        entity.kind == "organization"
        and key[0] != entity.key[0]
        and key[0] in organizations
        and entity.key[0] in organizations
        and entity.key[0] not in _COMPANY
    )


def _in_all(found: list[dict[int, None]]) -> list[int]:
    """The entities that are in each of these; the walk is as long as the shortest."""
    if len(found) == 1:
        return list(found[0])
    shortest = min(found, key=len)
    return [at for at in shortest if all(at in other for other in found)]


def inside(short: NameKey, long: NameKey) -> bool:
    """Whether some of a name's words, in their order, are the shorter name."""
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        return short[0] in long
    words = iter(long)
    return all(word in words for word in short)


def written_apart(table: EntityTable, key: NameKey) -> list[int]:
    """Pelatih M Zein Alhadad mengaku puas. "Kami gembira," ungkap Al Hadad.

    The same letters with the blank elsewhere."""
    if len(key) == 2:
        return [at for at in table.by_word.get("".join(key), ()) if table.entities[at].kind == "person"]
    if len(key) != 1:
        return []
    return [at for at in table.short_forms().joined.get(key[0], ()) if table.entities[at].kind == "person"]


def acronym(table: EntityTable, key: NameKey) -> list[int]:
    """Badan Pusat Statistik menghitung harga. BPS mencatat harga beras turun.

    An abbreviation of an organization that the article or the lexicon spells out."""
    if not key or not table.organizations:
        return []
    long = table.spelled(key)
    lists = [table.by_spelled.get(word) for word in long]
    common = _in_all([found for found in lists if found]) if all(lists) else []
    found = set()
    for at in common:
        other = table.spelled(table.entities[at].key)
        if (long != key or other != table.entities[at].key) and (
            other == long or (inside(long, other) and not _other_organization(table, key, at))
        ):
            found.add(at)
    if len(key) == 1:
        found.update(table.short_forms().letters.get(key[0], ()))
    return sorted(at for at in found if table.entities[at].kind == "organization")


def variant_name(table: EntityTable, key: NameKey) -> list[int]:
    """Pelatih Thomas Surya Lembayung hadir. "Saya menonton," kata Tom Lembayung.

    The same last name and a first name that begins alike, or one word of the name misspelt."""
    if len(key) < 2 or not (key[0] in table.by_word or key[-1] in table.by_word):
        return []
    misspelt = {at for n in range(len(key)) for at in _misspelt(table, key, n)}
    if misspelt:
        return sorted(misspelt)
    begins = key[0][: 1 if len(key[0]) <= 3 else 3]
    return [at for at in table.short_forms().ends.get((begins, key[-1]), ()) if table.entities[at].kind == "person"]


def _misspelt(table: EntityTable, key: NameKey, n: int) -> list[int]:
    """*Wahyudin Hadi* … *Wahyudni Hadi*: the entities with this name but for the letters of its word ``n``."""
    before, after = key[:n], key[n + 1 :]
    if not all(word in table.by_word for word in before + after):
        return []  # no name that is known has the other words
    found = []
    for near in table.short_forms().spellings.near(key[n]):
        other = (*before, near, *after)
        found += [at for at in table.by_form.get(other, ()) if table.entities[at].key == other]
    return found


_SHORTEST = 4
"""Letters of a word that can be cut or misspelt, at least."""
_MOST_ALIKE = 60
"""Among more names that begin with the same two letters no cut form is looked for: none would be near alone."""


def near_spelling(table: EntityTable, key: NameKey) -> list[int]:
    """Sutradara Jonathan Prawira datang terlambat. "Macet," kata Jonatan.

    A misspelt or cut form, when one candidate alone is that near."""
    if len(key) != 1 or len(key[0]) < 2:
        return []
    word = key[0]
    for question in (_initials, _blended):
        found = question(table, word)
        if len(found) == 1:
            return found
    return _one_letter_apart(table, word)


def _initials(table: EntityTable, word: str) -> list[int]:
    """*Lukas Harun Yahya* … *LHY*: those whose names begin with these letters."""
    return [at for at in table.short_forms().initials.get(word, ()) if table.entities[at].kind == "person"]


def _blended(table: EntityTable, word: str) -> list[int]:
    """*Rahma Wulandari* … *Rahwul*: those of whose names a word is made."""
    begun = table.short_forms().beginning.get(word[:2], ()) if len(word) >= _SHORTEST else ()
    if len(begun) > _MOST_ALIKE:
        return []
    entities = table.entities
    return [
        at
        for at in begun
        if entities[at].kind == "person"
        and len(word) < len("".join(entities[at].key[:2]))
        and made_of(word, list(entities[at].key))
    ]


def _one_letter_apart(table: EntityTable, word: str) -> list[int]:
    """*Wahyudin* … *Wahyudni*, *Harjanto Hadi* … *Harja*: the one with such a word in the name; none of several."""
    if len(word) < _SHORTEST:
        return []
    spellings, entities = table.short_forms().spellings, table.entities
    near = ((at, True) for other in spellings.near(word) for at in table.by_word[other])
    cut = ((at, False) for other in spellings.longer(word) for at in table.by_word[other])
    found: set[int] = set()
    for at, misspelt in chain(near, cut):
        if entities[at].kind == "person" and (misspelt or len(entities[at].key) > 1 or len(word) > _SHORTEST):
            found.add(at)
            if len(found) > 1:
                return []
    return list(found)


NameLink = Callable[[EntityTable, NameKey], list[int]]

# Strongest first.
NAME_LINKS: list[NameLink] = [nickname, short_name, titled_name, written_apart, acronym, variant_name, near_spelling]

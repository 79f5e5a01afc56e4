"""A link from what the press calls an office or a body (*bendahara negara*, *Korps Bhayangkara*) to who that is."""

from __future__ import annotations

from qattr.entities.discourse import Discourse, looks_at
from qattr.entities.epithets import meant_by
from qattr.entities.links_by_words import WORDS
from qattr.entities.matching import find
from qattr.rules.attribution import Turn


@looks_at(*WORDS)
def epithet(discourse: Discourse, turn: Turn) -> int | None:
    """Menteri Keuangan Rahma Wulandari hadir. Bendahara negara memperkirakan ekonomi tumbuh.

    An office or a body by what the press calls it, where the article also names it."""
    if turn.mention is None:
        return None
    for name in meant_by(discourse.article, turn.mention):
        at = _office_holder(discourse, name)
        if at is None:
            found = [at for at in find(discourse.table, name) if discourse.entity(at).kind == "organization"]
            at = found[0] if len(found) == 1 else None
        if at is not None:
            return at
    return None


def _office_holder(discourse: Discourse, role: tuple[str, ...]) -> int | None:
    """Who holds an office: the one who spoke last, or the only one."""
    group = discourse.groups.having(list(role))
    spoke = group.spoke_last()
    if spoke:
        return min(spoke)
    return next(iter(group.members)) if len(group.members) == 1 else None

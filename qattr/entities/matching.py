"""From a named mention to its entity: the first of :data:`qattr.entities.name_links.NAME_LINKS` that knows some."""

from __future__ import annotations

from qattr.entities.name_links import NAME_LINKS, short_name
from qattr.entities.names import NameKey, shown_name
from qattr.entities.table import EntityTable
from qattr.mentions import Mention, Range
from qattr.model import Kind


def find(table: EntityTable, key: NameKey) -> list[int]:
    """*Rahma* -> the entity of *Rahma Wulandari*; more than one where the name is shared, none where it is new."""
    exact = table.by_form.get(key)
    if exact:
        return exact
    shared = table.shared.get(key)
    if shared is not None and key not in table.nicknames:
        return shared
    if not table.entities:
        return []
    for link in NAME_LINKS:
        found = link(table, key)
        if found:
            if len(found) == 1:
                table.call(found[0], key, link.__name__)
            elif link is short_name:
                table.shared.keep(key, found)
            return found
    return []


def add(table: EntityTable, mention: Mention) -> int | None:
    """The entity of a named mention, a new one where nobody is called so; ``None`` where several are."""
    name = mention.name
    assert name is not None
    key = table.keys[name]
    if not key:
        return None
    found = _known(table, mention, name, key)
    if found is None or len(found) > 1:
        return None
    shown = shown_name(table.article, name)
    at = found[0] if found else table.new(key, shown, _kind(table, mention, key))
    table.note(at, mention, shown)
    return at


def _known(table: EntityTable, mention: Mention, name: Range, key: NameKey) -> list[int] | None:
    """Who is called so already; ``None`` for a shared name, which further entities make nobody's own."""
    exact = table.by_form.get(key)
    if exact is not None:
        return exact
    if mention.type == "organization" and "tbk" in table.article.lows[name[0] : name[1]]:
        return []  # PT Persada Tbk is no short form of its daughter PT Persada Air
    if key in table.shared and key not in table.nicknames:
        return None
    return find(table, key)


def _kind(table: EntityTable, mention: Mention, key: NameKey) -> Kind:
    """*Lembayung Motor* is an organization where the article has *PT Lembayung Motor Indonesia*."""
    if mention.type == "organization":
        return "organization"
    person = mention.roles or mention.rank or not table.companies.begun_by(key)
    return "person" if person else "organization"

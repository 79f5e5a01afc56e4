"""Every turn to its entity, in text order, and what of an entity is shown."""

from __future__ import annotations

from qattr.entities.entity import Entity
from qattr.entities.links import NO_WORDS, Link, links_for
from qattr.entities.roles import same_role
from qattr.entities.table import EntityTable
from qattr.mentions.read import Mention
from qattr.mentions.word_questions import Range
from qattr.rules.attribution import Turn

Answer = tuple[int | None, str, tuple[int, ...]]
"""Who it is, the link that said so, and who speaks with them: the entities by their indexes."""
UNKNOWN: Answer = (None, "", ())


def resolve(table: EntityTable, turns: list[Turn]) -> list[Answer]:
    """Take every turn to its entity, in text order."""
    answers: list[Answer] = []
    table.turns = turns
    table.turn_starts = [turn.at for turn in turns]
    links: dict[str, list[Link]] = {}
    for turn in turns:
        mention = turn.mention
        form = NO_WORDS if mention is None else mention.type
        asked = links.get(form)
        if asked is None:
            asked = links[form] = links_for(form)
        for link in asked:
            at = link(table, turn)
            if at is not None:
                answers.append(_answer(table, mention, at, link.__name__))
                table.give_floor(at, turn.at, turn.aloud and turn.speaks)
                break
        else:
            answers.append(UNKNOWN)
    return answers


def _answer(table: EntityTable, mention: Mention | None, at: int, link: str) -> Answer:
    """The entity with the name of the link that led to it, and those who speak with it (*kata Rahma dan Hasan*)."""
    if mention is None:
        return at, link, ()
    entity = table.entities[at]
    if mention.name is not None:
        link = entity.forms.get(table.keys[mention.name], link)
    elif link in ("role_name", "described") and mention.type in ("role", "description"):
        for span in mention.roles:
            table.hold(at, span, beside=False)
        for span in mention.organizations:
            entity.organizations[span] = None
    if not mention.also:
        return at, link, ()
    named = (table.find(table.keys[m.name]) for m in mention.also if m.name is not None)
    return at, link, tuple(found[0] for found in named if len(found) == 1 and found[0] != at)


def best_role(table: EntityTable, entity: Entity) -> Range | None:
    """The fullest role: the first at the name, or a later, longer form of the same."""
    if not entity.roles or entity.kind == "organization":
        return None
    if len(entity.roles) == 1:
        return next(iter(entity.roles))
    spans = sorted(entity.roles, key=lambda span: (not entity.roles[span], span[0]))
    best = spans[0]
    words = table.role_words[best]
    for span in spans[1:]:
        other = table.role_words[span]
        if len(other) > len(words) and same_role(words, other):
            best, words = span, other
    return best

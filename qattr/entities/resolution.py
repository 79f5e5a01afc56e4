"""Every turn to its entity, in text order, and what of an entity is shown."""

from __future__ import annotations

from typing import NamedTuple

from qattr.entities.discourse import NO_WORDS, Discourse, Link, Together
from qattr.entities.entity import Entity
from qattr.entities.gathering import gather
from qattr.entities.introductions import Introductions
from qattr.entities.links import links_for
from qattr.entities.links_by_words import described, role_name
from qattr.entities.naming import Setting, name_of
from qattr.entities.roles import same_role
from qattr.entities.roles_elsewhere import find_roles
from qattr.entities.table import EntityTable
from qattr.mentions import Mention, MentionType, Range
from qattr.rules.attribution import Turn
from qattr.text.article import Article


class Answer(NamedTuple):
    """Whose turn it is; entities are named by their index in the table."""

    entity: int | None
    """Who it is; ``None`` where it cannot be told."""
    link: str = ""
    """The name of the link that said so."""
    others: tuple[int, ...] = ()
    """Who speaks with them: *kata Rahma dan Hasan*."""


_BY_ROLE = frozenset((role_name.__name__, described.__name__))
_GIVES_ROLE: tuple[MentionType, ...] = ("role", "description")
UNKNOWN = Answer(None)


def resolve_turns(
    article: Article,
    sentences: list[int],
    turns: list[Turn],
    closed: list[Range],
    declined: list[tuple[str, ...]] | None = None,
) -> tuple[EntityTable, list[Answer]]:
    """Everybody who is named in an article, and who it is at each turn, with the name to be shown.

    ``sentences`` are the words that open one, ``turns`` stand in text order, ``closed`` are the words of quotations
    and noise.  ``declined`` gets for each turn that speaks the links that were asked in vain."""
    table = EntityTable(article)
    introductions = Introductions(article, sentences, closed)
    turns = gather(table, turns, introductions)
    answers = resolve(Discourse(table, sentences, turns), turns, declined)
    find_roles(
        table, introductions, sorted({at for first, _, others in answers for at in (first, *others) if at is not None})
    )
    setting = Setting(introductions, turns)
    for at in {at for first, _, others in answers for at in (first, *others) if at is not None}:
        entity = table.entities[at]
        entity.name = name_of(entity, setting)
    return table, answers


def resolve(discourse: Discourse, turns: list[Turn], declined: list[tuple[str, ...]] | None = None) -> list[Answer]:
    """Take every turn to its entity, in text order; ``declined`` as for :func:`resolve_turns`."""
    answers: list[Answer] = []
    links: dict[str, list[Link]] = {}
    for turn in turns:
        form = NO_WORDS if turn.mention is None else turn.mention.type
        asked = links.get(form)
        if asked is None:
            asked = links[form] = links_for(form)
        for link in asked:
            found = link(discourse, turn)
            if found is not None:
                answer = _answer(discourse, turn.mention, found, link.__name__)
                answers.append(answer)
                assert answer.entity is not None
                discourse.give_floor(answer.entity, turn, answer.others)
                break
        else:
            answers.append(UNKNOWN)
        if declined is not None and turn.speaks:
            declined.append(_in_vain(asked, link, answers[-1]))
    return answers


def _in_vain(asked: list[Link], last: Link, answer: Answer) -> tuple[str, ...]:
    """The names of the links that were asked up to the one that answered (``last``, if any did)."""
    names = [link.__name__ for link in asked]
    return tuple(names if answer is UNKNOWN else names[: asked.index(last)])


def _answer(discourse: Discourse, mention: Mention | None, found: int | Together, link: str) -> Answer:
    """The entity with the name of the link that led to it, and those who speak with it (*kata Rahma dan Hasan*)."""
    if isinstance(found, Together):
        return Answer(found.first, link, found.others)
    at = found
    if mention is None:
        return Answer(at, link)
    entity = discourse.entity(at)
    if mention.name is not None:
        link = entity.links.get(discourse.table.keys[mention.name], link)
    elif link in _BY_ROLE and mention.type in _GIVES_ROLE:
        for role in mention.roles:
            discourse.table.roles.hold(at, role, beside=False)
        for organization in mention.organizations:
            entity.organizations[organization] = None
    if not mention.also:
        return Answer(at, link)
    named = (discourse.named(other) for other in mention.also if other.name is not None)
    return Answer(at, link, tuple(one[0] for one in named if len(one) == 1 and one[0] != at))


def best_role(table: EntityTable, entity: Entity) -> Range | None:
    """The fullest role: the first at the name, or a later, longer form of the same; *istrinya* where no other is."""
    if not entity.roles or entity.kind == "organization":
        return None
    if len(entity.roles) == 1:
        return next(iter(entity.roles))
    lows = table.article.lows
    spans = sorted(entity.roles, key=lambda span: (lows[span[1] - 1].endswith("nya"), not entity.roles[span], span[0]))
    best = spans[0]
    words = table.roles.words[best]
    for span in spans[1:]:
        other = table.roles.words[span]
        if len(other) > len(words) and same_role(words, other):
            best, words = span, other
    return best

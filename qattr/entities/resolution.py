"""Every pointer to its source, in text order, and what of a source is shown."""

from __future__ import annotations

from qattr.entities.entity import Pointer, Source
from qattr.entities.links import NO_WORDS, Link, links_for
from qattr.entities.roles import same_post
from qattr.entities.table import People
from qattr.mentions.read import Mention
from qattr.mentions.word_questions import Range

Answer = tuple[int | None, str, tuple[int, ...]]
"""Who it is, the link that said so, and who speaks with them: the sources by their indexes."""
UNKNOWN: Answer = (None, "", ())


def resolve(people: People, pointers: list[Pointer]) -> list[Answer]:
    """Take every pointer to its source, in text order."""
    answers: list[Answer] = []
    people.pointers = pointers
    people.pointing = [pointer.at for pointer in pointers]
    links: dict[str, list[Link]] = {}
    for pointer in pointers:
        mention = pointer.mention
        form = NO_WORDS if mention is None else mention.form
        asked = links.get(form)
        if asked is None:
            asked = links[form] = links_for(form)
        for link in asked:
            at = link(people, pointer)
            if at is not None:
                answers.append(_answer(people, mention, at, link.__name__))
                people.give_floor(at, pointer.at, pointer.aloud and pointer.speaks)
                break
        else:
            answers.append(UNKNOWN)
    return answers


def _answer(people: People, mention: Mention | None, at: int, link: str) -> Answer:
    """The source with the name of the link that led to it, and those who speak with it (*kata Rahma dan Hasan*)."""
    if mention is None:
        return at, link, ()
    source = people.sources[at]
    if mention.name is not None:
        link = source.forms.get(people.keys[mention.name], link)
    elif link in ("role_name", "described") and mention.form in ("role", "description"):
        for span in mention.roles:
            people.hold(at, span, beside=False)
        for span in mention.bodies:
            source.bodies[span] = None
    if not mention.also:
        return at, link, ()
    named = (people.find(people.keys[m.name]) for m in mention.also if m.name is not None)
    return at, link, tuple(found[0] for found in named if len(found) == 1 and found[0] != at)


def best_role(people: People, source: Source) -> Range | None:
    """The fullest post: the first at the name, or a later, longer form of the same."""
    if not source.roles or source.kind == "organization":
        return None
    if len(source.roles) == 1:
        return next(iter(source.roles))
    spans = sorted(source.roles, key=lambda span: (not source.roles[span], span[0]))
    best = spans[0]
    words = people.post_words[best]
    for span in spans[1:]:
        other = people.post_words[span]
        if len(other) > len(words) and same_post(words, other):
            best, words = span, other
    return best

"""A link to the protagonist of the narrator's sentences before, though somebody else has the floor."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qattr.entities.discourse import NO_WORDS, Discourse, looks_at
from qattr.entities.links_by_holder import is_named, means_one, said
from qattr.entities.told import person_told, tells_on
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention
from qattr.rules.attribution import Turn
from qattr.rules.narrated import after_subject
from qattr.text import windows

_ARGUES = tagged("told", "background")
"""*Apalagi*, *Sebelumnya*: the sentence is no scene."""
_DEAD = tagged("told", "dead")
"""*tewas*, *almarhum*."""
_MET = tagged("floor", "asked", "answers")
"""*ditemui*, *dihubungi*: a passive after which somebody speaks."""
_OTHERS = tagged("refers", "one") | tagged("is", "accused")
"""*dia*, *korban*: the quotation is about somebody else."""
_I = tagged("is", "speaker")
"""*saya*, *aku*."""
_PERSONAL = frozenset(("admit", "reply"))
"""Acts of saying something of oneself, or in reply: *akunya*, *jawabnya*."""


class _Scene(NamedTuple):
    """The narrator's sentence about a person, before a quotation."""

    discourse: Discourse
    turn: Turn
    subject: Mention
    end: int
    at: int
    """Who that is."""


@looks_at("pronoun", NO_WORDS)
def protagonist(discourse: Discourse, turn: Turn) -> int | None:
    """Rahma mengatakan banjir surut. Siti Rohana, pedagang pasar, kehilangan kiosnya. "Semua habis," keluhnya.

    Whom the narrator's sentences right before are about, if that surely is a person who is likely to speak now."""
    holder = discourse.floor.holder
    if holder is None or turn.said is None or not turn.aloud or not means_one(discourse, turn):
        return None
    scene = _scene(discourse, turn)
    if scene is None or scene.at == holder or not any(question(scene) for question in _LIKELY):
        return None
    return None if any(question(scene) for question in _UNLIKELY) else scene.at


def _scene(discourse: Discourse, turn: Turn) -> _Scene | None:
    """The sentence with the protagonist: right before the quotation, or before sentences about *ia*."""
    number = discourse.sentence_of(turn.at)
    for before in range(number - 1, max(-1, number - 1 - windows.SCENE), -1):
        if tells_on(discourse, before):
            continue
        at = person_told(discourse, before)
        subject = discourse.told_of(before) if at is not None else None
        return (
            None
            if at is None or subject is None
            else _Scene(discourse, turn, subject, discourse.sentence(before)[1], at)
        )
    return None


def _is_introduced(scene: _Scene) -> bool:
    """*Siti Rohana (40), pedagang pasar, kehilangan kiosnya.*: whether the article names the person here first, with a
    role or an age."""
    article, subject = scene.discourse.article, scene.subject
    if scene.discourse.entity(scene.at).introduced < subject.first or subject.name is None:
        return False
    after = subject.name[1]
    aged = article.words[after] in "(," and article.words[after + 1].isdigit() if after + 1 < scene.end else False
    return bool(subject.roles) or subject.rank or aged


def _has_spoken(scene: _Scene) -> bool:
    """Whether the person has spoken before."""
    return scene.at in scene.discourse.floor.last


def _says_of_himself(scene: _Scene) -> bool:
    """*akunya*, *jawabnya*."""
    article, cue = scene.discourse.article, scene.turn.cue
    return cue is not None and article.lexicon.cues[article.lows[cue]][1] in _PERSONAL


_LIKELY: tuple[Callable[[_Scene], bool], ...] = (_is_introduced, _has_spoken, _says_of_himself)


def _is_named_in_words(scene: _Scene) -> bool:
    """*"Siti sudah pulang," ujarnya*."""
    return is_named(scene.discourse, scene.turn, scene.discourse.entity(scene.at))


def _words_are_about_others(scene: _Scene) -> bool:
    """*"Dia sudah pulang," ujarnya*, without *saya*."""
    words = said(scene.discourse, scene.turn)
    return not _OTHERS.isdisjoint(words) and _I.isdisjoint(words)


def _is_background(scene: _Scene) -> bool:
    """*Apalagi Siti pernah …*, *Sebelumnya, Siti …*, *Siti tewas …*."""
    lows = scene.discourse.article.lows
    number = scene.discourse.sentence_of(scene.subject.first)
    words = lows[scene.discourse.sentence(number)[0] : scene.end]
    return not _ARGUES.isdisjoint(words[:3]) or not _DEAD.isdisjoint(words)


def _is_with_holder(scene: _Scene) -> bool:
    """*Siti bertemu Rahma.*: whether the sentence names whoever has the floor as well."""
    discourse = scene.discourse
    assert discourse.floor.holder is not None
    begin = scene.subject.last
    return not frozenset(discourse.entity(discourse.floor.holder).key).isdisjoint(
        discourse.article.lows[begin : scene.end]
    )


def _suffers(scene: _Scene) -> bool:
    """*Siti diperiksa polisi*, without *saya*: a passive, but *ditemui*, *dihubungi*."""
    article = scene.discourse.article
    after = after_subject(article, scene.subject, scene.end)
    low = article.lows[after] if after < scene.end else ""
    passive = low.startswith("di") and low not in _MET and len(low) > len("dia")
    return passive and _I.isdisjoint(said(scene.discourse, scene.turn))


_UNLIKELY: tuple[Callable[[_Scene], bool], ...] = (
    _is_named_in_words, _words_are_about_others, _is_background, _is_with_holder, _suffers,
)  # fmt: skip

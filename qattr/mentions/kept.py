"""What has been read of an article, kept so that several rules can ask for the same phrase."""

from __future__ import annotations

from dataclasses import dataclass, field

from qattr.mentions.mention import Mention
from qattr.mentions.single_words import Range
from qattr.text.article import Article


@dataclass(slots=True)
class Kept:
    """The answers about one article; keys are ranges of words."""

    mentions: dict[Range, Mention | None] = field(default_factory=dict)
    """What :func:`qattr.mentions.readers.read` has read there."""
    names: dict[Range, int] = field(default_factory=dict)
    """Where :func:`qattr.mentions.names.name_start` has found the name."""


def kept(article: Article) -> Kept:
    """What has been read of this article so far."""
    return article.kept(Kept)

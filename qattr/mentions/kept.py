"""What has been read of an article, kept so that several rules can ask for the same phrase."""

from __future__ import annotations

from qattr.mentions.mention import Mention
from qattr.mentions.single_words import Range
from qattr.text.article import Article


class Kept:
    """The answers about one article; keys are ranges of words."""

    __slots__ = ("mentions", "names")

    mentions: dict[Range, Mention | None]
    """What :func:`qattr.mentions.readers.read` has read there."""
    names: dict[Range, int]
    """Where :func:`qattr.mentions.names.name_start` has found the name."""

    def __init__(self) -> None:
        self.mentions, self.names = {}, {}


def kept(article: Article) -> Kept:
    """What has been read of this article so far."""
    return article.kept(Kept)

"""The companies that an article names with *PT*, whether anybody quotes them or not."""

from __future__ import annotations

from itertools import compress, count
from operator import attrgetter

from qattr.entities.names import NameKey, NameKeys
from qattr.mentions import Mention, read
from qattr.text.article import Article


class Companies:
    """*PT Lembayung Motor Indonesia Tbk …*: read when somebody asks."""

    __slots__ = ("_article", "_begun", "_keys", "_told")

    def __init__(self, article: Article, keys: NameKeys) -> None:
        self._article = article
        self._keys = keys
        self._begun: set[NameKey] | None = None
        self._told: tuple[list[Mention], list[Mention]] | None = None

    def begun_by(self, key: NameKey) -> bool:
        """Whether a name is the short form of a company: *Lembayung Motor* of *PT Lembayung Motor Indonesia*."""
        if self._begun is None:
            article = self._article
            after = compress(count(1), map("pt".__eq__, article.lows)) if "PT" in article.vocabulary else ()
            self._begun = {tuple(article.lows[i : i + n]) for i in after for n in (1, 2, 3)}
        return key in self._begun

    def only_one(self, before: int, *, listed: bool) -> Mention | None:
        """The one company with *PT* before its name that is named before a word; ``None`` for several.

        ``listed``: among those with *Tbk* after the name, whose shares are traded."""
        if self._told is None:
            self._told = self._read()
        told = self._told[listed]
        if not told or told[0].last >= before or (len(told) > 1 and told[1].last < before):
            return None
        return told[0]

    def _read(self) -> tuple[list[Mention], list[Mention]]:
        """The first mention of every company, and of every listed one, in text order."""
        article = self._article
        every: dict[NameKey, Mention] = {}
        listed: dict[NameKey, Mention] = {}
        for i in compress(count(), map("pt".__eq__, article.lows)):
            mention = read(article, i, len(article.words)) if article.words[i] == "PT" else None
            if mention is None or mention.type != "organization" or mention.head[1] - mention.head[0] < 2:
                continue
            every.setdefault(self._keys[mention.head][:2], mention)
            if "tbk" in article.lows[mention.head[0] : mention.head[1] + 1]:
                listed.setdefault(self._keys[mention.head], mention)
        return sorted(every.values(), key=attrgetter("last")), sorted(listed.values(), key=attrgetter("last"))

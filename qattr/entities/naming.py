"""What somebody is called: one decision over every form of the name in the article, by how each was met.

``kata Rahma Wulandari,`` is a form with clean edges at a quote; in *Instagram Rahma Wulandari* another word of the run
may not belong to it.  :func:`name_of` is the one place that chooses; each :class:`Form` answers named questions about
its surroundings, worked out when they are asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from qattr.entities.entity import Entity
from qattr.entities.introductions import Introductions
from qattr.entities.names import shown_name
from qattr.mentions import Mention, Range
from qattr.rules.attribution import Turn
from qattr.text.article import Article
from qattr.text.features import ALPHA, CAPITAL, CUE, LOWER, PREPOSITION, ROLE, TITLES


class Setting:
    """The article in which names are met: which of them stand at turns, what is quoted, where sentences begin."""

    __slots__ = ("_at_turns", "article", "introductions", "turns")

    article: Article
    introductions: Introductions
    turns: list[Turn]
    _at_turns: set[Range] | None

    def __init__(self, introductions: Introductions, turns: list[Turn]) -> None:
        self.article, self.introductions, self.turns, self._at_turns = introductions.article, introductions, turns, None

    @property
    def at_turns(self) -> set[Range]:
        """The names by which a turn says who speaks (*kata Rahma*)."""
        if self._at_turns is None:
            mentions = [turn.mention for turn in self.turns if turn.mention is not None]
            self._at_turns = {mention.name for mention in mentions if mention.name is not None}
        return self._at_turns


class Form:
    """*kata Rahma Wulandari,*: one place where somebody is named, and how the name was met there."""

    __slots__ = ("article", "mention", "name", "setting")

    article: Article
    setting: Setting
    name: Range
    """The words of the name, without the role before it."""
    mention: Mention
    """The phrase that was read there."""

    def __init__(self, setting: Setting, name: Range, mention: Mention) -> None:
        self.article, self.setting, self.name, self.mention = setting.article, setting, name, mention

    @property
    def text(self) -> str:
        """The name as it would be shown."""
        return shown_name(self.article, self.name)

    @property
    def words(self) -> int:
        """How many words the name has, titles included."""
        return self.name[1] - self.name[0]

    # -- before the name

    @property
    def after_cue(self) -> bool:
        """*kata* | *Rahma*: it stands right after a bare cue."""
        article, i = self.article, self.name[0] - 1
        return i >= 0 and bool(article.features[i] & CUE) and article.lexicon.cues[article.lows[i]][2] == "post"

    @property
    def after_role(self) -> bool:
        """*Bupati Melur* | *Rahma*, *Ketua RT, Pak* | *Rahma*: a role ends right before it or the titles of it."""
        article, i = self.article, self.name[0]
        while i > 0 and article.features[i - 1] & TITLES:
            i -= 1
        return any(role[1] in (i, i - 1) for role in self.mention.roles)

    @property
    def opens_sentence(self) -> bool:
        """It is the first word of its sentence, whose capital says nothing."""
        return self.setting.introductions.sentence(self.name[0])[0] == self.name[0]

    @property
    def after_capital(self) -> bool:
        """*Instagram* | *Rahma*: another capitalized word stands before it, so the name may begin elsewhere."""
        features, i = self.article.features, self.name[0] - 1
        return i >= 0 and bool(features[i] & CAPITAL and features[i] & ALPHA)

    # -- after the name

    @property
    def before_mark(self) -> bool:
        """*Rahma* | *,*, *Rahma* | *(34)*, *Rahma* | *.*: a mark, or the end of the text, closes it."""
        article, j = self.article, self.name[1]
        return j >= len(article.words) or not article.words[j][0].isalnum()

    @property
    def before_saying(self) -> bool:
        """*Rahma* | *mengatakan*: a cue stands right after it."""
        article, j = self.article, self.name[1]
        return j < len(article.words) and bool(article.features[j] & CUE) and not article.features[j] & CAPITAL

    @property
    def before_capital(self) -> bool:
        """*Rahma* | *Official*: another capitalized word stands after it, so the name may end elsewhere."""
        features, j = self.article.features, self.name[1]
        return j < len(features) and bool(features[j] & CAPITAL and features[j] & ALPHA)

    @property
    def begins_clean(self) -> bool:
        """*kata* | *Rahma*, *bertemu* | *Rahma*: a word in small letters, and no place, stands before it."""
        article, i = self.article, self.name[0] - 1
        if self.opens_sentence or i < 0:
            return False
        kind = article.features[i]
        return bool(kind & LOWER and not kind & (PREPOSITION | ROLE))

    # -- both

    @property
    def has_clean_edges(self) -> bool:
        """*kata Rahma,* *Rahma mengatakan*: no other capitalized word beside it could belong to the name."""
        if self.before_capital or self.in_headline:
            return False
        features, i = self.article.features, self.name[0] - 1
        return self.after_cue or not self.after_capital or (i >= 0 and bool(features[i] & TITLES))

    # -- where it stands

    @property
    def at_turn(self) -> bool:
        """By this name a turn says who speaks."""
        return self.name in self.setting.at_turns

    @property
    def in_quote(self) -> bool:
        """It stands in a quotation or in noise, where everybody uses the name of their choice."""
        return self.setting.introductions.quoted(self.name[0])

    @property
    def in_headline(self) -> bool:
        """*Rahma Gugat Hasan*: it stands in the first line, if others follow and that one ends without a stop."""
        article, i = self.article, self.name[0]
        if len(article.paragraphs) < 2:
            return False
        end = article.paragraphs[0][1]
        return article.ends[i] <= end and not article.text[:end].rstrip().endswith(tuple('.!?"\u201d\u00bb'))

    @property
    def in_running_text(self) -> bool:
        """*pertemuan Rahma dengan warga*: nothing around it tells where it begins or ends."""
        told = self.after_cue or self.after_role or self.before_mark or self.before_saying
        return not (told or self.opens_sentence or self.in_headline or self.in_quote)


def forms_of(entity: Entity, setting: Setting) -> Iterator[Form]:
    """Every place where an entity is named, those with the longest names first, each group in text order.

    What the links have found after :func:`qattr.entities.gathering.gather` comes last."""
    for name, mention in entity.mentions.items():
        yield Form(setting, name, mention)


def name_of(entity: Entity, setting: Setting) -> str:
    """*Rahma Wulandari*, where the article also says *Rahma* and *Bu Rahma*: the longest form, the first of several.

    Somebody who came without a name (*seorang warga*) keeps those words; of one form alone nothing is asked."""
    if len(entity.aliases) < 2 or entity.without_name:
        return entity.name
    return next(forms_of(entity, setting)).text

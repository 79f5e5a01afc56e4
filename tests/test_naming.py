"""How a name was met: the name stands in ``[…]`` inside the text, and beside it every question that says yes."""

from __future__ import annotations

import pytest

import qattr
from qattr.entities.introductions import Introductions
from qattr.entities.naming import Form, Setting
from qattr.lexicon import DEFAULT
from qattr.mentions import Mention
from qattr.rules.attribution import Turn
from qattr.text.scanner import scan
from qattr.text.sentences import sentence_starts

QUESTIONS = [
    name for name, value in vars(Form).items() if isinstance(value, property) and name not in ("text", "words")
]
MET = {
    '"Stok aman," kata [Rahma Wulandari], Senin.': "after_cue before_mark begins_clean has_clean_edges",
    "Stok aman, kata Bupati [Rahma Wulandari].": "after_role after_capital before_mark",
    "Stok aman, kata Bupati Pak [Hasan Basuki].": "after_role after_capital before_mark has_clean_edges",
    "Kemarin [Rahma Wulandari] mengatakan stok aman.": "before_saying after_capital",
    "Warga bertemu [Rahma Wulandari] di pasar.": "in_running_text begins_clean has_clean_edges",
    "[Rahma Wulandari] bertemu warga di pasar.": "opens_sentence has_clean_edges",
    "Akun Instagram [Rahma Wulandari] Official ramai.": "after_capital before_capital in_running_text",
    "[Rahma Wulandari] Resmikan Pasar\nPasar itu ramai.": "opens_sentence before_capital in_headline",
    "Warga menunggu [Rahma Wulandari]": "before_mark begins_clean has_clean_edges",
}


def form(marked: str, *, role: bool = False, at_turn: bool = False, closed: bool = False) -> Form:
    """The name that stands in brackets; ``role``: the word before it or its title is its role."""
    start, end = marked.index("["), marked.index("]") - 1
    article = scan(marked.replace("[", "").replace("]", ""), DEFAULT)
    name = article.at(start), article.at(end - 1) + 1
    before = name[0] - (article.words[name[0] - 1] == "Pak")
    mention = Mention(name[0], name[1], "name", name, name)
    if role:
        mention.roles = ((before - 1, before),)
    turns = [Turn(name[0], mention, "mention")] if at_turn else []
    return Form(
        Setting(Introductions(article, sentence_starts(article, []), [name] if closed else []), turns), name, mention
    )


@pytest.mark.parametrize("marked", MET)
def test_how_a_name_was_met(marked: str) -> None:
    met = form(marked, role="Bupati" in marked)
    assert sorted(name for name in QUESTIONS if getattr(met, name)) == sorted(MET[marked].split())
    assert met.text in ("Rahma Wulandari", "Hasan Basuki")
    assert met.words == 2


def test_whose_words_a_name_stands_in() -> None:
    marked = "Stok aman, kata [Rahma Wulandari] kemarin."
    assert not form(marked).at_turn
    assert form(marked, at_turn=True).at_turn
    assert form(marked, closed=True).in_quote


def test_the_longest_form_is_shown_and_the_others_are_aliases() -> None:
    document = qattr.analyze('"Stok aman," kata Rahma. Bupati Rahma Wulandari pulang. "Baik," kata Bu Rahma.')
    assert [(s.name, s.aliases) for s in document.speakers] == [("Rahma Wulandari", ("Rahma",))]

"""Whether damage to a text changes who is named: each text is damaged in several ways, and the speakers compared.

    python -m benchmarks.damaged              every kind of damage, over the articles of ../shared (else the samples)
    python -m benchmarks.damaged wrapped      one kind
    python -m benchmarks.damaged --show 20    the first differences of each kind

A quotation of the damaged text is the one whose letters are those of a quotation of the whole text. Counted are the
quotations with a speaker: how many are lost, how many have another speaker, how many none.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import qattr
from benchmarks.corpus import SHARED
from benchmarks.measure import ROOT

_QUOTED = re.compile(r"[\"“”„]")
_NO_LETTERS = re.compile(r"[\W_]+|https://\S+orang")


def wrapped(text: str, speakers: set[str], width: int = 72) -> str:
    """Lines of at most 72 characters; the breaks that were there stay."""
    lines = text.split("\n")
    return "\n".join(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines)


def wrapped_wide(text: str, speakers: set[str]) -> str:
    """The same with 100 characters."""
    return wrapped(text, speakers, 100)


def question_marks(text: str, speakers: set[str]) -> str:
    """Each quotation mark became a question mark."""
    return _QUOTED.sub("?", text)


def replaced(text: str, speakers: set[str]) -> str:
    """Each quotation mark became U+FFFD."""
    return _QUOTED.sub("\ufffd", text)


def misread(text: str, speakers: set[str]) -> str:
    """UTF-8 that was read as Windows-1252: *â€œKami siap,â€ kata Rahma*."""
    return re.sub(r'"(?=\w)', "“", text).replace('"', "”").replace("“", "â€œ").replace("”", "â€\x9d")


def emphasized(text: str, speakers: set[str]) -> str:
    """Markdown's asterisks around the names of those who speak."""
    return _names_as(r"**\1**", text, speakers)


def linked(text: str, speakers: set[str]) -> str:
    """The same as links."""
    return _names_as(r"[\1](https://warta.example/tag/orang)", text, speakers)


def _names_as(form: str, text: str, speakers: set[str]) -> str:
    """The text with the names of those who speak in another form."""
    names = sorted(speakers, key=len, reverse=True)
    return re.sub(rf"(?<!\w)({'|'.join(map(re.escape, names))})(?!\w)", form, text) if names else text


def blanks_inside(text: str, speakers: set[str]) -> str:
    """A blank before each closing mark: *"Kami siap, " kata Rahma*."""
    return re.sub(r"(?<=[,.!?])([\"”])(?!\w)", r" \1", text)


DAMAGE: list[Callable[[str, set[str]], str]] = [
    wrapped,
    wrapped_wide,
    question_marks,
    replaced,
    misread,
    emphasized,
    linked,
    blanks_inside,
]


def texts() -> list[tuple[str, str]]:
    """(name, text) of the articles that are damaged."""
    folder = SHARED / "gold" / "dev" if SHARED.is_dir() else ROOT / "samples"
    return [(path.name, path.read_text(encoding="utf-8-sig")) for path in sorted(Path(folder).glob("*.txt"))]


Answers = list[tuple[str, str | None]]
"""(letters of the quotation, its speaker), in order."""


def answers(text: str) -> Answers:
    """What the engine finds in a text."""
    return [(_NO_LETTERS.sub("", quote.text), quote.speaker) for quote in qattr.analyze(text).quotes]


def difference(whole: Answers, hurt: Answers) -> list[tuple[str, str]]:
    """(what became of it, words) for each quotation of the whole text that had a speaker."""
    by_letters: dict[str, list[str | None]] = {}
    for letters, speaker in hurt:
        by_letters.setdefault(letters, []).append(speaker)
    found = []
    for letters, speaker in whole:
        if speaker is None:
            continue
        there = by_letters.get(letters)
        if not there:
            found.append(("lost", f"{speaker}: {letters[:60]}"))
            continue
        now = there.pop(0)
        what = "same" if now == speaker else "none" if now is None else "other"
        found.append((what, f"{speaker} -> {now}: {letters[:60]}"))
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="kinds of damage (all where none is named)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N differences of each kind")
    options = parser.parse_args()
    every = [(name, text, answers(text)) for name, text in texts()]
    print(f"{'damage':16}{'quotes':>8}{'lost':>7}{'other':>7}{'none':>7}{'more':>7}")
    for damage in DAMAGE:
        if options.kinds and damage.__name__ not in options.kinds:
            continue
        counts: Counter[str] = Counter()
        shown = []
        more = 0
        for name, text, whole in every:
            hurt = answers(damage(text, {speaker for _, speaker in whole if speaker}))
            more += max(0, len(hurt) - len(whole))
            for what, words in difference(whole, hurt):
                counts[what] += 1
                if what != "same":
                    shown.append(f"    {what:6}{name}  {words}")
        print(f"{damage.__name__:16}{counts.total():8}{counts['lost']:7}{counts['other']:7}{counts['none']:7}{more:7}")
        print(*shown[: options.show], sep="\n", end="\n" if options.show else "")


if __name__ == "__main__":
    main()

"""Case files: expected attributions written beside the text they are expected of.

A file ``tests/cases/<stage>/<name>.txt`` holds blocks, which ``qattr --evaluate tests/cases`` runs::

    # title of the block
    text of one article, one line or several
    => speaker | cue | rule
    => speaker | cue | rule | key=value | key=value
    ~> reason | text

* ``=>`` stands for one quote, in the order of their starts; all quotes must be listed. ``=> -`` alone: there is none.
* ``-`` means ``null`` (an empty list for ``co`` and ``fragments``), ``*`` means anything.
* The keys are those of :data:`KEYS`. ``text=Harga … turun`` checks the beginning and the end only.
* ``~>`` stands for one entry of ``non_quotes``; where a block has one, all must be listed.
* ``# xfail: what it would take | title``: the block must fail, and passes as an error the day it does not.
* ``# not: title``: the shape looks like the rule the file is named after, and is not.
* A block ends at the next line that begins with ``# ``; blank lines inside a text stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qattr.model import Document, Quote, Span, Speaker


def _speaker_of(document: Document, quote: Quote) -> Speaker | None:
    """The entry in ``speakers`` of a quote's speaker."""
    return next((s for s in document.speakers if s.id == quote.speaker_id), None)


def _kind(document: Document, quote: Quote) -> str | None:
    """``person``, ``organization``, ``unnamed``: the kind of a quote's speaker."""
    speaker = _speaker_of(document, quote)
    return speaker.kind if speaker else None


def _aliases(document: Document, quote: Quote) -> str | None:
    """``Wood; Bob``: the aliases of a quote's speaker."""
    speaker = _speaker_of(document, quote)
    return "; ".join(speaker.aliases) or None if speaker else None


KEYS: dict[str, Callable[[Document, Quote], str | None]] = {
    "type": lambda d, q: q.type,
    "text": lambda d, q: q.text,
    "line": lambda d, q: str(q.line),
    "mention": lambda d, q: q.mention.text if q.mention else None,
    "role": lambda d, q: q.role,
    "affiliation": lambda d, q: q.affiliation,
    "lemma": lambda d, q: q.cue.lemma if q.cue else None,
    "act": lambda d, q: q.cue.act if q.cue else None,
    "link": lambda d, q: q.link,
    "co": lambda d, q: "; ".join(q.co_speakers) or None,
    "fragments": lambda d, q: "; ".join(f.text for f in q.fragments) or None,
    "kind": _kind,
    "aliases": _aliases,
    "time": lambda d, q: q.context.time and q.context.time.text,
    "date": lambda d, q: q.context.time and q.context.time.date,
    "place": lambda d, q: q.context.place and q.context.place.text,
    "occasion": lambda d, q: q.context.occasion and q.context.occasion.text,
    "addressee": lambda d, q: q.context.addressee and q.context.addressee.text,
}
"""What a ``key=value`` of a block looks at; several values are joined with ``"; "``."""


class Expected(NamedTuple):
    """One ``=>`` line."""

    line: int
    speaker: str
    cue: str
    rule: str
    keys: tuple[tuple[str, str], ...]


def _shown(path: Path) -> Path:
    """The path as seen from the working directory, where it is below that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


class Block(NamedTuple):
    """One block of a case file."""

    path: Path
    line: int
    title: str
    xfail: str | None
    text: str
    quotes: tuple[Expected, ...]
    non_quotes: tuple[tuple[int, str, str], ...] | None
    """(line, reason, text) of each ``~>`` line; ``None`` when the block has none and they are not checked."""

    @property
    def where(self) -> str:
        """``tests/cases/direct/orders.txt:12``"""
        return f"{_shown(self.path)}:{self.line}"

    @property
    def negative(self) -> bool:
        """Whether the block shows what a rule is not to answer."""
        return self.title.startswith("not:")


class CaseError(ValueError):
    """A case file that cannot be read; the message names file, line and reason."""


def expected(where: str, number: int, body: str) -> Expected | None:
    """One ``=>`` line without its arrow; ``None`` for ``-`` alone. Raises :class:`CaseError`."""
    parts = [p.strip() for p in body.split(" | ")]
    if parts == ["-"]:
        return None
    if len(parts) < 3:
        raise CaseError(f"{where}: `=> speaker | cue | rule` needs three parts, found {len(parts)}: {body!r}")
    keys = []
    for part in parts[3:]:
        key, equals, value = part.partition("=")
        if not equals or key not in KEYS:
            raise CaseError(f"{where}: {part!r} is no key=value of {', '.join(KEYS)}")
        keys.append((key, value))
    return Expected(number, parts[0], parts[1], parts[2], tuple(keys))


def _block(path: Path, lines: list[tuple[int, str]]) -> Block:
    """The lines of one block with their numbers -> the block. Raises :class:`CaseError`."""
    first, header = lines[0]
    title, xfail = header[2:].strip(), None
    if title.startswith("xfail:"):
        reason, bar, title = title[6:].partition(" | ")
        if not bar:
            raise CaseError(f"{path}:{first}: `# xfail: what it would take | title` has no ` | `")
        xfail, title = reason.strip(), title.strip()
    text: list[str] = []
    quotes: list[Expected] = []
    non_quotes: list[tuple[int, str, str]] = []
    nothing = False
    for number, line in lines[1:]:
        where = f"{path}:{number}"
        if line.startswith("=> "):
            want = expected(where, number, line[3:])
            nothing = nothing or want is None
            if want is not None:
                quotes.append(want)
        elif line.startswith("~> "):
            reason, bar, marked = line[3:].partition(" | ")
            if not bar:
                raise CaseError(f"{where}: `~> reason | text` has no ` | `")
            non_quotes.append((number, reason.strip(), marked.strip()))
        elif quotes or non_quotes or nothing:
            if line.strip():
                raise CaseError(f"{where}: text behind the expectations; a new block begins with `# `")
        else:
            text.append(line)
    if nothing == bool(quotes):
        raise CaseError(f"{path}:{first}: a block needs `=>` lines, or `=> -` alone")
    body = "\n".join(text).strip("\n")
    if not body:
        raise CaseError(f"{path}:{first}: the block has no text")
    return Block(path, first, title, xfail, body, tuple(quotes), tuple(non_quotes) or None)


def blocks(path: Path) -> Iterator[Block]:
    """The blocks of one case file. Raises :class:`CaseError` for a file that does not keep to the form."""
    current: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("# "):
            if current:
                yield _block(path, current)
            current = [(number, line)]
        elif current:
            current.append((number, line))
        elif line.strip():
            raise CaseError(f"{path}:{number}: text before the first `# title`")
    if current:
        yield _block(path, current)


def is_case_file(path: Path) -> bool:
    """True when the first line is a title and some line expects something."""
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.readline().startswith("# ") and any(line.startswith("=> ") for line in file)


def read(path: Path) -> list[Block]:
    """The blocks of a case file, or of every case file below a folder, in a stable order."""
    files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    return [block for file in files if is_case_file(file) for block in blocks(file)]


def agrees(want: str, got: str | None) -> bool:
    """Whether an answer is what a case wants: ``*`` is anything, ``-`` is ``None``, ``Harga … turun`` both ends."""
    if want == "*":
        return True
    if want == "-":
        return got is None
    if got is None:
        return False
    head, dots, tail = want.partition(" … ")
    return got == want or bool(dots and got.startswith(head) and got.endswith(tail))


def differences(block: Block, document: Document, *, names: bool = True) -> list[str]:
    """What the document says otherwise than the block, one line each; empty when they agree.

    ``names=False`` leaves out the names of rules and links: what remains is the answer itself.
    """
    wrong = []
    spans = [Span(s.text, s.start, s.end) for s in document.quotes]
    spans += [Span(s.text, s.start, s.end) for s in document.non_quotes]
    for text, start, end in spans:
        if document.text[start:end] != text:
            wrong.append(f"{block.where}: text[{start}:{end}] is not {text!r}")
    if len(document.quotes) != len(block.quotes):
        wrong.append(f"{block.where}: expected {len(block.quotes)} quotes, got {len(document.quotes)}:")
        return wrong + _aligned(block.quotes, document, document.quotes)
    for want, quote in zip(block.quotes, document.quotes, strict=True):
        pairs = [("speaker", want.speaker, quote.speaker), ("cue", want.cue, quote.cue.text if quote.cue else None)]
        if names:
            pairs.append(("rule", want.rule, quote.rule))
        pairs += [(key, value, KEYS[key](document, quote)) for key, value in want.keys if names or key != "link"]
        told = [f"{key}: expected {value!r}, got {got!r}" for key, value, got in pairs if not agrees(value, got)]
        if told:
            wrong.append(f"{_shown(block.path)}:{want.line}: {'; '.join(told)}")
            wrong += _aligned([want], document, [quote])
    if block.non_quotes is not None:
        got_marks = [(n.reason, n.text) for n in document.non_quotes]
        want_marks = [(reason, text) for _, reason, text in block.non_quotes]
        if len(got_marks) != len(want_marks) or not all(
            agrees(want, got)
            for pair in zip(want_marks, got_marks, strict=True)
            for want, got in zip(*pair, strict=True)
        ):
            wrong.append(f"{block.where}: expected the non-quotes {want_marks}, got {got_marks}")
    return wrong


def _aligned(wanted: Sequence[Expected], document: Document, quotes: Sequence[Quote]) -> list[str]:
    """Lines of a case and lines of an answer, a column below the other.

    ::

        expected => Budi            | kata | *                 | link=short_name
        got      => Rahma Wulandari | kata | quote_cue_speaker | link=same_name | type=direct | text=Harga naik,
    """
    keys = [*dict.fromkeys([key for want in wanted for key, _ in want.keys])]
    more = [key for key in ("link", "type", "role", "text") if key not in keys]
    rows = [("expected", _cells_expected(want, keys)) for want in wanted]
    rows += [("got", _cells_got(document, quote, [*keys, *more])) for quote in quotes]
    widths = [max(len(cells[n]) for _, cells in rows) for n in range(3 + len(keys))] if rows else []
    lines = []
    for label, cells in rows:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=False)] + cells[len(widths) :]
        lines.append(f"    {label:8} => {' | '.join(padded)}".rstrip(" |"))
    return lines


def _cells_expected(want: Expected, keys: list[str]) -> list[str]:
    """What a case says, a cell a key; an empty one for a key that another line has."""
    said = dict(want.keys)
    return [want.speaker, want.cue, want.rule, *(f"{key}={said[key]}" if key in said else "" for key in keys)]


def _cells_got(document: Document, quote: Quote, keys: list[str]) -> list[str]:
    """What an answer says, a cell a key."""
    found = [(key, KEYS[key](document, quote) or "-") for key in keys]
    cells = [f"{key}={value if len(value) <= 60 else f'{value[:28]} … {value[-28:]}'}" for key, value in found]
    return [quote.speaker or "-", quote.cue.text if quote.cue else "-", quote.rule, *cells]

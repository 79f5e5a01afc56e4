"""Gold files -> articles with what a careful reader answers.

A folder holds pairs ``NAME.txt`` and ``NAME.json``; a gold object may also carry its article in ``"text"``, alone in a
``.json`` file or one a line in a ``.jsonl`` file, as the review page saves it.  ``qattr --schema gold`` is the form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Json = dict[str, Any]
_TYPES = ("direct", "mixed", "indirect")


class Gold(NamedTuple):
    """One article and its gold; offsets are code points into ``text``."""

    name: str
    """The file's name without its ending, or the object's ``id``: what an answer's ``source`` is compared with."""
    text: str
    quotes: list[Json]
    non_quotes: list[Json]
    path: str
    """The file with the article, or with the gold where the article is inside it."""


class GoldError(ValueError):
    """A gold file that cannot be used; the message names the file, what is wrong and what to do."""


def read(paths: Iterable[str]) -> list[Gold]:
    """The gold articles behind paths: folders of pairs, one file of a pair, or files with ``"text"`` inside.

    Where a folder has no pairs itself, those of its subfolders count.

    Raises :class:`GoldError` for a file that does not keep to the form, and OSError.
    """
    return [gold for path in paths for gold in _read(Path(path))]


def _read(path: Path) -> Iterator[Gold]:
    """The gold of one path: a folder of pairs, a pair, or a file that holds the texts too."""
    if path.is_dir():
        yield from map(_pair, _pairs(path.glob("*.json")) or _pairs(path.rglob("*.json")))
    elif path.suffix == ".txt":
        yield _pair(path.with_suffix(".json"))
    elif path.suffix == ".json" and path.with_suffix(".txt").exists():
        yield _pair(path)
    else:
        yield from _inside(path)


def _pairs(files: Iterable[Path]) -> list[Path]:
    """Those with an article beside them, in the order of their names."""
    return sorted(file for file in files if file.with_suffix(".txt").exists())


def _pair(file: Path) -> Gold:
    """``a.json`` with the article ``a.txt`` beside it. Raises :class:`GoldError`."""
    article = file.with_suffix(".txt")
    return checked(_parse(file, file.read_text(encoding="utf-8")), file.stem, read_article(article), str(article))


def read_article(path: Path) -> str:
    """The text of a file, every code point of it kept but a leading BOM, so that offsets are those of the file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return file.read()


def _inside(path: Path) -> Iterator[Gold]:
    """The gold of a file whose objects hold their texts. Raises :class:`GoldError`."""
    for value in objects(path):
        if not isinstance(value.get("text"), str):
            raise GoldError(f"{path}: no text. Put the article beside it as {path.with_suffix('.txt').name}")
        yield checked(value, str(value.get("id") or path.stem), value["text"], str(path))


def objects(path: Path) -> Iterator[Json]:
    """Every JSON object of a file: one, one a line, or an array of them.  Raises :class:`GoldError`."""
    raw = path.read_text(encoding="utf-8-sig")
    decoder, at = json.JSONDecoder(), 0
    while at < len(raw):
        if raw[at].isspace():
            at += 1
            continue
        try:
            value, at = decoder.raw_decode(raw, at)
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{path}: no JSON ({error})") from None
        for item in value if isinstance(value, list) else [value]:
            if not isinstance(item, dict):
                raise GoldError(f"{path}: {str(item)[:40]!r} is no object. Give one object an article")
            yield item


def _parse(path: Path, raw: str) -> Json:
    """One JSON object. Raises :class:`GoldError`."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{path}: no JSON ({error})") from None
    if not isinstance(value, dict):
        raise GoldError(f"{path}: not one object. See qattr --schema gold")
    return value


def checked(value: Json, name: str, text: str, path: str) -> Gold:
    """The gold of one article when it keeps to the form.  Raises :class:`GoldError`."""
    quotes, marks = value.get("quotes"), value.get("non_quotes", [])
    if not isinstance(quotes, list) or not isinstance(marks, list):
        raise GoldError(f"{path}: {name}: no list of quotes. See qattr --schema gold")
    for number, quote in enumerate(quotes, 1):
        where = f"{path}: {name}: quote {number}"
        if not isinstance(quote, dict) or quote.get("type") not in _TYPES or "speaker" not in quote:
            raise GoldError(f"{where} has no type or no speaker. See qattr --schema gold")
        for span in (quote, *quote.get("fragments", ())):
            _check_span(where, span, text)
    for number, mark in enumerate(marks, 1):
        _check_span(f"{path}: {name}: non-quote {number}", mark, text)
    return Gold(name, text, quotes, marks, path)


def _check_span(where: str, span: Any, text: str) -> None:
    """Raises :class:`GoldError` where a span does not lie in the text or is not what it says."""
    start, end = (span.get("start"), span.get("end")) if isinstance(span, dict) else (None, None)
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end <= len(text):
        raise GoldError(f"{where} has no offsets into the article. See qattr --schema gold")
    if span.get("text") != text[start:end]:
        raise GoldError(f"{where}: {start}:{end} is {text[start:end][:40]!r}, not {str(span.get('text'))[:40]!r}")

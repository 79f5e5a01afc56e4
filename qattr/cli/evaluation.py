"""``--evaluate``: the engine, or saved answers, measured against gold or case files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qattr.evaluate import Gold, GoldError, Judged, judge, read, scoreboard
from qattr.evaluate.cases import CaseError, is_case_file
from qattr.evaluate.gold import objects
from qattr.many import analyze_many
from qattr.output.review import article_id

if TYPE_CHECKING:
    from qattr.lexicon import Lexicon


class Asked(NamedTuple):
    """The options that only ``--evaluate`` has."""

    paths: tuple[str, ...]
    format: str = "auto"
    errors: bool = False
    """List every disagreement."""
    predictions: str | None = None
    """A file of answers, in qattr's JSON, to measure instead of the engine's."""
    against: str | None = None
    """A file of older answers to set beside these."""
    jobs: int = 1


class Measured(NamedTuple):
    """What is printed, and whether the answers measured were sound."""

    output: str
    problem: str | None


def measure(asked: Asked, lexicon: Lexicon | None = None) -> Measured:
    """The text to print.  Raises ValueError (a GoldError, a CaseError) and OSError with a message for people."""
    if asked.format not in ("auto", "table", "json"):
        raise GoldError(f"--evaluate has no format {asked.format}; it has table and json")
    cases, golds = _divided(asked.paths)
    if cases and golds:
        raise GoldError("case files and gold are measured in two runs")
    if cases:
        return _cases(cases, asked, lexicon)
    gold = read(golds)
    if not gold:
        raise GoldError(f"{', '.join(asked.paths)}: no pairs of NAME.txt and NAME.json, and no case files")
    return _gold(gold, asked, lexicon)


def _divided(paths: Sequence[str]) -> tuple[list[Path], list[str]]:
    """The paths that hold case files, and the others."""
    cases, golds = [], []
    for path in paths:
        place = Path(path)
        texts = (
            [place] if place.is_file() and place.suffix == ".txt" else place.rglob("*.txt") if place.is_dir() else ()
        )
        if any(is_case_file(text) for text in texts if not text.with_suffix(".json").exists()):
            cases.append(place)
        else:
            golds.append(path)
    return cases, golds


# --------------------------------------------------------------------------------------------- gold


def _gold(gold: list[Gold], asked: Asked, lexicon: Lexicon | None) -> Measured:
    """The figures of gold articles, as text or JSON, and the differences to older answers."""
    judged = _judged(gold, asked.predictions) if asked.predictions else _answered(gold, asked.jobs, lexicon)
    board = scoreboard(judged)
    value: dict[str, Any] = board.to_dict()
    shown = []
    if asked.errors:
        from qattr.evaluate.lines import error_lines

        found = [line for article in judged for line in error_lines(article)]
        value["errors"] = found
        shown += [line + "\n" for line in found]
    if asked.against:
        from qattr.evaluate.against import compare
        from qattr.evaluate.view import render_comparison

        comparison = compare(_judged(gold, asked.against), judged)
        value["against"] = comparison.to_dict()
        shown.append(render_comparison(comparison) + "\n")
    from qattr.evaluate.view import render

    text = _json(value) if asked.format == "json" else "".join((*shown, render(board)))
    bad = board.bad_offsets
    return Measured(
        text, f"{len(bad)} spans whose offsets do not give their text, the first: {bad[0]}" if bad else None
    )


def _answered(gold: list[Gold], jobs: int, lexicon: Lexicon | None) -> list[Judged]:
    """What the engine says of each gold article, judged."""
    documents = analyze_many((article.text for article in gold), jobs=jobs, lexicon=lexicon)
    return [judge(article, document.to_dict()) for article, document in zip(gold, documents, strict=True)]


def _judged(gold: list[Gold], file: str) -> list[Judged]:
    """The answers of a file judged; which article each is for is told by its ``source``."""
    answers = {article_id(value["source"]): value for value in objects(Path(file)) if value.get("source")}
    if not any(article.name in answers for article in gold):
        raise GoldError(f"{file}: no answer for any of these articles. Each needs its file's name as source")
    judged = []
    for article in gold:
        try:
            judged.append(judge(article, answers.get(article.name)))
        except (KeyError, TypeError) as error:
            raise GoldError(
                f"{file}: {article.name}: an answer that does not keep to qattr --schema ({error})"
            ) from None
    return judged


# -------------------------------------------------------------------------------------------- cases


def _cases(paths: list[Path], asked: Asked, lexicon: Lexicon | None) -> Measured:
    """The figures of case files, as text or JSON."""
    from qattr.evaluate.case_board import case_board, render
    from qattr.evaluate.cases import read as read_cases

    if asked.predictions or asked.against:
        raise CaseError("case files are run with the engine only; leave out --predictions and --against")
    blocks = [block for path in paths for block in read_cases(path)]
    documents = analyze_many((block.text for block in blocks), jobs=asked.jobs, lexicon=lexicon)
    board = case_board(zip(blocks, documents, strict=True))
    if asked.format == "json":
        return Measured(_json({**board.to_dict(), **({"errors": board.errors} if asked.errors else {})}), None)
    listed = "".join(f"{line}\n" for line in board.errors) if asked.errors else ""
    return Measured(listed + render(board), None)


def _json(value: dict[str, Any]) -> str:
    """One line of JSON."""
    return json.dumps(value, ensure_ascii=False) + "\n"

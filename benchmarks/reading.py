"""Counts what a reader found wrong in a round of articles that nobody had tuned to, and keeps the counts.

    python -m benchmarks.reading check 1 --judged FILE                 names the lines that cannot be read
    python -m benchmarks.reading gold 1 --judged FILE --out FOLDER     writes the right answers as gold
    python -m benchmarks.reading log 1 --judged FILE --commit REV --by first
    python -m benchmarks.reading table [--last 5]                      the last rounds as percentages
    python -m benchmarks.reading record 1 --out FILE.jsonl             keeps this engine's answers to a round

A round is forty articles of ``../shared/reading``; ``benchmarks/judged.py`` says how a judged file is written. The file
is read against the answers that it judges: name them with ``--answers`` once the engine gives others.

``reading-log.tsv`` has a line for every round and reader, ``reading-answers.tsv`` one for every printed answer that
counts. Neither holds a word of an article. Optional quotes are not counted. A name or a role that is wrong is counted
for every quote that it is printed at; a role, as in the gold's ``score.py``, only where the source is right.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from benchmarks.judged import Answer, Line, check, parse
from benchmarks.reading_gold import Item, gold, items

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT.parent / "shared" / "reading" / "articles.jsonl.gz"
SIZE = 40
"""How many articles a round has, as in ``draw.py``."""

COUNTS = (
    "quotes", "found", "missed", "spurious", "wrong_speaker", "null_though_tellable", "not_full_name", "role_wrong",
    "span_wrong",
)  # fmt: skip
LOG = ("round", "commit", "articles", *COUNTS, "by")
ANSWERS = ("round", "article", "quote", "rule", "link", "confidence", "outcome", "by")
BANDS = (0.95, 0.9, 0.8, 0.6, 0.0)
"""Where the bands of confidence begin, highest first."""

Row = dict[str, str]


# ---------------------------------------------------------------------------- articles and answers


def articles(number: int, path: Path = ARTICLES) -> dict[str, str]:
    """The texts of a round by their ids."""
    first = (number - 1) * SIZE
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        drawn = [json.loads(line) for n, line in enumerate(lines) if first <= n < first + SIZE]
    return {article["id"]: article["text"] for article in drawn}


def _link(quote: Any) -> str:
    """The link that took a quote's mention to its speaker: the only thing asked of the engine beside its JSON."""
    return getattr(quote, "link", "") or "-"


def analyze(texts: dict[str, str]) -> dict[str, Answer]:
    """The answers of the engine of this tree."""
    import qattr

    answers = {}
    for name, text in texts.items():
        document = qattr.analyze(text)
        answer = document.to_dict()
        answer["source"] = name
        for printed, quote in zip(answer["quotes"], document.quotes, strict=True):
            printed["link"] = _link(quote)
        answers[name] = answer
    return answers


def recorded(path: Path, texts: dict[str, str]) -> dict[str, Answer]:
    """Answers that were kept: those of ``record``, or what ``qattr --format json`` prints. They must fit the texts."""
    answers: dict[str, Answer] = {}
    with path.open(encoding="utf-8") as lines:
        for answer in map(json.loads, lines):
            answers[PurePath(answer["source"] or "").name.removesuffix(".txt")] = answer
    for name, text in texts.items():
        if name not in answers:
            sys.exit(f"{path}: no answer to {name}")
        for quote in answers[name]["quotes"]:
            if text[quote["start"] : quote["end"]] != quote["text"]:
                sys.exit(f"{path}: quote {quote['id']} of {name} is not in the article")
    return answers


# ---------------------------------------------------------------------------- counting


def counts(article: list[Item], answer: Answer) -> Counter[str]:
    """What the log counts, of one article: its quotes and what was printed."""
    count: Counter[str] = Counter()
    there = {item.printed["id"] for item in article if item.printed}
    count["spurious"] = sum(quote["id"] not in there for quote in answer["quotes"])
    for item in article:
        if "optional" in item.fields:
            continue
        count["quotes"] += 1
        printed, fields = item.printed, item.fields
        if printed is None:
            count["missed"] += 1
            continue
        count["found"] += 1
        count["span_wrong"] += item.span != (printed["start"], printed["end"])
        if "speaker" in fields:
            count["wrong_speaker" if printed["speaker"] else "null_though_tellable"] += 1
            continue
        count["not_full_name"] += "name" in fields
        count["role_wrong"] += "role" in fields and fields["role"] != (printed["role"] or None)
    return count


def outcome(quote: Answer, item: Item | None) -> str | None:
    """``right``, ``wrong`` or ``null`` for a printed answer; ``None`` where it is optional and does not count."""
    if item is None:
        return "wrong"
    if "optional" in item.fields:
        return None
    if quote["speaker"] is None:
        return "null"
    return "right" if item.person_right else "wrong"


class Round(NamedTuple):
    """A round as it was judged."""

    number: int
    texts: dict[str, str]
    answers: dict[str, Answer]
    lines: list[Line]

    def items(self, name: str) -> list[Item]:
        """Every quote that there is in one article."""
        here = [line for line in self.lines if line.article == name]
        return items(self.texts[name], self.answers[name], here)

    def log_row(self, commit: str, by: str) -> Row:
        """The round's line of ``reading-log.tsv``."""
        total: Counter[str] = Counter()
        for name in self.texts:
            total.update(counts(self.items(name), self.answers[name]))
        row = {"round": self.number, "commit": commit, "articles": len(self.texts), "by": by}
        return {key: str(value) for key, value in (row | {name: total[name] for name in COUNTS}).items()}

    def answer_rows(self, by: str) -> Iterator[Row]:
        """The round's lines of ``reading-answers.tsv``."""
        for name in self.texts:
            found = {item.printed["id"]: item for item in self.items(name) if item.printed}
            for quote in self.answers[name]["quotes"]:
                how = outcome(quote, found.get(quote["id"]))
                if how is not None:
                    link = quote.get("link") or "-"
                    values = (self.number, name, quote["id"], quote["rule"], link, quote["confidence"], how, by)
                    yield dict(zip(ANSWERS, map(str, values), strict=True))


# ---------------------------------------------------------------------------- the two files


def read_rows(path: Path) -> list[Row]:
    """The lines of a tab-separated file with a header; none where there is no file."""
    if not path.exists():
        return []
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), row.split("\t"), strict=True)) for row in rows]


def replace_rows(path: Path, header: tuple[str, ...], new: list[Row], of: tuple[str, str]) -> None:
    """Writes the lines of one round and reader in place of those that the file has of them, in order of the rounds."""
    rows = [row for row in read_rows(path) if (row["round"], row["by"]) != of] + new
    rows.sort(key=lambda row: (int(row["round"]), row["by"]))
    lines = ["\t".join(header), *("\t".join(row[name] for name in header) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


# ---------------------------------------------------------------------------- the table


def _percent(part: int, whole: int) -> str:
    """A share, or a dash where there is nothing to share."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _shares(rows: list[Row]) -> list[str]:
    """The log's counts of some rounds together, as the table has them."""
    n = {name: sum(int(row[name]) for row in rows) for name in COUNTS}
    of_found = ("wrong_speaker", "null_though_tellable", "not_full_name", "role_wrong", "span_wrong")
    return [
        str(n["quotes"]),
        _percent(n["missed"], n["quotes"]),
        _percent(n["spurious"], n["found"] + n["spurious"]),
        *(_percent(n[name], n["found"]) for name in of_found),
    ]


def _bands(rows: list[Row]) -> Iterator[list[str]]:
    """For each band of confidence, how many answers named somebody, and how many of them were right."""
    above = float("inf")
    for least in BANDS:
        band = [r["outcome"] for r in rows if least <= float(r["confidence"]) < above and r["outcome"] != "null"]
        name = f">= {least:.2f}" if least else f"<  {above:.2f}"
        yield [name, str(len(band)), str(band.count("right")), _percent(band.count("right"), len(band))]
        above = least
    yield ["no name", str(sum(row["outcome"] == "null" for row in rows)), "", ""]


def _aligned(rows: Iterable[list[str]]) -> Iterator[str]:
    """Rows as lines with their columns under each other."""
    cells = list(rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        first, *others = zip(row, widths, strict=True)
        yield "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]).rstrip()


def table(log: list[Row], answers: list[Row], last: int, by: str | None) -> Iterator[str]:
    """The last rounds, one reading each: the named reader's, else the first in alphabetical order."""
    chosen: dict[int, Row] = {}
    for row in log:
        if by is None or row["by"] == by:
            chosen.setdefault(int(row["round"]), row)
    rounds = sorted(chosen)[-last:]
    if not rounds:
        yield "nothing is logged"
        return
    head = [name.replace("_", " ") for name in COUNTS if name != "found"]
    rows = [chosen[number] for number in rounds]
    yield "missed: of the quotes there are; spurious: of those printed; the others: of those found"
    yield from _aligned(
        [
            ["round", "by", "commit", *head],
            *([row["round"], row["by"], row["commit"], *_shares([row])] for row in rows),
            ["all", "", "", *_shares(rows)],
        ]
    )
    kept = {(row["round"], row["by"]) for row in rows}
    counted = [row for row in answers if (row["round"], row["by"]) in kept]
    yield ""
    yield from _aligned([["confidence", "answers", "right", "share"], *_bands(counted)])


# ---------------------------------------------------------------------------- the commands


def judged_round(args: argparse.Namespace) -> Round:
    """The round that the arguments name. Ends the program where lines of the judged file cannot be read."""
    texts = articles(args.round, args.articles)
    answers = recorded(args.answers, texts) if args.answers else analyze(texts)
    problems = check(args.judged, texts, answers)
    broken = [problem for problem in problems if not problem.note]
    if args.command == "check" or broken:
        for problem in problems:
            print(problem)
        lines, notes = len({problem.number for problem in broken}), len(problems) - len(broken)
        print(f"round {args.round}: {lines} lines that cannot be read, {notes} notes")
    if broken:
        sys.exit(1)
    return Round(args.round, texts, answers, parse(args.judged)[0])


def _told(row: Row) -> str:
    """A line of the log in words."""
    return "  ".join(f"{name.replace('_', ' ')} {row[name]}" for name in LOG if row[name])


def show_check(args: argparse.Namespace) -> None:
    """What cannot be read; where there is nothing, what the log would count, to be compared with the reader's count."""
    print(_told(judged_round(args).log_row("", "")))


def write_gold(args: argparse.Namespace) -> None:
    """ID.txt and ID.json for every article of the round."""
    judged = judged_round(args)
    args.out.mkdir(parents=True, exist_ok=True)
    quotes = 0
    for name, text in judged.texts.items():
        right = gold(name, text, judged.answers[name], judged.lines)
        quotes += sum(not quote["optional"] for quote in right["quotes"])
        (args.out / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        (args.out / f"{name}.json").write_text(json.dumps(right, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{args.out}: {len(judged.texts)} articles, {quotes} quotes that count")


def write_log(args: argparse.Namespace) -> None:
    """The round's lines in both files, in place of earlier ones of the same reader."""
    judged = judged_round(args)
    of = (str(args.round), args.by)
    row = judged.log_row(args.commit, args.by)
    replace_rows(args.folder / "reading-log.tsv", LOG, [row], of)
    replace_rows(args.folder / "reading-answers.tsv", ANSWERS, list(judged.answer_rows(args.by)), of)
    print(_told(row))


def write_record(args: argparse.Namespace) -> None:
    """This engine's answers to a round, one article a line."""
    answers = analyze(articles(args.round, args.articles)).values()
    args.out.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in answers), encoding="utf-8")


def print_table(args: argparse.Namespace) -> None:
    """The last rounds."""
    log, answers = (read_rows(args.folder / f"reading-{name}.tsv") for name in ("log", "answers"))
    print(*table(log, answers, args.last, args.by), sep="\n")


def _parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=(__doc__ or "").split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    added = {name: commands.add_parser(name) for name in ("check", "gold", "log", "record", "table")}
    for name in ("check", "gold", "log", "record"):
        added[name].add_argument("round", type=int)
        added[name].add_argument("--articles", type=Path, default=ARTICLES, help="the file that rounds are drawn from")
    for name in ("check", "gold", "log"):
        added[name].add_argument("--judged", type=Path, required=True, help="what the reader wrote")
        added[name].add_argument("--answers", type=Path, help="the answers judged; else this engine's of today")
    for name in ("gold", "record"):
        added[name].add_argument("--out", type=Path, required=True)
    for name in ("log", "table"):
        added[name].add_argument("--folder", type=Path, default=ROOT / "benchmarks", help="where the two files are")
    added["log"].add_argument("--commit", required=True, help="the engine that was judged")
    added["log"].add_argument("--by", default="first", help="who judged: first, second")
    added["table"].add_argument("--last", type=int, default=5, help="how many rounds")
    added["table"].add_argument("--by", help="only this reader's")
    return parser


def main(arguments: list[str] | None = None) -> None:
    """Runs the command that the arguments name."""
    args = _parser().parse_args(arguments)
    for path in (getattr(args, "judged", None), getattr(args, "answers", None), getattr(args, "articles", None)):
        if path is not None and not path.is_file():
            sys.exit(f"{path}: no such file")
    commands = {
        "check": show_check,
        "gold": write_gold,
        "log": write_log,
        "record": write_record,
        "table": print_table,
    }
    commands[args.command](args)


if __name__ == "__main__":
    main()

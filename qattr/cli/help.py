"""What ``--help`` and the manual page say."""

from __future__ import annotations

from qattr import __version__
from qattr.cli.options import GROUPS, Option

SUMMARY = "Who said what, in Indonesian news: every quote with its speaker, role and verb."
PATHS = (
    "Files, folders, or - for stdin. Read are .txt .md .html .docx .odt .pdf (one article each), .json .jsonl .csv "
    ".tsv (many), each also packed (.gz .bz2 .xz .zst), and .zip; what another name holds is told from how it begins."
)
EXIT = "Exit code: 0 done (also when nothing was found), 2 something failed, 130 Ctrl-C."
EXAMPLES = """\
qattr article.txt                         a table in a terminal, JSON into a pipe
qattr article.txt | jq -r '.quotes[] | [.speaker, .text] | @tsv'
qattr --speaker mendagri --type direct *.txt   the minister's own words in all these files
qattr archive/ -j 0 -o quotes.csv         a folder, on all cores, as a spreadsheet
qattr news.jsonl.gz --text-field body --summary --by outlet
qattr page.html -o page-quotes.html       a page to read and share
curl -s URL | qattr --input html -        from a pipe
"""
FILES = """\
qattr.toml in the folder where it runs, else in the configuration folder of the user
(~/.config/qattr on Linux), sets defaults: one line an option, jobs = 0. QATTR_VERBS names
files for --verbs, with a colon between them (a semicolon on Windows).
"""


def flags(option: Option) -> str:
    """The flags of an option as help shows them, the short one first."""
    names = sorted(option.flags, key=lambda flag: flag.startswith("--"))
    return ", ".join(names) + (f" {option.metavar}" if option.metavar else "")


def text(option: Option) -> str:
    """The help of an option, with its default where that is a word."""
    shown = option.default not in (None, "", 0.0)
    return f"{option.help}  [default: {option.default}]" if shown else option.help


def manual() -> str:
    """The manual page, in roff."""
    parts = [f'.TH QATTR 1 "" "qattr {__version__}" "User Commands"', ".SH NAME"]
    parts += [f"qattr \\- {_roff(SUMMARY[0].lower() + SUMMARY[1:].rstrip('.'))}", ".SH SYNOPSIS", ".B qattr"]
    parts += ["[\\fIOPTION\\fR]... [\\fIPATH\\fR]...", ".SH DESCRIPTION", _roff(SUMMARY), ".PP", _roff(PATHS)]
    for title, group in GROUPS.items():
        parts.append(f".SH {title.upper()}")
        for option in group:
            parts += [".TP", f"\\fB{_roff(flags(option))}\\fR", _roff(text(option))]
    parts += [".SH EXIT STATUS", _roff(EXIT.removeprefix("Exit code: "))]
    parts += [".SH FILES", _roff(" ".join(FILES.split()))]
    parts += [".SH EXAMPLES", ".nf", *map(_roff, EXAMPLES.splitlines()), ".fi"]
    return "\n".join(parts) + "\n"


def _roff(words: str) -> str:
    """Words as the manual page needs them: backslashes, hyphens and a dot at the start escaped."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped

"""``--summary`` as one page: who is quoted, with bars."""

from __future__ import annotations

from qattr.output import Style
from qattr.output.page import begin, escaped, speakers
from qattr.output.summary import Line, Tally


def page(tally: Tally, style: Style) -> str:
    """The whole page; with ``--by`` a list of speakers for each value of the field."""
    groups: dict[str, list[Line]] = {}
    for line in tally.lines():
        groups.setdefault(line.group, []).append(line)
    total = sum(tally.types.values())
    counts = f"{tally.articles} artikel, {total} kutipan, {tally.words} kata"
    parts = [begin("Siapa dikutip, seberapa banyak"), "<header>\n<h1>Siapa dikutip, seberapa banyak</h1>\n"]
    parts.append(f"<p>{counts}</p>\n</header>\n<main>\n")
    for name, lines in groups.items():
        title = f"<h2>{escaped(f'{style.by}: {name or chr(8211)}')}</h2>\n" if style.by else ""
        parts.append(f"<section>\n{title}{speakers(lines, tally.many)}</section>\n")
    return "".join([*parts, "</main>\n</body>\n</html>\n"])

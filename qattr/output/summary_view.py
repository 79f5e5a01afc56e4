"""How ``--summary`` is printed: with bars in a terminal, as a page, or as json, csv, tsv, xlsx and markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qattr.output import Style, palette
from qattr.output.safe import one_line
from qattr.output.summary import FIELDS, Line, Tally, counted

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table


def render(tally: Tally, style: Style) -> str:
    """The summary in a format that has one."""
    if style.format == "json":
        from qattr.output.json_lines import dumps

        return dumps(tally.to_dict(style.by))
    if style.format == "table":
        return _table(tally, style)
    if style.format == "html":
        from qattr.output.page_summary import page

        return page(tally, style)
    names: tuple[str, ...] = (*FIELDS, *([style.by] if style.by else []))
    lines = [line[: len(names)] for line in tally.lines()]
    if style.format == "markdown":
        from qattr.output import markdown

        return markdown.header(names) + "".join(map(markdown.row, lines))
    if style.format == "xlsx":
        from qattr.output import workbook

        return workbook.sheet((names, *lines))
    from qattr.output import delimited

    return "".join(delimited.row(values, style.format) for values in (names, *lines))


def _table(tally: Tally, style: Style) -> str:
    """The counts as a table a group."""
    from rich.text import Text

    from qattr.output import table as tables

    quotes = sum(tally.types.values())
    title = f"{counted(tally.articles, 'article')}, {counted(quotes, 'quote')}: " + ", ".join(
        f"{count} {kind}" for kind, count in tally.types.items()
    )
    if not quotes:
        return title + "\n"
    parts: list[RenderableType] = [Text(title, style="bold")]
    groups: dict[str, list[Line]] = {}
    for line in tally.lines():
        groups.setdefault(line.group, []).append(line)
    for name, lines in groups.items():
        parts.append(Text(""))
        if style.by:
            parts += [Text(one_line(f"{style.by}: {name or '-'}"), style="bold underline"), Text("")]
        parts.append(_grid(lines, tally.many, style))
    return tables.render(parts, style)


def _grid(lines: list[Line], many: bool, style: Style) -> Table:
    """The speakers of one group, with bars."""
    from rich.text import Text

    from qattr.output import table as tables

    wide, middle = style.width >= 100, style.width >= 60
    grid = tables.columns(style)
    grid.add_column("Speaker", max_width=28 if wide else 24, overflow="fold")
    if wide:
        grid.add_column("Role", max_width=30, overflow="fold")
    if many and middle:
        grid.add_column("Articles", justify="right")
    grid.add_column("Quotes", justify="right")
    if middle:
        grid.add_column("dir/mix/ind", justify="right")
        grid.add_column("Words", justify="right")
    grid.add_column("Share", justify="left", no_wrap=True)
    most = max(line.share for line in lines)
    bar_width = 20 if wide else 10 if middle else 0
    for number, line in enumerate(lines, 1):
        colour = palette.of(number) if line.kind != "pooled" else "none"
        cells = [Text(one_line(line.name), style="dim italic" if line.kind == "pooled" else f"bold {colour}")]
        if wide:
            cells.append(Text(one_line(line.role or ""), style="dim"))
        if many and middle:
            cells.append(Text(str(line.articles)))
        cells.append(Text(str(line.quotes)))
        if middle:
            cells.append(Text(f"{line.direct}/{line.mixed}/{line.indirect}"))
            cells.append(Text(str(line.words)))
        share = Text(f"{line.share:4.0%} ")
        share.append(bar(line.share / most if most else 0, bar_width, style.ascii), style=colour)
        grid.add_row(*(*cells, share))
    return grid


def bar(part: float, width: int, ascii: bool = False) -> str:
    """A bar of up to ``width`` columns for a part from 0 to 1, an eighth of a column exact.

    >>> bar(0.5, 4), bar(0.5, 4, ascii=True)
    ('██', '##')
    """
    eighths = round(part * width * 8)
    if ascii:
        return "#" * round(eighths / 8)
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()

"""Rows of the ledger as people and programs want them: a table at 80 columns, JSON lines, or CSV."""

import csv
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TextIO

import typer
from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table

from sayso.exports.table import safe
from sayso.exports.wording import shown
from sayso.ledger import Ledger

Row = Mapping[str, Any]
PIPED = 120  # columns of a table that goes to a file
SHORT = {"reports": "rep.", "origins": "orig.", "added_at": "added", "contradicted": "contrad."}
NUMBERS = {"reports", "origins", "claims", "figure", "records", "gap"}  # columns set to the right
WHOLE = {"when", "relation", "reports", "origins", "claims", "records", "published", "known", "gap"}
LEAST = {"tally": 22, "where": 9, "figure": 9}  # columns of width; those of WHOLE are never broken
FEWEST = 8  # of any other column
MONTH = len("2016-10-26…27")
BARS = "▁▂▃▄▅▆▇█"


class Format(StrEnum):
    """How rows are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


LedgerArgument = Annotated[
    str | None, typer.Argument(metavar="[LEDGER]", help="A SQLite file or postgresql://…; or give --ledger.")
]
LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger", "-l", envvar="SAYSO_LEDGER", metavar="URL", help="A SQLite file or postgresql://…"
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help="For people, for programs, for a spreadsheet.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="As the ledger stood at the end of that day (UTC)."),
]
DEFAULT = "sayso.ledger"


def opened(ledger: str, argument: str | None = None) -> Ledger:
    """The ledger that the command line names; it must be there."""
    return Ledger.open(argument or ledger, create=False)


def day_option(value: str | None, name: str) -> date | None:
    """An ISO day from the command line."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as problem:
        raise typer.BadParameter(f"{value} is not a day; wanted 2016-03-13", param_hint=name) from problem


def console(stream: TextIO | None = None) -> Console:
    """A stream (standard output), as wide as the terminal, or a fixed width in a pipe or a file."""
    wide = Console(file=stream, highlight=False, soft_wrap=False)
    return (
        wide
        if wide.is_terminal or "COLUMNS" in os.environ
        else Console(file=stream, width=PIPED, highlight=False)
    )


def show(
    rows: Iterable[Row], format_: Format, columns: Sequence[str], empty: str, stream: TextIO | None = None
) -> None:
    """Print rows: `columns` are those of the table; the other formats print all that a row has."""
    if format_ is Format.JSONL:
        for row in rows:
            print(json.dumps(row, ensure_ascii=True, default=str), file=stream)
    elif format_ is Format.CSV:
        write_csv(rows, stream)
    else:
        print_table(list(rows), columns, empty, stream)


def write_csv(rows: Iterable[Row], stream: TextIO | None = None) -> None:
    """Rows as CSV, on standard output where no stream is given; nested values as JSON."""
    writer = None
    for row in rows:
        flat = {key: _flat(value) for key, value in row.items()}
        if writer is None:
            writer = csv.DictWriter(
                stream or sys.stdout, list(flat), lineterminator="\n", extrasaction="ignore"
            )
            writer.writeheader()
        writer.writerow(flat)


def _flat(value: Any) -> Any:
    return (
        safe(value)
        if isinstance(value, str)
        else json.dumps(value)
        if isinstance(value, list | dict)
        else value
    )


def print_table(
    rows: Sequence[Row], columns: Sequence[str], empty: str, stream: TextIO | None = None
) -> None:
    """Rows as a table; a column named in capitals is set to the right."""
    if not rows:
        console(stream).print(empty)
        return
    screen = console(stream)
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    lines = [[SHORT.get(column, column) for column in columns]]
    lines += [[brief(column, cell(row.get(column))) for column in columns] for row in rows]
    for column, width, name in zip(columns, widths(columns, lines, screen.width), lines[0], strict=True):
        side: JustifyMethod = "right" if column in NUMBERS else "left"
        table.add_column(name, justify=side, overflow="fold", width=width)
    for each in lines[1:]:
        table.add_row(*each)
    screen.print(table)


def widths(columns: Sequence[str], lines: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is: whole ones as wide as their cells, the others share the rest of the room."""
    wanted = [
        max(cell_len(part) for told in cells for part in told.split("\n"))
        for cells in zip(*lines, strict=True)
    ]
    given = [
        size if column in WHOLE else min(size, LEAST.get(column, FEWEST))
        for column, size in zip(columns, wanted, strict=True)
    ]
    left = room - sum(given) - len(columns) + 1
    while left > 0 and given != wanted:
        short = [n for n, size in enumerate(wanted) if given[n] < size]
        for n in short[:left]:
            given[n], left = given[n] + 1, left - 1
    return given


def brief(column: str, told: str) -> str:
    """A cell as short as a table wants it: stamps to the minute, long periods on two lines."""
    if column == "when" and len(told) > MONTH:
        return told.replace("…", "…\n")
    return told[:16].replace("T", " ") if column in {"at", "added_at"} else told


def cell(value: Any) -> str:
    """A value as a table cell: never markup, nothing that steers the terminal."""
    from rich.markup import escape

    if value is None:
        return "–"
    return escape(shown(figure(value) if isinstance(value, Decimal | int) else str(value)))


def figure(value: Decimal | float | str | None) -> str:
    """A figure with thousands separated; an en dash for none."""
    if value is None:
        return "–"
    number = Decimal(str(value))
    return f"{number:,.0f}" if number == number.to_integral_value() else f"{number:,}"


def span_of_figures(low: Any, best: Any, high: Any) -> str:
    """Low–best–high, as short as it can be."""
    if low == high and best in (None, low):
        return figure(low)
    ends = f"{figure(low)}–{figure(high)}"
    return ends if best is None else f"{figure(best)} ({ends})"


def days(first: date | None, last: date | None) -> str:
    """A period in words: one day, or two with a dash."""
    if first is None and last is None:
        return "–"
    if first == last or last is None:
        return str(first)
    if first is None:
        return f"…{last}"
    same = first.strftime("%Y-%m") == last.strftime("%Y-%m")
    return f"{first}…{last:%d}" if same else f"{first}…{last}"


def sparkline(values: Sequence[Decimal]) -> str:
    """Figures as a row of bars, the largest as the highest."""
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    room = (high - low) or Decimal(1)
    return "".join(BARS[int((value - low) / room * (len(BARS) - 1))] for value in values)

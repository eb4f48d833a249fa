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
from rich.console import Console
from rich.table import Table

from sayso.exports.table import safe
from sayso.exports.wording import shown
from sayso.ledger import Ledger

Row = Mapping[str, Any]
PIPED = 120  # columns of a table that goes to a file
SHORT = {"reports": "rep.", "origins": "orig.", "added_at": "added", "contradicted": "contrad."}
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
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold")
    for column in columns:
        number = column in {"reports", "origins", "claims", "figure", "records", "gap"}
        whole = column in {"tally", "when", "figure", "relation", "published", "known", "gap"}
        table.add_column(
            SHORT.get(column, column), justify="right" if number else "left", overflow="fold", no_wrap=whole
        )
    for row in rows:
        table.add_row(*(cell(brief(column, row.get(column))) for column in columns))
    console(stream).print(table)


def brief(column: str, value: Any) -> Any:
    """A value as short as a table wants it: stamps to the minute."""
    return str(value)[:16].replace("T", " ") if column in {"at", "added_at"} and value else value


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

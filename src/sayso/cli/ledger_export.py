"""Writing a whole ledger in one of the field's conventions."""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from sayso.cli.output import output
from sayso.errors import SaysoError
from sayso.exports.table import head, lines
from sayso.ledger import Ledger
from sayso.ledger.origins.families import plain
from sayso.ledger.tallies import Question
from sayso.ledger.tally import Tally

WRITERS = {
    "jsonl": ("sayso.exports.jsonl", "JsonLines"),
    "csv": ("sayso.exports.csv", "Table"),
    "geojson": ("sayso.exports.geojson", "Features"),
    "ucdp": ("sayso.exports.ucdp", "Table"),
    "acled": ("sayso.exports.acled", "Table"),
    "gkg": ("sayso.exports.gkg", "Rows"),
    "plover": ("sayso.exports.plover", "Events"),
    "claimreview": ("sayso.exports.claimreview", "Graph"),
}
TALLY_COLUMNS = (
    "tally",
    "measure",
    "group",
    "place",
    "country",
    "start",
    "end",
    "low",
    "best",
    "high",
    "rule",
)


def export(book: Ledger, form: str, out: Path | None, as_of: date | None) -> None:
    """Write the ledger's readings in a format, to a file or standard output."""
    if form == "parquet":
        from sayso.exports.parquet import write

        if out is None:
            raise SaysoError("a Parquet file needs a name: -o FILE.parquet")
        print(f"{write(book.readings(as_of=as_of), out):,} claims", file=sys.stderr)
        return
    with output(str(out) if out else None) as stream:
        if form == "sources":
            memberships(book, stream, as_of)
        else:
            _readings(book, form, stream, as_of)


def _readings(book: Ledger, form: str, stream: TextIO, as_of: date | None) -> None:
    module, name = WRITERS[form]
    make: Callable[[], Any] = getattr(import_module(module), name)
    sink = make()
    stream.write(sink.begin())
    for stored in book.readings(as_of=as_of):
        stream.write(sink.add(stored))
    stream.write(sink.end())


def memberships(book: Ledger, stream: TextIO, as_of: date | None) -> None:
    """Tallies as CSV with a column ``in_<source>`` for every origin: 1 where it counted, else 0.

    The shape that list-matching studies use; Sayso itself runs no multiple-systems estimation on it.
    """
    tallies = list(book.tallies(Question(as_of=as_of)))
    families = sorted({family for tally in tallies for family in tally.origins})
    columns = (*TALLY_COLUMNS, *map(column_of, families))
    stream.write(head(columns))
    stream.write(lines(columns, _rows(tallies, families)))


def column_of(family: str) -> str:
    """``in_`` and the origin's name in lower case, words joined by underscores."""
    return "in_" + re.sub(r"\W+", "_", plain(family)).strip("_")


def _rows(tallies: list[Tally], families: list[str]) -> Iterator[dict[str, str]]:
    for tally in tallies:
        answer = tally.estimate()
        cells = (
            tally.id, tally.measure, tally.group, tally.place, tally.country, tally.first, tally.last,
            answer.low, answer.best, answer.high, answer.rule,
        )  # fmt: skip
        row = {
            name: "" if cell is None else str(cell) for name, cell in zip(TALLY_COLUMNS, cells, strict=True)
        }
        yield row | {column_of(family): str(int(family in tally.origins)) for family in families}

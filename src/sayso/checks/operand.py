"""An operand: a figure as the checks take it, with what they ask of it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal

from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.lexicon import units
from sayso.reports.span import Span

Kind = Literal["count", "measure", "money", "share", "times", "time"]
TIME = frozenset(
    {"second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"}
)


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure in a report: its words, interval, unit, noun, and how its words were rounded.

    `unit` is a unit of measure without what a rate is per, which stands in `per` ("300,000 barrels
    a day" → barrel per day). `digits` are the significant digits as written, None for number words
    that have none ("half", "dozens"). `place` is the number of the passage that it stands in.
    """

    span: Span
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str
    digits: int | None = None
    head: str | None = None
    counted: Span | None = None
    excluded: str | None = None
    change: str | None = None
    per: str | None = None
    place: int = 0

    @property
    def value(self) -> Fraction:
        """The number that the words give; of a range or vague word the middle."""
        return _middle(self.low, self.high)

    @property
    def kind(self) -> Kind:
        """What kind of thing the number measures."""
        return _kind(self.unit)

    @property
    def two_ended(self) -> bool:
        """Whether it is a range or vague word with two different ends."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def words(self) -> str:
        """The words of the figure on one line."""
        return " ".join(self.span.exact.split())

    @property
    def in_words(self) -> bool:
        """Whether a share is said as a fraction ("a third"), not in per cent."""
        low = self.span.exact.lower()
        return self.unit == "percent" and "cent" not in low and "%" not in low


@lru_cache(maxsize=4096)
def _middle(low: Decimal | None, high: Decimal | None) -> Fraction:
    """The middle of two ends, the one that is given, 0 where none is."""
    ends = [Fraction(end) for end in (low, high) if end is not None]
    return sum(ends, Fraction(0)) / max(len(ends), 1)


@cache
def _kind(unit: str) -> Kind:
    if unit in ("percent", "times"):
        return "share" if unit == "percent" else "times"
    if unit in TIME:
        return "time"
    if unit == "count":
        return "count"
    known = units().by_id.get(unit)
    return "money" if known is not None and known.dimension == "money" else "measure"


def comparable(a: Operand, b: Operand) -> bool:
    """Whether two operands are of one unit and rate, so that one may be part of or equal to the other."""
    return a.unit == b.unit and a.per == b.per

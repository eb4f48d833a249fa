"""What a number means: an interval with a bound."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How a figure is bounded (the words of the ledger; never dropped, never averaged away)."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Number:
    """An interval of exact decimals.

    exact 600 → 600/600; at_least/more_than 13 → 13/None; at_most/less_than 600 → None/600;
    about 3000 → 3000/3000; range and vague → both ends. `digits` is the number of significant
    digits as written (1,160 → 3, "3,000" → 1, trailing zeros not significant), for rounding.
    """

    low: Decimal | None
    high: Decimal | None
    bound: Bound = Bound.EXACT
    digits: int | None = None

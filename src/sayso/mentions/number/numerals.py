"""A number as it stands in a text, and the arithmetic of writing it as an exact decimal."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from fractions import Fraction

from sayso.mentions.number.values import Bound

EXACT = Context(prec=80, traps=[Inexact])  # of a fraction that ends
ROUNDED = Context(prec=18)  # of one that does not ("a third"): more than a figure needs
NO_DIGIT = re.compile(r"[^\d.]")
LONGEST = 24  # digits; a longer run of digits is no number anybody states


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: offsets, interval, and what its form says.

    `share` is True for fractions of one ("two-thirds"), `scale` the multiplier that words or letters
    added ("2.5m" → 1,000,000), `glued` those letters, `words` whether it is written in words,
    `ordinal` whether it is a rank ("the twenty-first"), which is no number of things.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    bound: Bound
    rule: str
    digits: int | None = None
    share: bool = False
    scale: int = 1
    glued: str = ""
    words: bool = False
    ordinal: bool = False


def significant(written: str) -> int:
    """Significant digits as written: trailing zeros of a whole number do not count (1,160 → 3)."""
    bare = NO_DIGIT.sub("", written).lstrip("0")
    if "." in bare:
        return max(1, len(bare.replace(".", "").lstrip("0")))
    return max(1, len(bare.rstrip("0")))


def plain(written: str) -> Fraction:
    """The number that digits of any script with group separators stand for."""
    bare = NO_DIGIT.sub("", written)
    return Fraction(bare) if "." in bare else Fraction(int(bare))


def tidy(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize(EXACT)


def decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal: exact where it ends, else to the digits of `ROUNDED`."""
    if value.denominator == 1:
        return Decimal(value.numerator)
    top, bottom = Decimal(value.numerator), Decimal(value.denominator)
    try:
        return tidy(EXACT.divide(top, bottom))
    except Inexact:
        return tidy(ROUNDED.divide(top, bottom))


def exactly(start: int, end: int, value: Fraction, rule: str, **form: object) -> Numeral:
    """The numeral of one exact number; a fraction of one, so written, is a `share`."""
    one = decimal(value)
    return Numeral(start, end, one, one, Bound.EXACT, rule, **form)  # type: ignore[arg-type]

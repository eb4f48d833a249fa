"""Intervals of exact fractions, with open or closed ends, and the little arithmetic that checks need."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two ends; None is an end that nothing bounds, `_open` an end left out itself.

    Bounds of news figures are never below zero, so multiplication takes both factors as positive.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both."""
        return not self.below(other) and not other.below(self)

    def below(self, other: "Interval") -> bool:
        """Whether every value here is smaller than every value of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def plus(self, other: "Interval") -> "Interval":
        """The sums of a value here and a value of the other."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def minus(self, other: "Interval") -> "Interval":
        """The differences of a value here and a value of the other."""
        return Interval(
            None if self.low is None or other.high is None else self.low - other.high,
            None if self.high is None or other.low is None else self.high - other.low,
            self.low_open or other.high_open,
            self.high_open or other.low_open,
        )

    def times(self, other: "Interval") -> "Interval":
        """The products of a value here and a value of the other, both positive."""
        return Interval(
            None if self.low is None or other.low is None else self.low * other.low,
            None if self.high is None or other.high is None else self.high * other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def over(self, other: "Interval") -> "Interval":
        """The quotients of a value here by a value of the other, both positive."""
        return Interval(
            None if self.low is None or not other.high else self.low / other.high,
            None if self.high is None or not other.low else self.high / other.low,
            self.low_open or other.high_open,
            self.high_open or other.low_open,
        )

    def scaled(self, factor: Fraction) -> "Interval":
        """Every value times one positive factor."""
        return self.times(exactly(factor))


def exactly(value: Fraction) -> Interval:
    """The interval of one value."""
    return Interval(value, value)


def around(value: Fraction, half: Fraction) -> Interval:
    """The interval `half` to both sides of a value."""
    return Interval(value - half, value + half)

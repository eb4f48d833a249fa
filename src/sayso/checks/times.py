"""Lengths of time: how many days each unit has, and the words for one of them."""

from fractions import Fraction

DAYS = {
    "second": Fraction(1, 86400), "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1),
    "night": Fraction(1), "week": Fraction(7), "fortnight": Fraction(14), "month": Fraction(487, 16),
    "quarter": Fraction(1461, 16), "year": Fraction(1461, 4), "decade": Fraction(7305, 2),
}  # fmt: skip
UNIT = "|".join(DAYS)
DAILY = {"hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month",
         "yearly": "year", "annual": "year", "annually": "year"}  # fmt: skip
LENGTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of the months; a leap February has 29
LOOSE = Fraction(3, 100)  # months and years differ by so much in length

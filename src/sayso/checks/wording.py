"""Numbers, units and sums in words, as every finding writes them."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from sayso.checks.operand import Operand

UNITS = {
    "km2": "sq km", "mi2": "sq miles", "m2": "sq m", "ft2": "sq ft", "hectare": "ha", "acre": "acres", "mi": "miles",
    "ft": "ft", "tonne": "tonnes", "ton": "tons", "litre": "litres", "barrel": "barrels", "gallon": "gallons",
    "percent": "per cent", "times": "times", "count": "", "inch": "inches", "yard": "yards",
    "nautical mile": "nautical miles", "celsius": "°C", "fahrenheit": "°F", "km per hour": "km/h",
    "mi per hour": "mph",
}  # fmt: skip
LARGE = 10**15
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


def number(value: Fraction) -> str:
    """A number as people write it: thousands parted, as many decimals as its size asks for."""
    if abs(value) >= LARGE:
        return f"{float(value):.3g}" if abs(value) < Fraction(10) ** 300 else "a very large number"
    if value.denominator == 1:
        return f"{int(value):,}"
    decimals = 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    text = f"{float(value):,.{decimals}f}"
    return text.rstrip("0").rstrip(".")


def with_unit(value: Fraction, unit: str) -> str:
    """A number with its unit: "1,158.3 sq miles"."""
    name = UNITS.get(unit, unit)
    return f"{number(value)} {name}".strip()


def amount(operand: Operand) -> str:
    """An operand's number with its unit; bounds in signs."""
    return with_unit(operand.value, operand.unit)


def added(operands: Iterable[Operand]) -> str:
    """ "8 + 5"."""
    return " + ".join(number(operand.value) for operand in operands)


def listed(operands: Iterable[Operand]) -> str:
    """ "8, 5 and 2", in the report's own words."""
    words = [operand.words for operand in operands]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def day(value: date) -> str:
    """ "Friday 17 June 2016"."""
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"


def percent(value: Fraction) -> str:
    """A ratio in per cent: 0.117 → "11.7 per cent"."""
    return f"{number(value * 100)} per cent"

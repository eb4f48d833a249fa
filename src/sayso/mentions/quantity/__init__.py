"""Quantities: figures with bound, unit and counted noun, by grammar alone."""

from decimal import Decimal

from sayso.mentions.number.numerals import tidy
from sayso.mentions.quantity.engine import find_quantities
from sayso.mentions.quantity.excluding import SOFT
from sayso.mentions.quantity.values import Quantity

__all__ = ["find_quantities", "in_ledger_unit", "is_figure", "is_measured", "ledger_unit"]

LEDGER_UNITS = frozenset({
    "count", "km2", "mi2", "acre", "hectare", "km", "mi", "m", "ft", "kg", "tonne", "lb", "litre", "barrel",
    "percent", "times",
})  # fmt: skip


CONVERTED = {"m2": "km2", "inch": "ft", "yard": "ft", "cm": "m", "mm": "m", "gram": "kg", "kiloton": "tonne",
             "megaton": "tonne", "millilitre": "litre", "barrel of oil": "barrel"}  # fmt: skip


def is_figure(quantity: Quantity) -> bool:
    """Whether the ledger keeps it: nothing says that it is no figure."""
    return quantity.excluded is None


def is_measured(quantity: Quantity) -> bool:
    """Whether it measures something, also what the ledger does not keep (an age, a duration, a distance)."""
    return quantity.excluded is None or quantity.excluded in SOFT


def ledger_unit(unit: str) -> str:
    """The unit as the ledger writes it: rates without what they are per, `count` for other units.

    "km per hour" → km, "USD per barrel" → USD, "celsius" → count. Currencies are ISO 4217 codes.
    """
    base = unit.partition(" per ")[0]
    return base if base in LEDGER_UNITS or (len(base) == 3 and base.isupper()) else "count"


def in_ledger_unit(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A value in the ledger's unit: 40,000 m2 → 0.04 km2, 36 inch → 3 ft; the value itself where the
    ledger has the unit, or none that measures the same.
    """
    to = CONVERTED.get(unit)
    if to is None:
        return value, ledger_unit(unit)
    from sayso.mentions.quantity.convert import convert  # loads pint, for the few units that need it

    made = convert(value, unit, to)
    return (tidy(made), to) if made is not None else (value, ledger_unit(unit))

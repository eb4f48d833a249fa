"""Quantities: figures with bound, unit and counted noun, by grammar alone."""

from decimal import Decimal

from sayso.mentions.number.numerals import tidy
from sayso.mentions.quantity.engine import find_quantities
from sayso.mentions.quantity.excluding import SOFT
from sayso.mentions.quantity.from_to import movements
from sayso.mentions.quantity.values import Quantity

__all__ = ["find_quantities", "in_ledger_unit", "is_figure", "is_measured", "ledger_unit", "movements"]

LEDGER_UNITS = frozenset({
    "count", "km2", "mi2", "acre", "hectare", "km", "mi", "m", "ft", "kg", "tonne", "lb", "litre", "barrel",
    "percent", "times",
})  # fmt: skip


# unit → the ledger's unit, and what a number of it is multiplied and divided by; all by definition
# (NIST SP 811, appendix B). pint would tell the same, but takes most of a second to load.
CONVERTED = {
    "m2": ("km2", 1, 10**6), "inch": ("ft", 1, 12), "yard": ("ft", 3, 1), "cm": ("m", 1, 100),
    "mm": ("m", 1, 1000), "gram": ("kg", 1, 1000), "kiloton": ("tonne", 1000, 1),
    "megaton": ("tonne", 10**6, 1), "millilitre": ("litre", 1, 1000), "barrel of oil": ("barrel", 1, 1),
}  # fmt: skip


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
    if unit not in CONVERTED:
        return value, ledger_unit(unit)
    to, times, by = CONVERTED[unit]
    return tidy(value * times / by), to

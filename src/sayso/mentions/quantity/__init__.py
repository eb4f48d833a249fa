"""Quantities: figures with bound, unit and counted noun, by grammar alone."""

from sayso.mentions.quantity.engine import find_quantities
from sayso.mentions.quantity.excluding import SOFT
from sayso.mentions.quantity.values import Quantity

__all__ = ["find_quantities", "is_figure", "is_measured", "ledger_unit"]

LEDGER_UNITS = frozenset({
    "count", "km2", "mi2", "acre", "hectare", "km", "mi", "m", "ft", "kg", "tonne", "lb", "litre", "barrel",
    "percent", "times",
})  # fmt: skip


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

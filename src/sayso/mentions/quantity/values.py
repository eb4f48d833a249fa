"""What a quantity means: a bounded number of some unit, and the noun that is counted."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sayso.mentions.number.values import Bound
from sayso.reports.span import Span

Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: bound, unit and counted noun.

    `unit` is ``count``, a unit of measure (km2, mi2, acre, hectare, km, mi, m, ft, kg, tonne, lb,
    litre, barrel, percent, times, …) or an ISO 4217 currency code. `counted` is the noun phrase
    counted without determiners ("women and children"), `head` its last word in the singular, both
    None where it is elided ("killing 12"). `change` is set where the words say that this is a
    movement ("rose 5 per cent" → up). `excluded` says why this is not a figure in the sense of
    the ledger ("age", "ordinal", "name", "duration", "distance that only locates", …), else None.
    """

    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str = "count"
    counted: Span | None = None
    head: str | None = None
    change: Change | None = None
    digits: int | None = None
    excluded: str | None = None

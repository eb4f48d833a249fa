"""Units in each other, exactly; nothing for money, counts and ambiguous units."""

from decimal import Decimal

import pytest

from sayso.mentions.quantity import CONVERTED, in_ledger_unit
from sayso.mentions.quantity.convert import AMBIGUOUS, BASES, convert, to_base
from sayso.mentions.quantity.lexicon import units


def test_square_kilometres_in_square_miles() -> None:
    made = convert(Decimal(3000), "km2", "mi2")
    assert made is not None
    assert round(made, 1) == Decimal("1158.3")


@pytest.mark.parametrize(
    ("unit", "to"), [("USD", "EUR"), ("count", "km2"), ("ton", "kg"), ("km", "kg"), ("km", "nonsense")]
)
def test_none_where_they_do_not_compare(unit: str, to: str) -> None:
    assert convert(Decimal(1), unit, to) is None


@pytest.mark.parametrize(
    "unit", [u.id for u in units().by_id.values() if u.dimension in BASES and u.id not in AMBIGUOUS]
)
def test_every_unit_of_measure_has_its_base(unit: str) -> None:
    made = to_base(Decimal(2), unit)
    assert made is not None
    assert made[1] == BASES[units().by_id[unit].dimension]


def test_tonnes() -> None:
    assert to_base(Decimal("1.5"), "tonne") == (Decimal(1500), "kg")


@pytest.mark.parametrize(
    ("value", "unit", "wanted"),
    [
        ("40000", "m2", ("0.04", "km2")),
        ("36", "inch", ("3", "ft")),
        ("3", "barrel of oil per day", ("3", "count")),
        ("58", "USD per barrel", ("58", "USD")),
        ("24", "celsius", ("24", "count")),
        ("7", "count", ("7", "count")),
    ],
)
def test_the_unit_of_the_ledger(value: str, unit: str, wanted: tuple[str, str]) -> None:
    assert in_ledger_unit(Decimal(value), unit) == (Decimal(wanted[0]), wanted[1])


@pytest.mark.parametrize("unit", sorted(CONVERTED))
def test_the_ledger_converts_as_pint_does(unit: str) -> None:
    made, to = in_ledger_unit(Decimal(3), unit)
    wanted = convert(Decimal(3), unit, to)
    assert wanted is not None
    assert abs(made - wanted) <= wanted * Decimal("1e-20")

"""The tables of the checks: units agree with pint, lists of words are read, errors say where they are."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sayso.checks.factors import PINT, factor, table
from sayso.checks.words import any_of, filled
from sayso.mentions.quantity.convert import BASES, convert


@pytest.mark.parametrize("unit", [u for u, one in table().items() if one.dimension in PINT])
def test_a_unit_of_the_table_is_what_pint_says(unit: str) -> None:
    base = BASES[table()[unit].dimension]
    made = convert(Decimal(1), unit, base)
    mine = factor(unit, base)
    assert made is not None
    assert mine is not None
    assert abs(mine - Fraction(made)) <= Fraction(made) * Fraction(1, 10**12)


def test_what_does_not_measure_the_same_has_no_factor() -> None:
    assert factor("km2", "km") is None
    assert factor("ton", "tonne") is None
    assert factor("USD", "EUR") is None


def test_a_list_of_words_stands_in_a_pattern() -> None:
    assert "per family" in any_of("each")
    assert filled("{each}").startswith("(?:each|")
    assert filled("a{2,3}{nolist}") == "a{2,3}{nolist}"

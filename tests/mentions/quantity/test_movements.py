"""Movements from one figure to another: one mention over both, kept out of the ledger."""

from decimal import Decimal

import pytest

from sayso.mentions.quantity import find_quantities, is_figure, is_measured, movements
from sayso.mentions.quantity.corpus import MOVEMENTS, NO_MOVEMENTS, read_marks


@pytest.mark.parametrize(("sentence", "low", "high", "unit", "way"), MOVEMENTS, ids=[m[0] for m in MOVEMENTS])
def test_movement(sentence: str, low: str, high: str, unit: str, way: str) -> None:
    marked = read_marks(sentence)
    (found,) = movements(marked.text, "text", find_quantities(marked.text))
    value = found.value
    assert found.span.exact == marked.text[slice(*marked.figure)]
    assert (value.low, value.high, value.unit, value.change) == (Decimal(low), Decimal(high), unit, way)
    assert is_measured(value)
    assert not is_figure(value)


@pytest.mark.parametrize("sentence", NO_MOVEMENTS)
def test_no_movement(sentence: str) -> None:
    assert movements(sentence, "text", find_quantities(sentence)) == []


def test_both_figures_are_its_parts() -> None:
    text = "The toll rose from 112 to about 126."
    (found,) = movements(text, "text", find_quantities(text))
    assert [part.exact for part in found.parts] == ["112", "about 126"]

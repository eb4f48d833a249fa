"""Movements from one figure to another: one mention over both, kept out of the ledger."""

from decimal import Decimal

import pytest

from sayso.exports.found import found_in
from sayso.mentions.quantity import find_quantities, is_figure, is_measured, movements
from sayso.mentions.quantity.corpus import MOVEMENTS, NO_MOVEMENTS, read_marks
from sayso.reading import Guard
from sayso.reports.report import Report


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


def test_the_command_gives_the_movement_beside_its_figures() -> None:
    report = Report("r", "It was quiet.\n\nThe toll rose from 112 to 126.", title="Fell from 20 km to 19 km")
    rows = list(found_in(report, ("quantity",), Guard(report)))
    assert [row["exact"] for row in rows] == [
        "from 20 km to 19 km", "20 km", "19 km", "from 112 to 126", "112", "126",
    ]  # fmt: skip
    texts = {"title": report.title or "", "text": report.text}
    assert all(texts[row["part"]][row["start"] : row["end"]] == row["exact"] for row in rows)
    assert [row["value"]["excluded"] for row in rows] == ["movement", None, None] * 2

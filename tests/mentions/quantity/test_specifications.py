"""The rows of docs/figures-and-recognizers.md that are about figures: what a report means by them."""

from decimal import Decimal
from pathlib import Path

import pytest

from sayso.mentions.quantity import find_quantities, is_measured

PAGE = (Path(__file__).parents[3] / "docs" / "figures-and-recognizers.md").read_text("utf-8")
READ = (
    ("100 millionths", "0.01", "0.01", "percent"),
    ("more than 2 in 5", "40", None, "percent"),
    ("from 200 to 300 in 2008", "200", "300", "count"),
    ("<>30", "30", None, "count"),
    ("=>30", "30", None, "count"),
    ("=<30", None, "30", "count"),
    ("100 mb", "100", "100", "megabyte"),
    ("10M", "10000000", "10000000", "count"),
    ("one hundred one thousand fifths", "20200", "20200", "count"),
    ("500,000 barrels a day", "500000", "500000", "barrel per day"),
    ("24 degrees", "24", "24", "degree"),
    ("100° Celsius", "100", "100", "celsius"),
    ("$ 2 per share", "2", "2", "USD per share"),
    ("$98 a share", "98", "98", "USD"),
    ("15 dollars 50", "15.5", "15.5", "USD"),
    ("c $ 100 and fifty", "100", "100", "CAD"),
    ("one dollar and two", "1", "1", "USD"),
)
NO_FIGURES = ("SCP-173", "10G", "2 pm")


@pytest.mark.parametrize(("said", "low", "high", "unit"), READ, ids=[row[0] for row in READ])
def test_what_a_report_means(said: str, low: str | None, high: str | None, unit: str) -> None:
    value = next(m.value for m in find_quantities(said + ".") if is_measured(m.value))
    ends = tuple(None if end is None else Decimal(end) for end in (low, high))
    assert (value.low, value.high, value.unit) == (*ends, unit)


@pytest.mark.parametrize("said", NO_FIGURES)
def test_what_is_no_figure(said: str) -> None:
    assert [m for m in find_quantities(said) if is_measured(m.value)] == []


@pytest.mark.parametrize("said", [*(row[0] for row in READ), *NO_FIGURES])
def test_the_page_speaks_of_it(said: str) -> None:
    assert said in PAGE

"""What a text states of its own day: lines that are dates and datelines, never what a sentence tells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reports.opening import make_report
from sayso.reports.provenance import Given
from sayso.reports.published import stated_in

DAY = date(2016, 3, 12)
STATED = [
    "12 March 2016",
    "Saturday, March 12, 2016\xa0",
    "Published: 12 March 2016, 10:42 GMT",
    "Posted on Sat 12th Mar 2016",
    "Updated at 9.15 am, Saturday 12 March 2016",
    "2016-03-12",
    "2016/03/12 17:05",
    "DATE: 12 MARCH 2016",
    "ALEPPO, Syria, March 12, 2016 (Agency) — Shells fell on the market.",
    "Geneva, 12 March 2016 – Shells fell on the market.",
    "Sat Mar 12 2016 Shells Fall on Market. Shells fell on Saturday.",
    "Last updated at Mar 122016 GENEVA Shells fell on the market.",
    "Date of publication 12 March 2016 Shells fell on the market.",
    "Posted on March 12 2016 by A. Writer Shells fell on the market.",
    "12 March 2016 Shells fell on the market.",
    "12 March 2016 40 shells fell on the market.",
    "2016/03/12(updated 1733 2016/03/12) Shells fell on the market.",
    "Shells fall on market in the north Monitor AFP Saturday 12 Mar 2016 Shells fell on the market.",
    "Shells fall on market Sat Mar 12 2016 Shells fell.",
    "Shells fall on market\nBy A. Writer\n\n12 March 2016\n\nShells fell.",
]
NOT_STATED = [
    "On 12 March 2016 shells fell on the market.",
    "Shells fell on 12 March 2016",
    "03/04/2016",
    "31 February 2016",
    "Shells fell on Saturday 12 March 2016 Aleppo residents say.",
    "March 2016",
    "ALEPPO, March 12 — Shells fell.",
    "The truce of 27 February 2016 – the third – held.",
    "",
]


@pytest.mark.parametrize("text", STATED)
def test_the_day_is_read(text: str) -> None:
    stated = stated_in(text)
    assert stated
    assert stated.day == DAY


@pytest.mark.parametrize("text", NOT_STATED)
def test_no_day_is_guessed(text: str) -> None:
    assert stated_in(text) is None


def test_days_in_numbers_are_read_where_there_is_one_reading() -> None:
    assert [stated_in(text).day for text in ("25/03/2016", "03/25/2016")] == [date(2016, 3, 25)] * 2


def test_the_report_says_how_its_day_is_known() -> None:
    report = make_report("Shells fall\n12 March 2016\nShells fell.", Given(), "a")
    assert (report.published, report.published_from) == (DAY, "dateline")
    assert report.counted_from == DAY
    report = make_report("12 March 2016\nShells fell.", Given(date(2016, 3, 13)), "a")
    assert (report.published, report.published_from) == (date(2016, 3, 13), "given")
    assert report.counted_from == DAY, "what the text calls today is the day that the text states"
    assert make_report("Shells fell.", Given(date(2016, 3, 13)), "a").counted_from == date(2016, 3, 13)


@given(st.text())
def test_any_text(text: str) -> None:
    stated = stated_in(text)
    assert stated is None or 0 <= stated.start < stated.end <= len(text)

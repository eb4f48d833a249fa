"""The one composition: offsets hold whatever comes in, a failing stage loses its stretch and no more."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.reading import Reading, read
from sayso.reports.span import Span

PIECES = [
    "The army said on Monday that ", "13 people ", "were killed", "at least 600 fighters", " in Aleppo",
    "3,000 sq km (1,160 sq miles)", " since March 2011", ". ", "\n", "\r\n", "\n\n", "“", "”", '"', "’s ",
    "John Kerry", " said ", "dozens", "80-90 per cent", "Click to follow", "حلب", "\u00ad", "\u200b", "😀",
    "\x00", "\ufeff", "e\u0301", "\u202e", "Zürich", "—",
]  # fmt: skip
ANYTHING = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
REPORT = (
    "Monitors said on Friday that at least 13 people were killed in Aleppo.\n\n"
    "Click to follow 12 accounts\n\n"
    "The army put the toll at 20, and said that it had lost 300 sq km since March 2011.\n\n"
)


def spans(value: Any) -> Iterator[Span]:
    """Every span anywhere inside a value."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from spans(getattr(value, each.name))


def assert_exact(reading: Reading) -> None:
    found = list(spans((reading.claims, reading.findings, reading.mentions, reading.report.furniture)))
    for span in found:
        assert reading.report.part(span.part)[span.start : span.end] == span.exact
        assert 0 <= span.start <= span.end


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANYTHING, title=st.one_of(st.none(), ANYTHING))
def test_offsets_hold_for_any_unicode(text: str, title: str | None) -> None:
    reading = read(text, title=title, published="2016-10-24")
    assert_exact(reading)
    assert reading.skipped == ()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 3_000,
        "(" * 3_000,
        "“" * 500,
        "1" * 3_000,
        "1,000 " * 1_000,
        "a" * 20_000,
        "\n" * 5_000,
        "of the " * 2_000,
    ],
    ids=["words", "brackets", "quotes", "digits", "numbers", "letters", "lines", "function words"],
)
def test_monotonous_texts_are_read(text: str) -> None:
    reading = read(text, published="2016-10-24")
    assert_exact(reading)
    assert reading.skipped == ()


def test_long_texts_are_read_in_sections_with_true_offsets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.language.paragraphs.PART", 400)
    reading = read(REPORT * 20, title="Thirteen killed in Aleppo", published="2016-10-24")
    assert reading.skipped == ()
    assert_exact(reading)
    figures = [m for m in reading.mentions if m.kind == "quantity" and m.span.exact == "at least 13"]
    assert len(figures) == 20
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    assert not [m for m in reading.mentions if m.span.part == "text" and "accounts" in m.span.exact]


def test_beyond_the_limit_nothing_is_read_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reading.LONGEST", 1_000)
    reading = read(REPORT * 20, published="2016-10-24")
    (skipped,) = reading.skipped
    assert "only the first 1,000 of" in str(skipped)
    assert max(mention.span.end for mention in reading.mentions) <= 1_000


@pytest.mark.parametrize(
    ("stage", "place"),
    [
        ("grammar", "sayso.reading.analyse"),
        ("quantity", "sayso.mentions.quantity.find_quantities"),
        ("period", "sayso.mentions.period.find_periods"),
        ("place", "sayso.mentions.place.find_places"),
        ("claims", "sayso.claims.assemble.assemble"),
        ("checks", "sayso.checks.run_checks"),
    ],
)
def test_a_failing_stage_is_told_and_the_rest_stands(
    stage: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr(place, fails)
    reading = read(REPORT, published="2016-10-24")
    assert {skipped.stage for skipped in reading.skipped} == {stage}
    assert "out of luck" in str(reading.skipped[0])
    assert reading.mentions


def test_nothing_is_read_from_furniture() -> None:
    reading = read(REPORT, published="2016-10-24")
    assert [span.exact for span in reading.report.furniture] == ["Click to follow 12 accounts"]
    (dead,) = reading.report.furniture
    assert not [span for span in spans(reading.claims) if span.overlaps(dead)]
    assert not [mention for mention in reading.mentions if mention.span.overlaps(dead)]


def test_a_path_is_opened_and_a_string_is_read(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Forty dead\n\nForty men died.\n", encoding="utf-8")
    assert read(file).report.title == "Forty dead"
    assert read(str(file)).report.text == str(file)
    with pytest.raises(UnreadableInput):
        read(tmp_path / "gone.txt")
    with pytest.raises(UnreadableInput):
        read("Forty men died.", published="last Sunday")


def test_the_day_may_be_given_in_either_form() -> None:
    for published in ("2016-03-13", date(2016, 3, 13), "2016-03-13T10:00:00+00:00"):
        assert read("Forty men died.", published=published).report.published == date(2016, 3, 13)

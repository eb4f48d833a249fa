"""The yardstick report of the data folder, figure by figure (third-party text, so it is read from there)."""

import os
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from sayso import read
from sayso.claims.claim import FigureClaim

DATA = Path(os.environ.get("SAYSO_DATA", "../shared"))
REPORT = DATA / "reports" / "independent-2016-03-13.txt"
DAY = date(2016, 3, 13)
WEEKS = (date(2016, 2, 21), DAY)

pytestmark = pytest.mark.skipif(not REPORT.exists(), reason=f"no yardstick report: {REPORT} is absent")


@cache
def claims(published: date | None = DAY) -> tuple[FigureClaim, ...]:
    found = read(REPORT, published=published).claims
    return tuple(claim for claim in found if isinstance(claim, FigureClaim))


def days(claim: FigureClaim) -> tuple[date | None, date | None] | None:
    return (claim.period.start, claim.period.end) if claim.period else None


def test_every_figure_and_no_other() -> None:
    told = [
        (c.figure.span.part, c.figure.low, c.figure.high, c.figure.unit, str(c.figure.bound))
        for c in claims()
    ]
    vague = (Decimal(2000), Decimal(9999), "km2", "vague")
    assert told == [
        ("title", 600, 600, "count", "exact"),
        ("text", *vague),
        ("text", 2, 2, "times", "about"),
        ("text", 600, 600, "count", "exact"),
        ("text", *vague),
        ("text", 3000, 3000, "km2", "exact"),
        ("text", 1160, 1160, "mi2", "exact"),
        ("text", 600, 600, "count", "exact"),
        ("text", 1572, 1572, "km2", "about"),
        ("text", 80, 90, "percent", "range"),
        ("text", 270000, None, "count", "more_than"),
    ]


def test_what_is_measured() -> None:
    assert [claim.measure for claim in claims()] == [
        "killed", "territory", "change", "casualties", "territory", "territory", "territory", "casualties",
        "territory", "change", "killed",
    ]  # fmt: skip


def test_who_says_so() -> None:
    kerry, observatory = "John Kerry", "Syrian Observatory for Human Rights"
    names = [claim.source.name if claim.source else None for claim in claims()]
    assert names == [kerry, None, None, kerry, kerry, kerry, kerry, kerry, None, kerry, observatory]
    assert [claims()[n].mode for n in (5, 6, 7)] == ["direct"] * 3
    assert claims()[8].mode == "narrator"


def test_who_lost_them() -> None:
    lost = [claims()[n] for n in (0, 3, 4, 5, 7)]
    assert [claim.affected.name if claim.affected else None for claim in lost] == ["Islamic State"] * 5
    assert [claim.predicate.span.exact for claim in lost if claim.predicate] == ["killed"] + ["lost"] * 4


def test_when_and_where() -> None:
    assert [days(claims()[n]) for n in (0, 3, 4, 5, 6, 7)] == [WEEKS] * 6
    assert days(claims()[10]) == (date(2011, 3, 1), DAY)
    assert claims()[10].accumulation == "cumulative"
    assert days(claims()[8]) is None
    where = [claim.place.name if claim.place else None for claim in claims()]
    assert where[:5] == [None] * 5  # Paris is where it was said
    assert [where[n] for n in (5, 6, 7, 8, 9)] == ["Syria"] * 3 + ["Greater London", "Syria"]


def test_without_a_publication_date_the_weeks_stay_open_and_say_why() -> None:
    relative = [claim.period for claim in claims(None) if claim.period and "weeks" in claim.period.span.exact]
    assert relative
    assert all(p.start is None and p.end is None and p.reason for p in relative)

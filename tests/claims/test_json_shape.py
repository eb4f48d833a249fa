"""Claims survive the trip through JSON, figures exactly."""

import json
from datetime import date
from decimal import Decimal

import pytest

from sayso.checks.as_json import finding_as_json, finding_from_json
from sayso.checks.finding import Finding
from sayso.claims.as_json import claim_as_json, number_as_json
from sayso.claims.claim import (
    Counted,
    Cue,
    Figure,
    FigureClaim,
    Party,
    PeriodSlot,
    PlaceSlot,
    Position,
    Predicate,
    Source,
)
from sayso.claims.from_json import claim_from_json, number_from_json
from sayso.mentions.number.values import Bound
from sayso.reports.report import Report

TEXT = "Officials in Homs said 12.5 tonnes were lost on Friday, AFP reported."
REPORT = Report("r1", TEXT, "A title", "Outlet", None, date(2016, 3, 13), "given")


def at(words):
    start = TEXT.index(words)
    return REPORT.span("text", start, start + len(words))


FULL = FigureClaim(
    "c1",
    "r1",
    REPORT.span("text", 0, len(TEXT)),
    Figure(at("12.5 tonnes"), Decimal("12.5"), None, Bound.AT_LEAST, "tonne", 3),
    "aid",
    Counted(at("tonnes"), "tonne", "aid"),
    Predicate(at("lost"), "lose"),
    "claimed",
    "increment",
    None,
    Party(None, "Nobody", "nobody", "other"),
    Source(at("Officials"), "Officials", None, "official", None, (Party(at("AFP"), "AFP"),)),
    Cue(at("said"), "say"),
    "indirect",
    "asserted",
    PlaceSlot(at("Homs"), "Homs", "SYR", "Homs", 169577, 34.7, 36.7, "place"),
    PeriodSlot(at("Friday"), date(2016, 3, 11), date(2016, 3, 11)),
    {"figure": "<number> <unit>"},
)
BARE = FigureClaim("c2", "r1", at("said"), Figure(at("12.5"), None, None, Bound.VAGUE, "count"), "other")
POSITION = Position("p1", "r1", at("said"), (at("lost"), at("Friday")), to=Party(None, "You"))


@pytest.mark.parametrize("claim", [FULL, BARE, POSITION], ids=["full", "bare", "position"])
def test_a_claim_comes_back_the_same(claim):
    line = json.dumps(claim_as_json(claim, REPORT), ensure_ascii=False, allow_nan=False)
    assert claim_from_json(json.loads(line)) == claim


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("600", 600),
        ("600.0", 600),
        ("0.1", 0.1),
        ("1158.3", 1158.3),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("1E+900", "1E+900"),
        ("9007199254740993", "9007199254740993"),
    ],
)
def test_figures_are_exact(value, shown):
    assert number_as_json(Decimal(value)) == shown
    assert number_from_json(json.loads(json.dumps(number_as_json(Decimal(value))))) == Decimal(value)


def test_a_finding_comes_back_the_same():
    finding = Finding("unit-pair", "holds", "They agree.", "1 = 1", (at("12.5"),), ("c1",), None)
    assert finding_from_json(json.loads(json.dumps(finding_as_json(finding, REPORT)))) == finding


def test_other_objects_are_refused():
    with pytest.raises(ValueError, match="not a claim"):
        claim_from_json({"type": "tally"})

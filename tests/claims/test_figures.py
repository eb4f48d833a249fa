"""Figure claims of our own sentences, slot by slot."""

import pickle
from datetime import date

import pytest

from sayso import read
from sayso.claims.claim import FigureClaim
from sayso.claims.counted import group_of
from sayso.claims.counted.corpus import CORPUS as GROUPS
from sayso.claims.identity import claim_id
from sayso.reports.span import Span

from .figure import DAY, figure_claims, only_claim


@pytest.mark.parametrize(("group", "phrase"), GROUPS)
def test_groups(group: str | None, phrase: str) -> None:
    assert group_of(phrase) == group


def test_place_period_and_predicate_of_one_clause() -> None:
    claim = only_claim("A car bomb killed 12 people in Baghdad on Saturday.")
    assert claim.place is not None
    assert claim.place.country == "IRQ"
    assert claim.period is not None
    assert (claim.period.span.exact, claim.period.start) == ("on Saturday", date(2017, 4, 15))
    assert claim.predicate is not None
    assert claim.predicate.lemma == "kill"
    assert claim.how["place"] == "same clause"


def test_a_count_since_a_month_ends_at_publication() -> None:
    claim = only_claim("More than 4,000 people have been killed in Yemen since March 2016.")
    assert claim.period is not None
    assert (claim.period.start, claim.period.end) == (date(2016, 3, 1), DAY)
    assert claim.period.span.exact == "since March 2016"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("More than 200 shells have hit the town since the truce collapsed.", "since the truce collapsed"),
        ("Some 40 people have died since the start of the siege.", "since the start of the siege"),
        ("At least 90 rockets have been fired since resuming hostilities.", "since resuming"),
    ],
)
def test_a_count_since_an_event_without_a_date_ends_at_publication(sentence: str, words: str) -> None:
    period = only_claim(sentence).period
    assert period is not None
    assert (period.span.exact, period.start, period.end) == (words, None, DAY)
    assert period.reason == "the event is not dated in the report"


def test_since_for_because_dates_nothing() -> None:
    assert only_claim("About 40 people stayed behind, since they had no fuel.").period is None


def test_the_size_of_a_yardstick_is_no_place() -> None:
    claims = figure_claims("The fire burned an area twice the size of Luxembourg.")
    assert all(claim.place is None for claim in claims)


def test_who_lost_and_who_did_it() -> None:
    lost = only_claim("Islamic State lost 40 fighters near the river.")
    assert lost.affected is not None
    assert lost.affected.name == "Islamic State"
    assert lost.measure == "casualties"
    done = only_claim("Hezbollah killed nine soldiers near the border.")
    assert done.by is not None
    assert done.by.name == "Hezbollah"


def test_a_figure_goes_with_the_one_that_includes_it() -> None:
    whole, part = figure_claims("The blast wounded 40 people, including 11 children.")
    assert (whole.measure, part.measure) == ("injured", "injured")


def test_two_figures_share_one_event() -> None:
    assert [c.measure for c in figure_claims("Nine soldiers and four rebels were killed.")] == ["killed"] * 2


def test_ids_are_stable_and_apart() -> None:
    text = "The blast wounded 40 people and killed 12."
    ids = [claim.id for claim in read(text).claims]
    assert ids == [claim.id for claim in read(text).claims]
    assert len(set(ids)) == len(ids)
    span = Span("text", 0, 2, "40")
    assert claim_id("a", "figure", span) != claim_id("a", "position", span)


def test_claims_can_be_pickled() -> None:
    claims = read("The blast wounded 40 people in Homs, the police said.").claims
    assert pickle.loads(pickle.dumps(claims)) == claims  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    "text",
    ["", "40", "40 killed", "\u202e40 “ killed \ud800 12 \x00", "12 " * 300, "since " * 300 + "2016 12 died"],
)
def test_odd_texts_raise_nothing(text: str) -> None:
    reading = read(text)
    assert not [skipped for skipped in reading.skipped if skipped.stage == "claims"]
    for claim in reading.claims:
        span = claim.figure.span if isinstance(claim, FigureClaim) else claim.content[0]
        assert reading.report.part(span.part)[span.start : span.end] == span.exact

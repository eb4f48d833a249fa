"""The period of a figure: what a time reaches, and from when to when it then counts."""

from datetime import date

import pytest

from .figure import DAY, figure_claims, only_claim

Days = tuple[date | None, date | None]


def days(sentence: str) -> Days:
    period = only_claim(sentence).period
    return (period.start, period.end) if period else (None, None)


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("About 5,000 troops are now in the country.", DAY, DAY),
        ("Until now 150 villagers have been kidnapped.", None, DAY),
        ("At least 72 people were killed in Idlib over the past few days.", None, DAY),
        ("In recent weeks 72 people have been killed in Idlib.", None, DAY),
        ("At least 60 rockets have been fired at the town since midnight.", DAY, DAY),
        ("The army killed 70 fighters at dawn.", DAY, DAY),
        ("A day after the vote, tens of thousands march in the capital.", DAY, DAY),
        ("More than 40 people have died since the coup.", None, DAY),
    ],
)
def test_times_that_the_day_of_publication_bounds(
    sentence: str, start: date | None, end: date | None
) -> None:
    assert days(sentence) == (start, end)


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Some 190 people have been killed in 22 days of fighting.", date(2017, 3, 27)),
        ("Some 190 people were killed in a week of clashes.", date(2017, 4, 10)),
        ("Some 190 people have died in the country's three-year war.", None),
    ],
)
def test_how_long_an_event_has_gone_on_ends_with_the_report(sentence: str, start: date | None) -> None:
    assert days(sentence) == (start, DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "The war, which began in 2011, has killed more than 4,000 people.",
        "At least 175 fighters were killed in an offensive that began in 2011.",
    ],
)
def test_what_has_begun_counts_up_to_the_publication(sentence: str) -> None:
    assert days(sentence) == (date(2011, 1, 1), DAY)


def test_what_began_and_is_over_counts_its_own_day() -> None:
    assert days("The fighting began on Saturday and 12 people died.")[1] != DAY


def test_the_deadliest_since_dates_only_what_it_is_compared_with() -> None:
    blast, flood = figure_claims(
        "The blast that killed 12 people was the deadliest since the attack of 2011, in which 40 people died."
    )
    assert blast.period is None or blast.period.start != date(2011, 1, 1)
    assert flood.period is not None
    assert (flood.period.start, flood.period.end) == (date(2011, 1, 1), date(2011, 12, 31))


def test_since_then_goes_on_from_the_day_before_it() -> None:
    first, second = figure_claims(
        "On 3 March 2017, 20 people died in the town. Another 60 people have been killed there since then."
    )
    assert first.period is not None
    assert first.period.start == date(2017, 3, 3)
    assert second.period is not None
    assert (second.period.start, second.period.end) == (date(2017, 3, 3), DAY)


def test_without_a_day_of_publication_nothing_ends_with_it() -> None:
    period = only_claim("Some 190 people have been killed in 22 days of fighting.", None).period
    assert period is None or (period.start, period.end, period.reason) == (None, None, "no publication date")


def test_an_event_is_worth_the_day_that_the_report_gives_it() -> None:
    rockets, bodies = figure_claims(
        "Both sides agreed to a truce from 08:00 to 20:00. At least 9 rockets were fired before the truce"
        " started. Some 150 bodies were found during the truce."
    )
    assert rockets.period is not None
    assert (rockets.period.start, rockets.period.end) == (None, DAY)
    assert bodies.period is not None
    assert (bodies.period.span.exact, bodies.period.start) == ("during the truce", DAY)
    assert bodies.how["period"].endswith("the day of the event")


def test_the_first_week_of_a_battle_counts_from_its_first_day() -> None:
    claim = only_claim(
        "The battle began on 3 March 2017. In the first week of the battle 97 civilians were killed."
    )
    assert claim.period is not None
    assert (claim.period.start, claim.period.end) == (date(2017, 3, 3), date(2017, 3, 9))


def test_since_a_battle_with_a_date_begins_on_it() -> None:
    claim = only_claim(
        "The battle began on 3 March 2017. Some 97 people have been killed since the battle began."
    )
    assert claim.period is not None
    assert (claim.period.start, claim.period.end) == (date(2017, 3, 3), DAY)


def test_an_event_without_a_date_dates_nothing() -> None:
    assert only_claim("Some 150 bodies were found during the truce.").period is None


def test_what_people_do_is_not_what_is_counted() -> None:
    _, second = figure_claims("Some 3,000 people left Foua and nearly 300 leaving Zabadani were seen.")
    assert second.counted is None

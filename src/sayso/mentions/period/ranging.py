"""Two dates that are joined to one stretch of days: "from 3 to 5 May", "between March and June"."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.mentions.period.calendar import month_days
from sayso.mentions.period.meaning import Draft, Meaning, Point
from sayso.mentions.period.tokens import Tokens
from sayso.mentions.period.values import Period

JOINING = ("dash", "to", "until")


def joined_at(tokens: Tokens, first: Draft, second: Draft) -> int | None:
    """Where the stretch of two neighbouring dates begins, with its "from"; None if they are two."""
    lead = tokens.name(first.start - 1) if first.start else ""
    if lead == "the" and first.start > 1:
        lead = tokens.name(first.start - 2)
    between = [
        name for name in map(tokens.name, range(first.end, second.start)) if name not in ("comma", "dot")
    ]
    joining = between[:1] and between[0]
    if len(between) > 2 or (len(between) == 2 and between[1] not in ("the", "to", "until", "in")):
        return None
    if joining in JOINING or (joining == "and" and lead == "between"):
        return (
            first.start - 1
            if lead in ("from", "between") and tokens.name(first.start - 1) == lead
            else first.start
        )
    return None


def a_year_earlier(said: Meaning, period: Period) -> Point | None:
    """A month without a year as that of the year before; None for other dates.

    "will stay from August to October", written in September, has begun.
    """
    if not isinstance(said, Point) or not said.month or said.year or said.frame or period.start is None:
        return None
    return replace(said, year=period.start.year - 1)


def same_day(first: Period, second: Period) -> Period:
    """The second of two expressions side by side: a day of an event is the day named before it."""
    one = first.start is not None and first.start == first.end
    if not one or second.timex != "XXXX-XX-XX" or second.shape != "date":
        return second
    return replace(first, shape="date", fuzzy=False, mod=None)


def _pushed(end: date, said: Meaning) -> date:
    """A weekday or month at the end of a stretch that is the one after its beginning."""
    if not isinstance(said, Point) or said.frame or said.year:
        return end
    if said.weekday and not said.month:
        return end + timedelta(7)
    if not said.month or (end.month, end.day) == (2, 29):
        return end
    return month_days(end.year + 1, end.month)[1] if not said.day else end.replace(year=end.year + 1)


def stretch(first: Period, second: Period, said: Meaning, published: date | None) -> Period | None:
    """The days from the first of one to the last of the other; None where they are in no such order."""
    start, end = first.start, second.end
    if second.timex == "PRESENT_REF":
        end = published
    if first.timex == "PRESENT_REF":
        start = published
    if start and end and start > end:
        end = _pushed(end, said)
    if start is None or end is None or start > end or "duration" in (first.shape, second.shape):
        return None
    timex = f"{first.timex}/{second.timex}"
    return Period(timex, start, end, "span", second.grain or first.grain, fuzzy=first.fuzzy or second.fuzzy)

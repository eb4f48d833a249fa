"""Finds periods: words become classes, shapes become meanings, and meanings in their order become days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.mentions.mention import Mention, Part
from sayso.mentions.period.carrying import Course
from sayso.mentions.period.meaning import Point
from sayso.mentions.period.placing import Placed, placed
from sayso.mentions.period.ranging import a_year_earlier, same_day, stretch
from sayso.mentions.period.resolving import resolve
from sayso.mentions.period.setting import Setting
from sayso.mentions.period.values import Period
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of

SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
START = Course()
YEARS = range(1000, 9000)  # a day of publication outside them is a slip, and days near it leave the calendar
MANY = 4  # so many years named before that of publication make an account of the past


def find_periods(text: str, part: TextPart = "text", published: date | None = None) -> list[Mention[Period]]:
    """Every time expression of a text, in text order.

    In a report of its own day, a stretch ("from 3 to 5 May") is a mention too, before those of its two ends;
    its `shape` is "span". Needs no network; time is linear in the text's length.
    """
    expressions = list(placed(text))
    if not expressions:
        return []
    published = published if published and published.year in YEARS else None
    setting = Setting(published, published is not None and _recent(expressions, published))
    return list(_mentions(text, part, expressions, _Reading(text, setting)))


def _recent(expressions: Sequence[Placed], published: date) -> bool:
    """Whether a report tells of its own time, not of years long past in their order."""
    points = [e.meaning for e in expressions if isinstance(e.meaning, Point)]
    years = [point.year for point in points if point.year]
    old = sum(year < published.year for year in years)
    today = sum(_is_of_today(point) for point in points) + len(years) - old
    return old < MANY or old <= 2 * today


def _is_of_today(point: Point) -> bool:
    """A weekday without a date, "yesterday", "last week": what reports of the day are dated by."""
    if point.frame:
        return point.frame.base == "now" or (point.frame.unit == "W" and point.frame.base == "near")
    return bool(point.weekday and not point.month)


@dataclass(slots=True)
class _Reading:
    """Where the reading of a report has come to: its course, and whether that was set in this sentence.

    `told` is the course of what has happened: a day to come, named in passing ("until the hearing on 5 May"),
    is none that a tale goes on from ("on the same day, 40 were hurt").
    """

    text: str
    setting: Setting
    course: Course = START
    told: Course = START
    at: int = 0
    same_sentence: bool = False

    def period(self, expression: Placed) -> Period:
        """What the next expression stands for; later ones then go on from it."""
        if SENTENCE_END.search(self.text, self.at, expression.start):
            self.same_sentence = False
        now = self.setting
        behind, ahead, near = expression.tense < 0, expression.ahead, self.same_sentence
        then = (self.told if behind and now.recent else self.course).then
        setting = Setting(now.published, now.recent, then, ahead, near, behind)
        period, day = resolve(expression.meaning, setting)
        if day and not (period.start and now.published and period.start > now.published):
            self.told = self.told.after(expression, day)
        course = self.course.after(expression, day) if day else self.course
        self.same_sentence |= course.then is not self.course.then
        self.course, self.at = course, expression.end
        return period


def _mentions(
    text: str, part: TextPart, expressions: Sequence[Placed], reading: _Reading
) -> Iterator[Mention[Period]]:
    """The mentions in text order, a stretch before its two ends."""
    last: tuple[Placed, Period] | None = None
    for one in expressions:
        period = reading.period(one)
        if last and _beside(text, last[0], one):
            period = same_day(last[1], period)
        if last and one.joined is not None and one.ahead:
            last, period = _begun(*last, one, period, reading.setting)
        whole = _stretch(one, last[1] if last else None, period, reading.setting)
        if last and whole and one.joined is not None:
            yield _mention(text, part, one.joined, one.end, whole, f"{last[0].rule} to {one.rule}")
        if last:
            yield _mention(text, part, last[0].start, last[0].end, last[1], last[0].rule)
        last = one, period
    if last:
        yield _mention(text, part, last[0].start, last[0].end, last[1], last[0].rule)


def _beside(text: str, first: Placed, second: Placed) -> bool:
    """Whether only a comma parts two expressions: "on 21 July, the fifth day of the siege" """
    return second.start - first.end <= 2 and text[first.end : second.start].strip() == ","


def _begun(
    first: Placed, begins: Period, second: Placed, ends: Period, setting: Setting
) -> tuple[tuple[Placed, Period], Period]:
    """A stretch that looks ahead, a year earlier where it then holds the day of publication."""
    today = setting.published
    one, two = a_year_earlier(first.meaning, begins), a_year_earlier(second.meaning, ends)
    if today and one and two:
        start, end = resolve(one, setting)[0], resolve(two, setting)[0]
        if start.start and end.end and start.start <= today <= end.end:
            return (first, start), end
    return (first, begins), ends


def _stretch(one: Placed, begins: Period | None, ends: Period, setting: Setting) -> Period | None:
    if one.joined is None or begins is None or not setting.recent:
        return None
    return stretch(begins, ends, one.meaning, setting.published)


def _mention(text: str, part: TextPart, start: int, end: int, period: Period, rule: str) -> Mention[Period]:
    span = span_of(part, text, start, end)
    return Mention("period", span, period, rule, (Part(span.exact, _means(period)),))


def _means(period: Period) -> str:
    if period.start is None and period.end is None:
        return f"{period.timex} ({period.reason or period.shape})"
    days = str(period.start) if period.start == period.end else f"{period.start}…{period.end}"
    return f"{period.timex} {days}"

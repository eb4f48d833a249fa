"""Dates as they are written, also impossible ones: weekday, day, month and year with their characters.

The grammar of periods resolves what a date means; to check a date its words must be taken apart as they
stand, "Monday 31 June" included.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.checks.passage import Passage
from sayso.checks.wording import MONTHS, WEEKDAYS
from sayso.reports.span import Span, span_of

MONTH = r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DATE = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY})(?:,? (?:the )?|, on | \()?)?"
    rf"(?:\b(?P<day>[0-3]?\d)(?:(?:st|nd|rd|th)(?: of)?)? {MONTH.format('month')}\b|\b{MONTH.format('month2')} (?P<day2>[0-3]?\d)(?:(?:st|nd|rd|th)\b|\b(?=[.,;:)–—]|\s*\Z|\s(?:19|20)\d\d\b|\s(?:in|at|on|and|to|by|when|after|as|was|were|the|near)\b)(?!:|,\d{{3}})))"
    rf"(?:,? (?P<year>(?:19|20)\d\d)\b|,? (?P<ago>last|this) year\b)?"
    rf"(?P<behind>(?:,| –| \()? ?(?:which was |that was |was |it was |fell on |falls on )?(?:on )?an? (?P<weekday2>{WEEKDAY}))?"
)
PAIR = re.compile(
    rf"\b(?:from|between) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:to|and|until|till) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)? {MONTH.format('month')}\b(?:,? (?P<year>(?:19|20)\d\d))?"
)
FAR = 45  # days before publication up to which a date without a year is surely of this year


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written; `year` is None where the words give none."""

    span: Span
    day: int
    month: int
    year: int | None
    weekday: int | None
    ago: int | None = None  # "last year" 1, "this year" 0

    def dated(self, published: date | None) -> "Written":
        """The date with its year where the words give it by that of publication."""
        if self.ago is None or published is None:
            return self
        return replace(self, year=published.year - self.ago, ago=None)

    def possible(self, year: int) -> bool:
        """Whether the day is in that year's calendar."""
        return 1 <= self.day <= calendar.monthrange(year, self.month)[1]

    def on(self, year: int) -> date | None:
        """The day in a year, None where there is none."""
        return date(year, self.month, self.day) if self.possible(year) else None


def dates_in(passage: Passage) -> Iterator[Written]:
    """The dates of a passage, left to right."""
    text = passage.text[passage.start : passage.end].replace("\n", " ").replace("\u00a0", " ")
    for match in DATE.finditer(text):
        day = int(match["day"] or match["day2"])
        month = month_of(match["month"] or match["month2"])
        weekday = match["weekday"] or match["weekday2"]
        end = (
            match.end()
            if match["weekday2"]
            else match.end("year")
            if match["year"]
            else match.end("ago") + len(" year")
            if match["ago"]
            else match.start("behind")
            if match["behind"]
            else match.end()
        )
        span = span_of(passage.part, passage.text, passage.start + match.start(), passage.start + end)
        year = int(match["year"]) if match["year"] else None
        ago = {"last": 1, "this": 0}.get(match["ago"] or "")
        yield Written(span, day, month, year, WEEKDAYS.index(weekday) if weekday else None, ago)


def pairs_in(passage: Passage) -> Iterator[tuple[Written, Written]]:
    """ "from 3 to 17 May": two dates that share their month."""
    text = passage.text[passage.start : passage.end].replace("\n", " ").replace("\u00a0", " ")
    for match in PAIR.finditer(text):
        year = int(match["year"]) if match["year"] else None
        month = month_of(match["month"])
        span = span_of(
            passage.part, passage.text, passage.start + match.start("d1"), passage.start + match.end()
        )
        yield (
            Written(span, int(match["d1"]), month, year, None),
            Written(span, int(match["d2"]), month, year, None),
        )


def month_of(word: str) -> int:
    """1 to 12."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def last_before(written: Written, published: date) -> date | None:
    """The latest day up to publication on which a date without a year fell."""
    for year in range(published.year, published.year - 5, -1):
        day = written.on(year)
        if day is not None and day <= published:
            return day
    return None


def near(day: date, published: date) -> bool:
    """Whether a day lies shortly before publication."""
    return timedelta(0) <= published - day <= timedelta(days=FAR)

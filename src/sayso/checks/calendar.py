"""calendar: weekday with date, impossible dates, a window with its length, and days that had not come yet."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.checks.dates import Written, dates_in, last_before, near
from sayso.checks.finding import Finding
from sayso.checks.material import Sheet, finding
from sayso.checks.passage import Passage
from sayso.checks.windows import windows
from sayso.checks.wording import MONTHS, WEEKDAYS, day

CODE = "calendar"
BACK = re.compile(
    r"\b(?:anniversary|that (?:year|summer|winter|spring|autumn|day)|years? (?:ago|before|earlier|later)|it was (?:on|a)|in the (?:war's|first|second|third|last|worst|final)|"
    r"remember\w*|recall\w*|survivors?|memorial|history|back in|decade|summer|winter|spring|autumn|began)\b"
)
LONG_AGO = re.compile(
    r"\b(?:anniversary|years? (?:ago|before|earlier|later)|remember\w*|memorial|history|back in|decade)\b"
)
JUST_NOW = timedelta(days=10)  # before publication: a date so near is not one of another year
AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|is due|are due|was due|were due|due to|is to|are to|was to|were to|expected|scheduled|planned|plans?|set for|set to|until|deadline|by|before|from|next|"
    r"expires?|runs? (?:until|to)|ends? on|begins? on|starts? on|ahead|called for|agreed to|vowed|promised|postponed|delayed|election|vote|to be|if|for|extend\w*|slated|intends?|starting|effective|as of)\b"
)
PAST = re.compile(
    r"\b(?:was|were|had|killed|died|seized|fell|took|left|fled|hit|struck|attacked|captured|began|said|held|broke|entered|shot|burned|wounded|released|signed|opened|reached|arrived|lost|[a-z]{3,}ed)\b"
)


def calendar(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each date or window that the calendar can judge."""
    for passage in sheet.passages:
        written = [each.dated(sheet.published) for each in dates_in(passage)]
        for each in written:
            judged = (
                _impossible(sheet, each) or _weekday(sheet, passage, each) or _to_come(sheet, passage, each)
            )
            if judged:
                yield judged
        yield from windows(sheet, passage, written)


def _impossible(sheet: Sheet, written: Written) -> Finding | None:
    leap = 2000  # a year with every day there is
    month = MONTHS[written.month - 1]
    if not written.possible(leap):
        said = f"{month} has no day {written.day}"
        return finding(sheet, CODE, "fails", (written.span,), f"“{written.span.exact}”: {said}.", said)
    if written.year is not None and not written.possible(written.year):
        said = f"{written.year} was no leap year"
        return finding(sheet, CODE, "fails", (written.span,), f"“{written.span.exact}”: {said}.", said)
    return None


def _weekday(sheet: Sheet, passage: Passage, written: Written) -> Finding | None:
    if written.weekday is None:
        return None
    told = WEEKDAYS[written.weekday]
    if written.year is not None:
        true = written.on(written.year)
        return _dated(sheet, written, true, told) if true else None
    if sheet.published is None:
        return None
    true = last_before(written, sheet.published)
    if true is None:
        return None
    ahead = written.on(sheet.published.year) or true
    if (
        ahead > sheet.published
        and AHEAD.search(passage.shape)
        and ahead - sheet.published < timedelta(days=180)
    ):
        true = ahead
    if true.weekday() == written.weekday:
        return _dated(sheet, written, true, told)
    fresh = timedelta(0) <= sheet.published - true <= JUST_NOW
    back = (LONG_AGO if fresh else BACK).search(passage.shape)
    sure = (near(true, sheet.published) or true > sheet.published) and not back
    if sure:
        return _dated(sheet, written, true, told)
    fits = [
        y
        for y in range(sheet.published.year, sheet.published.year - 8, -1)
        if (d := written.on(y)) and d.weekday() == written.weekday
    ]
    arithmetic = f"{day(true)}" + (f"; a {told} in {fits[0]}" if fits else "")
    says = f"“{written.span.exact}” has no year: it was a {WEEKDAYS[true.weekday()]} in {true.year}" + (
        f", a {told} in {fits[0]}." if fits else "."
    )
    return finding(sheet, CODE, "unclear", (written.span,), says, arithmetic)


def _dated(sheet: Sheet, written: Written, true: date, told: str) -> Finding:
    holds = true.weekday() == written.weekday
    was = "was" if sheet.published is None or true <= sheet.published else "is"
    says = f"{true.day} {MONTHS[true.month - 1]} {true.year} {was} a {WEEKDAYS[true.weekday()]}" + (
        "." if holds else f", not a {told}."
    )
    return finding(sheet, CODE, "holds" if holds else "fails", (written.span,), says, day(true))


MAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? may\b|\bmay(?= \d)|\b(?:in|since|of|on|last|by) may\b"
)  # the month
DATELINE = re.compile(
    r"\W*(?:(?:published|updated|posted|last|at|date of publication|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day)?)\b\W*)*",
    re.I,
)


def _to_come(sheet: Sheet, passage: Passage, written: Written) -> Finding | None:
    """A day after publication that is told as past."""
    if sheet.published is None or written.year is None:
        return None
    true = written.on(written.year)
    if true is None or true <= sheet.published + timedelta(days=1):
        return None
    if DATELINE.fullmatch(passage.text[passage.start : written.span.start]):
        return None  # the day that the report itself bears, not a day it tells of
    words = MAY.sub(" ", passage.shape)
    if AHEAD.search(words) or not PAST.search(words):
        return None
    says = f"“{written.span.exact}” is told as past, but the report was published on {day(sheet.published)}."
    return finding(
        sheet, CODE, "fails", (written.span,), says, f"{day(true)} is after {day(sheet.published)}"
    )

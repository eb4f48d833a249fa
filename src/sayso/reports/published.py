"""The day that a text states as its own: a line that is a date, or a dateline with a year.

Only the beginning of the text is looked at, and only a whole date counts: day, month and year. What a
sentence tells ("On 12 March 2016 …") is no statement of publication, and no day is ever guessed.
Numbers alone ("03/04/2016") are read only where day and month cannot be taken for one another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

BEGINNING = 4_000  # characters
MOST_LINES = 8  # a headline, a standfirst, a byline and their like stand before the date
LONGEST_LINE = 90  # characters of a line that is a date with the words around it
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"(?:[\s,|·–—-]*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?"
_LABEL = (
    r"(?:(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|issued)|date(?:\s+of\s+publication)?"
    r"|publication\s+date)"
    r"(?:\s+(?:on|at))?\s*[:|–—-]?\s*)?"
)
WRITTEN = (
    rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s*{_YEAR}",
    r"(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
    r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>(?:19|20)\d\d)",
)
ALONE = tuple(
    re.compile(rf"\s*{_LABEL}{_CLOCK}[\s,|·–—-]*{_WEEKDAY}{form}{_CLOCK}[\s.|]*", re.I) for form in WRITTEN
)
# A place, a date, and a dash: the beginning of an agency's report, the agency in brackets or absent.
PLACE = r"\s*[A-Z][\w'’.-]*(?:[ ,/]+[A-Z(][\w'’.)-]*){0,6}[\s,(–—-]+"
DATELINES = tuple(
    re.compile(rf"{PLACE}{_WEEKDAY}{form}\)?[^\w]{{0,3}}(?:\([^)]{{2,40}}\))?\s*[–—:-]")
    for form in WRITTEN[:2]
)


# Pages copied as one line: the date, with its weekday or label or by itself, then the headline or the first
# sentence; or a headline, its agency and the date with its weekday.
_NEXT = r"\s*[)(]?\s*(?=[A-Z0-9“‘\"']|by\s|title\s*:|updated\s)"
_WEEKDAY_NAMED = _WEEKDAY.removesuffix("?")
_LABELLED = _LABEL.removesuffix("?").replace("(?:", "(?i:", 1)
OPENINGS = tuple(
    re.compile(rf"\s*{lead}(?i:{form}{_CLOCK}){_NEXT}")
    for form in WRITTEN
    for lead in (_WEEKDAY_NAMED, _LABELLED, "")
)
AFTER_HEADLINE = tuple(
    re.compile(
        rf"(?<!\bon)(?<!\blast)(?<!\bthis)(?<!,)\s{_WEEKDAY_NAMED}(?i:{form}{_CLOCK})\s+(?=[A-Z0-9“‘\"'])"
    )
    for form in WRITTEN[:2]
)
HEADLINE = 200  # characters in which a headline copied into the text has ended


@dataclass(frozen=True, slots=True)
class Stated:
    """A day that a text states as its own, and the characters [start, end) in which it does."""

    day: date
    start: int
    end: int


def stated_in(text: str) -> Stated | None:
    """The day that the beginning of a text states; None where it states none."""
    beginning, place, seen = text[:BEGINNING], 0, 0
    if opening := _first(OPENINGS, beginning[:LONGEST_LINE], whole=False) or _after_headline(beginning):
        return opening
    for line in beginning.splitlines(keepends=True):
        if line.strip():
            found = _first(ALONE, line, whole=True) if len(line) <= LONGEST_LINE else None
            found = found or _first(DATELINES, line[:LONGEST_LINE], whole=False)
            if found:
                return Stated(found.day, place + found.start, place + found.end)
            seen += 1
        place += len(line)
        if seen == MOST_LINES:
            break
    return None


def _after_headline(beginning: str) -> Stated | None:
    """The date after a headline copied into the line of the report: "… AFP Sunday 9 July 2017 At"."""
    line = beginning.lstrip().partition("\n")[0]
    indent = len(beginning) - len(beginning.lstrip())
    for form in AFTER_HEADLINE:
        match = form.search(line[:HEADLINE])
        if match and (day := _day(match)):
            return Stated(day, indent + match.start() + 1, indent + match.end())
    return None


def _first(forms: Sequence[re.Pattern[str]], words: str, *, whole: bool) -> Stated | None:
    for form in forms:
        match = form.fullmatch(words) if whole else form.match(words)
        if match and (day := _day(match)):
            return Stated(day, match.start(), match.end())
    return None


def _day(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    year = int(found["year"])
    if found.get("month"):
        month, day = found["month"].lower()[:3], int(found["day"])
        return _date(year, MONTHS.index(month) + 1, day) if month in MONTHS else None
    if found.get("number"):
        return _date(year, int(found["number"]), int(found["day"]))
    first, second = int(found["first"]), int(found["second"])
    if first <= 12 and second <= 12 and first != second:
        return None  # the third of April or the fourth of March
    return _date(year, *((second, first) if first > 12 else (first, second)))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

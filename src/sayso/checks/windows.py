"""A length of time against the days that bound it: "in the three weeks since 12 February"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from sayso.checks.dates import Written, dates_in, last_before, pairs_in
from sayso.checks.finding import Finding
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.shape import Match, shape
from sayso.checks.wording import MONTHS, day
from sayso.reports.span import Span

CODE = "calendar"
UNITS = {
    "second": 0.0,
    "minute": 0.0,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.44,
    "quarter": 91.3,
    "year": 365.25,
    "decade": 3652.5,
}
ONE = "day|week|fortnight|month|year|decade"
LENGTH = rf"(?:<t?:t>|(?P<one>the (?:past |last )?(?P<unit>{ONE})|a (?P<unit2>{ONE})|one (?P<unit3>{ONE})))"
CUE = rf"[\uf400-\uf7ff]|\b(?:{ONE})\b"
SINCE = (
    shape(
        rf"\b(?:in|for|over|during|within)? ?(?:the )?{LENGTH}(?: [a-z]+)?,? (?P<how>since|from|after|that followed|following|starting|beginning|before|to|until|up to|ending)(?: on| in| about| around| at)? ",
        "<length> since <date>",
        cue=CUE,
    ),
)
LATER = (
    shape(
        rf"{LENGTH} (?P<how>later|afterwards|after that|earlier|before that|on),? (?:on|in)? ?",
        "<date> … <length> later, on <date>",
        cue=CUE,
    ),
)
YEAR = re.compile(r"(?:(?P<month>[A-Z][a-z]{2,8}) )?(?P<year>(?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in days, how exact its unit is, and its words."""

    days: float
    grain: float
    mark: Operand | Span
    words: str


RUN = re.compile(r"\b(?:and|until|to|ended|end|fell|over|stopped|lifted|finished|lasted)\b")
FOLLOWS = 16  # characters between the later date and the length of time that closes the run
NEAR = 90  # characters between two dates and the length of time that they bound


def windows(sheet: Sheet, passage: Passage, written: list[Written]) -> Iterator[Finding]:
    """A length of time against the days that bound it."""
    if not written and not passage.operands:
        return
    seen: set[Span] = set()
    for match in SINCE[0].find(passage):
        for judged in _since(sheet, passage, match, written):
            seen |= set(judged.figures)
            yield judged
    for a, b in _two_ends(passage, written):
        length = _nearest(passage, a)
        if length and not seen & {a.span, b.span}:
            seen |= {a.span, b.span}
            if between := _between(sheet, length, a, b):
                yield between
    for a, b, length in _run(passage, written):
        if not seen & {a.span, b.span} and (between := _between(sheet, length, a, b)):
            seen |= {a.span, b.span}
            yield between
    for match in LATER[0].find(passage):
        later = _later(sheet, passage, match, written)
        if later and not seen & set(later.figures):
            yield later


def _since(sheet: Sheet, passage: Passage, match: Match, written: list[Written]) -> Iterator[Finding]:
    how = match.words("how")
    if sheet.published is None or how not in (
        "since",
        "after",
        "that followed",
        "following",
        "from",
        "starting",
        "beginning",
    ):
        return
    at = passage.offset(match.found.end() - 1) + 1
    length = _length(match)
    first = next((w for w in written if 0 <= w.span.start - at <= 4), None)
    if first is not None:
        start = first.on(first.year) if first.year else last_before(first, sheet.published)
        if how != "since" or start is None:
            return
        yield _compare(sheet, length, start, sheet.published, first.span)
        return
    if how == "since" and passage.text[at : at + 4] == "then" and passage.number:
        told = list(dates_in(sheet.passages[passage.number - 1]))
        begun = (
            (told[-1].on(told[-1].year) if told[-1].year else last_before(told[-1], sheet.published))
            if told
            else None
        )
        if begun is not None:
            yield _compare(sheet, length, begun, sheet.published, told[-1].span)
        return
    year = YEAR.match(passage.text, at, passage.end)
    if year and how == "since":
        yield from _since_year(sheet, passage, length, year)


def _since_year(sheet: Sheet, passage: Passage, length: Length, year: re.Match[str]) -> Iterator[Finding]:
    """ "in the five years since March 2011": good to a unit, as years and months run over."""
    if sheet.published is None or length.grain < UNITS["month"]:
        return
    named = [n for n, m in enumerate(MONTHS, 1) if year["month"] and m == year["month"]]
    if year["month"] and not named:
        return
    first = date(int(year["year"]), named[0] if named else 1, 1)
    last = date(int(year["year"]), named[0] if named else 12, 28)
    slack = length.grain * (1 if length.days >= 2 * length.grain else 0.5)
    lengths = ((sheet.published - last).days - slack, (sheet.published - first).days + slack)
    holds = lengths[0] <= length.days <= lengths[1]
    start = year.start("month") if year["month"] else year.start("year")
    span = passage_span(passage, start, year.end("year"))
    true = (sheet.published - first).days / length.grain
    says = f"From {span.exact} to publication on {day(sheet.published)} is about {true:.1f} times that unit; the report says {length.words}."
    yield finding(
        sheet,
        CODE,
        "holds" if holds else "fails",
        (length.mark, span),
        says,
        f"{(sheet.published - first).days} days",
    )


def passage_span(passage: Passage, start: int, end: int) -> Span:
    """A span of the passage's part by offsets of the part."""
    return Span(passage.part, start, end, passage.text[start:end])


def _two_ends(passage: Passage, written: list[Written]) -> Iterator[tuple[Written, Written]]:
    yield from pairs_in(passage)
    for a, b in pairwise(written):
        between = passage.text[a.span.end : b.span.start].strip().lower()
        before = passage.text[max(passage.start, a.span.start - 10) : a.span.start].lower().split()
        if between in ("to", "and", "until", "till", "–", "-", "through") and (
            between not in ("and",) or "between" in before
        ):
            yield a, b


def _run(passage: Passage, written: list[Written]) -> Iterator[tuple[Written, Written, Length]]:
    """ "began on 17 October and ended on 10 July, nine months later": two dates, then what lies between."""
    for a, b in pairwise(written):
        behind = [o for o in passage.operands if o.kind == "time" and 0 < o.span.start - b.span.end < FOLLOWS]
        words = passage.text[a.span.end : b.span.start]
        later = behind and re.match(
            r"(?: later| afterwards| after| in all)?\s*(?:[.,;]|\Z)", passage.after(behind[0], 20)
        )
        if later and RUN.search(words) and _of(behind[0]).grain >= 1:
            yield a, b, _of(behind[0])


def _nearest(passage: Passage, a: Written) -> Length | None:
    """The length of time told nearest to two dates, in the same sentence."""
    near = [
        _of(one)
        for one in passage.operands
        if one.kind == "time"
        and one.unit in UNITS
        and abs(one.span.start - a.span.start) < NEAR
        and not re.search(r"\b(?:ago|later|earlier|old)\b", passage.after(one, 10))
    ]
    return near[0] if len(near) == 1 and near[0].grain >= 1 else None


def _between(sheet: Sheet, length: Length, a: Written, b: Written) -> Finding | None:
    year = b.year or a.year or (sheet.published.year if sheet.published else None)
    if year is None:
        return None
    end = b.on(b.year or year)
    start = a.on(a.year or year)
    if start is None or end is None:
        return None
    if start > end and a.year is None:
        start = a.on(year - 1) or start
    return _compare(sheet, length, start, end, a.span, b.span) if start <= end else None


def _later(sheet: Sheet, passage: Passage, match: Match, written: list[Written]) -> Finding | None:
    """ "on 3 May … two weeks later, on 30 May"."""
    if sheet.published is None:
        return None
    at = passage.offset(match.found.end() - 1) + 1
    here = next((w for w in written if 0 <= w.span.start - at <= 3), None)
    earlier = (
        [
            w
            for p in (sheet.passages[passage.number - 1], passage)
            for w in dates_in(p)
            if p.part == passage.part and w.span.start < at
        ]
        if passage.number
        else [w for w in written if w.span.start < at]
    )
    if here is None or not earlier or match.words("how") == "on":
        return None
    first, second = (
        (w.on(w.year) if w.year else last_before(w, sheet.published)) for w in (earlier[-1], here)
    )
    if first is None or second is None:
        return None
    back = match.words("how") in ("earlier", "before that")
    start, end = (second, first) if back else (first, second)
    return _compare(sheet, _length(match), start, end, earlier[-1].span, here.span) if start <= end else None


def _length(match: Match) -> Length:
    time = match.get("t")
    if time is not None:
        return _of(time)
    unit = match.words("unit") or match.words("unit2") or match.words("unit3")
    span = match.span("one")
    return Length(UNITS[unit], UNITS[unit], span, span.exact)


def _of(time: Operand) -> Length:
    grain = UNITS.get(time.unit, 0.0)
    return Length(float(min(time.value, Fraction(10**6))) * grain, grain, time, time.words)


def _compare(sheet: Sheet, length: Length, start: date, end: date, *spans: Span) -> Finding:
    days = (end - start).days
    slack = 1.01 + (0 if length.grain <= 1 else length.grain * 0.2) + length.days * 0.05
    holds = days - slack <= length.days <= days + 1 + slack
    last = "publication" if sheet.published == end else f"{end.day} {MONTHS[end.month - 1]}"
    arithmetic = f"{start.day} {MONTHS[start.month - 1]} to {end.day} {MONTHS[end.month - 1]} is {days} days"
    says = f"From {start.day} {MONTHS[start.month - 1]} to {last} is {days} days; the report says {length.words}."
    return finding(sheet, CODE, "holds" if holds else "fails", (length.mark, *spans), says, arithmetic)

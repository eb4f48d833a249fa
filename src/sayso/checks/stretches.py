"""The stretches of time that a rate may run over: "for six hours", "over the past year", "in June"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from sayso.checks.interval import Interval, exactly
from sayso.checks.material import Sheet
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval
from sayso.checks.shape import Match, shape
from sayso.checks.times import DAYS, LENGTH, LOOSE, UNIT
from sayso.checks.wording import MONTHS
from sayso.mentions.number.values import Bound
from sayso.reports.span import Span

IN = r"(?:for|over|in|during|within|across|throughout|after|through|all)"
WHOLE = r"(?:a|an|one|the|the past|the last|this|that|the whole|the entire|a whole|a full|the same|the first|last|all|the previous|every day of the|each day of the)"
PERIODS = (
    shape(r"<time:t>", "for <time>"),
    shape(rf"\b{IN} (?P<one>{WHOLE} (?P<unit>{UNIT}))\b", "for a <unit>"),
    shape(rf"\b{IN} (?:the (?:whole |month )?(?:month )?of |all of |every day of )?(?P<month>{'|'.join(m.lower() for m in MONTHS)})\b", "in <month>"),
)  # fmt: skip
OVER = re.compile(r"over\b", re.I)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time in days, the figure or words that give it, and whether it must be the rate's."""

    days: Interval
    mark: Operand | Span
    words: str
    place: int
    sure: bool = True


def stretches(sheet: Sheet, passage: Passage, start: int, end: int) -> list[Stretch]:
    """The stretches of a passage outside the words of the rate, behind it first; else those of the
    sentence before and of the sentence behind."""
    here = [s for s in _in(passage) if not start <= s.place < end]
    if here:
        here.sort(key=lambda s: (s.place < start, abs(s.place - start)))
        return [replace(s, sure=n == 0) for n, s in enumerate(here)]
    around = (passage.number - 1, passage.number + 1)
    near = [sheet.passages[n] for n in around if 0 <= n < len(sheet.passages)]
    same = [p for p in near if p.part == passage.part and p.paragraph == passage.paragraph]
    found = [s for p in same for s in _in(p)]
    return [replace(s, sure=len(found) == 1) for s in found]


def _in(passage: Passage) -> Iterator[Stretch]:
    for each in PERIODS:
        for match in each.find(passage):
            made = _length(match)
            if made:
                yield made


def _length(match: Match) -> Stretch | None:
    time = match.get("time")
    if time is not None:
        return _timed(match.passage, time)
    if match.has("month"):
        month = [m.lower() for m in MONTHS].index(match.words("month"))
        span = match.span("month")
        days = Interval(Fraction(LENGTH[month]), Fraction(29 if month == 1 else LENGTH[month]))
        return Stretch(days, span, span.exact, match.found.start("month"))
    unit, span = match.words("unit"), match.span("one")
    return Stretch(_loose(exactly(DAYS[unit]), unit), span, span.exact, match.found.start("one"))


def _timed(passage: Passage, time: Operand) -> Stretch | None:
    """A length of time in figures; "over six months" is six months, not more."""
    if time.unit not in DAYS:
        return None
    told = replace(time, bound=Bound.EXACT, high=time.low) if OVER.match(time.span.exact) else time
    days = interval(told).scaled(DAYS[time.unit])
    return Stretch(_loose(days, time.unit), time, time.words, passage.place_of(time))


def _loose(days: Interval, unit: str) -> Interval:
    """Months and years are not of one length."""
    if unit not in ("month", "year") or days.low is None or days.high is None:
        return days
    return Interval(days.low * (1 - LOOSE), days.high * (1 + LOOSE))

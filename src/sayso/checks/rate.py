"""rate: so many a day over a period, and a total, "three a week for the past year, nearly 250 in total".

Fails where rate times duration and total disagree beyond their hedges. A month is 30.4 days, a year
52.18 weeks; "the past year" is one year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.counterpart import kin
from sayso.checks.finding import Finding
from sayso.checks.interval import Interval
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval
from sayso.checks.shape import shape
from sayso.checks.stretches import Stretch, stretches
from sayso.checks.times import DAILY, DAYS, UNIT
from sayso.checks.totals import announced, closed, restated
from sayso.checks.wording import number, with_unit

CODE = "rate"
RATES = (
    shape(rf"<rate:cm$>(?: [^.;:!?–(),\ue000-\uf7ff]{{1,40}}?)?(?: a| an| per| each| every| in a| the|/) ?(?P<unit>{UNIT})\b", "<rate> a <unit>"),
    shape(rf"<rate:cm$>(?: [^.;:!?–(),\ue000-\uf7ff]{{1,30}}?)? (?P<daily>{'|'.join(DAILY)})\b", "<rate> daily"),
    shape(rf"(?P<daily>{'|'.join(DAILY)}) (?:average|rate|total|toll|mean|output|take|haul|losses|loss)[^.;:!?\ue000-\uf7ff]{{0,40}}? <rate:cm$>", "a daily average of <rate>"),
)  # fmt: skip
TOO_FAR = 5  # a figure that is more than so many times the product, or as much smaller, was no total of it


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure for each unit of time, and where in the passage its words stand."""

    operand: Operand
    unit: str
    start: int
    end: int

    def over(self, stretch: Stretch) -> Interval:
        """What the rate makes over a stretch of time."""
        low, high = stretch.days.low, stretch.days.high
        a_unit = DAYS[self.unit]
        periods = Interval(None if low is None else low / a_unit, None if high is None else high / a_unit)
        return interval(self.operand).times(periods)


def rate(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each rate with its period and total."""
    for passage in sheet.counted_body:
        done: set[Operand] = set()
        for each in _rates(passage):
            judged = None if each.operand in done else _judged(sheet, passage, each)
            if judged:
                done.add(each.operand)
                yield judged


def _rates(passage: Passage) -> Iterator[Rate]:
    for each in RATES:
        for match in each.find(passage):
            unit = match.words("unit") or DAILY.get(match.words("daily"), "")
            if not match["rate"].excluded:
                yield Rate(match["rate"], unit, match.found.start(), match.found.end())
    for operand in passage.operands:
        if operand.per in DAYS:
            at = passage.place_of(operand)
            yield Rate(operand, operand.per or "", at, at + 1)


def _judged(sheet: Sheet, passage: Passage, one: Rate) -> Finding | None:
    """The finding on a rate: of the periods and totals that its words may mean one that agrees, if any."""
    spans = stretches(sheet, passage, one.start, one.end)
    told = [(stretch, total) for stretch in spans for total in _totals(sheet, passage, one, stretch)]
    for stretch, total in told:
        if one.over(stretch).meets(interval(total)):
            return _finding(sheet, one, stretch, total, holds=True)
    for stretch, total in told:
        if stretch.sure and _sure(sheet, passage, one, stretch, total):
            return _finding(sheet, one, stretch, total, holds=False)
    return None


def _totals(sheet: Sheet, passage: Passage, one: Rate, stretch: Stretch) -> list[Operand]:
    """The figures that may be the total of a rate: in its sentence, or announced in the next."""
    here = [o for o in passage.operands if _fits(passage, o, one) and o != stretch.mark]
    if here or passage.number + 1 >= len(sheet.passages):
        return here
    following = sheet.passages[passage.number + 1]
    if following.paragraph != passage.paragraph:
        return []
    return [o for o in following.operands if _fits(following, o, one) and announced(following, o)]


def _fits(passage: Passage, total: Operand, one: Rate) -> bool:
    """Whether a figure can be the total: of the rate's unit, greater than the rate, and no rate itself."""
    if total == one.operand or total.unit != one.operand.unit or total.per is not None or total.excluded:
        return False
    return total.value >= one.operand.value and not _has_rate(passage, total)


def _sure(sheet: Sheet, passage: Passage, one: Rate, stretch: Stretch, total: Operand) -> bool:
    """Whether a figure must be meant as the total, though it is not what the rate makes."""
    where = sheet.passage_of(total)
    made = one.over(stretch)
    middle = ((made.low or made.high or Fraction(1)) + (made.high or made.low or Fraction(1))) / 2
    if not middle or not 1 / Fraction(TOO_FAR) <= total.value / middle <= TOO_FAR:
        return False
    if closed(where, total):
        return True
    if not kin(one.operand.head, total.head) and None not in (one.operand.head, total.head):
        return False
    if where.number == passage.number and where.place_of(total) < one.start:
        return announced(where, total) or "that is" in passage.shape
    return announced(where, total) or restated(where, total)


def _finding(sheet: Sheet, one: Rate, stretch: Stretch, total: Operand, *, holds: bool) -> Finding:
    a_unit = DAYS[one.unit]
    low, high = stretch.days.low or Fraction(0), stretch.days.high or stretch.days.low or Fraction(0)
    middle = (low + high) / 2 / a_unit
    whole = middle >= 10 or abs(middle - round(middle)) < Fraction(1, 10)
    units = Fraction(round(middle)) if whole else middle
    made = one.operand.value * units
    arithmetic = f"{number(one.operand.value)} a {one.unit} × {number(units)} {one.unit}s = {number(made)}"
    arithmetic += "" if holds else f", not {total.words}"
    says = f"{one.operand.words} a {one.unit} for {stretch.words} makes {with_unit(made, one.operand.unit)}; "
    says += f"the report says {total.words}" + (", which agrees." if holds else ".")
    figures = (one.operand, stretch.mark, total)
    return finding(sheet, CODE, "holds" if holds else "fails", figures, says, arithmetic)


def _has_rate(passage: Passage, operand: Operand) -> bool:
    words = rf"(?: [a-z]+){{0,3}} (?:a|an|per|each|every) (?:{UNIT})\b"
    return re.match(words, passage.after(operand, 40)) is not None

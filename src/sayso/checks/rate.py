"""rate: so many a day over a period, and a total, "three a week for the past year, nearly 250 in total".

Fails where rate times duration and total disagree beyond their hedges. A month is 30.4 days, a year
52.18 weeks; "the past year" is one year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.finding import Finding
from sayso.checks.interval import Interval, exactly
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval
from sayso.checks.shape import Match, shape
from sayso.checks.wording import MONTHS, number, with_unit
from sayso.reports.span import Span

CODE = "rate"
DAYS = {
    "second": Fraction(1, 86400), "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1),
    "night": Fraction(1), "week": Fraction(7), "fortnight": Fraction(14), "month": Fraction(487, 16),
    "quarter": Fraction(1461, 16), "year": Fraction(1461, 4), "decade": Fraction(7305, 2),
}  # fmt: skip
LENGTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
UNIT = "second|minute|hour|day|night|week|fortnight|month|quarter|year|decade"
DAILY = {"hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year",
         "annual": "year", "annually": "year"}  # fmt: skip
RATES = (
    shape(rf"<rate:cm$>(?: [^.;:!?–(),\ue000-\uf7ff]{{1,40}}?)?(?: a| an| per| each| every| in a| the|/) ?(?P<unit>{UNIT})\b", "<rate> a <unit>"),
    shape(rf"<rate:cm$>(?: [^.;:!?–(),\ue000-\uf7ff]{{1,30}}?)? (?P<daily>{'|'.join(DAILY)})\b", "<rate> daily"),
    shape(rf"(?P<daily>{'|'.join(DAILY)}) (?:average|rate|total|toll|mean|output|take|haul|losses|loss)[^.;:!?\ue000-\uf7ff]{{0,40}}? <rate:cm$>", "a daily average of <rate>"),
)  # fmt: skip
PERIODS = (
    shape(r"(?:for|over|in|during|within|across|throughout|after|through|lasted|lasting|of|these|those|the) ~<time:t>", "for <time>"),
    shape(rf"(?:for|over|in|during|within|across|throughout|after) (?P<one>(?:a|an|one|the|the past|the last|this|that|the whole|the entire|a whole|a full|the same|the first) (?P<unit>{UNIT}))\b", "for a <unit>"),
    shape(rf"(?:in|during|for|throughout|over) (?:the (?:whole |month )?(?:month )?of |all of )?(?P<month>{'|'.join(m.lower() for m in MONTHS)})\b", "in <month>"),
    shape(r"<time:t>", "<time>"),
)  # fmt: skip
TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|all told|overall|total|totalled|totaled|totalling|toll|making|or|makes|made|comes to|came to|adding up|amount\w*|adds up|added up|bringing|reached|put at|sum|so|that is|which is|it was|count)\b|[:–=(]"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time in days, with the words that give it."""

    days: Interval
    span: Operand | Span
    words: str
    place: int


def rate(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each rate with its period and total."""
    for passage in sheet.body:
        done: set[Operand] = set()
        for each in RATES:
            for match in each.find(passage):
                operand = match["rate"]
                unit = match.words("unit") or DAILY.get(match.words("daily"), "")
                if operand in done or operand.kind not in ("count", "measure", "money"):
                    continue
                judged = _judge(sheet, passage, operand, unit, (match.found.start(), match.found.end()))
                if judged:
                    done.add(operand)
                    yield judged
        for operand in passage.operands:
            if operand.per in DAYS and operand not in done:
                at = passage.place_of(operand)
                judged = _judge(sheet, passage, operand, operand.per or "", (at, at + 1))
                if judged:
                    yield judged


def _judge(
    sheet: Sheet, passage: Passage, operand: Operand, unit: str, where: tuple[int, int]
) -> Finding | None:
    stretch = _stretch(passage, where)
    total = _total(sheet, passage, operand, where, stretch) if stretch else None
    if stretch is None or total is None:
        return None
    periods = Interval(
        None if stretch.days.low is None else stretch.days.low / DAYS[unit],
        None if stretch.days.high is None else stretch.days.high / DAYS[unit],
    )
    made = interval(operand).times(periods)
    holds = made.meets(interval(total))
    middle = ((periods.low or Fraction(0)) + (periods.high or periods.low or Fraction(0))) / 2
    units = (
        Fraction(round(middle)) if middle >= 10 or abs(middle - round(middle)) < Fraction(1, 10) else middle
    )
    product = operand.value * units
    arithmetic = f"{number(operand.value)} a {unit} × {number(units)} {unit}s = {number(product)}" + (
        "" if holds else f", not {total.words}"
    )
    says = (
        f"{operand.words} a {unit} for {stretch.words} makes {with_unit(product, operand.unit)}; the report says {total.words}"
        + (", which agrees." if holds else ".")
    )
    return finding(
        sheet, CODE, "holds" if holds else "fails", (operand, stretch.span, total), says, arithmetic
    )


def _stretch(passage: Passage, where: tuple[int, int]) -> Stretch | None:
    """The period that a rate runs over: the nearest behind it, else before it."""
    found: list[Stretch] = []
    for each in PERIODS:
        for match in each.find(passage):
            if where[0] <= match.found.end() - 1 < where[1] and match.get("time") is None:
                continue
            made = _length(match)
            if made and not (where[0] <= made.place < where[1]):
                found.append(made)
        if found:
            break
    behind = [s for s in found if s.place >= where[1]]
    return behind[0] if behind else found[-1] if found else None


def _length(match: Match) -> Stretch | None:
    time = match.get("time")
    if time is not None:
        unit = time.unit if time.unit in DAYS else ""
        if not unit:
            return None
        days = interval(time).scaled(DAYS[unit])
        if unit in ("month", "year") and days.low is not None and days.high is not None:
            days = Interval(days.low * Fraction(97, 100), days.high * Fraction(103, 100))
        return Stretch(days, time, time.words, match.passage.place_of(time))
    if match.has("month"):
        number_ = [m.lower() for m in MONTHS].index(match.words("month"))
        span = match.span("month")
        return Stretch(exactly(Fraction(LENGTH[number_])), span, span.exact, match.found.start("month"))
    unit = match.words("unit")
    span = match.span("one")
    length = DAYS[unit]
    loose = (
        Interval(length * Fraction(97, 100), length * Fraction(103, 100))
        if unit in ("month", "year")
        else exactly(length)
    )
    return Stretch(loose, span, span.exact, match.found.start("one"))


def _total(
    sheet: Sheet, passage: Passage, operand: Operand, where: tuple[int, int], stretch: Stretch
) -> Operand | None:
    """The total: a figure of the same unit in the same sentence, or announced in the next."""
    fit = [
        o for o in passage.operands
        if o != operand and o.unit == operand.unit and o.per is None and o.excluded is None
        and not _has_rate(passage, o) and (o.head in (None, operand.head) or operand.head is None)
    ]  # fmt: skip
    behind = [o for o in fit if passage.place_of(o) > max(where[1], stretch.place)]
    before = [o for o in fit if passage.place_of(o) < where[0]]
    marked = [o for o in behind if _announced(passage, o)]
    chosen = marked or [o for o in before if _announced(passage, o) or o.value > operand.value] or []
    if chosen:
        return chosen[0] if chosen is marked else chosen[-1]
    if passage.number + 1 < len(sheet.passages):
        next_ = sheet.passages[passage.number + 1]
        fit = [o for o in next_.operands if o.unit == operand.unit and o.per is None and _announced(next_, o)]
        if fit and next_.paragraph == passage.paragraph and fit[0].head in (None, operand.head):
            return fit[0]
    return None


def _announced(passage: Passage, operand: Operand) -> bool:
    """Whether the words around a figure say that it is a total."""
    before = re.split(r"[\ue000-\uf7ff]", passage.before(operand, 40))[-1]
    return (
        TOTAL.search(before) is not None or TOTAL.search(passage.after(operand, 24).split("–")[0]) is not None
    )


def _has_rate(passage: Passage, operand: Operand) -> bool:
    return (
        re.match(rf"(?: [a-z]+){{0,3}} (?:a|an|per|each|every) (?:{UNIT})\b", passage.after(operand, 40))
        is not None
    )

"""Shapes of two expressions that share words: "6–7 January 1916", "March 5-9, 1918", "ten or 15 years"."""

from collections.abc import Callable
from dataclasses import replace

from sayso.mentions.period.dating import point
from sayso.mentions.period.lasting import length_timex
from sayso.mentions.period.meaning import Length, Meaning, Point
from sayso.mentions.period.pointing import step_of
from sayso.mentions.period.shape import Hit

Two = list[tuple[tuple[int, int], Meaning]] | None
JOIN = "(dash | to | and | or | until | slash | comma)"


def _days_month(hit: Hit) -> Two:
    """ "6-7 January 1916", "the 28 and 29 August" """
    second = point(hit)
    first = hit.whole("first")
    if second is None or first is None or not 1 <= first <= 31:
        return None
    behind = hit.span("first")[1]
    return [((hit.start, behind), replace(second, day=first)), ((_start(hit, "day"), hit.end), second)]


def _month_days(hit: Hit) -> Two:
    """ "March 5-9, 1918", "May 4 and 5" """
    second = point(hit)
    first = hit.whole("first")
    if second is None or first is None or not 1 <= first <= 31 or (second.day or 0) <= first:
        return None
    if not hit.has("year") and not hit.has("dash") and hit.end < len(hit.tokens.words):
        after = hit.tokens.words[hit.end]
        if after.isalpha() and hit.tokens.letters[hit.end] == " " and after.endswith("s"):
            return None  # "on May 4 and 5 soldiers"
    return [
        ((hit.start, hit.span("first")[1]), replace(second, day=first)),
        ((_start(hit, "day"), hit.end), second),
    ]


def _start(hit: Hit, group: str) -> int:
    """The first word of a part, with an article before it."""
    at = hit.span(group)[0]
    return at - 1 if hit.tokens.name(at - 1) == "the" else at


def _years(hit: Hit) -> Two:
    """ "1915-17", "2014/15" """
    first, second = hit.whole("year"), hit.whole("short")
    tokens, at = hit.tokens, hit.span("short")[0]
    if first is None or second is None or len(tokens.words[at]) != 2 or first > 2100:
        return None
    if tokens.end(at - 1) != tokens.start(at) or tokens.end(at - 2) != tokens.start(at - 1):
        return None
    full = first // 100 * 100 + second
    if not first < full <= first + 40:
        return None
    return [((hit.start, hit.span("year")[1]), Point(year=first)), ((at, hit.end), Point(year=full))]


def _years_bc(hit: Hit) -> Two:
    """ "499–493 BC", "496 and 495 BC" """
    first, second = hit.whole("first"), hit.whole("year")
    if first is None or second is None or first <= second:
        return None
    behind = hit.span("first")[1]
    return [
        ((hit.start, behind), Point(year=first, bc=True)),
        ((hit.span("year")[0], hit.end), Point(year=second, bc=True)),
    ]


def _lengths(hit: Hit) -> Two:
    """ "ten or fifteen years", "twelve to eighteen months" """
    first, second = hit.number("first"), hit.number("n")
    unit = hit.value("unit")
    if first is None or second is None or unit == "Q":
        return None
    return [
        ((hit.start, hit.span("first")[1]), Length(length_timex(first, unit))),
        ((hit.span("n")[0], hit.end), Length(length_timex(second, unit))),
    ]


def _days_of(hit: Hit) -> Two:
    """ "from 3 to 5 of this month" """
    first, second = hit.whole("first"), hit.whole("day")
    if hit.unit != "M" or first is None or second is None or not 1 <= first < second <= 31:
        return None
    step = step_of(hit, "M")
    return [
        ((hit.start, hit.span("first")[1]), Point(day=first, frame=step)),
        ((_start(hit, "day"), hit.end), Point(day=second, frame=step)),
    ]


RULES: tuple[tuple[str, str, Callable[[Hit], Two]], ...] = (
    (
        "<day>–<day> <month>",
        (f"(weekday comma?)? the? first=DAY {JOIN} (weekday comma?)? the? day=DAY of? month=month"
        f" (dot? (comma | of | in)? year=year)?"),
        _days_month,
    ),
    (
        "<month> <day>–<day>",
        ("(weekday dot? comma?)? month=month dot? the? first=DAY (dash=dash | to | and | or | until"
        " | slash) the? day=DAY ((comma | of | in)? year=year)?"),
        _month_days,
    ),
    (
        "<day>–<day> of <this month>",
        f"the? first=DAY {JOIN} the? day=DAY (of | in) pointer=POINTER unit=unit",
        _days_of,
    ),
    ("<year>–<year>", "the? year=year (dash | slash) short=(day | small)", _years),
    ("<year>–<year> BC", "first=YEARS (dash | to | and | or | until) year=YEARS bc=bc", _years_bc),
    ("<ten> or <fifteen years>", "first=NUM (dash | to | or) n=NUM dash? unit=UNIT", _lengths),
)  # fmt: skip

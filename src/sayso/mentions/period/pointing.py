"""Shapes of dates in a frame that is pointed at: "last Friday", "July of that year", "the 21st of May"."""

from dataclasses import replace

from sayso.mentions.period.dating import LINK, Production, point
from sayso.mentions.period.meaning import Base, Point, Step
from sayso.mentions.period.shape import Hit

STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}
THEN = frozenset({"that", "same", "previous", "following"})
RECKONINGS = {"fiscal": "FY", "school": "SY"}


def steps_of(hit: Hit) -> int:
    """How many units the pointing word goes: -1 for "last", 1 for "next", 0 for "this"."""
    names = hit.names("pointer")
    return next((STEPS[name] for name in STEPS if name in names), 0)


def step_of(hit: Hit, unit: str) -> Step:
    """ "last", "this", "the same", "that", "the following" … with a unit"""
    names = hit.names("pointer")
    then = names & THEN or (names >= {"the", "next"})
    base: Base = "then" if then else "near"
    return Step(unit, steps_of(hit), base)


def _in_year(hit: Hit) -> Point | None:
    """ "July of that year", "the spring of next year" """
    if hit.unit != "Y":
        return None
    step = step_of(hit, "Y")
    if hit.has("season"):
        return Point(season=hit.value("season"), frame=step)
    found = point(hit)
    return replace(found, frame=step) if found else None


def _day_of_month(hit: Hit) -> Point | None:
    """ "the 21st of this month", "the 15th day of the month" """
    if hit.unit != "M" or (hit.has("u") and hit.value("u") != "D"):
        return None
    return Point(
        day=hit.whole("day"), frame=step_of(hit, "M") if hit.has("pointer") else Step("M", 0, "near")
    )


def _day_of_week(hit: Hit) -> Point | None:
    """ "Tuesday of last week" """
    return Point(weekday=int(hit.value("weekday")), frame=step_of(hit, "W")) if hit.unit == "W" else None


def _weekday(hit: Hit) -> Point:
    """ "last Friday", "this coming Monday", "next Tuesday" """
    names = hit.names("pointer")
    unit = "WN" if names >= {"this", "coming"} else "WL" if names >= {"this", "past"} else "WD"
    return Point(weekday=int(hit.value("weekday")), frame=Step(unit, steps_of(hit), "now"))


def _month(hit: Hit) -> Point:
    """ "last May", "this summer", "the previous April" """
    base: Base = "then" if hit.names("pointer") & THEN else "near"
    if hit.has("season"):
        return Point(season=hit.value("season"), frame=Step("S", steps_of(hit), base))
    return Point(month=int(hit.value("month")), frame=Step("MY", steps_of(hit), base))


def _reckoned(hit: Hit) -> Point | None:
    """ "last fiscal year", "the 2008 school year": years that begin when somebody's rules say"""
    if hit.unit != "Y":
        return None
    reckoning = RECKONINGS.get(hit.name("kind"))
    if hit.has("year"):
        return Point(year=hit.whole("year"), reckoning=reckoning)
    return Point(frame=step_of(hit, "Y"), reckoning=reckoning)


P = "pointer=POINTER"
KIND = "kind=(fiscal | school | calendar)"
RULES: tuple[tuple[str, str, Production], ...] = (
    ("<day> of <this month>", f"the? day=DAY u=unit? of? {P} unit=unit", _day_of_month),
    ("<day> of the month", "the? day=DAY u=unit of the unit=unit", _day_of_month),
    ("<weekday> of <last week>", f"weekday=weekday (of | in)? {P} unit=unit", _day_of_week),
    ("<last week> <weekday>", f"{P} unit=unit (on | dash)? weekday=weekday", _day_of_week),
    ("<last> <weekday>", "pointer=(this coming | this past | POINTER) weekday=weekday", _weekday),
    ("<last> <month>", f"{P} month=month", _month),
    ("<last> <season>", f"{P} season=season", _month),
    ("<day> <month> of <that year>", f"the? day=DAY of? month=month {LINK} {P} unit=unit", _in_year),
    ("<month> <day> of <that year>", f"month=month dot? day=DAY {LINK} {P} unit=unit", _in_year),
    ("<month> of <that year>", f"month=month dot? {LINK} {P} unit=unit", _in_year),
    ("<season> of <that year>", f"the? season=season {LINK} {P} unit=unit", _in_year),
    ("<last> fiscal year", f"{P} {KIND} unit=unit", _reckoned),
    ("fiscal year <year>", f"the? {KIND} unit=unit year=year", _reckoned),
    ("<year> fiscal year", f"the? year=year {KIND} unit=unit", _reckoned),
)  # fmt: skip

"""Shapes of dates that name a day, month, year, season, decade or century."""

from collections.abc import Callable
from dataclasses import replace

from sayso.mentions.period.meaning import Point, Step
from sayso.mentions.period.shape import Hit

Production = Callable[[Hit], Point | None]
LINK = "(comma | of | in)?"
YEAR_STEP = "(yearstep=POINTER unit)"


def _point(hit: Hit) -> Point | None:
    """A date from the parts that its shape names."""
    groups = hit.match.re.groupindex
    named = {name for name in groups if hit.has(name)}
    month = int(hit.value("month")) if "month" in named else None
    day = hit.whole("day") if "day" in named else None
    weekday = int(hit.value("weekday")) if "weekday" in named else None
    if day is not None and not 1 <= day <= 31:
        return None
    year = hit.whole("year") if "year" in named else None
    return Point(year=year, month=month, day=day, weekday=weekday)


def _iso(hit: Hit) -> Point | None:
    """ "2016-03-12", "2016/03/12", "20160312", with or without a time of day"""
    date, _, clock = hit.value("date").partition("t")
    digits = [int(n) for n in _numbers(date)]
    if len(digits) == 1:
        digits = [digits[0] // 10000, digits[0] // 100 % 100, digits[0] % 100]
    return Point(*digits, clock=clock[:5] or None)


def _numbers(text: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in text).split()


def _numeric(hit: Hit) -> Point | None:
    """ "12/03/2016": day before month where that is possible only so; with slashes month first otherwise."""
    first, second, year = (int(n) for n in _numbers(hit.value("date")))
    dotted = "/" not in hit.value("date") and "-" not in hit.value("date")
    month, day = (second, first) if first > 12 or (dotted and second <= 12) else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year < 100:
        year += 2000 if year < 50 else 1900
    return Point(year, month, day)


def _yearmonth(hit: Hit) -> Point | None:
    first, second = (int(n) for n in _numbers(hit.value("date")))
    year, month = (first, second) if first > 12 else (second, first)
    return Point(year, month) if 1000 <= year < 2300 else None


def _decade(hit: Hit) -> Point:
    """ "the 1990s", "the '90s", "the nineties" """
    digits = _numbers(hit.value("decade"))
    number = int(digits[0]) if digits else 10 * int(hit.value("decade"))
    return Point(decade=number // 10 if number >= 100 else 190 + number // 10, bc=hit.has("bc"))


def _century(hit: Hit) -> Point | None:
    number = hit.whole("nth")
    return Point(century=number - 1, bc=hit.has("bc")) if number and number < 100 else None


def _bc(hit: Hit) -> Point | None:
    year = hit.whole("year")
    return Point(year=year, bc=True) if year else None


def _season(hit: Hit) -> Point:
    return Point(year=hit.whole("year"), season=hit.value("season"), bc=hit.has("bc"))


def _month_bc(hit: Hit) -> Point:
    return Point(year=hit.whole("year"), month=int(hit.value("month")), bc=True)


def _quarter(hit: Hit) -> Point | None:
    number = hit.whole("nth") if hit.has("nth") else int(hit.value("quarter"))
    if number is None or not 1 <= number <= 4:
        return None
    return Point(year=hit.whole("year"), quarter=number)


def _last_quarter(hit: Hit) -> Point:
    return Point(year=hit.whole("year"), quarter=4)


def _half(hit: Hit) -> Point | None:
    number = hit.whole("nth") if hit.has("nth") else int(hit.value("half"))
    return Point(year=hit.whole("year"), half=number) if number in (1, 2) else None


def _in_year(hit: Hit) -> Point | None:
    """ "July of that year", "the spring of next year" """
    if hit.value("unit") != "Y":
        return None
    step = step_of(hit, "pointer", "Y")
    if hit.match.re.groupindex.get("season"):
        return Point(season=hit.value("season"), frame=step)
    point = _point(hit)
    return replace(point, frame=step) if point else None


STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}
THEN = ("that", "same", "previous", "following")


def step_of(hit: Hit, group: str, unit: str) -> Step:
    """ "last", "this", "the same", "that", "the following" … with a unit"""
    names = {hit.tokens.name(at) for at in range(*hit.span(group))}
    steps = next((STEPS[name] for name in names if name in STEPS), 0)
    if names & {"that", "same"} or (names & {"previous", "following"}):
        base = "then"
    elif "the" in names and names & {"next"}:
        base = "then"
    else:
        base = "near"
    return Step(unit, steps, base)  # type: ignore[arg-type]


def _day_of_step(hit: Hit) -> Point | None:
    """ "the 21st of this month", "the 15th day of next month" """
    if hit.value("unit") != "M":
        return None
    return Point(day=hit.whole("day"), frame=step_of(hit, "pointer", "M"))


def _weekday_of_step(hit: Hit) -> Point | None:
    if hit.value("unit") != "W":
        return None
    return Point(weekday=int(hit.value("weekday")), frame=step_of(hit, "pointer", "W"))


def _pointed_weekday(hit: Hit) -> Point:
    names = {hit.tokens.name(at) for at in range(*hit.span("pointer"))}
    steps = next((STEPS[name] for name in names if name in STEPS), 0)
    return Point(weekday=int(hit.value("weekday")), frame=Step("WD", steps, "now"))


def _pointed_month(hit: Hit) -> Point:
    names = {hit.tokens.name(at) for at in range(*hit.span("pointer"))}
    steps = next((STEPS[name] for name in names if name in STEPS), 0)
    base = "then" if names & {"that", "same", "previous", "following"} else "near"
    if hit.match.re.groupindex.get("season"):
        return Point(season=hit.value("season"), frame=Step("S", steps, base))
    return Point(month=int(hit.value("month")), frame=Step("MY", steps, base))


WEEKDAY = "(weekday=weekday dot? comma? the?)?"
POINT = "pointer=POINTER"
RULES: tuple[tuple[str, str, Production], ...] = (
    ("<iso date>", "date=iso", _iso),
    ("<dd/mm/yyyy>", f"{WEEKDAY} date=numeric", _numeric),
    ("<year>-<month>", "date=yearmonth", _yearmonth),
    ("<day> <month> <year>", f"{WEEKDAY} the? day=DAY unit? of? month=month dot? {LINK} the? year=year", _point),
    ("<day>-<month>-<year>", "day=day (dash | slash) month=month (dash | slash) year=year", _point),
    ("<year>-<month>-<day>", "year=year (dash | slash) month=month (dash | slash) day=day", _point),
    ("<month> <day> <year>", f"{WEEKDAY} month=month dot? the? day=DAY {LINK} year=year", _point),
    ("<day> <month>", f"{WEEKDAY} the? day=DAY unit? of? month=month", _point),
    ("<month> <day>", f"{WEEKDAY} month=month dot? the? day=DAY", _point),
    ("<month> <day>", "(weekday=weekday dash) month=month (dash | slash) day=day", _point),
    ("<month> <year>", f"month=month dot? {LINK} the? year=year", _point),
    ("<year> <month>", "year=year month=month", _point),
    ("<month>", "month=month", _point),
    ("<weekday> <day>", "weekday=weekday dot? comma? the? day=DAY", _point),
    ("<weekday>", "the? weekday=weekday", _point),
    ("<day> of <this month>", f"the? day=DAY unit? of? {POINT} unit=unit", _day_of_step),
    ("<weekday> of <last week>", f"weekday=weekday (of | in)? {POINT} unit=unit", _weekday_of_step),
    ("<last week> <weekday>", f"{POINT} unit=unit (on | dash)? weekday=weekday", _weekday_of_step),
    ("<last> <weekday>", f"pointer=(this coming | this past | POINTER) weekday=weekday", _pointed_weekday),
    ("<last> <month>", f"{POINT} month=month", _pointed_month),
    ("<last> <season>", f"{POINT} season=season", _pointed_month),
    ("<day> <month> of <that year>", f"the? day=DAY of? month=month {LINK} {POINT} unit=unit", _in_year),
    ("<month> <day> of <that year>", f"month=month dot? day=DAY {LINK} {POINT} unit=unit", _in_year),
    ("<month> of <that year>", f"month=month dot? {LINK} {POINT} unit=unit", _in_year),
    ("<season> of <that year>", f"the? season=season {LINK} {POINT} unit=unit", _in_year),
    ("<season> <year>", f"the? season=season {LINK} the? year=year bc=bc?", _season),
    ("<season> <year> BC", f"the? season=season {LINK} the? year=YEARS bc=bc", _season),
    ("<year> <season>", "year=year season=season", _season),
    ("<season>", "the? season=season", lambda hit: Point(season=hit.value("season"))),
    ("<nth> quarter", "the? nth=NTH unit=unit (of? the? unit? year=year)?", lambda h: _quarter(h) if h.value("unit") == "Q" else None),
    ("<last quarter of year>", "the? (last | final) unit=unit of year=year", lambda h: _last_quarter(h) if h.value("unit") == "Q" else None),
    ("<quarter> <year>", "quarter=quartername (comma | of | in | dash)? year=year", _quarter),
    ("<year> <quarter>", "year=year dash? quarter=quartername", _quarter),
    ("<half> <year>", "half=halfname (comma | of | in | dash)? year=year", _half),
    ("<year> <half>", "year=year dash? half=halfname", _half),
    ("<nth> half of <year>", "the? nth=NTH half of the? year=year", _half),
    ("<decade>", "the? decade=decade bc=bc?", _decade),
    ("<decade>", "the decade=yeartens", lambda h: _decade(h)),
    ("<nth> century", "the? nth=NTH dash? unit=unit bc=bc?", lambda h: _century(h) if h.value("unit") == "CE" else None),
    ("<year> BC", "year=YEARS bc=bc", _bc),
    ("<month> <year> BC", "month=month year=YEARS bc=bc", _month_bc),
    ("<year> AD", "year=YEARS ad", _point),
    ("AD <year>", "ad year=YEARS", _point),
)  # fmt: skip

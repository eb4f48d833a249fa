"""From what is said to the days it stands for: TIMEX value, interval, and why where there is none."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.mentions.period.calendar import Days, days_of, edge
from sayso.mentions.period.completing import complete
from sayso.mentions.period.feasting import feast_days
from sayso.mentions.period.meaning import Length, Meaning, Point, Reference, Repeated, Step
from sayso.mentions.period.setting import Setting, as_date, as_point
from sayso.mentions.period.stepping import FARTHEST, moved
from sayso.mentions.period.values import Period, Shape

NO_PUBLISHED = "no publication date"
NO_DATE_BEFORE = "no date before it to count from"
IN, WITHIN = 2, 3  # windows of a Length
RECKONED = "a year that begins when its own rules say"
TOO_ROUGH = "the date before it is too rough to count from"
UNKNOWN = {
    "D": "XXXX-XX-XX", "ON": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX",
    "DE": "XXX", "CE": "XX", "Q": "XXXX-QX",
}  # fmt: skip


def resolve(meaning: Meaning, setting: Setting) -> tuple[Period, Point | None]:
    """The period that words stand for, and the date that words after them may be counted from."""
    if isinstance(meaning, Repeated):
        return Period(meaning.timex, None, None, "set"), None
    if isinstance(meaning, Reference):
        return Period(meaning.timex, None, None, "date", reason="not dated by its words"), None
    if isinstance(meaning, Length):
        if meaning.window == IN and setting.ahead and setting.recent and meaning.steps:
            return _point_period(_in_future(meaning), setting)
        return _length(meaning, setting), complete(meaning.inside, setting) if meaning.inside else None
    return _point_period(meaning, setting)


def _in_future(length: Length) -> Point:
    """ "in two weeks" in a sentence that looks ahead"""
    if length.unit in ("TH", "TM", "TS"):
        return Point(frame=Step("D", 0, "now"), clock="XX")
    return Point(frame=Step(length.unit, length.steps, "now", exact=True))


def _point_period(meaning: Point, setting: Setting) -> tuple[Period, Point | None]:
    point = complete(meaning, setting)
    if point.feast:
        return _feast_period(point)
    if point.reckoning and point.year:
        return Period(f"{point.reckoning}{point.year}", None, None, "date", "year", reason=RECKONED), point
    if point.frame is not None:
        return _unresolved(point, setting), None
    timex = timex_of(point)
    days = days_of(timex) if timex else None
    shape: Shape = "time" if point.clock or point.part else "date"
    if days is None:
        reason = (
            "before our era" if point.bc else "no such day" if timex and "X" not in timex else _why(setting)
        )
        return Period(timex, None, None, shape, mod=point.about, reason=reason), point if timex else None
    if point.week == -1 and (day := as_date(point)):
        timex, days = _its_week(day, weekend=point.weekday == 8)
    if meaning.frame and meaning.frame.unit == "ON":
        days = days[0] - timedelta(1), days[1], "day"
    start, end, grain = edge(days, point.about)
    period = Period(timex, start, end, shape, grain, point.about, fuzzy=point.about is not None)
    rough = point.about or point.part or point.clock
    return period, replace(point, about=None, part=None, clock=None) if rough else point


def _its_week(day: date, *, weekend: bool) -> tuple[str, Days]:
    """The week that a day is in, or the weekend nearest to it, as TIMEX value and days."""
    monday = day - timedelta(day.isoweekday() - 1)
    if not weekend:
        return "{}-W{:02}".format(*monday.isocalendar()), (monday, monday + timedelta(6), "week")
    if day.isoweekday() in (1, 2):
        monday -= timedelta(7)
    return "{}-W{:02}-WE".format(*monday.isocalendar()), (monday + timedelta(5), monday + timedelta(6), "day")


def _why(setting: Setting) -> str:
    return NO_DATE_BEFORE if not setting.recent and setting.published else NO_PUBLISHED


def _unresolved(point: Point, setting: Setting) -> Period:
    step, then = point.frame, setting.then
    unit = step.unit if step else "D"
    timex = UNKNOWN.get(unit, "XXXX")
    if point.weekday:
        timex = f"XXXX-WXX-{point.weekday}"
    elif point.month or point.day or point.season:
        timex = timex_of(replace(point, frame=None)) or timex
    elif step and step.base != "now" and then and then.year and unit in ("D", "W"):
        timex = ("BCXXXX" if then.bc else f"{then.year:04}") + timex[4:]
    reason = NO_PUBLISHED if setting.published is None else TOO_ROUGH if then else NO_DATE_BEFORE
    time = f"T{point.clock or point.part}" if (point.clock or point.part) and unit in ("D", "ON") else ""
    return Period(timex + time, None, None, "time" if time else "date", mod=point.about, reason=reason)


def timex_of(point: Point) -> str | None:
    """The TIMEX value of a completed point, X for what is not known; None where nothing is."""
    time = f"T{point.clock}" if point.clock else f"T{point.part}" if point.part else ""
    if point.bc:
        time = time and time
    era = "BC" if point.bc else ""
    if point.century is not None:
        return f"{era}{point.century:02}"
    if point.decade is not None:
        return f"{era}{point.decade:03}"
    year = f"{era}{point.year:04}" if point.year is not None else f"{era}XXXX"
    if point.week is not None and point.week > 0:
        return f"{year}-W{point.week:02}" + ("-WE" if point.weekday == 8 else "") + time
    if point.month is not None or point.day is not None:
        month = f"{point.month:02}" if point.month else "XX"
        return f"{year}-{month}" + (f"-{point.day:02}" if point.day else "-XX" if time else "") + time
    if point.season:
        return f"{year}-{point.season}"
    if point.quarter:
        return f"{year}-Q{point.quarter}"
    if point.half:
        return f"{year}-H{point.half}"
    if point.weekday:
        return f"XXXX-WXX-{'WE' if point.weekday == 8 else point.weekday}{time}"
    return f"{year}-XX-XX{time}" if time else year if point.year is not None else None


def _feast_period(point: Point) -> tuple[Period, Point | None]:
    days = feast_days(point.feast or "", point.year) if point.year and not point.bc else None
    if days is None:
        return Period(None, None, None, "date", reason=f"{point.feast} of an unknown year"), None
    if point.week == -1:
        timex, found = _its_week(days[0], weekend=True)
        return Period(timex, *found[:2], "date", found[2]), as_point(days[0])
    one = days[0] == days[1]
    timex = days[0].isoformat() if one else f"{days[0]}/{days[1]}"
    time = f"T{point.clock or point.part}" if point.clock or point.part else ""
    return Period(timex + time, *days, "date" if one else "span", "day"), as_point(days[0])


def _length(length: Length, setting: Setting) -> Period:
    start = end = None
    if length.inside is not None:
        start, end = _inside(length, setting)
    elif length.window in (-1, 1) or (length.window == WITHIN and setting.ahead and setting.recent):
        base = as_date(setting.base(length.base))
        if base and length.steps is not None:
            start, end = _window(base, length)
        elif length.window < 0 and setting.recent:  # "the past few days": their end is known
            return Period(length.timex, None, base, "duration", mod=length.about, fuzzy=True, open="start")
    return Period(length.timex, start, end, "duration", mod=length.about)


def _window(base: date, length: Length) -> tuple[date | None, date | None]:
    """ "the past three weeks" end at publication; "the next three days" begin then."""
    steps, way = length.steps or 0, -1 if length.window < 0 else 1
    if steps > FARTHEST:
        return None, None
    if length.unit == "Q":
        first = base.replace(month=(base.month - 1) // 3 * 3 + 1, day=1)
        if way < 0:
            return moved(first, "Q", -steps), first - timedelta(1)
        start, end = moved(first, "Q", 1), moved(first, "Q", steps + 1)
        return start, end - timedelta(1) if end else None
    if length.unit == "BD":
        ends = moved(base, "BD", way), moved(base, "BD", way * steps)
        return ends if way > 0 else ends[::-1]
    if length.unit in ("TH", "TM", "TS"):
        other = moved(base, "D", way * (steps // 24 if length.unit == "TH" else 0))
    else:
        other = moved(base, length.unit, way * steps)
    if other is None:
        return None, None
    if way < 0:
        return other, base
    return (base if length.window == WITHIN else min(base + timedelta(1), other)), other


def _inside(length: Length, setting: Setting) -> tuple[date | None, date | None]:
    """ "the first two months of 1939", "the last week of August" """
    if length.inside is None:
        return None, None
    point = complete(length.inside, setting)
    timex = timex_of(point)
    days = days_of(timex) if timex else None
    if days is None or not length.steps or abs(length.steps) > 1000:
        return None, None
    first, last, _ = days
    if length.unit == "W" and first < last:
        return _weeks_inside(first, last, length)
    if length.steps > 0:
        start = moved(first, length.unit, (length.nth - 1) * length.steps)
        end = moved(start, length.unit, length.steps) if start else None
        return (start, end - timedelta(1)) if start and end else (None, None)
    start = moved(last + timedelta(1), length.unit, length.steps)
    return (start, last) if start else (None, None)


def _weeks_inside(first: date, last: date, length: Length) -> tuple[date | None, date | None]:
    """Weeks belong to the month or year that their Thursday is in, as ISO 8601 has it."""
    steps = abs(length.steps or 1)
    if (length.steps or 1) > 0:
        thursday = first + timedelta((4 - first.isoweekday()) % 7)
        start = thursday - timedelta(3) + timedelta(7 * steps * (length.nth - 1))
    else:
        thursday = last - timedelta((last.isoweekday() - 4) % 7)
        start = thursday - timedelta(3) - timedelta(7 * (steps - 1))
    return start, start + timedelta(7 * steps - 1)

"""From what is said to which days: a date is completed from publication or from the dates before it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.mentions.period.calendar import days_of, edge, shifted
from sayso.mentions.period.feasting import feast_days
from sayso.mentions.period.meaning import Length, Meaning, Point, Reference, Repeated, Step
from sayso.mentions.period.values import Period

NO_PUBLISHED = "no publication date"
NO_DATE_BEFORE = "no date before it to count from"
DAY_CODES = {"WI": 1, "SP": 3, "SU": 6, "FA": 9}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date is completed from.

    `published` is the report's day, `recent` whether it tells of its own time (else of the past, in
    order), `then` the date last mentioned, `ahead` whether the sentence speaks of what is to come,
    `near` whether the date last mentioned is in the same sentence.
    """

    published: date | None
    recent: bool
    then: Point | None = None
    ahead: bool = False
    near: bool = False

    def base(self, base: str) -> Point | None:
        """The date that a step is counted from."""
        today = (
            None
            if self.published is None
            else Point(self.published.year, self.published.month, self.published.day)
        )
        if base == "then":
            return self.then or (today if self.recent else None)
        if base == "near":
            return today if self.recent else (self.then or today)
        return today


def as_date(point: Point | None) -> date | None:
    """A point that is a full day of our era, as that day."""
    if point is None or point.bc or not (point.year and point.month and point.day):
        return None
    try:
        return date(point.year, point.month, point.day)
    except ValueError:
        return None


def as_point(day: date) -> Point:
    """A day as a point."""
    return Point(day.year, day.month, day.day)


def complete(point: Point, setting: Setting) -> Point:
    """The point with the year, month and day that its words leave to the report."""
    if point.origin is not None:
        setting = replace(setting, then=complete(point.origin, setting))
    if point.short:
        return _long_year(point, setting)
    if point.frame is not None:
        return _framed(point, setting)
    if point.year is None and point.feast:
        return _feast_year(point, setting)
    if point.year is None and point.month is not None:
        year, bc = _year_of(point, setting)
        return replace(point, year=year, bc=bc)
    if point.year is None and (point.season or point.quarter or point.half):
        return _season_year(point, setting)
    if point.day is not None and point.month is None:
        return _day_alone(point, setting)
    if point.weekday is not None and point.month is None:
        found = _weekday(point.weekday, setting)
        return _on_day(point, found) if found else point
    if (point.clock or point.part) and not _says_date(point):
        base = (
            setting.then
            if setting.then and setting.then.day
            else setting.base("now" if setting.recent else "then")
        )
        return _on_day(point, as_date(base)) if as_date(base) else point
    return point


def _long_year(point: Point, setting: Setting) -> Point:
    """A year of two digits, in the century that brings it nearest to the report's dates."""
    near = setting.base("near")
    year = near.year if near and near.year else 2000
    written = point.year or 0
    nearest = min((year // 100 * 100 + written + step for step in (-100, 0, 100)), key=lambda y: abs(y - year))
    return replace(point, year=nearest, short=False)


def _says_date(point: Point) -> bool:
    return any((point.year, point.month, point.day, point.weekday, point.decade, point.century))


def _on_day(point: Point, day: date | None) -> Point:
    return (
        point
        if day is None
        else replace(point, year=day.year, month=day.month, day=day.day, week=None, frame=None, weekday=None)
    )


def _year_of(point: Point, setting: Setting) -> tuple[int | None, bool]:
    then, month = setting.then, point.month or 1
    if setting.recent and not (setting.near and then and then.year) and setting.published:
        today = setting.published
        mine, now = (month, point.day or 1), (today.month, today.day)
        if setting.ahead:
            return today.year + (mine < (now if point.day else (today.month, 1))), False
        return today.year - (mine > now), False
    if then is None or then.year is None:
        return None, False
    if then.bc:
        return then.year, True
    before = then.month or (DAY_CODES[then.season] if then.season else None)
    year = then.year
    if before and before - month >= 8:
        year += 1
    elif before and month - before >= 10 and then.day is None:
        year -= 1
    return year, False


def _season_year(point: Point, setting: Setting) -> Point:
    if setting.recent and setting.published and not setting.near:
        today = setting.published
        first = DAY_CODES.get(point.season or "", 0) or (
            3 * point.quarter - 2 if point.quarter else 6 * (point.half or 1) - 5
        )
        year = today.year - (first > today.month and not setting.ahead)
        if point.season == "WI":
            year = today.year - (today.month < 12)
        return replace(point, year=year)
    then = setting.then
    if then is None or not then.year:
        return point
    year = Point(then.year, bc=then.bc)
    if point.season == "WI" and (then.month or 12) >= 4:
        year = _era(then.year, 1, bc=then.bc)  # the winter that comes
    return replace(point, year=year.year, bc=year.bc)


def _feast_year(point: Point, setting: Setting) -> Point:
    base = setting.published if setting.recent else None
    if base is None and setting.then and setting.then.year and not setting.then.bc:
        return replace(point, year=setting.then.year)
    if base is None:
        return point
    for year in (base.year, base.year - 1) if not setting.ahead else (base.year, base.year + 1):
        days = feast_days(point.feast or "", year)
        if days and ((days[0] <= base) != setting.ahead or days[0] <= base <= days[1]):
            return replace(point, year=year)
    return replace(point, year=base.year)


def _day_alone(point: Point, setting: Setting) -> Point:
    """ "the 20th", "Monday 21" """
    base = setting.then if setting.then and setting.then.month and setting.then.year else None
    if base is None or (setting.recent and not setting.near):
        base = setting.base("near") or base
    if base is None or not base.month or not base.year or point.day is None:
        return point
    year, month = base.year, base.month
    today = setting.published
    if (
        today
        and setting.recent
        and base == setting.base("now")
        and point.day > today.day
        and not setting.ahead
    ):
        year, month = shifted(year, month, -1)
    return replace(point, year=year, month=month, weekday=None, bc=base.bc)


def _weekday(weekday: int, setting: Setting) -> date | None:
    """The day itself or the last such day before publication; the next one where the sentence looks ahead."""
    base = setting.published if setting.recent else as_date(setting.then)
    if base is None:
        return None
    if setting.ahead:
        return base + timedelta((weekday - base.isoweekday() - 1) % 7 + 1)
    return base - timedelta((base.isoweekday() - weekday) % 7)


def _framed(point: Point, setting: Setting) -> Point:
    step = point.frame
    assert step is not None  # noqa: S101 — the caller asks only for framed points
    base = setting.base(step.base)
    if base is None:
        return point
    if step.unit == "WD":
        return _pointed_weekday(point, step, as_date(base))
    if step.unit == "MY" or step.unit == "S":
        return _pointed_month(point, step, base, setting)
    found = stepped(base, step)
    if found is None:
        return point
    if point.weekday and step.unit == "W":
        monday = date.fromisocalendar(found.year or 1, found.week or 1, 1)
        return _on_day(point, monday + timedelta(point.weekday - 1))
    return replace(
        point, frame=None, year=found.year, bc=found.bc, decade=found.decade, century=found.century, week=found.week,
        month=point.month or found.month, day=point.day or found.day, quarter=point.quarter or found.quarter,
        weekday=found.weekday or point.weekday,
    )  # fmt: skip


def _pointed_weekday(point: Point, step: Step, base: date | None) -> Point:
    """ "last Friday" before this day, "next Friday" in the week to come, "this Friday" in this week"""
    if base is None or point.weekday is None:
        return point
    monday = base - timedelta(base.isoweekday() - 1)
    if step.steps == 0:
        return _on_day(point, monday + timedelta(point.weekday - 1))
    if step.steps and step.steps < 0:
        return _on_day(point, base - timedelta((base.isoweekday() - point.weekday - 1) % 7 + 1))
    return _on_day(point, monday + timedelta(7 + point.weekday - 1))


def _pointed_month(point: Point, step: Step, base: Point, setting: Setting) -> Point:
    """ "last May", "this summer", "the previous April" """
    if base.year is None:
        return point
    month = point.month or DAY_CODES[point.season or "SP"]
    now = base.month or 1
    if step.steps == 0:
        year = base.year
    elif step.steps and step.steps < 0:
        year = base.year - (month >= now)
    else:
        year = base.year + (month <= now)
    del setting
    return replace(point, frame=None, year=year, bc=base.bc)


def stepped(base: Point, step: Step) -> Point | None:
    """The unit so many steps from the one that a date lies in; None where the date is too coarse."""
    steps, unit, year = step.steps or 0, step.unit, base.year
    if unit in ("DE", "CE") and (base.decade is not None or year is not None):
        decade = base.decade if base.decade is not None else (year or 0) // 10
        way = -1 if base.bc else 1
        if unit == "DE":
            return Point(decade=decade + way * steps, bc=base.bc)
        return Point(century=decade // 10 + way * steps, bc=base.bc)
    if year is None:
        return None
    if unit == "Y":
        return _era(year, steps, bc=base.bc)
    if base.month is None or base.bc:
        return None
    if unit in ("M", "Q"):
        year, month = shifted(year, base.month, steps * (3 if unit == "Q" else 1))
        return Point(year, month) if unit == "M" else Point(year, quarter=(month + 2) // 3)
    day = as_date(base)
    return None if day is None else _step_days(day, unit, steps)


def _era(year: int, steps: int, *, bc: bool) -> Point:
    """Years on, across the change of era, which has no year nought."""
    count = (1 - year if bc else year) + steps
    return Point(year=1 - count, bc=True) if count <= 0 else Point(year=count)


def _step_days(day: date, unit: str, steps: int) -> Point | None:
    try:
        if unit in ("D", "ON"):
            return as_point(day + timedelta(steps))
        weeks = 2 * steps if unit == "F" else steps
        year, week, _ = (day + timedelta(7 * weeks)).isocalendar()
    except OverflowError:
        return None
    return Point(year, week=week, weekday=8 if unit == "WE" else None) if unit in ("W", "F", "WE") else None


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


def resolve(meaning: Meaning, setting: Setting) -> tuple[Period, Point | None]:
    """The period that words stand for, and the date that words after them may be counted from."""
    if isinstance(meaning, Repeated):
        return Period(meaning.timex, None, None, "set"), None
    if isinstance(meaning, Reference):
        return Period(meaning.timex, None, None, "date", reason="not dated by its words"), None
    if isinstance(meaning, Length):
        return _length(meaning, setting), None
    return _point_period(meaning, setting)


def _point_period(meaning: Point, setting: Setting) -> tuple[Period, Point | None]:
    point = complete(meaning, setting)
    if point.feast:
        return _feast_period(point)
    if point.frame is not None:
        return _unresolved(point, setting), None
    timex = timex_of(point)
    days = days_of(timex) if timex else None
    shape = "time" if point.clock or point.part else "date"
    if days is None:
        reason = (
            "before our era" if point.bc else "no such day" if timex and "X" not in timex else _why(setting)
        )
        return Period(timex, None, None, shape, mod=point.about, reason=reason), point if timex else None  # type: ignore[arg-type]
    if point.week == -1 and (day := as_date(point)):
        monday = day - timedelta(day.isoweekday() - 1)
        days = monday, monday + timedelta(6), "week"
        timex = "{}-W{:02}".format(*monday.isocalendar())
    if meaning.frame and meaning.frame.unit == "ON":
        days = days[0] - timedelta(1), days[1], "day"
    start, end, grain = edge(days, point.about)
    return (
        Period(timex, start, end, shape, grain, point.about, fuzzy=point.about is not None),  # type: ignore[arg-type]
        replace(point, about=None, part=None, clock=None),
    )


def _why(setting: Setting) -> str:
    return NO_DATE_BEFORE if not setting.recent and setting.published else NO_PUBLISHED


def _unresolved(point: Point, setting: Setting) -> Period:
    step = point.frame
    unit = step.unit if step else "D"
    forms = {
        "D": "XXXX-XX-XX",
        "ON": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Y": "XXXX",
        "DE": "XXX",
        "CE": "XX",
        "Q": "XXXX-QX",
    }
    timex = forms.get(unit, "XXXX")
    if point.weekday:
        timex = f"XXXX-WXX-{point.weekday}"
    elif point.month or point.day or point.season:
        timex = timex_of(replace(point, frame=None)) or timex
    time = f"T{point.clock}" if point.clock else f"T{point.part}" if point.part else ""
    reason = (
        NO_PUBLISHED
        if setting.published is None
        else "the date before it is too rough to count from"
        if setting.then
        else NO_DATE_BEFORE
    )
    return Period(
        timex + (time if unit in ("D", "ON") else ""),
        None,
        None,
        "time" if time else "date",
        mod=point.about,
        reason=reason,
    )


def _feast_period(point: Point) -> tuple[Period, Point | None]:
    days = feast_days(point.feast or "", point.year) if point.year and not point.bc else None
    if days is None:
        return Period(None, None, None, "date", reason=f"{point.feast} of an unknown year"), None
    one = days[0] == days[1]
    timex = days[0].isoformat() if one else f"{days[0]}/{days[1]}"
    return Period(timex, *days, "date" if one else "span", "day"), as_point(days[0])


def _length(length: Length, setting: Setting) -> Period:
    start = end = None
    if length.inside is not None:
        start, end = _inside(length, setting)
    elif length.window:
        base = as_date(setting.base(length.base))
        if base and length.steps is not None:
            start, end = _window(base, length)
    return Period(length.timex, start, end, "duration", mod=length.about)


def _moved(day: date, unit: str, steps: int) -> date | None:
    """So many units from a day, in days."""
    try:
        if unit in ("M", "Q", "Y", "DE", "CE"):
            months = steps * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
            year, month = shifted(day.year, day.month, months)
            last = (date(*shifted(year, month, 1), 1) - timedelta(1)).day
            return date(year, month, min(day.day, last))
        return day + timedelta(steps * {"D": 1, "W": 7, "F": 14, "WE": 7}.get(unit, 0))
    except (ValueError, OverflowError):
        return None


def _window(base: date, length: Length) -> tuple[date | None, date | None]:
    """ "the past three weeks" end at publication; "the next three days" begin the day after."""
    steps = length.steps or 0
    if length.unit == "TH" and steps >= 24:
        moved = base + timedelta(length.window * (steps // 24)) if steps < 10**6 else None
    elif length.unit in ("TH", "TM", "TS"):
        moved = base
    else:
        moved = _moved(base, length.unit, length.window * steps)
    if moved is None:
        return None, None
    return (moved, base) if length.window < 0 else (base, moved)


def _inside(length: Length, setting: Setting) -> tuple[date | None, date | None]:
    """ "the first two months of 1939", "the last week of August" """
    assert length.inside is not None  # noqa: S101 — the caller asks only for lengths within a date
    point = complete(length.inside, setting)
    timex = timex_of(point)
    days = days_of(timex) if timex else None
    if days is None or not length.steps or abs(length.steps) > 1000:
        return None, None
    first, last, _ = days
    if length.steps > 0:
        start = _moved(first, length.unit, (length.nth - 1) * length.steps)
        end = _moved(start, length.unit, length.steps) if start else None
        return (start, end - timedelta(1)) if start and end else (None, None)
    start = _moved(last + timedelta(1), length.unit, length.steps)
    return (start, last) if start else (None, None)

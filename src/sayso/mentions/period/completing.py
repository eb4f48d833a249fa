"""Gives a date the year, month and day that its words leave to the report."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.mentions.period.calendar import nth_weekday, shifted
from sayso.mentions.period.feasting import feast_days
from sayso.mentions.period.meaning import Point, Step
from sayso.mentions.period.setting import Setting, as_date
from sayso.mentions.period.stepping import stepped, year_on

FIRST_MONTHS = {"WI": 1, "SP": 3, "SU": 6, "FA": 9}
LATE = timedelta(days=31)  # where the past is told of, a day that is eleven months back would have its year
FRIDAY = 5
SOON = timedelta(days=92)  # a day of the next three months is rarely that of the year before


def complete(point: Point, setting: Setting) -> Point:
    """The point with the year, month and day that its words leave to the report."""
    if point.origin is not None:
        setting = replace(setting, then=_dated(complete(point.origin, setting)))
    if point.either:
        return _nearer(point, setting.published)
    if point.short:
        return _long_year(point, setting)
    if point.feast:
        return _feast_year(point, setting) if point.year is None else point
    if point.frame is not None:
        return _framed(point, setting) if setting.recent or point.frame.base != "now" else point
    if point.month is not None:
        return _on_nth(_with_year(point, setting))
    return _without_month(point, setting)


def _nearer(point: Point, published: date | None) -> Point:
    """Of both orders of day and month the one nearer to the day of publication."""
    one = replace(point, either=False)
    two = replace(one, month=point.day, day=point.month)
    days, others = as_date(one), as_date(two)
    if not (published and days and others):
        return one
    return two if abs(others - published) < abs(days - published) else one


def _without_month(point: Point, setting: Setting) -> Point:
    """Seasons, weeks, days of an unnamed month, weekdays, times of day."""
    if point.year is None and (point.season or point.quarter or point.half):
        return _season_year(point, setting)
    if point.week and point.week > 0 and point.year is None:
        near = setting.base("near")
        return replace(point, year=near.year) if near else point
    if point.day is not None:
        return _day_alone(point, setting)
    if point.weekday is not None:
        return _on_day(point, _weekday(point.weekday, setting))
    if (point.clock or point.part) and not _says_date(point):
        then = setting.then if setting.then and setting.then.day else None
        return _on_day(point, as_date(then or setting.base("now" if setting.recent else "then")))
    return point


def _dated(point: Point) -> Point:
    """A feast of a known year as the day that it begins on."""
    days = feast_days(point.feast, point.year) if point.feast and point.year and not point.bc else None
    return replace(point, month=days[0].month, day=days[0].day, year=days[0].year) if days else point


def _long_year(point: Point, setting: Setting) -> Point:
    """A year of two digits, in the century that brings it nearest to the report's dates."""
    near = setting.base("near")
    year = near.year if near and near.year else 2000
    written = point.year or 0
    nearest = min(
        (year // 100 * 100 + written + step for step in (-100, 0, 100)), key=lambda y: abs(y - year)
    )
    return replace(point, year=nearest, short=False)


def _says_date(point: Point) -> bool:
    return any((point.year, point.month, point.day, point.weekday, point.decade, point.century))


def _with_year(point: Point, setting: Setting) -> Point:
    if point.year is not None:
        return point
    if point.weekday and point.day and setting.recent and (found := _year_by_weekday(point, setting)):
        return replace(point, year=found)
    year, bc = _year_of(point, setting)
    return replace(point, year=year, bc=bc)


def _year_by_weekday(point: Point, setting: Setting) -> int | None:
    """The only year near to publication in which the day falls on its weekday: "Friday, 11 March" """
    today = setting.published
    years = range(today.year - 2, today.year + 3) if today else ()
    days = [day for year in years if (day := as_date(Point(year, point.month, point.day)))]
    found = [day.year for day in days if day.isoweekday() == point.weekday]
    return found[0] if len(found) == 1 else None


def _on_nth(point: Point) -> Point:
    """ "the first Monday of May" as its day"""
    if not (point.year and point.month and point.weekday and point.nth) or point.bc:
        return point
    return _on_day(replace(point, nth=None), nth_weekday(point.year, point.month, point.weekday, point.nth))


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
        if mine == (2, 29):
            leap = today.year - (mine > now)
            return leap - leap % 4, False
        if setting.ahead:
            return today.year + (mine < (now if point.day else (today.month, 1))), False
        soon = as_date(Point(today.year, month, point.day)) if point.day else None
        if soon and timedelta(0) < soon - today <= (LATE if setting.behind else SOON):
            return today.year, False
        return today.year - (mine > now), False
    if then is None or then.year is None:
        return None, False
    if then.bc:
        return then.year, True
    before = then.month or (FIRST_MONTHS[then.season] if then.season else None)
    year = then.year
    if before and before - month >= 8:
        year += 1
    elif before and month - before >= 10 and then.day is None:
        year -= 1
    return year - _not_yet(year, point, setting), False


def _not_yet(year: int, point: Point, setting: Setting) -> bool:
    """Whether a date that goes on from another would lie far ahead in a report of its own day."""
    day = as_date(Point(year, point.month, point.day or 1))
    today = setting.published if setting.recent and not setting.ahead else None
    return bool(today and day and day - today > SOON)


def _season_year(point: Point, setting: Setting) -> Point:
    if setting.recent and setting.published and not setting.near:
        today = setting.published
        first = FIRST_MONTHS.get(point.season or "", 0) or (
            3 * point.quarter - 2 if point.quarter else 6 * (point.half or 1) - 5
        )
        year = today.year - (first > today.month and not setting.ahead)
        return replace(point, year=today.year - (today.month < 12) if point.season == "WI" else year)
    then = setting.then
    if then is None or not then.year:
        return point
    comes = point.season == "WI" and (then.month or 12) >= 4  # the winter that comes
    found = year_on(then.year, 1, bc=then.bc) if comes else then
    return replace(point, year=found.year, bc=found.bc)


def _feast_year(point: Point, setting: Setting) -> Point:
    """The year of a feast: the last one that has begun, the next one in sentences that look ahead."""
    base = setting.published if setting.recent else None
    if base is None:
        then = setting.then
        return replace(point, year=then.year, frame=None) if then and then.year and not then.bc else point
    way = point.frame.steps or 0 if point.frame else 1 if setting.ahead else -1
    years = range(base.year - 1, base.year + 2)
    begun = [(year, days) for year in years if (days := feast_days(point.feast or "", year))]
    past = [year for year, days in begun if days[0] < base or (days[0] == base and not point.frame)]
    coming = [year for year, days in begun if days[1] > base]
    found = past[-1:] if way < 0 else coming[:1] if way > 0 else [base.year]
    return replace(point, year=found[0] if found else base.year, frame=None)


def _day_alone(point: Point, setting: Setting) -> Point:
    """ "the 20th", "Monday 21" """
    base = setting.then if setting.then and setting.then.month and setting.then.year else None
    if base is None or (setting.recent and not setting.near):
        base = setting.base("near") or base
    if base is None or not base.month or not base.year or point.day is None:
        return point
    year, month = base.year, base.month
    if point.weekday and (found := _matching(point, year, month, -1 if not setting.ahead else 1)):
        return _on_day(point, found)
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


def _matching(point: Point, year: int, month: int, way: int) -> date | None:
    """The month nearest to one, back or ahead, in which the day falls on the weekday."""
    for steps in range(0, 40 * way, way):
        near_year, near_month = shifted(year, month, steps)
        found = as_date(Point(near_year, near_month, point.day))
        if found and found.isoweekday() == point.weekday:
            return found
    return None


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
    base = setting.base(step.base) if step else None
    if step is None or base is None:
        return point
    if step.unit in ("WD", "WN", "WL"):
        return _pointed_weekday(point, step, as_date(base))
    if step.unit == "WE" and step.steps is None and setting.behind:
        day = as_date(base)
        step = replace(step, steps=-1 if day and day.isoweekday() <= FRIDAY else 0)
    if step.unit in ("MY", "S"):
        return _pointed_month(point, step, base)
    found = stepped(base, step)
    if found is None:
        return point
    if point.nth and found.month:
        return _on_nth(replace(point, year=found.year, month=found.month))
    if point.weekday and step.exact and (day := as_date(found)):
        return _on_day(point, day + timedelta(point.weekday - day.isoweekday()))
    if point.weekday and step.unit == "W":
        monday = date.fromisocalendar(found.year or 1, found.week or 1, 1)
        return _on_day(point, monday + timedelta(point.weekday - 1))
    return replace(
        point, frame=None, year=found.year, bc=found.bc, decade=found.decade, century=found.century,
        week=point.week or found.week, month=point.month or found.month, day=point.day or found.day,
        quarter=point.quarter or found.quarter,
        weekday=found.weekday or point.weekday,
    )  # fmt: skip


def _pointed_weekday(point: Point, step: Step, base: date | None) -> Point:
    """ "last Friday" before this day, "next Friday" in the week to come, "this Friday" in this week"""
    if base is None or point.weekday is None:
        return point
    monday = base - timedelta(base.isoweekday() - 1)
    if step.unit == "WN":
        return _on_day(point, base + timedelta((point.weekday - base.isoweekday() - 1) % 7 + 1))
    if step.steps == 0:
        return _on_day(point, monday + timedelta(point.weekday - 1))
    if step.steps and step.steps < 0:
        return _on_day(point, base - timedelta((base.isoweekday() - point.weekday - 1) % 7 + 1))
    return _on_day(point, monday + timedelta(7 + point.weekday - 1))


def _pointed_month(point: Point, step: Step, base: Point) -> Point:
    """ "last May", "this summer", "the previous April" """
    if base.year is None:
        return point
    month = point.month or FIRST_MONTHS[point.season or "SP"]
    now = base.month or 1
    if step.steps == 0:
        year = base.year
    elif step.steps and step.steps < 0:
        year = base.year - (month >= now)
    else:
        year = base.year + (month <= now)
    return replace(point, frame=None, year=year, bc=base.bc)

"""Counting from a date by days, weeks, months, years, decades and centuries."""

from datetime import date, timedelta

from sayso.mentions.period.calendar import shifted
from sayso.mentions.period.meaning import Point, Step
from sayso.mentions.period.setting import as_date, as_point

WORKDAYS = 5
FARTHEST = 1_000_000  # units; what is farther from a day has no date


def stepped(base: Point, step: Step) -> Point | None:
    """The unit so many steps from the one that a date lies in; None where the date is too coarse."""
    steps, unit, year = step.steps or 0, step.unit, base.year
    day = as_date(base)
    if (step.exact or unit == "F") and day is not None:
        found = moved(day, unit, steps) if abs(steps) < FARTHEST else None
        return as_point(found) if found else None
    if unit in ("DE", "CE") and (base.decade is not None or year is not None):
        decade = base.decade if base.decade is not None else (year or 0) // 10
        way = -1 if base.bc else 1
        if unit == "DE":
            return Point(decade=decade + way * steps, bc=base.bc)
        return Point(century=decade // 10 + way * steps, bc=base.bc)
    if year is None:
        return None
    if unit == "Y":
        return year_on(year, steps, bc=base.bc)
    if base.month is None or base.bc:
        return None
    if unit in ("M", "Q"):
        year, month = shifted(year, base.month, steps * (3 if unit == "Q" else 1))
        return Point(year, month) if unit == "M" else Point(year, quarter=(month + 2) // 3)
    return None if day is None else _step_days(day, unit, steps)


def year_on(year: int, steps: int, *, bc: bool) -> Point:
    """Years on, across the change of era, which has no year nought."""
    count = (1 - year if bc else year) + steps
    return Point(year=1 - count, bc=True) if count <= 0 else Point(year=count)


def _step_days(day: date, unit: str, steps: int) -> Point | None:
    try:
        if unit in ("D", "ON"):
            return as_point(day + timedelta(steps))
        year, week, _ = (day + timedelta(7 * steps)).isocalendar()
    except OverflowError:
        return None
    return Point(year, week=week, weekday=8 if unit == "WE" else None) if unit in ("W", "WE") else None


def moved(day: date, unit: str, steps: int) -> date | None:
    """So many units from a day, in days; unit BD counts the days from Monday to Friday."""
    try:
        if unit == "BD":
            return _working_days_on(day, steps)
        if unit in ("M", "Q", "Y", "DE", "CE"):
            months = steps * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
            year, month = shifted(day.year, day.month, months)
            last = (date(*shifted(year, month, 1), 1) - timedelta(1)).day
            return date(year, month, min(day.day, last))
        return day + timedelta(steps * {"D": 1, "W": 7, "F": 14, "WE": 7}.get(unit, 0))
    except (ValueError, OverflowError):
        return None


def _working_days_on(day: date, steps: int) -> date:
    """The day so many working days on, or back; a weekend counts as its neighbour."""
    way = 1 if steps > 0 else -1
    weekday = day.isoweekday()
    if weekday > WORKDAYS:
        day += timedelta(WORKDAYS - weekday if way > 0 else WORKDAYS + 3 - weekday)
    weeks, rest = divmod(abs(steps), WORKDAYS)
    day += timedelta(7 * weeks * way)
    for _ in range(rest):
        day += timedelta(way)
        day += timedelta({6: 2 * way if way > 0 else -1, 7: way if way > 0 else -2}.get(day.isoweekday(), 0))
    return day

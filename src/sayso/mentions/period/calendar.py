"""TIMEX values and the days that they stand for."""

import calendar
import re
from datetime import date, timedelta

from sayso.mentions.period.values import Grain

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SPANS: dict[int, Grain] = {1: "year", 10: "decade", 100: "century"}
Days = tuple[date, date, Grain]


def month_days(year: int, first: int, months: int = 1) -> tuple[date, date]:
    """First and last day of some months."""
    last = first + months - 1
    end_year, end = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end, calendar.monthrange(end_year, end)[1])


def days_of(timex: str) -> Days | None:
    """First day, last day and grain of a TIMEX value; None where it is no fixed interval of our era.

    Weeks are ISO weeks; seasons are northern: March–May, June–August, September–November, December–February.
    """
    try:
        return _days(timex)
    except ValueError:  # 30 February, week 53, the year 10000
        return None


def _days(timex: str) -> Days | None:
    day = re.match(r"(\d{4})-(\d\d)-(\d\d)(T.*)?$", timex)
    if day:
        one = date(int(day[1]), int(day[2]), int(day[3]))
        grain: Grain = "day" if not day[4] else "minute" if ":" in day[4] else "hour"
        return one, one, grain
    week = re.match(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?(T.*)?$", timex)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        if week[3] and week[3] != "WE":
            one = monday + timedelta(int(week[3]) - 1)
            return one, one, "day"
        return (
            (monday + timedelta(5) if week[3] else monday),
            monday + timedelta(6),
            "day" if week[3] else "week",
        )
    part = re.match(r"(\d{4})-(?:(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|WI))$", timex)
    if part:
        year = int(part[1])
        if part[2]:
            return (*month_days(year, int(part[2])), "month")
        if part[3]:
            return (*month_days(year, 3 * int(part[3]) - 2, 3), "quarter")
        if part[4]:
            return (*month_days(year, 6 * int(part[4]) - 5, 6), "quarter")
        return (*month_days(year, SEASONS[part[5]], 3), "season")
    if re.fullmatch(r"\d{2,4}", timex):
        span = 10 ** (4 - len(timex))
        first = int(timex) * span
        return (
            date(first, 1, 1),
            date(first + span - 1, 12, 31),
            SPANS[span],
        )
    return None


def edge(days: Days, about: str | None) -> Days:
    """The part of an interval that "early", "mid", "late" mean: of a month days 1–10, 11–20 and the rest."""
    start, end, grain = days
    length = (end - start).days + 1
    if about not in ("START", "MID", "END") or length < 3:
        return days
    cuts = (10, 20) if grain == "month" else (length // 3, 2 * length // 3)
    if about == "START":
        return start, start + timedelta(cuts[0] - 1), grain
    if about == "MID":
        return start + timedelta(cuts[0]), start + timedelta(cuts[1] - 1), grain
    return start + timedelta(cuts[1]), end, grain


def shifted(year: int, month: int, steps: int) -> tuple[int, int]:
    """A month so many months on."""
    months = year * 12 + month - 1 + steps
    return months // 12, months % 12 + 1


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth Monday (1) … Sunday (7) of a month, from its end if negative; None if there is none."""
    first, last = month_days(year, month)
    if nth > 0:
        day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        day = last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if first <= day <= last else None

"""Shapes of dates that name a day or a month."""

from collections.abc import Callable
from dataclasses import replace

from sayso.mentions.period.meaning import Point
from sayso.mentions.period.shape import Hit, spoken_year

Production = Callable[[Hit], Point | None]
PIVOT = 30  # two digits up to here are years of this century
NOT_DAYS = frozenset(
    {"ampm", "oclock", "unit", "units", "dash", "slash", "hundred", "dozen", "colon", "to", "pointer"}
)
BEHIND = frozenset({"more", "less", "counted", "times"})  # behind a number that is no day
COUNTING = BEHIND | {"of"}


def point(hit: Hit) -> Point | None:
    """A date from the parts that its shape names."""
    if hit.has("u") and hit.value("u") != "D":
        return None
    day = hit.whole("day")
    if (day is not None and not 1 <= day <= 31) or hit.before == "money":
        return None
    if hit.has("spoken") and (year := spoken_year(hit.tokens, *hit.span("spoken"))) is None:
        return None
    year = spoken_year(hit.tokens, *hit.span("spoken")) if hit.has("spoken") else hit.whole("year")
    month, weekday = (int(hit.value(part)) if hit.has(part) else None for part in ("month", "weekday"))
    return Point(year=year, month=month, day=day, weekday=weekday)


def _weekday_day(hit: Hit) -> Point | None:
    """ "Monday 21", but not "Thursday 1 pm", "Friday, 12 soldiers" or "on Friday one of" """
    return None if hit.after in NOT_DAYS | COUNTING or hit.tokens.is_word(hit.end) else point(hit)


def _day_alone(hit: Hit) -> Point | None:
    """ "on the 20th": a day of the month that the report is in"""
    if hit.before not in ("on", "of") or hit.tokens.is_word(hit.end) or hit.after in NOT_DAYS | BEHIND:
        return None
    return point(hit) if hit.name("day") in ("ordinal", "day") and hit.has("the") else None


def _month_word(hit: Hit) -> Point | None:
    """ "May twenty nine", but not "in May twenty soldiers" or "in May two of them" """
    return None if hit.tokens.is_word(hit.end) or hit.after in NOT_DAYS | COUNTING else point(hit)


def _short_year(hit: Hit) -> Point | None:
    """ "April of 87" """
    found = point(hit)
    return replace(found, year=hit.whole("short"), short=True) if found else None


def _iso(hit: Hit) -> Point | None:
    """ "2016-03-12", "2016/03/12", "20160312", with or without a time of day"""
    date, _, clock = hit.value("date").partition("t")
    digits = [int(n) for n in numbers(date)]
    if len(digits) == 1:
        digits = [digits[0] // 10000, digits[0] // 100 % 100, digits[0] % 100]
    return Point(digits[0], digits[1], digits[2], clock=clock[:5] or None)


def numbers(text: str) -> list[str]:
    """The runs of digits in a text."""
    return "".join(c if c.isdigit() else " " for c in text).split()


def _numeric(hit: Hit) -> Point | None:
    """ "12/03/2016": the day first where that alone is possible or where points part them, else the month,
    unless the report's own day tells that it is the day."""
    first, second, year = (int(n) for n in numbers(hit.value("date")))
    dotted = "." in hit.value("date")
    month, day = (second, first) if first > 12 or (dotted and second <= 12) else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year < 100:
        year += 2000 if year <= PIVOT else 1900
    return Point(year, month, day, either=not dotted and first <= 12 and second <= 12)


def _day_and_month(hit: Hit) -> Point | None:
    """ "22/04", "10/25": without a year only where one number can be no month, and never "24/7" """
    first, second = hit.whole("first") or 0, hit.whole("second") or 0
    if (first > 12) == (second > 12) or (first, second) == (24, 7) or hit.before in ("slash", "money"):
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return Point(month=month, day=day) if month else None


def _yearmonth(hit: Hit) -> Point | None:
    first, second = (int(n) for n in numbers(hit.value("date")))
    year, month = (first, second) if first > 12 else (second, first)
    return Point(year, month) if 1000 <= year < 2300 else None


def _reckoned_year(hit: Hit) -> Point | None:
    """ "FY2016", "FY16", "FY 2016": a fiscal, school or calendar year"""
    tokens, at = hit.tokens, hit.start
    year = hit.whole("year") or 0
    glued = tokens.end(at) == tokens.start(at + 1)
    if hit.name("year") != "year" and (not glued or len(tokens.words[at + 1]) != 2):
        return None
    if not tokens.text[tokens.start(at)].isupper() and not glued:
        return None
    year += 2000 if year < 100 else 0
    kind = hit.value("kind")
    return Point(year=year, reckoning=kind if kind != "CY" else None)


LINK = "(comma | of | in)?"
WEEKDAY = "(weekday=weekday dot? comma? the?)?"
YEAR = "(comma? year=year)?"
BRACKET = "POINTER? weekday=weekday dot? open"
OF = "u=unit? of?"
RULES: tuple[tuple[str, str, Production], ...] = (
    ("<iso date>", f"{WEEKDAY} date=iso", _iso),
    ("<dd/mm/yyyy>", f"{WEEKDAY} date=numeric", _numeric),
    ("<year>-<month>", "date=yearmonth", _yearmonth),
    ("<dd/mm>", f"{WEEKDAY} first=day slash second=day", _day_and_month),
    ("<day> <month> <year>", f"{WEEKDAY} the? day=DAY {OF} month=month dot? {LINK} the? year=year", point),
    ("<day> <month> <year>", f"the? day=(DAY | BELOW) {OF} month=month spoken=SPOKEN", point),
    ("<day>-<month>-<year>", "day=day (dash | slash) month=month (dash | slash) year=year", point),
    ("<year>-<month>-<day>", "year=year (dash | slash) month=month (dash | slash) day=day", point),
    ("<month>-<day>-<year>", "month=month (dash | slash) day=day (dash | slash) year=year", point),
    ("<month> <day> <year>", f"{WEEKDAY} month=month dot? comma? the? day=DAY {LINK} year=year", point),
    ("<month> <day> <year>", "month=month the? day=(DAY | BELOW) spoken=SPOKEN", point),
    ("<day> <month>", f"{WEEKDAY} the? day=DAY {OF} month=month", point),
    ("<month> <day>", f"{WEEKDAY} month=month dot? (the | comma)? day=(ordinal | RANK)", point),
    ("<month> <day>", f"{WEEKDAY} month=month dot? the? day=day", point),
    ("<month> <day>", "month=month day=BELOW", _month_word),
    ("<month>/<day>", "(POINTER? weekday=weekday dash)? month=month (dash | slash) day=day", point),
    ("<month> <year>", "month=month dot? (comma | of | in | slash | dash)? the? year=year", point),
    ("<month> <year>", "month=month spoken=SPOKEN", point),
    ("<month> of <yy>", "(day=DAY of?)? month=month of short=small", _short_year),
    ("<weekday> <month> <day> <clock> <year>", "weekday=weekday month=month day=day clock year=year", point),
    ("<year> <month>", "year=year month=month", point),
    ("<month>", "month=month", point),
    ("<weekday> (<month> <day>)", f"{BRACKET} month=month dot? dash? the? day=DAY {YEAR} closed", point),
    ("<weekday> (<day> <month>)", f"{BRACKET} the? day=DAY of? month=month dot? {YEAR} closed", point),
    ("<weekday> <day>", "weekday=weekday comma? the? day=(DAY | BELOW)", _weekday_day),
    ("the <day>", "the=the? day=(ordinal | RANK | day)", _day_alone),
    ("<weekday>", "the? weekday=weekday", point),
    ("FY<year>", "kind=reckoned year=(year | day | small)", _reckoned_year),
)  # fmt: skip

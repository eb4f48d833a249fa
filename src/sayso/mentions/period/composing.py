"""What is said round a date: its edge ("the end of"), part of day, clock, or a count from it."""

from collections.abc import Callable
from dataclasses import replace

from sayso.mentions.period.clocking import clock_of
from sayso.mentions.period.lasting import SUBDAY, length_timex
from sayso.mentions.period.meaning import Length, Meaning, Point, Step
from sayso.mentions.period.pointing import step_of, steps_of
from sayso.mentions.period.shape import Hit

Joining = Callable[[Hit, Meaning], Meaning | None]
FINER = ("part", "clock", "about")


def _is_day(date: Meaning) -> bool:
    if not isinstance(date, Point) or date.clock or date.part:
        return False
    return bool(date.day or date.weekday or date.feast or (date.frame and date.frame.unit in ("D", "WD")))


def _edge(hit: Hit, date: Meaning) -> Meaning | None:
    """ "the end of March", "early 2016", "mid-2014", "late on Friday" """
    if not isinstance(date, Point) or date.about:
        return None
    word = hit.tokens.words[hit.span("about")[0]]
    return date if word in ("later", "earlier") else replace(date, about=hit.value("about"))


def _part_of_date(hit: Hit, date: Meaning) -> Meaning | None:
    """ "the early part of 2015", "the latter part of the year" """
    if not isinstance(date, Point) or date.about:
        return None
    return replace(date, about="START" if hit.name("about") == "early" else "END")


def _part_of(hit: Hit, date: Meaning) -> Meaning | None:
    """ "the night of 18 April", "the early hours of Monday" """
    if not _is_day(date) or not isinstance(date, Point):
        return None
    part = hit.value("part") if hit.has("part") else "MO"
    return replace(date, part=part, about=hit.value("about") or date.about)


def _clock_before(hit: Hit, date: Meaning) -> Meaning | None:
    """ "9:34 p.m., March 19" """
    if not _is_day(date) or not isinstance(date, Point):
        return None
    clock = clock_of(hit, *hit.span("clock"))
    return replace(date, clock=clock) if clock else None


def _nth_of(hit: Hit, date: Meaning) -> Meaning | None:
    """ "the last week of August", "the first ten months of 1915", "the second half of February" """
    if not isinstance(date, Point) or date.about or date.part or date.clock:
        return None
    unit = hit.unit if hit.has("unit") else "H"
    nth = -1 if hit.has("last") else hit.whole("nth")
    if nth is None or unit in SUBDAY:
        return None
    number = hit.whole("n") or 1
    if unit == "D" and number == 1 and nth > 0 and date.month and date.day is None:
        return replace(date, day=nth)
    if unit == "Q":
        return replace(date, quarter=4 if nth < 0 else nth) if _whole_year(date) and nth <= 4 else None
    if unit == "H":
        if _whole_year(date) and nth in (1, 2, -1):
            return replace(date, half=2 if nth < 0 else nth)
        return replace(date, about="START" if nth == 1 else "END") if nth in (1, 2, -1) else None
    return Length(
        length_timex(number, unit), unit=unit, steps=number * (1 if nth > 0 else -1), inside=date, nth=nth
    )


def _whole_year(date: Point) -> bool:
    if date.month or date.day or date.weekday or date.season or date.quarter or date.half:
        return False
    return date.year is not None or (date.frame is not None and date.frame.unit == "Y")


def _week_of(hit: Hit, date: Meaning) -> Meaning | None:
    """ "the week of 10 April", "the month of May" """
    if not isinstance(date, Point):
        return None
    unit = hit.unit
    if unit == "W" and date.day:
        return replace(date, week=-1)
    if unit == "WE" and (date.day or date.feast):
        return replace(date, week=-1, weekday=8)
    return date if (unit == "M" and date.month and not date.day) or (unit == "Y" and date.year) else None


def _its_weekend(hit: Hit, date: Meaning) -> Meaning | None:
    """ "Easter weekend", "Labor Day 2021 weekend" """
    if not isinstance(date, Point) or not date.feast or hit.unit != "WE" or date.week:
        return None
    return replace(date, week=-1, weekday=8, year=date.year or hit.whole("year"))


def _count_from(hit: Hit, date: Meaning) -> Meaning | None:
    """ "three weeks from tomorrow", "two days after 10 May" """
    number, way = hit.whole("n") if hit.has("n") else 1, hit.name("way")
    if way == "comma":
        return _lasting_from(hit, date)
    if not isinstance(date, Point) or number is None or hit.unit in SUBDAY:
        return None
    if date.frame is None and not (date.day or date.weekday or date.feast or date.year):
        return None
    if way == "from" and date.year:  # "64 days from 21 November 1948 to …"
        return None
    if way == "from" and hit.before == "for":
        return _lasting_from(hit, date)
    return Point(
        frame=Step(
            hit.unit, -number if way == "before" else number, "then", exact=hit.has("n") or hit.unit == "D"
        ),
        origin=date,
    )


def _lasting_from(hit: Hit, date: Meaning) -> Meaning | None:
    """ "two weeks starting 20 May" """
    number = hit.whole("n")
    if not isinstance(date, Point) or number is None or hit.unit in SUBDAY:
        return None
    return Length(length_timex(number, hit.unit), unit=hit.unit, steps=number, inside=date, nth=1)


def _on_weekday(hit: Hit, date: Meaning) -> Meaning | None:
    """ "Monday two weeks from now", "two months from today on Tuesday": that day of the week counted to"""
    if not isinstance(date, Point) or not date.frame or not date.frame.exact or date.weekday:
        return None
    return replace(date, weekday=int(hit.value("weekday")))


def _nth_weekday(hit: Hit, date: Meaning) -> Meaning | None:
    """ "the first Monday of May", "the last Friday evening of next month" """
    if not isinstance(date, Point) or not (date.month or (date.frame and date.frame.unit == "M")) or date.day:
        return None
    nth = -1 if hit.has("last") else hit.whole("nth")
    part = hit.value("part") or None
    return replace(date, weekday=int(hit.value("weekday")), nth=nth, part=part) if nth and nth <= 5 else None


def _feast_step(hit: Hit, date: Meaning) -> Meaning | None:
    """ "last Easter", "next Ramadan" """
    if not isinstance(date, Point) or not date.feast or date.year:
        return None
    return replace(date, frame=Step("FE", steps_of(hit), "near"))


def _week_behind(hit: Hit, date: Meaning) -> Meaning | None:
    """ "Wednesday evening next week" """
    if not isinstance(date, Point) or not date.weekday or date.day or date.frame or hit.unit != "W":
        return None
    return replace(date, frame=step_of(hit, "W"))


def _part_after(hit: Hit, date: Meaning) -> Meaning | None:
    """ "Monday evening", "Friday at noon", "Tuesday in the morning" """
    if not _is_day(date) or not isinstance(date, Point):
        return None
    value = hit.value("part")
    return replace(date, clock=value) if ":" in value else replace(date, part=value)


def _clock_after(hit: Hit, date: Meaning) -> Meaning | None:
    """ "tomorrow at 8:00 am", "May 8 1:00AM" """
    if not isinstance(date, Point) or date.clock or not (_is_day(date) or date.part):
        return None
    clock = clock_of(hit, *hit.span("clock"))
    return replace(date, clock=clock) if clock else None


EDGE = "the? very? about=(begin | middle | end)"
PREFIXES: tuple[tuple[str, str, Joining], ...] = (
    ("the end of <date>", f"{EDGE} of", _edge),
    ("early <date>", "the? about=(early | late | mid | later | earlier) (dash | in | on | in the)?", _edge),
    ("the early part of <date>", "the about=(early | late | later | latter) portion of", _part_of_date),
    ("the night of <date>", "the? (about=(early | late) )? part=part (of | on)", _part_of),
    ("the early hours of <date>", "(the? about=(early | late) (part=part)? units of)", _part_of),
    ("<clock>, <date>", "clock=CLOCK (comma | on)?", _clock_before),
    (
        "the first Monday of <month>",
        "the? (nth=NTH | last=(last | final)) weekday=weekday part=part? (of | in)",
        _nth_weekday,
    ),
    (
        "the first week of <date>",
        "the? very? (nth=NTH | last=(last | final)) (n=NUM)? full? unit=UNIT (of | in)",
        _nth_of,
    ),
    ("the second half of <date>", "the? (nth=NTH | last=(last | final | latter)) half of", _nth_of),
    ("the week of <date>", "the? unit=unit (of | begin on?)", _week_of),
    (
        "<three weeks> from <date>",
        "(ROUND)? n=(NUM | a) unit=UNIT way=(comma from | from | after | before)",
        _count_from,
    ),
    ("<three weeks> starting <date>", "n=(NUM | a) unit=UNIT comma? begin (on | from)?", _lasting_from),
    ("<weekday> <date>", "weekday=weekday comma?", _on_weekday),
    ("the <day> before <date>", "the unit=unit way=(after | before)", _count_from),
    ("<last> <feast>", "pointer=POINTER", _feast_step),
)  # fmt: skip
SUFFIXES: tuple[tuple[str, str, Joining], ...] = (
    ("<date> <evening>", "dash? (in the | at)? part=(part | noon)", _part_after),
    ("<date> at <clock>", "comma? (at | for | about | by)? clock=CLOCK", _clock_after),
    ("<date> <next week>", "pointer=POINTER unit=unit", _week_behind),
    ("<feast> weekend", "unit=unit year=year?", _its_weekend),
    ("<date>, a <weekday>", "(comma? on)? weekday=weekday", _on_weekday),
)  # fmt: skip

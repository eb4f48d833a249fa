"""What the words of a time expression say, before it is known which day they stand for."""

from dataclasses import dataclass
from typing import Literal

Base = Literal["now", "then", "near"]


@dataclass(frozen=True, slots=True)
class Step:
    """So many units from a day: "last week" is a week back from now, "two days later" two days on from then.

    `base` is "now" for the day of publication, "then" for the date last mentioned, "near" for the first
    in a report of today and the second in an account of the past. `steps` is None for "some". An
    `exact` step ends on a day, any other in a unit ("two weeks ago" is a week).
    """

    unit: str
    steps: int | None
    base: Base
    exact: bool = False


OF_THE_DAY = Step("D", 0, "then")  # of the day last told of, else of that of publication


@dataclass(frozen=True, slots=True)
class Point:
    """A date, as much of it as is said; what is missing comes from `frame` or from the report.

    `decade` and `century` count from year nought (199 for the 1990s, 20 for the 21st century);
    `part` and `season` are TIMEX codes, `clock` is "HH:MM", `nth` counts weekdays or weeks within the
    month (-1 the last), `about` is a rough edge: START, MID, END, APPROX. `short` marks a year of two digits
    ("'99"), whose century the report gives; `origin` is what a frame counts from where the words say it;
    `reckoning` tells a fiscal (FY) or school year (SY); `either` a day and a month that may change places
    ("03/11/2014").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    week: int | None = None
    nth: int | None = None
    part: str | None = None
    clock: str | None = None
    about: str | None = None
    bc: bool = False
    short: bool = False
    frame: Step | None = None
    feast: str | None = None
    origin: "Point | None" = None
    reckoning: str | None = None
    either: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration as a TIMEX value.

    `window` tells one that ends with the base (-1) or begins after it (1); 2 and 3 are "in" and "within",
    which count from now only where the sentence looks ahead. `inside` is a date that it is a part of:
    the `nth` so many units, from the end where `steps` is negative.
    """

    timex: str
    about: str | None = None
    window: int = 0
    base: Base = "near"
    unit: str = "D"
    steps: int | None = None
    inside: Point | None = None
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set: every day, twice a week."""

    timex: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A time without a date: PAST_REF, PRESENT_REF, FUTURE_REF, or None where not even that is said."""

    timex: str | None


Meaning = Point | Length | Repeated | Reference


@dataclass(frozen=True, slots=True)
class Draft:
    """Words (places of the first and behind the last) with what they say, and the rule that says so."""

    start: int
    end: int
    meaning: Meaning
    rule: str

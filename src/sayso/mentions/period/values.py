"""What a time expression means: a TIMEX value and an interval of days."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Grain = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century"
]
Shape = Literal["date", "time", "duration", "set", "span"]


@dataclass(frozen=True, slots=True)
class Period:
    """A time expression resolved as far as the report allows.

    `timex` is the TIMEX3/TIMEX2 value ("2016-03-12", "P3W", "2014-Q2", "PAST_REF"); `start` and
    `end` are inclusive days, None where they cannot be resolved, and then `reason` says why
    ("no publication date"). A duration has neither. `fuzzy` marks ends that the words leave vague
    ("early March"), `open` an end that the words leave open ("since March" ends at publication).
    """

    timex: str | None
    start: date | None
    end: date | None
    shape: Shape
    grain: Grain | None = None
    mod: str | None = None
    fuzzy: bool = False
    open: Literal["start", "end"] | None = None
    reason: str | None = None

"""What a date is completed from: the day of publication and the dates before it."""

from dataclasses import dataclass
from datetime import date

from sayso.mentions.period.meaning import Point


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date is completed from.

    `published` is the report's day, `recent` whether it tells of its own time (else of the past, in
    order), `then` the date last mentioned, `ahead` whether the sentence speaks of what is to come
    and `behind` of what has been,
    `near` whether the date last mentioned is in the same sentence.
    """

    published: date | None
    recent: bool
    then: Point | None = None
    ahead: bool = False
    near: bool = False
    behind: bool = False

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

"""Which dates later ones are counted from: not those mentioned in passing."""

from dataclasses import dataclass, replace

from sayso.mentions.period.meaning import Length, Point
from sayso.mentions.period.placing import Placed

FAR = 15  # years; a date so far from the course of an account is in passing, unless the next is near to it


@dataclass(frozen=True, slots=True)
class Course:
    """Where an account has come to: the date that it goes on from, and one apart that may be a new course."""

    then: Point | None = None
    apart: Point | None = None

    def after(self, expression: Placed, date: Point) -> "Course":
        """The course after a date: as before after "(2003)", "the 1911 edition", "planned for 1976"."""
        if self.then is None or self.then.year is None:
            return Course(date)
        year = _is_year(date)
        if date.year is None or (year and expression.aside) or _keeps(date, self.then, expression):
            return self
        later = _later(date, self.then)
        if ((expression.since or expression.back or expression.aside) and not later) or (
            expression.ahead and later and year
        ):
            return self
        if date.bc == self.then.bc and abs(date.year - self.then.year) > FAR and not expression.head:
            near = self.apart and self.apart.year and abs(date.year - self.apart.year) <= FAR
            return Course(date) if near else replace(self, apart=date)
        return Course(date)


def _keeps(date: Point, then: Point, expression: Placed) -> bool:
    """Whether a date says no more than the account had, or looks back from it."""
    if _is_year(date) and date.year == then.year and date.bc == then.bc:
        return True
    said = expression.meaning
    if isinstance(said, Length) or not isinstance(said, Point):
        return False
    if said.season == "WI" and said.year is None and said.frame is None:
        return True  # "the winter" that an account comes to is reckoned, not said
    step = said.frame
    return step is not None and (step.steps or 0) < 0 and step.unit not in ("D", "WD", "W")


def _later(date: Point, then: Point) -> bool:
    if date.bc != then.bc:
        return then.bc
    return ((date.year or 0) > (then.year or 0)) != date.bc


def _is_year(date: Point) -> bool:
    return not (date.month or date.season or date.quarter or date.week or date.half)

"""Which dates later ones are counted from: not those mentioned in passing."""

from dataclasses import dataclass, replace

from sayso.mentions.period.meaning import Draft, Length, Point
from sayso.mentions.period.tokens import NOTHING, Tokens

FAR = 15  # years; a date so far from the course of an account is in passing, unless the next is near to it
LEADS = frozenset(
    {
        "in",
        "by",
        "until",
        "from",
        "during",
        "of",
        "between",
        "and",
        "to",
        "dash",
        "before",
        "after",
        "comma",
        "unit",
    }
)


@dataclass(frozen=True, slots=True)
class Course:
    """Where an account has come to: the date that it goes on from, and one apart that may be a new course."""

    then: Point | None = None
    apart: Point | None = None

    def after(self, tokens: Tokens, draft: Draft, date: Point, *, ahead: bool) -> "Course":
        """The course after a date: the same after "(2003)", "the 1911 edition", "since 1882", "planned for 1976"."""
        if self.then is None or self.then.year is None:
            return Course(date)
        if date.year is None or _in_passing(tokens, draft, date) or _keeps(date, self.then, draft):
            return self
        before = tokens.name(draft.start - 1) if draft.start else ""
        later = _later(date, self.then)
        if (before == "since" and not later) or (ahead and later and _is_year(date)):
            return self
        if date.bc == self.then.bc and abs(date.year - self.then.year) > FAR and draft.start:
            near = self.apart and self.apart.year and abs(date.year - self.apart.year) <= FAR
            return Course(date) if near else replace(self, apart=date)
        return Course(date)


def _keeps(date: Point, then: Point, draft: Draft) -> bool:
    """Whether a date says no more than the account had, or looks back from it."""
    if _is_year(date) and date.year == then.year and date.bc == then.bc:
        return True
    said = draft.meaning
    if isinstance(said, Length):
        return False
    if isinstance(said, Point) and said.season == "WI" and said.year is None and said.frame is None:
        return True  # "the winter" that an account comes to is reckoned, not said
    step = said.frame if isinstance(said, Point) else None
    return step is not None and (step.steps or 0) < 0 and step.unit not in ("D", "WD", "W")


def _in_passing(tokens: Tokens, draft: Draft, date: Point) -> bool:
    """A year in brackets, or one that only tells one thing from another: "the 1911 edition"."""
    if not _is_year(date) or draft.rule != "<year>" or draft.end >= len(tokens.letters):
        return False
    before = tokens.name(draft.start - 1) if draft.start else ""
    if before == "open" and tokens.name(draft.end) == "closed":
        return True
    return tokens.letters[draft.end] == NOTHING and before not in LEADS and tokens.words[draft.end].isalpha()


def _later(date: Point, then: Point) -> bool:
    if date.bc != then.bc:
        return then.bc
    return ((date.year or 0) > (then.year or 0)) != date.bc


def _is_year(date: Point) -> bool:
    return not (date.month or date.season or date.quarter or date.week or date.half)

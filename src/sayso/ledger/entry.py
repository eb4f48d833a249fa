"""An entry of a tally: one claim, with what the ledger needs of it and of its report."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from sayso.mentions.number.values import Bound

LOOSE = {Bound.VAGUE, Bound.RANGE}  # words that never were a count
NEAR = Decimal("0.2")  # "more than 120" is said of 126, not of 200


@dataclass(frozen=True, slots=True)
class Origin:
    """The source that a claim goes back to.

    `name` as the report gives it, `family` the voice it belongs to, `how` the rule that found it
    ("named", "same figure in the report", …), `via` who passed it on, nearest first.
    """

    name: str
    family: str
    how: str
    kind: str | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One figure claim among those that answer the same question.

    `group` is the group as tallies compare it ("all" for the whole toll), `counted` as the report puts
    it; `cause` and `affected` are the actors named as doing and as suffering it.
    """

    key: int
    claim_id: str
    report_id: str
    reading: int
    outlet: str | None
    published: date | None
    part: str
    start: int
    end: int
    exact: str
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    evidence: str
    measure: str = ""
    unit: str = "count"
    predicate: str | None = None
    cause: str | None = None
    affected: str | None = None
    group: str | None = None
    counted: str | None = None
    modality: str = "asserted"
    basis: str | None = None
    place: str | None = None
    period: tuple[date | None, date | None] = (None, None)
    origin: Origin | None = None
    added_at: str = ""

    @cached_property
    def point(self) -> Decimal | None:
        """The count that was given, hedged or not; None for words and ranges."""
        return None if self.bound in LOOSE else self.low if self.low is not None else self.high

    @property
    def family(self) -> str | None:
        """The voice that the claim goes back to."""
        return self.origin.family if self.origin else None

    @property
    def order(self) -> tuple[date, int, bool, int]:
        """Reading order: by day of publication, then as added, then as written (the title first)."""
        return (self.published or date.max, self.reading, self.part != "title", self.start)


def fits(one: Entry, other: Entry) -> bool:
    """Whether two figures can be the same count, said more or less loosely."""
    if one.point is not None and one.point == other.point:
        return True
    return _loosely(one, other) or _loosely(other, one)


def _loosely(hedge: Entry, count: Entry) -> bool:
    """Whether `hedge` is a loose wording for the figure of `count`."""
    value = count.point
    if hedge.bound in LOOSE:
        low, high = hedge.low or Decimal(0), hedge.high
        if value is None:
            return (count.high is None or count.high >= low) and (high is None or (count.low or 0) <= high)
        return low <= value and (high is None or value <= high)
    if value is None or hedge.point is None:
        return False
    room = hedge.point * NEAR
    if hedge.bound is Bound.MORE_THAN:
        return hedge.point <= value <= hedge.point + room
    if hedge.bound is Bound.LESS_THAN or hedge.bound is Bound.AT_MOST:
        return hedge.point - room <= value <= hedge.point
    return hedge.bound is Bound.ABOUT and abs(hedge.point - value) <= room / 2

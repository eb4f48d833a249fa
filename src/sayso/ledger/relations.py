"""How the claims of one tally stand to each other: agreement, revision, contradiction.

A *revision* is a later figure from the same origin. A *contradiction* is two origins that give
different counts for the same moment: side by side in one report, on the same day, or a later count
below an earlier one of another origin (a toll that another origin sees rise may simply have risen).
Loose words ("dozens", "more than 120") contradict nothing that they can be said of.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Literal

from sayso.ledger.entry import Entry, fits
from sayso.mentions.number.values import Bound

Relation = Literal["single", "agree", "revised", "contradict"]
COUNTS = {Bound.EXACT, Bound.AT_LEAST}
FARTHEST = 10  # an order of magnitude: counts further apart are not of one thing
MINOR = Decimal("0.1")  # a gap of up to a tenth: many readers would call 31 and 32 agreement


@dataclass(frozen=True, slots=True)
class Revision:
    """One origin's figure, and the different one that it gave next."""

    family: str
    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two origins' counts of the same thing at the same moment; `gap` is 1 - smaller/larger."""

    one: Entry
    other: Entry
    rule: str

    @property
    def gap(self) -> Decimal:
        """The share by which the smaller count falls short of the larger."""
        small, large = sorted((self.one.point or Decimal(0), self.other.point or Decimal(0)))
        return 1 - small / large if large else Decimal(0)

    @property
    def minor(self) -> bool:
        """Whether the two are within a tenth of each other."""
        return self.gap <= MINOR


def by_family(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries whose origin is known, by voice, each list in reading order."""
    groups: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        if entry.family is not None:
            groups.setdefault(entry.family, []).append(entry)
    return groups


def revisions(entries: Sequence[Entry]) -> tuple[Revision, ...]:
    """Every change of an origin's own figure, in order of the later one."""
    found = {
        (before.key, after.key): Revision(family, before, after)
        for family, mine in by_family(entries).items()
        for before, after in _changes(_steps(mine))
        if not fits(before, after)
    }
    return tuple(sorted(found.values(), key=lambda revision: revision.after.order))


def _changes(steps: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Each figure with the next; counts also with the next count, past looser words between."""
    yield from pairwise(steps)
    yield from pairwise([step for step in steps if step.bound in COUNTS])


def _steps(entries: Sequence[Entry]) -> list[Entry]:
    """One entry for each figure, day by day; within a day a toll is taken to rise."""
    seen: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        seen.setdefault((entry.published, entry.low, entry.high), entry)
    return sorted(seen.values(), key=lambda entry: (entry.order[0], entry.low or entry.high or 0))


def contradictions(entries: Sequence[Entry]) -> tuple[Contradiction, ...]:
    """One contradiction for each pair of voices that clash, the widest gap of each."""
    widest: dict[frozenset[str], Contradiction] = {}
    for found in _clashes(entries):
        voices = frozenset({found.one.family or "", found.other.family or ""})
        if voices not in widest or found.gap > widest[voices].gap:
            widest[voices] = found
    return tuple(sorted(widest.values(), key=lambda found: -found.gap))


def _clashes(entries: Sequence[Entry]) -> Iterator[Contradiction]:
    groups = {family: _counts(mine) for family, mine in by_family(entries).items()}
    for mine, theirs in combinations(groups.values(), 2):
        for one in mine:
            for other in theirs:
                apart = fits(one, other) or _another_question(one, other)
                rule = None if apart else _same_moment(one, other, groups)
                if rule:
                    yield Contradiction(one, other, rule)


def _another_question(one: Entry, other: Entry) -> bool:
    """Whether two counts lie so far apart that they hardly count the same thing."""
    small, large = sorted((one.point or Decimal(0), other.point or Decimal(0)))
    return large > FARTHEST * small


def _counts(entries: Sequence[Entry]) -> list[Entry]:
    """The counts among one voice's entries, one for each report and figure."""
    return list({(e.report_id, e.point): e for e in reversed(entries) if e.point is not None}.values())


def _same_moment(one: Entry, other: Entry, groups: dict[str, list[Entry]]) -> str | None:
    if one.report_id == other.report_id:
        return "side by side in one report"
    if one.published is None or other.published is None:
        return None
    if one.published == other.published:
        return "on the same day"
    first, second = sorted((one, other), key=lambda entry: entry.published or entry.order[0])
    known = [e for e in groups[first.family or ""] if e.published and e.published <= second.order[0]]
    lowest = min((e.point or Decimal(0) for e in known if e.published == known[-1].published), default=None)
    falls = (second.point or 0) < (first.point or 0) and first.point == lowest
    return "a later count is lower" if falls else None


def relation(entries: Sequence[Entry]) -> Relation:
    """The one word for a tally: contradiction before revision before agreement."""
    if len({entry.report_id for entry in entries}) < 2:
        return "single"
    if contradictions(entries):
        return "contradict"
    return "revised" if revisions(entries) else "agree"

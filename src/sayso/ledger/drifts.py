"""Drifts: how a claim's wording moved away from the one it goes back to.

The first claim of an origin with a figure is the wording that later claims of the same figure go
back to; a change of predicate, bound or certainty, a cause that is added, or another group or place
for the same figure (scope: 12 soldiers who become 12 people, a town that becomes its province) is a drift.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.ledger.entry import Entry
from sayso.ledger.origins.families import plain
from sayso.ledger.relations import by_family
from sayso.mentions.number.values import Bound

Slot = Literal["predicate", "bound", "scope", "certainty", "cause"]


@dataclass(frozen=True, slots=True)
class Drift:
    """A claim whose wording differs from the one that it goes back to, in one slot."""

    slot: Slot
    first: Entry
    later: Entry

    @property
    def says(self) -> str:
        """The change in words."""
        return f"{self.slot}: {_shown(self.first, self.slot)} became {_shown(self.later, self.slot)}"


def _shown(entry: Entry, slot: Slot) -> str:
    value = {
        "predicate": entry.predicate,
        "bound": str(entry.bound).replace("_", " "),
        "scope": _scope(entry),
        "certainty": entry.modality,
        "cause": entry.cause,
    }[slot]
    return f"“{value or 'nothing'}”"


def _scope(entry: Entry) -> str:
    return " in ".join(filter(None, ((entry.counted or "people").replace("_", " "), entry.place)))


def drifts(entries: Sequence[Entry]) -> tuple[Drift, ...]:
    """Every drift of a tally, each against the first claim with that figure from that origin."""
    return tuple(drift for mine in by_family(entries).values() for drift in _of_one_voice(mine))


def _of_one_voice(entries: Sequence[Entry]) -> Iterator[Drift]:
    first: dict[object, Entry] = {}
    for entry in entries:
        origin = first.setdefault(entry.point, entry)
        if origin is entry or entry.point is None or origin.report_id == entry.report_id:
            continue
        yield from (Drift(slot, origin, entry) for slot in _moved(origin, entry))


def _moved(first: Entry, later: Entry) -> Iterator[Slot]:
    if first.predicate and later.predicate and first.predicate != later.predicate:
        yield "predicate"
    if first.bound is not later.bound and Bound.EXACT in {first.bound, later.bound}:
        yield "bound"
    if _wider(first.counted, later.counted) or _wider(first.place, later.place):
        yield "scope"
    if first.modality != later.modality:
        yield "certainty"
    if later.cause and first.cause != later.cause:
        yield "cause"


def _wider(first: str | None, later: str | None) -> bool:
    """Whether two wordings name something, and not the same."""
    return first is not None and later is not None and plain(first) != plain(later)

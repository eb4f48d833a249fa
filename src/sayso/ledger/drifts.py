"""Drifts: how a claim's wording moved away from the one it goes back to.

The first claim of an origin with a figure is the wording that later claims of the same figure go
back to; a change of predicate, bound or certainty, or a cause that is added, is a drift.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.ledger.entry import Entry
from sayso.ledger.relations import by_family
from sayso.mentions.number.values import Bound

Slot = Literal["predicate", "bound", "certainty", "cause"]


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
        "certainty": entry.modality,
        "cause": entry.cause,
    }[slot]
    return f"“{value or 'nothing'}”"


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
    if first.modality != later.modality:
        yield "certainty"
    if later.cause and first.cause != later.cause:
        yield "cause"

"""Low–best–high of a tally, and the rule that chose best: the user picks, the choice is recorded."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.ledger.entry import Entry
from sayso.ledger.relations import by_family

KINDS = (
    "monitor",
    "igo",
    "medical",
    "ngo",
    "person",
    "official",
    "police",
    "government",
    "military",
    "state",
)
BASES = ("verified", "documented", "estimated")


@dataclass(frozen=True, slots=True)
class Estimate:
    """The lowest, the chosen and the highest figure; `best` is None where the rule chooses none."""

    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    rule: str


def latest(entries: Sequence[Entry]) -> list[Entry]:
    """Each origin's last count (its highest on its last day); unattributed ones where there is no other."""
    counted = [entry for entry in entries if entry.point is not None]
    groups = by_family(counted) or ({"": counted} if counted else {})
    return [_last(mine) for mine in groups.values()]


def _last(mine: Sequence[Entry]) -> Entry:
    day = max(entry.order[0] for entry in mine)
    return max((entry for entry in mine if entry.order[0] == day), key=lambda entry: entry.point or 0)


def _range(_: Sequence[Entry]) -> Decimal | None:
    return None


def _latest(entries: Sequence[Entry]) -> Decimal | None:
    last = latest(entries)
    return max(last, key=lambda entry: (entry.order[0], entry.point or 0)).point if last else None


def _majority(entries: Sequence[Entry]) -> Decimal | None:
    votes = Counter(entry.point for entry in latest(entries) if entry.point is not None)
    return min(votes, key=lambda value: (-votes[value], value)) if votes else None


def _conservative(entries: Sequence[Entry]) -> Decimal | None:
    return min((entry.point for entry in latest(entries) if entry.point is not None), default=None)


def _trusted(entries: Sequence[Entry]) -> Decimal | None:
    last = latest(entries)
    return min(last, key=_doubt).point if last else None


def _doubt(entry: Entry) -> tuple[int, int, int]:
    kind = entry.origin.kind if entry.origin else None
    base = BASES.index(entry.basis) if entry.basis in BASES else len(BASES)
    rank = KINDS.index(kind) if kind in KINDS else len(KINDS)
    return base, rank, -entry.order[0].toordinal()


RULES: dict[str, Callable[[Sequence[Entry]], Decimal | None]] = {
    "range": _range,  # no single figure is chosen
    "latest": _latest,  # the newest of the origins' last counts
    "majority": _majority,  # what most independent origins say last; the lower of two as frequent
    "conservative": _conservative,  # the lowest of the origins' last counts
    "trusted": _trusted,  # verified before documented before estimated; monitors before parties
}


def estimate(entries: Sequence[Entry], rule: str = "latest") -> Estimate:
    """Low, best and high under one of `RULES`: over the origins' last counts, or for `range` over all."""
    compared = entries if rule == "range" else latest(entries) or entries
    ends = [value for entry in compared for value in (entry.low, entry.high) if value is not None]
    return Estimate(min(ends, default=None), RULES[rule](entries), max(ends, default=None), rule)

"""Reference data beside a tally: the same place, days and measure, and whether it can confirm anything.

Events are added up; of a running total what it grew by over the days is taken. A record of other
actors than the claims name, or of more days than are asked for, is set aside and said. A record that
names the tally's own origin among its sources is no confirmation, and is counted apart.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from sayso.ledger.occasions.match import NEAR_KM, kilometres
from sayso.ledger.occasions.side import Where, shifted
from sayso.ledger.origins.families import families, plain
from sayso.ledger.parties import parties
from sayso.ledger.query import When
from sayso.ledger.references import ReferenceFile, records_between, reference_files
from sayso.ledger.tally import Tally
from sayso.reference.record import Record

NAMED = 4  # other actors told by name
GAP = 7  # days: how far back a running total's base is looked for


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared: a measure over a place and inclusive days, the actors and the voices heard on it.

    `actors` are those that the claims name as doing or suffering it; none named leaves every record in.
    """

    measure: str
    where: Where
    first: date | None = None
    last: date | None = None
    families: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one reference file says over a scope.

    `same_origin` are the records that rest on an origin of the tally; `shared` its families. Set aside
    are `others`, of other actors, and `wider`, whose days reach beyond the scope's.
    """

    file: ReferenceFile
    records: tuple[Record, ...]
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    same_origin: tuple[Record, ...]
    shared: tuple[str, ...]
    others: tuple[Record, ...] = ()
    wider: tuple[Record, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What was set aside, in sentences."""
        said = []
        if self.others:
            names = sorted({name for record in self.others for name in record.actors})
            told = "; ".join(names[:NAMED]) + (" and others" if len(names) > NAMED else "")
            said.append(f"Not added, of other actors ({told}): {_counted(self.others)}.")
        if self.wider:
            said.append(f"Not added, of more days than these: {_counted(self.wider)}.")
        return tuple(said)

    @property
    def warning(self) -> str | None:
        """The sentence that keeps an echo from passing as confirmation."""
        if not self.same_origin:
            return None
        names = ", ".join(self.shared)
        part = f"{len(self.same_origin)} of these {len(self.records)} records"
        whole = "This reference rests" if len(self.same_origin) == len(self.records) else f"{part} rest"
        return f"{whole} on the same origin as the claims ({names}): that is no confirmation."


def _counted(records: Sequence[Record]) -> str:
    low, high = _sum(records, "low"), _sum(records, "high")
    return f"{len(records):,} record{'s' * (len(records) != 1)} ({low}–{high})"


def scope_of(tally: Tally) -> Scope:
    """The scope of a tally."""
    return Scope(tally.measure, tally.where, tally.first, tally.last, tally.origins, tally.actors)


def compare(connection: Connection, scope: Scope, as_of: When = None) -> list[Comparison]:
    """What each reference file has on a scope; files with nothing on it are left out."""
    found = (_one(connection, file, scope) for file in reference_files(connection, as_of))
    return [each for each in found if each.records or each.others or each.wider]


def _one(connection: Connection, file: ReferenceFile, scope: Scope) -> Comparison:
    since = scope.first and shifted(scope.first, -GAP)
    near = records_between(connection, file, scope.where.country, since, scope.last)
    here = [record for record in near if record.measure == scope.measure and _here(record, scope.where)]
    running = [record for record in here if record.cumulative and _until(record, scope.last)]
    events = [record for record in here if not record.cumulative and _since(record, scope.first)]
    wider, timely = _split(events, lambda record: _reaches_beyond(record, scope))
    records, others = _split(
        [*timely, *_grown(running, scope.first)], lambda record: _concerns(record, scope.actors)
    )
    same = tuple(record for record in records if _shared(record, scope.families))
    shared = sorted({name for record in same for name in _shared(record, scope.families)})
    low, best, high = (_sum(records, end) for end in ("low", "best", "high"))
    return Comparison(
        file, tuple(records), low, best, high, same, tuple(shared), others=tuple(others), wider=tuple(wider)
    )


def _split(records: Iterable[Record], wanted: Callable[[Record], bool]) -> tuple[list[Record], list[Record]]:
    """The wanted records, and the rest."""
    halves: tuple[list[Record], list[Record]] = ([], [])
    for record in records:
        halves[not wanted(record)].append(record)
    return halves


def _concerns(record: Record, actors: Sequence[str]) -> bool:
    """Whether a record names one of the actors; where either side names none, nothing speaks against it."""
    asked = frozenset[str]().union(*map(parties, actors))
    named = frozenset[str]().union(*map(parties, record.actors))
    return not asked or not named or bool(asked & named)


def _reaches_beyond(record: Record, scope: Scope) -> bool:
    """Whether an event record covers clearly more days than the scope: a month's total beside one day."""
    if record.start is None or record.end is None or scope.first is None or scope.last is None:
        return False
    return shifted(record.start, 1) < scope.first or shifted(record.end, -1) > scope.last


def _since(record: Record, first: date | None) -> bool:
    """Whether an event lies in the days, or on the day before: publishers differ over nights."""
    return first is None or record.end is None or shifted(record.end, 1) >= first


def _until(record: Record, last: date | None) -> bool:
    return last is None or record.end is None or record.end <= last


def _sum(records: Sequence[Record], end: str) -> Decimal | None:
    values = [getattr(record, end) for record in records]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def _grown(records: Iterable[Record], first: date | None) -> list[Record]:
    """For each kind of loss the last total of the days, less the one before them."""
    kinds: dict[str | None, list[Record]] = {}
    for record in records:
        kinds.setdefault(record.group, []).append(record)
    grown = []
    for mine in kinds.values():
        ordered = sorted(mine, key=lambda record: record.end or date.min)
        before = [r for r in ordered if first and r.end and r.end < first]
        base, top = (before[-1] if before else None), ordered[-1]
        low, best, high = (_less(top, base, end) for end in ("low", "best", "high"))
        grown.append(replace(top, low=low, best=best, high=high))
    return grown


def _less(top: Record, base: Record | None, end: str) -> Decimal | None:
    value, less = getattr(top, end), getattr(base, end) if base else Decimal(0)
    return None if value is None else value - (less or Decimal(0))


def _here(record: Record, where: Where) -> bool:
    """Whether a record lies within a place: by distance, by name, or by the region or land around it."""
    if where.name is None or where.precision == "country":
        return True
    point = Where(latitude=record.latitude, longitude=record.longitude)
    apart = kilometres(where, point)
    if where.precision == "region":
        return _names(where.name, record.admin1) or _names(where.name, record.place)
    if apart is not None:
        return apart <= NEAR_KM
    return _names(where.name, record.place)


def _names(name: str, cell: str | None) -> bool:
    """Whether a publisher's place string names the place ("Hay Al-Shuhada, south Baghdad" → Baghdad)."""
    return cell is not None and f" {plain(name)} " in f" {plain(cell)} "


def _shared(record: Record, voices: Sequence[str]) -> set[str]:
    return {families().of(name) for name in record.originals} & set(voices)

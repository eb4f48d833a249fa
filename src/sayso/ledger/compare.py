"""Reference data beside a tally: the same place, days and measure, and whether it can confirm anything.

Events are added up; of a running total what it grew by over the days is taken. A record that names
the tally's own origin among its sources is no confirmation, and is counted apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import Connection

from sayso.ledger.occasions.match import NEAR_KM, kilometres
from sayso.ledger.occasions.side import Where
from sayso.ledger.origins.families import families, plain
from sayso.ledger.query import When
from sayso.ledger.references import ReferenceFile, records_between, reference_files
from sayso.ledger.tally import Tally
from sayso.reference.record import Record

DAY = timedelta(days=1)
GAP = timedelta(days=7)  # how far back a running total's base is looked for


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared: a measure over a place and inclusive days, and the voices heard on it."""

    measure: str
    where: Where
    first: date | None = None
    last: date | None = None
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one reference file says over a scope.

    `same_origin` are the records that rest on an origin of the tally; `shared` its families.
    """

    file: ReferenceFile
    records: tuple[Record, ...]
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    same_origin: tuple[Record, ...]
    shared: tuple[str, ...]

    @property
    def warning(self) -> str | None:
        """The sentence that keeps an echo from passing as confirmation."""
        if not self.same_origin:
            return None
        names = ", ".join(self.shared)
        part = f"{len(self.same_origin)} of these {len(self.records)} records"
        whole = "This reference rests" if len(self.same_origin) == len(self.records) else f"{part} rest"
        return f"{whole} on the same origin as the claims ({names}): that is no confirmation."


def scope_of(tally: Tally) -> Scope:
    """The scope of a tally."""
    return Scope(tally.measure, tally.where, tally.first, tally.last, tally.origins)


def compare(connection: Connection, scope: Scope, as_of: When = None) -> list[Comparison]:
    """What each reference file has on a scope; files with nothing on it are left out."""
    found = (_one(connection, file, scope) for file in reference_files(connection, as_of))
    return [each for each in found if each.records]


def _one(connection: Connection, file: ReferenceFile, scope: Scope) -> Comparison:
    near = records_between(connection, file, scope.where.country, _back(scope.first, GAP), scope.last)
    here = [record for record in near if record.measure == scope.measure and _here(record, scope.where)]
    running = [record for record in here if record.cumulative and _until(record, scope.last)]
    events = [record for record in here if not record.cumulative and _since(record, scope.first)]
    records = (*events, *_grown(running, scope.first))
    same = tuple(record for record in records if _shared(record, scope.families))
    shared = sorted({name for record in same for name in _shared(record, scope.families)})
    low, best, high = (_sum(records, end) for end in ("low", "best", "high"))
    return Comparison(file, records, low, best, high, same, tuple(shared))


def _back(day: date | None, by: timedelta) -> date | None:
    return max(day, date.min + by) - by if day else None


def _since(record: Record, first: date | None) -> bool:
    """Whether an event lies in the days, or on the day before: publishers differ over nights."""
    return first is None or record.end is None or record.end >= (_back(first, DAY) or first)


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

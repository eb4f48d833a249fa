"""Reference files in the ledger: added once, versioned, and asked for by place and days."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select

from sayso.errors import LedgerError, ReferenceFileError
from sayso.ledger.keys import insert_rows
from sayso.ledger.query import When, until
from sayso.ledger.rows import as_text, storable
from sayso.ledger.schema import reference_file, reference_record
from sayso.reference.catalogue import KINDS
from sayso.reference.record import Record

AT_ONCE = 5_000  # records written in one statement


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """A reference file that the ledger holds."""

    key: int
    kind: str
    name: str
    version: int
    records: int
    added_at: str


def add(connection: Connection, kind: str, path: Path, now: str) -> tuple[ReferenceFile, bool]:
    """Add a publisher's file; the entry, and whether it is new. The same bytes are kept once."""
    if kind not in KINDS:
        raise LedgerError(f"no such kind of reference: {kind}; there are {', '.join(KINDS)}")
    hashed = _hash(path)
    known = select(reference_file).where(reference_file.c.kind == kind, reference_file.c.hash == hashed)
    row = connection.execute(known).one_or_none()
    if row is not None:
        return _file(row), False
    records = list(KINDS[kind].records(path))
    seen = select(func.coalesce(func.max(reference_file.c.version), 0))
    seen = seen.where(reference_file.c.kind == kind, reference_file.c.name == path.name)
    entry = {"kind": kind, "name": path.name, "version": connection.execute(seen).scalar_one() + 1}
    entry |= {"hash": hashed, "records": len(records), "added_at": now}
    key = connection.execute(
        insert(reference_file).values(entry).returning(reference_file.c.key)
    ).scalar_one()
    for at in range(0, len(records), AT_ONCE):
        rows = [_row(record) | {"file": key} for record in records[at : at + AT_ONCE]]
        insert_rows(connection, reference_record, rows)
    return _file(connection.execute(known).one()), True


def _hash(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as problem:
        raise ReferenceFileError(f"{path}: {problem.strerror}") from problem


def _file(row: Any) -> ReferenceFile:
    return ReferenceFile(row.key, row.kind, row.name, row.version, row.records, row.added_at)


def reference_files(connection: Connection, as_of: When = None) -> list[ReferenceFile]:
    """The newest version of each reference file, as known then."""
    query = select(reference_file).order_by(reference_file.c.key)
    limit = until(as_of)
    if limit is not None:
        query = query.where(reference_file.c.added_at <= limit)
    newest = {(row.kind, row.name): _file(row) for row in connection.execute(query)}
    return sorted(newest.values(), key=lambda each: each.key)


def records_between(
    connection: Connection, file: ReferenceFile, country: str | None, first: date | None, last: date | None
) -> Iterator[Record]:
    """A file's records in a land that overlap some days (inclusive); None leaves that open."""
    cell = reference_record.c
    query = select(reference_record).where(cell.file == file.key).order_by(cell.line)
    if country is not None:
        query = query.where(or_(cell.country == country, cell.country.is_(None)))
    if last is not None:
        query = query.where(or_(cell.start_day.is_(None), cell.start_day <= last.isoformat()))
    if first is not None:
        query = query.where(or_(cell.end_day.is_(None), cell.end_day >= first.isoformat()))
    yield from map(_record, connection.execute(query))


def records_of(connection: Connection, file: ReferenceFile) -> Iterable[Record]:
    """Every record of a file."""
    return records_between(connection, file, None, None, None)


def _row(record: Record) -> dict[str, Any]:
    return {
        "line": record.line, "id": record.id, "measure": record.measure, "group_counted": record.group,
        "low": record.low, "best": record.best, "high": record.high,
        "start_day": record.start.isoformat() if record.start else None,
        "end_day": record.end.isoformat() if record.end else None, "cumulative": int(record.cumulative),
        "place": storable(record.place), "admin1": storable(record.admin1), "country": record.country,
        "latitude": record.latitude, "longitude": record.longitude, "actors": as_text(record.actors),
        "originals": as_text(record.originals), "more": as_text(dict(record.more)),
    }  # fmt: skip


def _record(row: Any) -> Record:
    return Record(
        line=row.line, id=row.id, measure=row.measure, low=row.low, best=row.best, high=row.high,
        group=row.group_counted, start=date.fromisoformat(row.start_day) if row.start_day else None,
        end=date.fromisoformat(row.end_day) if row.end_day else None, cumulative=bool(row.cumulative),
        place=row.place, admin1=row.admin1, country=row.country, latitude=row.latitude,
        longitude=row.longitude, actors=tuple(json.loads(row.actors)),
        originals=tuple(json.loads(row.originals)), more=json.loads(row.more),
    )  # fmt: skip

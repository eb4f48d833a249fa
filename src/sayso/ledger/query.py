"""Reading from the ledger: the latest word on each report, now or as known at an earlier time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sayso.checks.finding import Finding
from sayso.claims.claim import Claim
from sayso.ledger.rows import claim_value, finding_value, report_value
from sayso.ledger.schema import claim, finding, reading, report
from sayso.reports.report import Report

When = datetime | date | None


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A report as the ledger holds it, with what was read from it and since when (UTC, ISO 8601)."""

    key: int
    version: int
    added_at: str
    report: Report
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC, ISO 8601 to the microsecond; text order is time order."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")


def until(as_of: When) -> str | None:
    """The last stamp that counts as known at `as_of`; a day counts to its end (UTC)."""
    if as_of is None:
        return None
    moment = as_of if isinstance(as_of, datetime) else datetime.combine(as_of, time.max, UTC)
    return stamp(moment)


def current(as_of: When = None) -> Select[Any]:
    """The keys of the readings that hold: the latest of each report id, as known then."""
    latest = select(func.max(reading.c.key)).join(report, report.c.key == reading.c.report)
    limit = until(as_of)
    if limit is not None:
        latest = latest.where(reading.c.added_at <= limit)
    return latest.group_by(report.c.id)


def readings(
    connection: Connection, as_of: When = None, report_id: str | None = None
) -> Iterator[StoredReading]:
    """Every reading that holds, in the order in which they were added."""
    keys = current(as_of)
    if report_id is not None:
        keys = keys.where(report.c.id == report_id)
    for key in sorted(connection.execute(keys).scalars()):
        yield reading_of(connection, key)


def reading_of(connection: Connection, key: int) -> StoredReading:
    """One reading by its key."""
    query = select(report, reading.c.added_at.label("read_at"))
    row = connection.execute(
        query.join(reading, reading.c.report == report.c.key).where(reading.c.key == key)
    ).one()
    claims = select(claim.c.value).where(claim.c.reading == key).order_by(claim.c.key)
    findings = select(finding.c.value).where(finding.c.reading == key).order_by(finding.c.key)
    return StoredReading(
        key,
        row.version,
        row.read_at,
        report_value(row),
        tuple(map(claim_value, connection.execute(claims))),
        tuple(map(finding_value, connection.execute(findings))),
    )


def reports(connection: Connection, as_of: When = None) -> Iterator[Report]:
    """Every report, in its latest version."""
    query = select(report).join(reading, reading.c.report == report.c.key)
    query = query.where(reading.c.key.in_(current(as_of))).order_by(reading.c.key)
    yield from map(report_value, connection.execute(query))


def claims(connection: Connection, as_of: When = None, measure: str | None = None) -> Iterator[Claim]:
    """Every claim of the readings that hold."""
    query = select(claim.c.value).where(claim.c.reading.in_(current(as_of)))
    if measure is not None:
        query = query.where(claim.c.measure == measure)
    yield from map(claim_value, connection.execute(query.order_by(claim.c.key)))


def findings(connection: Connection, as_of: When = None) -> Iterator[Finding]:
    """Every finding of the readings that hold."""
    query = select(finding.c.value).where(finding.c.reading.in_(current(as_of))).order_by(finding.c.key)
    yield from map(finding_value, connection.execute(query))

"""Adding to the ledger: a report, its claims and its findings, all or nothing.

A report is known by its id and the hash of its words: the same words again change nothing, changed
words are a new version beside the old one. The same goes for what was read from it.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from sayso.checks.finding import Finding
from sayso.claims.claim import Claim
from sayso.errors import LedgerError
from sayso.ledger.occasions.store import file_claims
from sayso.ledger.rows import Row, claim_row, digest, finding_row, report_row, values_of
from sayso.ledger.schema import CLAIMS_PER_READING, claim, finding, reading, report
from sayso.reports.report import Report


def add_reading(
    connection: Connection, read: Report, claims: Sequence[Claim], findings: Sequence[Finding], now: str
) -> int | None:
    """Add what was read; the reading's key, or None where the ledger has exactly this already."""
    if max(len(claims), len(findings)) >= CLAIMS_PER_READING:
        raise LedgerError(f"report {read.id}: more than {CLAIMS_PER_READING - 1:,} claims")
    report_key = _report_key(connection, read, now)
    values, found = values_of(read, claims, findings)
    fresh: Row = {"report": report_key, "claims_hash": digest([values, found]), "added_at": now}
    key = _insert_new(connection, reading, fresh)
    if key is None:
        return None
    rows = [claim_row(each, value) for each, value in zip(claims, values, strict=True)]
    _insert_all(connection, claim, key, rows)
    more = [finding_row(each, value) for each, value in zip(findings, found, strict=True)]
    _insert_all(connection, finding, key, more)
    file_claims(connection, key, read, claims, now)
    return key


def _report_key(connection: Connection, read: Report, now: str) -> int:
    row = report_row(read)
    known = select(report.c.key).where(report.c.id == row["id"], report.c.content_hash == row["content_hash"])
    found = connection.execute(known).scalar()
    if found is not None:
        return int(found)
    seen = select(func.coalesce(func.max(report.c.version), 0)).where(report.c.id == row["id"])
    row |= {"version": connection.execute(seen).scalar_one() + 1, "added_at": now}
    key = _insert_new(connection, report, row)
    return int(connection.execute(known).scalar_one()) if key is None else key


def _insert_new(connection: Connection, table: Table, row: Row) -> int | None:
    """The new row's key, or None where a row with the same identity stands already."""
    new = postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
    key = connection.execute(new.values(row).on_conflict_do_nothing().returning(table.c.key)).scalar()
    return None if key is None else int(key)


def _insert_all(connection: Connection, table: Table, reading_key: int, rows: list[Row]) -> None:
    for position, row in enumerate(rows):
        row["key"], row["reading"] = reading_key * CLAIMS_PER_READING + position, reading_key
    if rows:
        connection.execute(insert(table), rows)

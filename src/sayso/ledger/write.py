"""Adding to the ledger: reports, their claims and their findings, each report all or nothing.

A report is known by its id and the hash of its words: the same words again change nothing, changed
words are a new version beside the old one. The same goes for what was read from it. Writers take
turns, so keys are counted on from the highest.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, select

from sayso.checks.finding import Finding
from sayso.claims.claim import Claim
from sayso.errors import LedgerError
from sayso.ledger.keys import insert_rows, next_keys
from sayso.ledger.occasions.store import Filed, file_claims
from sayso.ledger.rows import Row, claim_row, digest_of_lines, finding_row, report_row, values_of
from sayso.ledger.schema import CLAIMS_PER_READING, claim, finding, reading, report
from sayso.reports.report import Report

Read = tuple[Report, Sequence[Claim], Sequence[Finding]]
AT_ONCE = 500  # reports written in one go


def add_readings(connection: Connection, readings: Iterable[Read], now: str) -> int:
    """Add what was read; how many readings the ledger did not have yet."""
    new, batch = 0, []
    for each in readings:
        batch.append(each)
        if len(batch) == AT_ONCE:
            new, batch = new + _Batch(connection, batch, now).write(), []
    return new + (_Batch(connection, batch, now).write() if batch else 0)


class _Batch:
    """Some readings on their way into the ledger: looked up together, written together."""

    def __init__(self, connection: Connection, readings: Sequence[Read], now: str) -> None:
        self.connection, self.readings, self.now = connection, readings, now
        self.rows: dict[Table, list[Row]] = {report: [], reading: [], claim: [], finding: []}
        self.reports: dict[tuple[str, str], int] = {}
        self.versions: dict[str, int] = {}
        self.read: set[tuple[int, str]] = set()
        self.report_keys, self.reading_keys = next_keys(connection, report), next_keys(connection, reading)

    def write(self) -> int:
        """Look up, sort out and write; how many readings were new."""
        entries = [report_row(told) for told, _, _ in self.readings]
        self._look_up(sorted({entry["id"] for entry in entries}))
        filed = [self._enter(entry, *each) for entry, each in zip(entries, self.readings, strict=True)]
        for table, rows in self.rows.items():
            insert_rows(self.connection, table, rows)
        new = [each for each in filed if each is not None]
        file_claims(self.connection, new, self.now)
        return len(new)

    def _look_up(self, ids: Sequence[str]) -> None:
        known = select(report.c.key, report.c.id, report.c.content_hash, report.c.version)
        for row in self.connection.execute(known.where(report.c.id.in_(ids))):
            self.reports[row.id, row.content_hash] = row.key
            self.versions[row.id] = max(row.version, self.versions.get(row.id, 0))
        if self.reports:
            read = select(reading.c.report, reading.c.claims_hash)
            found = self.connection.execute(read.where(reading.c.report.in_(list(self.reports.values()))))
            self.read = {(row.report, row.claims_hash) for row in found}

    def _enter(
        self, entry: Row, told: Report, claims: Sequence[Claim], findings: Sequence[Finding]
    ) -> Filed | None:
        if max(len(claims), len(findings)) >= CLAIMS_PER_READING:
            raise LedgerError(f"report {told.id}: more than {CLAIMS_PER_READING - 1:,} claims")
        home = self._report(entry)
        values, found = values_of(told, claims, findings)
        mine = [claim_row(each, value) for each, value in zip(claims, values, strict=True)]
        more = [finding_row(each, value) for each, value in zip(findings, found, strict=True)]
        hashed = digest_of_lines(row["value"] for row in (*mine, *more))
        if (home, hashed) in self.read:
            return None
        self.read.add((home, hashed))
        key = next(self.reading_keys)
        self.rows[reading].append({"key": key, "report": home, "claims_hash": hashed, "added_at": self.now})
        for table, rows in ((claim, mine), (finding, more)):
            first = key * CLAIMS_PER_READING
            self.rows[table] += [row | {"key": n, "reading": key} for n, row in enumerate(rows, first)]
        return Filed(key, told, claims)

    def _report(self, entry: Row) -> int:
        identity = (entry["id"], entry["content_hash"])
        if identity not in self.reports:
            self.versions[entry["id"]] = version = self.versions.get(entry["id"], 0) + 1
            self.reports[identity] = key = next(self.report_keys)
            self.rows[report].append(entry | {"key": key, "version": version, "added_at": self.now})
        return self.reports[identity]

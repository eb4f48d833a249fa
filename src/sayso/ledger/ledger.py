"""The ledger: the append-only store of reports, claims, findings, tallies and review decisions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from sayso.checks.finding import Finding
from sayso.claims.claim import Claim
from sayso.errors import LedgerError
from sayso.ledger import query, references
from sayso.ledger.compare import Comparison, Scope, compare
from sayso.ledger.connect import by_key, engine_for, in_words, shown, writing
from sayso.ledger.migrations import migrate, steps, taken
from sayso.ledger.query import StoredReading, When
from sayso.ledger.references import ReferenceFile
from sayso.ledger.reviews import Decision, Review, check, decisions, write
from sayso.ledger.tallies import Question, tallies, tally
from sayso.ledger.tally import Tally
from sayso.ledger.write import Read, add_readings
from sayso.reports.report import Report

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time that entries are stamped with."""
    return datetime.now(UTC)


class Ledger:
    """A ledger in a SQLite file or a PostgreSQL database. Open it with `Ledger.open`.

    Nothing in it is ever changed or deleted; every query takes `as_of` (a day or a moment, UTC) and
    then answers as was known at that time. Usable as a context manager. Every problem with the
    database is a LedgerError that says what to do.
    """

    def __init__(self, place: str | Path, engine: Engine, clock: Clock = utc_now) -> None:
        self.place, self.engine, self.clock = place, engine, clock

    @classmethod
    def open(cls, place: str | Path, *, create: bool = True, clock: Clock = utc_now) -> "Ledger":
        """The ledger at a file path or a ``postgresql://`` address, brought to the newest schema.

        With ``create=False`` a missing file or an empty database is a LedgerError instead of a new ledger.
        """
        if not create and "://" not in str(place) and not Path(place).exists():
            raise LedgerError(f"there is no ledger at {place}: `sayso read --ledger` makes one")
        ledger = cls(place, engine_for(place), clock)
        with in_words(place):
            ledger._prepare(create=create)
        return ledger

    def _prepare(self, *, create: bool) -> None:
        with self.engine.connect() as connection:
            done = taken(connection)
        if done == steps():
            return
        if not done and not create:
            raise LedgerError(f"{shown(self.place)} holds no ledger: `sayso read --ledger` makes one")
        if self.engine.dialect.name == "sqlite":
            raw = self.engine.raw_connection()
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            raw.close()
        with writing(self.engine) as connection:
            migrate(connection)

    def add(self, report: Report, claims: Sequence[Claim] = (), findings: Sequence[Finding] = ()) -> bool:
        """Add a report with its claims and findings in one transaction; whether anything was new."""
        return self.add_all([(report, claims, findings)]) == 1

    def add_all(self, readings: Iterable[Read]) -> int:
        """Add many reports in one transaction, which is faster; how many were new."""
        now = query.stamp(self.clock())
        with in_words(self.place), writing(self.engine) as connection:
            return add_readings(connection, readings, now)

    def readings(self, *, as_of: When = None, report_id: str | None = None) -> Iterator[StoredReading]:
        """Every report with its claims and findings, oldest entry first."""
        with in_words(self.place), self.engine.connect() as connection:
            yield from query.readings(connection, as_of, report_id)

    def reports(self, *, as_of: When = None) -> Iterator[Report]:
        """Every report in its latest version."""
        with in_words(self.place), self.engine.connect() as connection:
            yield from query.reports(connection, as_of)

    def claims(self, *, as_of: When = None, measure: str | None = None) -> Iterator[Claim]:
        """Every claim that holds, positions too unless a measure is asked for."""
        with in_words(self.place), self.engine.connect() as connection:
            yield from query.claims(connection, as_of, measure)

    def findings(self, *, as_of: When = None) -> Iterator[Finding]:
        """Every finding that holds."""
        with in_words(self.place), self.engine.connect() as connection:
            yield from query.findings(connection, as_of)

    def tallies(self, asked: Question | None = None) -> Iterator[Tally]:
        """The tallies that a question asks for; all of them where it is None."""
        with in_words(self.place), self.engine.connect() as connection:
            yield from tallies(connection, asked or Question())

    def tally(self, wanted: str, *, as_of: When = None) -> Tally | None:
        """The tally with this id."""
        with in_words(self.place), self.engine.connect() as connection:
            by_key(connection)
            return tally(connection, wanted, as_of)

    def decide(
        self, decision: Decision, subject: str, *, author: str, reason: str, **more: str | None
    ) -> Review:
        """Enter a review decision; `more` are `report`, `slot` and `value` (see `Review`)."""
        entry = check(Review(query.stamp(self.clock()), author, decision, subject, reason, **more))
        if decision == "merge":
            for each in (subject, entry.value or ""):
                if self.tally(each) is None:
                    raise LedgerError(f"no tally {each}: `sayso ledger tallies` names them")
        with in_words(self.place), writing(self.engine) as connection:
            write(connection, entry)
        return entry

    def decisions(self, *, as_of: When = None) -> list[Review]:
        """Every review decision, oldest first."""
        with in_words(self.place), self.engine.connect() as connection:
            return decisions(connection, query.until(as_of))

    def add_reference(self, kind: str, path: Path) -> tuple[ReferenceFile, bool]:
        """Add a publisher's file of one of the kinds in `sayso.reference.catalogue`; whether it was new."""
        with in_words(self.place), writing(self.engine) as connection:
            return references.add(connection, kind, path, query.stamp(self.clock()))

    def references(self, *, as_of: When = None) -> list[ReferenceFile]:
        """The newest version of each reference file."""
        with in_words(self.place), self.engine.connect() as connection:
            return references.reference_files(connection, as_of)

    def compare(self, scope: Scope, *, as_of: When = None) -> list[Comparison]:
        """What each reference file says over a scope (`compare.scope_of` gives a tally's)."""
        with in_words(self.place), self.engine.connect() as connection:
            return compare(connection, scope, as_of)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

"""The ledger under load: synthetic reports of four claims each, on SQLite and, where given, PostgreSQL.

Ingest in batches, adding one more report, and asking for one tally, with the ledger full. The number of
claims is a million unless SAYSO_BENCH_CLAIMS says otherwise. PostgreSQL is the server that
SAYSO_TEST_POSTGRES gives (its database is emptied first), or a throw-away one that `.ci/postgresql` starts.
"""

import os
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from sayso.claims.claim import Counted, Figure, FigureClaim, PeriodSlot, PlaceSlot, Source
from sayso.ledger import Ledger
from sayso.ledger.connect import engine_for
from sayso.ledger.write import Read
from sayso.mentions.number.values import Bound
from sayso.reports.report import Report
from sayso.reports.span import Span

CLAIMS = int(os.environ.get("SAYSO_BENCH_CLAIMS", "1000000"))
A_REPORT = 4  # claims
TOWNS, COUNTRIES, DAYS = 400, ("SYR", "IRQ", "UKR", "YEM", "SDN", "AFG", "MMR", "SOM"), 3_650
SOURCES = [f"Monitor {name}" for name in "ABCDEFGHIJ"]
WORDS = [
    f"{a}{b}{c}"
    for a in ("ba", "de", "ki", "lo", "mu")
    for b in ("ra", "se", "ti", "no", "pu")
    for c in "nrstl"
]
BATCH, ROUNDS = 500, 300
SERVER = str(Path(__file__).parents[1] / ".ci" / "postgresql")


def run(_data: Path | None = None) -> dict[str, float]:
    """Claims a second, and 95th percentiles in milliseconds, by engine."""
    measured: dict[str, float] = {"claims": float(CLAIMS)}
    with tempfile.TemporaryDirectory() as folder:
        measured |= _on("SQLite", str(Path(folder) / "bench.ledger"))
    with _server() as server:
        return measured | (_on("PostgreSQL", server) if server else {})


@contextmanager
def _server() -> Iterator[str | None]:
    """The address of an empty PostgreSQL database; None, said on stderr, where there is no server."""
    given = os.environ.get("SAYSO_TEST_POSTGRES")
    if given:
        _empty(given)
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # the server may run as another user
        start = subprocess.run(
            [SERVER, "start", f"{folder}/pg"], stdout=subprocess.PIPE, text=True, check=False
        )
        yield start.stdout.strip() or None
        if start.returncode == 0:
            subprocess.run([SERVER, "stop", f"{folder}/pg"], check=False)


def _empty(server: str) -> None:
    engine = engine_for(server)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


def _on(engine: str, place: str) -> dict[str, float]:
    chance = random.Random(7)  # noqa: S311 -- repeatable, not secret
    with Ledger.open(place) as ledger:
        batches = _batches(reports(chance, CLAIMS // A_REPORT))
        ingest = CLAIMS / sum(_timed(partial(ledger.add_all, batch)) for batch in batches) * 1000
        more = list(reports(chance, ROUNDS, first=CLAIMS))
        one = [_timed(partial(ledger.add, *each)) for each in more]
        wanted = [f"{chance.randrange(1, CLAIMS // 20)}-killed-all" for _ in range(ROUNDS)]
        asked = [_timed(partial(ledger.tally, tally)) for tally in wanted]
    return {
        f"{engine}: ingest, claims a second": ingest,
        f"{engine}: one more report, p95 ms": _p95(one),
        f"{engine}: one tally, p95 ms": _p95(asked),
    }


def reports(chance: random.Random, number: int, first: int = 0) -> Iterator[Read]:
    """Synthetic reports: five or so tell of each event, by different sources, with rising tolls."""
    for n in range(number):
        event = chance.randrange(max(1, number // 5))
        told = random.Random(event)  # noqa: S311 -- repeatable, not secret
        day = date(2010, 1, 1) + timedelta(days=told.randrange(DAYS))
        town, words = told.randrange(TOWNS), told.sample(WORDS, 12)
        who, dead = chance.choice(SOURCES), told.randrange(5, 90) + chance.randrange(4)
        text = (
            f"{who} said {dead} people died and {dead * 2} were hurt near {' '.join(words)} in Town{town}. "
        )
        text += f"{dead // 3} children and {dead // 4} women were among the dead, it said. " + " ".join(
            words * 8
        )
        report = Report(f"r{first + n}", text, published=day, published_from="given", outlet="Wire")
        yield report, list(_claims(report, who, town, day, dead)), []


def _claims(report: Report, who: str, town: int, day: date, dead: int) -> Iterator[FigureClaim]:
    country = COUNTRIES[town % len(COUNTRIES)]
    for measure, value, group in (
        ("killed", dead, None), ("injured", dead * 2, None),
        ("killed", dead // 3, "children"), ("killed", dead // 4, "women"),
    ):  # fmt: skip
        start = report.text.index(str(value))
        span = Span("text", start, start + len(str(value)), str(value))
        yield FigureClaim(
            f"{report.id}-{group}-{measure}", report.id, Span("text", 0, 80, report.text[:80]),
            Figure(span, Decimal(value), Decimal(value), Bound.EXACT, "count"), measure,
            Counted(span, group, group) if group else None, source=Source(span, who, kind="monitor"),
            place=PlaceSlot(span, f"Town{town}", country, f"P{town % 40}", town, town / 5, town / 3, "place"),
            period=PeriodSlot(span, day, day),
        )  # fmt: skip


def _batches(many: Iterator[Read]) -> Iterator[list[Read]]:
    batch = []
    for each in many:
        batch.append(each)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name:<40}{value:>12,.1f}")

"""Filing a reading's claims under occasions: candidates by block, the best one by score."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, insert, text
from sqlalchemy.dialects import postgresql, sqlite

from sayso.claims.claim import Claim, FigureClaim
from sayso.ledger.occasions.match import ENOUGH, blocks, neighbours, score
from sayso.ledger.occasions.side import Side, Where, sides_of
from sayso.ledger.rows import storable
from sayso.ledger.schema import CLAIMS_PER_READING, occasion, occasion_block, occasion_claim, occasion_side
from sayso.reports.report import Report

LOOKED_AT = 400  # sides of one block that a new side is compared with, the newest first

CANDIDATES = text(
    "SELECT s.* FROM occasion_side s WHERE s.occasion IN "
    "(SELECT occasion FROM occasion_block WHERE block IN :blocks) ORDER BY s.key DESC LIMIT :most"
).bindparams(bindparam("blocks", expanding=True))


def file_claims(
    connection: Connection, reading: int, report: Report, claims: Sequence[Claim], now: str
) -> None:
    """Put every figure claim of a reading under its occasion; a new one where none is met."""
    figures = [(n, claim) for n, claim in enumerate(claims) if isinstance(claim, FigureClaim)]
    for side in sides_of(report, [claim for _, claim in figures]):
        home, met = _best(side, _candidates(connection, side))
        rule = "shared place, days and wording" if home else "first report of it"
        if home is None:
            home = _new(connection, occasion, {"created_at": now})
        row = _row(side) | {"occasion": home, "reading": reading, "score": met, "rule": rule, "added_at": now}
        key = _new(connection, occasion_side, row)
        _file(connection, side, home)
        keys = [reading * CLAIMS_PER_READING + figures[position][0] for position in side.claims]
        connection.execute(
            insert(occasion_claim), [{"claim": each, "occasion": home, "side": key} for each in keys]
        )


def _candidates(connection: Connection, side: Side) -> Iterable[tuple[int, Side]]:
    found = connection.execute(CANDIDATES, {"blocks": neighbours(side), "most": LOOKED_AT})
    return [(row.occasion, _side(row)) for row in found]


def _best(side: Side, others: Iterable[tuple[int, Side]]) -> tuple[int | None, float]:
    met, home = max(((score(side, other), key) for key, other in others), default=(0.0, 0))
    return (home, met) if met >= ENOUGH else (None, 0.0)


def _new(connection: Connection, table: Any, row: dict[str, Any]) -> int:
    return int(connection.execute(insert(table).values(row).returning(table.c.key)).scalar_one())


def _file(connection: Connection, side: Side, home: int) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows = [{"block": block, "occasion": home} for block in blocks(side)]
    connection.execute(dialect.insert(occasion_block).on_conflict_do_nothing(), rows)


def _row(side: Side) -> dict[str, Any]:
    where = side.where
    return {
        "country": where.country, "admin1": where.admin1, "place": storable(where.name),
        "geonameid": where.geonameid, "latitude": where.latitude,
        "longitude": where.longitude, "precise": where.precision,
        "first_day": side.first.isoformat() if side.first else None,
        "last_day": side.last.isoformat() if side.last else None,
        "dated": int(side.dated), "words": " ".join(sorted(side.words)),
    }  # fmt: skip


def where_of(row: Any) -> Where:
    """The place of a side's row."""
    return Where(row.country, row.admin1, row.place, row.geonameid, row.latitude, row.longitude, row.precise)


def _side(row: Any) -> Side:
    first = date.fromisoformat(row.first_day) if row.first_day else None
    last = date.fromisoformat(row.last_day) if row.last_day else None
    return Side(where_of(row), first, last, bool(row.dated), frozenset(row.words.split()), ())

"""The sides that the ledger holds: written as rows, and found again by the blocks of a new one."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, TextClause, text

from sayso.ledger.occasions.side import Side, Where
from sayso.ledger.occasions.words import wording
from sayso.ledger.rows import as_text, storable

LOOKED_AT = 200  # sides of one block that a new side is compared with, the newest first
AT_ONCE = 400  # blocks asked for in one query
WHERE = len(Where._fields)
_KEY = itemgetter(2)  # of a row of `_statement`

# One statement whatever the number of blocks, so that both databases keep its plan. PostgreSQL makes that
# plan while a new ledger is all but empty: LATERAL and OFFSET 0 leave it no way but from occasions to sides.
ASKED = {
    "postgresql": "b.block = ANY(ARRAY(SELECT json_array_elements_text(CAST(:blocks AS JSON))))",
    "sqlite": "b.block IN (SELECT value FROM json_each(:blocks))",
}
SIDES = {
    "postgresql": "CROSS JOIN LATERAL (SELECT * FROM occasion_side s WHERE {} OFFSET 0) s",
    "sqlite": "CROSS JOIN occasion_side s ON {}",
}


class Placed(NamedTuple):
    """A side that is filed under an occasion."""

    key: int
    occasion: int
    reading: int
    side: Side


@cache
def _statement(dialect: str) -> TextClause:
    """Occasions, then the newest of their sides, then what those say: no plan sorts or walks all sides."""
    sides = SIDES[dialect]
    return text(
        "WITH near AS MATERIALIZED ("  # noqa: S608 -- fixed
        "SELECT b.block, b.occasion, j.whole FROM occasion_block b "
        f"LEFT JOIN occasion_join j ON j.occasion = b.occasion WHERE {ASKED[dialect]}"
        "), newest AS MATERIALIZED ("
        f"SELECT near.block, near.whole, s.key FROM near {sides.format('s.occasion = near.occasion')} "
        "ORDER BY s.key DESC LIMIT :most"
        ") SELECT newest.block, newest.whole, s.key, s.occasion, s.reading, "
        "s.country, s.admin1, s.place, s.geonameid, s.latitude, s.longitude, s.precise, "
        "s.first_day, s.last_day, s.dated, s.words, s.counts "
        f"FROM newest {sides.format('s.key = newest.key')}"
    )


def candidates(connection: Connection, blocks: Sequence[str]) -> Iterator[tuple[str, Placed, int | None]]:
    """The sides under some blocks, the newest first: the block, the side, what its occasion is part of.

    A side that stands under several of the blocks comes once for each.
    """
    dialect = connection.dialect.name
    for at in range(0, len(blocks), AT_ONCE):
        part = list(blocks[at : at + AT_ONCE])
        asked = {"blocks": as_text(part), "most": LOOKED_AT * len(part)}
        known: dict[int, Placed] = {}
        rows = connection.execute(_statement(dialect), asked).all()
        for block, whole, key, occasion, reading, *columns in sorted(rows, key=_KEY, reverse=True):
            if key not in known:
                known[key] = Placed(key, occasion, reading, _side(columns))
            yield block, known[key], whole


def _side(columns: Sequence[Any]) -> Side:
    """A side as far as a comparison needs it: without the lands that it is filed under."""
    first, last, dated, words, counts = columns[WHERE:]
    return Side(
        Where(*columns[:WHERE]),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        bool(dated),
        wording(words),
        frozenset(counts.split()),
        (),
        (),
    )


def side_row(side: Side) -> dict[str, Any]:
    """The columns of a side, without its keys, score and time."""
    where = side.where
    return {
        "country": where.country, "admin1": where.admin1, "place": storable(where.name),
        "geonameid": where.geonameid, "latitude": where.latitude,
        "longitude": where.longitude, "precise": where.precision,
        "first_day": side.first.isoformat() if side.first else None,
        "last_day": side.last.isoformat() if side.last else None,
        "dated": int(side.dated), "words": str(side.words),
        "counts": " ".join(sorted(side.counts)), "lands": " ".join(side.lands),
    }  # fmt: skip


def where_of(row: Any) -> Where:
    """The place of a side's row."""
    return Where(row.country, row.admin1, row.place, row.geonameid, row.latitude, row.longitude, row.precise)

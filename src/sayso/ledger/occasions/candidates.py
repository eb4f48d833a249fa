"""The sides that the ledger holds: written as rows, and found again by the blocks of a new one."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, text

from sayso.ledger.occasions.side import Side, Where
from sayso.ledger.occasions.words import wording
from sayso.ledger.rows import storable

LOOKED_AT = 200  # sides of one block that a new side is compared with, the newest first
AT_ONCE = 400  # blocks asked for in one query

# One statement whatever the number of blocks, so that both databases keep its plan.
ASKED = {
    "postgresql": "b.block = ANY(CAST(:blocks AS TEXT[]))",
    "sqlite": "b.block IN (SELECT value FROM json_each(:blocks))",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A side that is filed under an occasion."""

    key: int
    occasion: int
    reading: int
    side: Side


@cache
def _statement(dialect: str) -> TextClause:
    return text(
        "SELECT b.block, j.whole, s.key, s.occasion, s.reading, s.country, s.admin1, s.place, s.geonameid, "  # noqa: S608 -- fixed
        "s.latitude, s.longitude, s.precise, s.first_day, s.last_day, s.dated, s.words, s.counts, s.lands "
        "FROM occasion_block b JOIN occasion_side s ON s.occasion = b.occasion "
        "LEFT JOIN occasion_join j ON j.occasion = s.occasion "
        f"WHERE {ASKED[dialect]} ORDER BY s.key DESC LIMIT :most"
    )


def candidates(connection: Connection, blocks: Sequence[str]) -> Iterator[tuple[str, Placed, int | None]]:
    """The sides under some blocks, the newest first: the block, the side, what its occasion is part of.

    A side that stands under several of the blocks comes once for each.
    """
    dialect = connection.dialect.name
    for at in range(0, len(blocks), AT_ONCE):
        part = list(blocks[at : at + AT_ONCE])
        asked = {
            "blocks": part if dialect == "postgresql" else json.dumps(part),
            "most": LOOKED_AT * len(part),
        }
        known: dict[int, Placed] = {}
        for block, whole, key, occasion, reading, *columns in connection.execute(_statement(dialect), asked):
            if key not in known:
                known[key] = Placed(key, occasion, reading, _side(*columns))
            yield block, known[key], whole


def _side(*columns: Any) -> Side:
    *where, first, last, dated, words, counts, lands = columns
    return Side(
        Where(*where),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        bool(dated),
        wording(words),
        frozenset(counts.split()),
        tuple(lands.split()),
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

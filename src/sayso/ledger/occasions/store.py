"""Filing readings' claims under occasions: candidates by block, the best one by score."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, bindparam, text

from sayso.claims.claim import Claim, FigureClaim
from sayso.ledger.keys import insert_missing, insert_rows, next_keys
from sayso.ledger.occasions.joins import wholes
from sayso.ledger.occasions.match import (
    ENOUGH,
    ONE_REPORT,
    SURE,
    Days,
    apart,
    blocks,
    days_meet,
    neighbours,
    score,
)
from sayso.ledger.occasions.side import Side, Where, sides_of
from sayso.ledger.occasions.words import wording
from sayso.ledger.rows import storable
from sayso.ledger.schema import (
    CLAIMS_PER_READING,
    occasion,
    occasion_block,
    occasion_claim,
    occasion_join,
    occasion_side,
)
from sayso.reports.report import Report

LOOKED_AT = 200  # sides of one block that a new side is compared with, the newest first
AT_ONCE = 400  # blocks asked for in one query

CANDIDATES = text(
    "SELECT b.block, s.* FROM occasion_block b JOIN occasion_side s ON s.occasion = b.occasion "
    "WHERE b.block IN :blocks ORDER BY s.key DESC LIMIT :most"
).bindparams(bindparam("blocks", expanding=True))


@dataclass(frozen=True, slots=True)
class Filed:
    """A new reading: its key, report and claims."""

    key: int
    report: Report
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A side that is filed under an occasion."""

    key: int
    occasion: int
    reading: int
    side: Side


def file_claims(connection: Connection, readings: Sequence[Filed], now: str) -> None:
    """Put every figure claim of some new readings under its occasion; a new one where none is met."""
    sides = [(reading, keys, side) for reading in readings for keys, side in _sides(reading)]
    board = _Board(connection, now)
    board.look_up(sorted({block for _, _, side in sides for block in neighbours(side)}))
    for reading, keys, side in sides:
        board.place(reading.key, keys, side)
    board.write()


def _sides(reading: Filed) -> Iterator[tuple[list[int], Side]]:
    """The sides of a reading, each with the keys of its claims."""
    figures = [(n, claim) for n, claim in enumerate(reading.claims) if isinstance(claim, FigureClaim)]
    for side in sides_of(reading.report, [claim for _, claim in figures]):
        yield [reading.key * CLAIMS_PER_READING + figures[position][0] for position in side.claims], side


class _Board:
    """The occasions of some blocks: those of the ledger, and those that a batch adds."""

    def __init__(self, connection: Connection, now: str) -> None:
        self.connection, self.now = connection, now
        self.by_block: dict[str, list[_Placed]] = {}
        self.days: dict[int, Counter[Days]] = {}  # of each occasion, as its dated sides give them
        self.rows: dict[Table, list[dict[str, Any]]] = {
            occasion: [], occasion_join: [], occasion_side: [], occasion_block: [], occasion_claim: [],
        }  # fmt: skip
        self.joined: dict[int, int] = {}
        self.filed: set[tuple[str, int]] = set()
        self.occasions, self.sides = next_keys(connection, occasion), next_keys(connection, occasion_side)

    def look_up(self, wanted: Sequence[str]) -> None:
        """Fetch the sides that the ledger has under some blocks."""
        for at in range(0, len(wanted), AT_ONCE):
            part = wanted[at : at + AT_ONCE]
            placed: dict[int, _Placed] = {}
            found = self.connection.execute(CANDIDATES, {"blocks": part, "most": LOOKED_AT * len(part)})
            for row in found:
                if row.key not in placed:
                    placed[row.key] = _Placed(row.key, row.occasion, row.reading, _side(row))
                    self._note_days(row.occasion, placed[row.key].side)
                self.by_block.setdefault(row.block, []).append(placed[row.key])
                self.filed.add((row.block, row.occasion))
            self.joined |= _steps(wholes(self.connection, {each.occasion for each in placed.values()}))

    def place(self, reading: int, keys: Sequence[int], side: Side) -> None:
        """File one side under the occasion that it meets best, or under a new one."""
        met: dict[int, tuple[float, Side]] = {}
        for each in self._near(side):
            home, likely = self._whole(each.occasion), score(side, each.side)
            if side.dated and not self._on_days(home, (side.first, side.last)):
                continue
            likely += ONE_REPORT if each.reading == reading else 0.0
            if likely >= ENOUGH and (home not in met or likely > met[home][0]):
                met[home] = (likely, each.side)
        if met:
            home = max(met, key=lambda key: (met[key][0], -key))
            row = {"score": met[home][0], "rule": "shared place, days, wording or counts"}
            home = self._join(home, met)
        else:
            home, row = next(self.occasions), {"score": 0.0, "rule": "first report of it"}
            self.rows[occasion].append({"key": home, "created_at": self.now})
        self._enter(
            _row(side) | row | {"occasion": home, "reading": reading, "added_at": self.now}, keys, side
        )

    def _enter(self, row: dict[str, Any], keys: Sequence[int], side: Side) -> None:
        key, home = next(self.sides), row["occasion"]
        self._note_days(home, side)
        self.rows[occasion_side].append(row | {"key": key})
        self.rows[occasion_claim] += [{"claim": each, "occasion": home, "side": key} for each in keys]
        for block in blocks(side):
            self.by_block.setdefault(block, []).insert(0, _Placed(key, home, row["reading"], side))
            if (block, home) not in self.filed:
                self.filed.add((block, home))
                self.rows[occasion_block].append({"block": block, "occasion": home})

    def _note_days(self, occasion: int, side: Side) -> None:
        if side.dated:
            self.days.setdefault(self._whole(occasion), Counter())[side.first, side.last] += 1

    def _on_days(self, occasion: int, days: Days) -> bool:
        """Whether days meet or follow those that most of an occasion's sides give, if any give some."""
        given = self.days.get(occasion)
        return not given or apart(days, given.most_common(1)[0][0]) <= 1

    def _whole(self, key: int) -> int:
        while key in self.joined:
            key = self.joined[key]
        return key

    def _join(self, home: int, met: Mapping[int, tuple[float, Side]]) -> int:
        """Make one occasion, the oldest, of those that a side surely belongs to, if they share days."""
        same = {
            key for key, (likely, side) in met.items() if likely >= SURE and days_meet(side, met[home][1])
        }
        same = {key for key in same if all(self._on_days(key, days) for days in self._usual_days(home))}
        whole = min(same | {home})
        for part in (same | {home}) - {whole}:
            self.days.setdefault(whole, Counter()).update(self.days.pop(part, {}))
            self.joined[part] = whole
            row = {"occasion": part, "whole": whole, "score": met[part][0], "added_at": self.now}
            self.rows[occasion_join].append(row)
        return whole

    def _usual_days(self, occasion: int) -> list[Days]:
        return [days for days, _ in self.days.get(occasion, Counter[Days]()).most_common(1)]

    def _near(self, side: Side) -> Iterator[_Placed]:
        seen: set[int] = set()
        for block in neighbours(side):
            for each in self.by_block.get(block, ())[:LOOKED_AT]:
                if each.key not in seen:
                    seen.add(each.key)
                    yield each

    def write(self) -> None:
        """Write what the batch added."""
        for table, rows in self.rows.items():
            if table is not occasion_block:
                insert_rows(self.connection, table, rows)
        insert_missing(self.connection, occasion_block, self.rows[occasion_block])


def _steps(whole: Mapping[int, int]) -> dict[int, int]:
    return {key: top for key, top in whole.items() if key != top}


def _row(side: Side) -> dict[str, Any]:
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


def _side(row: Any) -> Side:
    first = date.fromisoformat(row.first_day) if row.first_day else None
    last = date.fromisoformat(row.last_day) if row.last_day else None
    return Side(
        where_of(row),
        first,
        last,
        bool(row.dated),
        wording(row.words),
        frozenset(row.counts.split()),
        tuple(row.lands.split()),
        (),
    )

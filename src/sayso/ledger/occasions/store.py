"""Filing readings' claims under occasions: candidates by block, the best one by score."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from sayso.claims.claim import Claim, FigureClaim
from sayso.ledger.keys import insert_missing, insert_rows, next_keys
from sayso.ledger.occasions.blocks import blocks, neighbours
from sayso.ledger.occasions.candidates import LOOKED_AT, Placed, candidates, side_row
from sayso.ledger.occasions.joins import wholes
from sayso.ledger.occasions.match import ENOUGH, SURE, Days, apart, days_meet, score
from sayso.ledger.occasions.side import Side, sides_of
from sayso.ledger.schema import (
    CLAIMS_PER_READING,
    occasion,
    occasion_block,
    occasion_claim,
    occasion_join,
    occasion_side,
)
from sayso.reports.report import Report


@dataclass(frozen=True, slots=True)
class Filed:
    """A new reading: its key, report and claims."""

    key: int
    report: Report
    claims: Sequence[Claim]


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
        self.by_block: dict[str, list[Placed]] = {}
        self.days: dict[int, Counter[Days]] = {}  # of each occasion, as its dated sides give them
        self.rows: dict[Table, list[dict[str, Any]]] = {
            occasion: [], occasion_join: [], occasion_side: [], occasion_block: [], occasion_claim: [],
        }  # fmt: skip
        self.joined: dict[int, int] = {}
        self.filed: set[tuple[str, int]] = set()
        self.occasions, self.sides = next_keys(connection, occasion), next_keys(connection, occasion_side)

    def look_up(self, wanted: Sequence[str]) -> None:
        """Fetch the sides that the ledger has under some blocks."""
        noted: set[int] = set()
        joined: set[int] = set()
        for block, placed, whole in candidates(self.connection, wanted):
            self.by_block.setdefault(block, []).append(placed)
            self.filed.add((block, placed.occasion))
            if whole is not None:
                joined.add(placed.occasion)
        self.joined |= wholes(self.connection, joined)
        for placed in (each for near in self.by_block.values() for each in near):
            if placed.key not in noted:
                noted.add(placed.key)
                self._note_days(placed.occasion, placed.side)

    def place(self, reading: int, keys: Sequence[int], side: Side) -> None:
        """File one side under the occasion that it meets best, or under a new one."""
        met = self._met(reading, side)
        if met:
            home = max(met, key=lambda key: (met[key][0], -key))
            row = {"score": met[home][0], "rule": "shared place, days, wording or counts"}
            home = self._join(home, met)
        else:
            home, row = next(self.occasions), {"score": 0.0, "rule": "first report of it"}
            self.rows[occasion].append({"key": home, "created_at": self.now})
        self._enter(
            side_row(side) | row | {"occasion": home, "reading": reading, "added_at": self.now}, keys, side
        )

    def _met(self, reading: int, side: Side) -> dict[int, tuple[float, Side]]:
        """The occasions that a side may belong to, each with its best score and the side that gave it."""
        met: dict[int, tuple[float, Side]] = {}
        on_days: dict[int, bool] = {}
        for each in self._near(side):
            home = self._whole(each.occasion)
            if side.dated and home not in on_days:
                on_days[home] = self._on_days(home, (side.first, side.last))
            if not on_days.get(home, True):
                continue
            likely = score(side, each.side, one_report=each.reading == reading)
            if likely >= ENOUGH and (home not in met or likely > met[home][0]):
                met[home] = (likely, each.side)
        return met

    def _enter(self, row: dict[str, Any], keys: Sequence[int], side: Side) -> None:
        key, home = next(self.sides), row["occasion"]
        self._note_days(home, side)
        self.rows[occasion_side].append(row | {"key": key})
        self.rows[occasion_claim] += [{"claim": each, "occasion": home, "side": key} for each in keys]
        for block in blocks(side):
            self.by_block.setdefault(block, []).insert(0, Placed(key, home, row["reading"], side))
            if (block, home) not in self.filed:
                self.filed.add((block, home))
                self.rows[occasion_block].append({"block": block, "occasion": home})

    def _note_days(self, occasion: int, side: Side) -> None:
        if side.dated:
            home = self._whole(occasion)
            if home not in self.days:
                self.days[home] = Counter()
            self.days[home][side.first, side.last] += 1

    def _usual_days(self, occasion: int) -> Days | None:
        """The days that most of an occasion's sides give; None where none gives any."""
        given = self.days.get(occasion)
        return max(given, key=given.__getitem__) if given else None

    def _on_days(self, occasion: int, days: Days) -> bool:
        """Whether days meet or follow those of an occasion, if it has some."""
        usual = self._usual_days(occasion)
        return usual is None or apart(days, usual) <= 1

    def _whole(self, key: int) -> int:
        while key in self.joined:
            key = self.joined[key]
        return key

    def _join(self, home: int, met: Mapping[int, tuple[float, Side]]) -> int:
        """Make one occasion, the oldest, of those that a side surely belongs to, if they share days."""
        same = {
            key for key, (likely, side) in met.items() if likely >= SURE and days_meet(side, met[home][1])
        }
        days = self._usual_days(home)
        same = {key for key in same if days is None or self._on_days(key, days)}
        whole = min(same | {home})
        for part in (same | {home}) - {whole}:
            self.days.setdefault(whole, Counter()).update(self.days.pop(part, {}))
            self.joined[part] = whole
            row = {"occasion": part, "whole": whole, "score": met[part][0], "added_at": self.now}
            self.rows[occasion_join].append(row)
        return whole

    def _near(self, side: Side) -> Iterator[Placed]:
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

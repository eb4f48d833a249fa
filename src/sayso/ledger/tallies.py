"""Tallies out of the ledger: the claims of an occasion, told apart by measure, unit and group."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, text

from sayso.claims.from_json import number_from_json
from sayso.ledger.entry import Entry
from sayso.ledger.occasions.joins import parts, wholes
from sayso.ledger.occasions.store import where_of
from sayso.ledger.origins.families import plain
from sayso.ledger.origins.resolve import origin_of, spread
from sayso.ledger.query import When, until
from sayso.ledger.reviews import Review, apply, decisions, merged
from sayso.ledger.tally import Tally, whole_and_parts
from sayso.mentions.number.values import Bound

WHOLE = {None, "", "people", "persons", "all", "civilians", "victims", "residents", "dead", "bodies"}
AT_ONCE = 200  # occasions fetched in one go

# The latest reading of a report, as known at a moment, is the one that no later reading replaces.
HOLDS = """NOT EXISTS (
  SELECT 1 FROM reading r2 JOIN report t2 ON t2.key = r2.report
  WHERE t2.id = t.id AND r2.key > r.key AND r2.added_at <= :until)"""

MEMBERS = text(f"""
SELECT m.occasion, c.key, c.value, r.key AS reading, r.added_at, t.id, t.outlet, t.published,
       t.title, t.text, s.place, s.country, s.admin1, s.geonameid, s.latitude, s.longitude,
       s.precise, s.first_day, s.last_day, s.dated
FROM occasion_claim m
JOIN claim c ON c.key = m.claim
JOIN occasion_side s ON s.key = m.side
JOIN reading r ON r.key = c.reading
JOIN report t ON t.key = r.report
WHERE m.occasion IN :occasions AND r.added_at <= :until AND {HOLDS}
ORDER BY m.occasion, c.key""").bindparams(bindparam("occasions", expanding=True))  # noqa: S608 -- no input in it

SOURCES = text("SELECT DISTINCT reading, value FROM claim WHERE reading IN :readings AND source IS NOT NULL")
SOURCES = SOURCES.bindparams(bindparam("readings", expanding=True))
FOREVER = "9999"  # later than any stamp


@dataclass(frozen=True, slots=True)
class Question:
    """Which tallies are asked for; None asks for any. Places match by name, without case."""

    measure: str | None = None
    place: str | None = None
    country: str | None = None
    since: date | None = None
    before: date | None = None
    reports: int = 1
    as_of: When = None


def tallies(connection: Connection, asked: Question) -> Iterator[Tally]:
    """The tallies that a question asks for, by occasion."""
    limit = until(asked.as_of) or FOREVER
    reviews = decisions(connection, limit)
    keys = sorted(set(wholes(connection, _occasions(connection, asked, limit), limit).values()))
    for at in range(0, len(keys), AT_ONCE):
        for found in of_occasions(connection, keys[at : at + AT_ONCE], limit, reviews):
            if asked.measure in (None, found.measure) and len(found.reports) >= asked.reports:
                yield found


def tally(connection: Connection, wanted: str, as_of: When = None) -> Tally | None:
    """The tally with this id; None where the ledger has none."""
    occasion = wanted.split("-", 1)[0]
    if not occasion.isdigit():
        return None
    limit = until(as_of) or FOREVER
    [whole] = wholes(connection, [int(occasion)], limit).values()
    found = of_occasions(connection, [whole], limit, decisions(connection, limit))
    return next((each for each in found if each.id == wanted), None)


def _occasions(connection: Connection, asked: Question, limit: str) -> list[int]:
    """The keys of the occasions with a side at that place and time."""
    conditions = {
        "s.country = :country": asked.country,
        "lower(s.place) = lower(:place)": asked.place,
        "s.last_day >= :since": asked.since and asked.since.isoformat(),
        "s.first_day < :before": asked.before and asked.before.isoformat(),
    }
    values = {key.split(":")[1].rstrip(")"): value for key, value in conditions.items() if value is not None}
    wheres = ["s.added_at <= :until", *(key for key, value in conditions.items() if value is not None)]
    if asked.reports > 1:
        more = "GROUP BY s.occasion HAVING count(DISTINCT s.reading) >= :reports"
        values["reports"] = asked.reports  # type: ignore[assignment]
    else:
        more = "GROUP BY s.occasion"
    query = f"SELECT s.occasion FROM occasion_side s WHERE {' AND '.join(wheres)} {more} ORDER BY s.occasion"  # noqa: S608 -- fixed pieces
    return [row.occasion for row in connection.execute(text(query), values | {"until": limit})]


def of_occasions(
    connection: Connection, keys: Sequence[int], limit: str, reviews: Sequence[Review]
) -> Iterator[Tally]:
    """The tallies of some occasions, with those that review decisions merge into them."""
    into = merged(reviews)
    guests = [
        int(tally.split("-", 1)[0]) for tally, host in into.items() if int(host.split("-", 1)[0]) in keys
    ]
    whole = {part: key for key in {*keys, *guests} for part in parts(connection, key, limit)}
    wanted = sorted(whole)
    rows = connection.execute(MEMBERS, {"occasions": wanted, "until": limit}).all() if wanted else []
    named = _named(connection, sorted({row.reading for row in rows}))
    groups: dict[str, list[tuple[Entry, Any]]] = {}
    for row in rows:
        entry, key = _entry(row, named, whole[row.occasion])
        groups.setdefault(into.get(key, key), []).append((entry, row))
    by_occasion: dict[int, dict[str, list[tuple[Entry, Any]]]] = {}
    for key, pairs in groups.items():
        by_occasion.setdefault(int(key.split("-", 1)[0]), {})[key] = pairs
    for occasion in keys:
        yield from _tallies(occasion, by_occasion.get(occasion, {}), reviews)


def _named(connection: Connection, readings: Sequence[int]) -> Mapping[int, dict[str, str | None]]:
    """The sources that each reading names, and their kinds."""
    found: dict[int, dict[str, str | None]] = {reading: {} for reading in readings}
    if readings:
        for row in connection.execute(SOURCES, {"readings": readings}):
            source = json.loads(row.value)["source"]
            found[row.reading][source["name"]] = source["kind"]
    return found


def _entry(row: Any, named: Mapping[int, dict[str, str | None]], occasion: int) -> tuple[Entry, str]:
    """The entry of a row, and the id of the tally it falls into."""
    value = json.loads(row.value)
    figure, source, counted = value["figure"], value["source"], value["counted"] or {}
    group = _group(counted.get("group"), value["affected"])
    via = [party["name"] for party in source["via"]] if source else []
    entry = Entry(
        key=row.key, claim_id=value["id"], report_id=row.id, reading=row.reading, outlet=row.outlet,
        published=date.fromisoformat(row.published) if row.published else None,
        part=figure["part"], start=figure["start"], end=figure["end"], exact=figure["exact"],
        low=number_from_json(figure["low"]), high=number_from_json(figure["high"]),
        bound=Bound(figure["bound"]), evidence=value["evidence"]["exact"],
        predicate=(value["predicate"] or {}).get("lemma"), group=group, modality=value["modality"],
        basis=value["basis"], place=(value["place"] or {}).get("name"), added_at=row.added_at,
        origin=origin_of(source["name"], source["kind"], via, named[row.reading]) if source else None,
    )  # fmt: skip
    unit = "" if figure["unit"] == "count" else f"-{figure['unit']}"
    return entry, f"{occasion}-{value['measure']}{unit}-{group}"


def _group(group: str | None, affected: Mapping[str, Any] | None) -> str:
    """The group that a claim counts: the whole toll, or a named part of it."""
    if group in WHOLE:
        return "all"
    if group in {"fighters", "soldiers"} and affected and affected.get("id"):
        return f"{group} of {plain(affected['name']).replace(' ', '_')}"
    return str(group)


def _tallies(
    occasion: int, groups: dict[str, list[tuple[Entry, Any]]], reviews: Sequence[Review]
) -> Iterator[Tally]:
    rows = {entry.key: row for pairs in groups.values() for entry, row in pairs}
    questions: dict[str, dict[str, list[Entry]]] = {}
    for key, pairs in groups.items():
        stem = key.rsplit("-", 1)[0]
        for entry in apply([entry for entry, _ in pairs], reviews):
            group = entry.group if (entry.group or "").startswith("apart ") else key.rsplit("-", 1)[1]
            questions.setdefault(stem, {}).setdefault(group or "all", []).append(entry)
    for stem, by_group in questions.items():
        for group, entries in whole_and_parts(by_group).items():
            yield _tally(occasion, stem, group, spread(sorted(entries, key=lambda each: each.order)), rows)


def _tally(occasion: int, stem: str, group: str, entries: Sequence[Entry], rows: Mapping[int, Any]) -> Tally:
    mine = [rows[entry.key] for entry in entries]
    pieces = stem.split("-")
    best = next((row for row in mine if row.place), mine[0])
    dated = [row for row in mine if row.dated] or mine
    firsts, lasts = [r.first_day for r in dated if r.first_day], [r.last_day for r in dated if r.last_day]
    return Tally(
        id=f"{stem}-{group}", occasion=occasion, measure=pieces[1],
        unit=pieces[2] if len(pieces) > 2 else "count", group=group,
        entries=tuple(replace(entry, group=group) for entry in entries),
        texts={row.id: row.text for row in mine}, where=where_of(best),
        first=date.fromisoformat(min(firsts)) if firsts else None,
        last=date.fromisoformat(max(lasts)) if lasts else None,
    )  # fmt: skip

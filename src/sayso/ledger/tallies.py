"""Tallies out of the ledger: the claims of an occasion, told apart by measure, unit and group."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, text

from sayso.claims.from_json import number_from_json
from sayso.ledger.entry import Entry
from sayso.ledger.occasions.candidates import where_of
from sayso.ledger.occasions.joins import parts, wholes
from sayso.ledger.origins.families import plain
from sayso.ledger.origins.resolve import Surroundings, origin_of, spread
from sayso.ledger.query import When, until
from sayso.ledger.reviews import Review, apply, decisions, merged
from sayso.ledger.tally import Tally, by_magnitude, whole_and_parts
from sayso.mentions.number.values import Bound

WHOLE = {None, "", "people", "persons", "all", "civilians", "victims", "residents", "dead"}
BODIES = {"body", "corpse", "remains"}  # what somebody saw, recovered or took in: a part of the toll
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
    """The tally with this id, or the one that it was merged into; None where the ledger has none."""
    limit = until(as_of) or FOREVER
    reviews = decisions(connection, limit)
    wanted = merged(reviews).get(wanted, wanted)
    [whole] = wholes(connection, [occasion_of(wanted)], limit).values()
    found = of_occasions(connection, [whole], limit, reviews)
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
    guests = [occasion_of(tally) for tally, host in into.items() if occasion_of(host) in keys]
    whole = {part: key for key in {*keys, *guests} for part in parts(connection, key, limit)}
    rows = connection.execute(MEMBERS, {"occasions": sorted(whole), "until": limit}).all() if whole else []
    homes: dict[int, list[Any]] = {}
    for row in rows:
        homes.setdefault(whole[row.occasion], []).append(row)
    questions = {key: group for home, mine in homes.items() for key, group in _questions(home, mine, reviews)}
    for guest, host in into.items():
        if guest in questions and host in questions:
            questions[host] += questions.pop(guest)
    for key, members in questions.items():
        if occasion_of(key) in keys:
            yield _tally(key, sorted(members, key=lambda member: member[0].order))


def occasion_of(tally: str) -> int:
    """The occasion that a tally's id begins with; 0 for what is no id."""
    number = tally.split("-", 1)[0]
    return int(number) if number.isdigit() else 0


Member = tuple[Entry, Any]


def _questions(
    occasion: int, rows: Sequence[Any], reviews: Sequence[Review]
) -> Iterator[tuple[str, list[Member]]]:
    """The claims of one occasion by the question that they answer, under the id of its tally."""
    by_key = {row.key: row for row in rows}
    entries = spread(sorted(apply(_entries(rows), reviews), key=lambda entry: entry.order))
    measures: dict[tuple[str, str], dict[str, list[Entry]]] = {}
    for entry in entries:
        measures.setdefault((entry.measure, entry.unit), {}).setdefault(entry.group or "all", []).append(
            entry
        )
    for (measure, unit), groups in measures.items():
        stem = measure if unit == "count" else f"{measure}-{unit}"
        for whole, mine in whole_and_parts(groups).items():
            for group, alike in by_magnitude(whole, mine).items():
                yield f"{occasion}-{stem}-{group}", [(entry, by_key[entry.key]) for entry in alike]


def _entries(rows: Sequence[Any]) -> list[Entry]:
    values = [json.loads(row.value) for row in rows]
    named: dict[int, set[tuple[str, str | None]]] = {}
    for row, value in zip(rows, values, strict=True):
        if value["source"]:
            named.setdefault(row.reading, set()).add((value["source"]["name"], value["source"]["kind"]))
    return [
        _entry(row, value, Surroundings(row.text, row.country, frozenset(named.get(row.reading, ()))))
        for row, value in zip(rows, values, strict=True)
    ]


def _entry(row: Any, value: Mapping[str, Any], around: Surroundings) -> Entry:
    figure, source, counted = value["figure"], value["source"], value["counted"] or {}
    via = [party["name"] for party in source["via"]] if source else []
    return Entry(
        key=row.key, claim_id=value["id"], report_id=row.id, reading=row.reading, outlet=row.outlet,
        published=date.fromisoformat(row.published) if row.published else None,
        part=figure["part"], start=figure["start"], end=figure["end"], exact=figure["exact"],
        low=number_from_json(figure["low"]), high=number_from_json(figure["high"]),
        bound=Bound(figure["bound"]), evidence=value["evidence"]["exact"], measure=value["measure"],
        unit=figure["unit"], predicate=(value["predicate"] or {}).get("lemma"),
        cause=(value["by"] or {}).get("name"), affected=(value["affected"] or {}).get("name"),
        group=_group(counted, value["affected"]), counted=counted.get("group"),
        modality=value["modality"],
        basis=value["basis"], place=(value["place"] or {}).get("name"), added_at=row.added_at,
        origin=origin_of(source["name"], source["kind"], via, around, source["exact"]) if source else None,
    )  # fmt: skip


def _group(counted: Mapping[str, Any], affected: Mapping[str, Any] | None) -> str:
    """The group that a claim counts: the whole toll, or a named part of it."""
    group = counted.get("group")
    if counted.get("head") in BODIES:
        return "bodies"
    if group in WHOLE:
        return "all"
    if group in {"fighters", "soldiers"} and affected and affected.get("id"):
        return f"{group} of {plain(affected['name'])}".replace(" ", "_")
    return str(group).replace(" ", "_")


def _tally(key: str, members: Sequence[Member]) -> Tally:
    first, rows = members[0][0], [row for _, row in members]
    best = next((row for row in rows if row.place), rows[0])
    dated = [row for row in rows if row.dated] or rows
    firsts, lasts = [r.first_day for r in dated if r.first_day], [r.last_day for r in dated if r.last_day]
    group = key.removeprefix(f"{occasion_of(key)}-{first.measure}-").removeprefix(f"{first.unit}-")
    return Tally(
        id=key, occasion=occasion_of(key), measure=first.measure, unit=first.unit, group=group,
        entries=tuple(entry for entry, _ in members), texts={row.id: row.text for row in rows},
        where=where_of(best), first=date.fromisoformat(min(firsts)) if firsts else None,
        last=date.fromisoformat(max(lasts)) if lasts else None,
    )  # fmt: skip

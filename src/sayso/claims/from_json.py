"""Claims read back from the JSON objects that `sayso.claims.as_json` writes.

A missing key reads as null, so that objects written by hand or by an older Sayso are welcome; a
value that cannot be what the shape asks for raises ValueError or KeyError with the key at fault.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sayso.claims.claim import (
    Claim,
    Counted,
    Cue,
    Figure,
    FigureClaim,
    Party,
    PeriodSlot,
    PlaceSlot,
    Position,
    Predicate,
    Source,
)
from sayso.mentions.number.values import Bound
from sayso.reports.span import Span

Json = Mapping[str, Any]


def claim_from_json(row: Json) -> Claim:
    """The claim that an exported object describes; ValueError for another type of object."""
    if row.get("type") == "figure":
        return _figure_claim(row)
    if row.get("type") == "position":
        return _position(row)
    raise ValueError(f"not a claim: type is {row.get('type')!r}, wanted 'figure' or 'position'")


def number_from_json(value: float | str | None) -> Decimal | None:
    """The exact decimal of a JSON number (or of the string that stands for a long one)."""
    return None if value is None else Decimal(value if isinstance(value, str) else repr(value))


def span_from_json(row: Json) -> Span:
    """A span; the part is the text where the object does not say."""
    return Span(row.get("part") or "text", row["start"], row["end"], row["exact"])


def day_from_json(value: str | None) -> date | None:
    """An ISO 8601 day."""
    return date.fromisoformat(value) if value else None


def _figure_claim(row: Json) -> FigureClaim:
    return FigureClaim(
        id=row["id"],
        report_id=row["report"]["id"],
        evidence=span_from_json(row["evidence"]),
        figure=_figure(row["figure"]),
        measure=row["measure"],
        counted=_counted(row.get("counted")),
        predicate=_predicate(row.get("predicate")),
        basis=row.get("basis"),
        accumulation=row.get("accumulation"),
        by=_party(row.get("by")),
        affected=_party(row.get("affected")),
        source=_source(row.get("source")),
        cue=_cue(row.get("cue")),
        mode=row.get("mode") or "narrator",
        modality=row.get("modality") or "asserted",
        place=_place(row.get("place")),
        period=_period(row.get("period")),
        how=dict(row.get("how") or {}),
    )


def _position(row: Json) -> Position:
    return Position(
        id=row["id"],
        report_id=row["report"]["id"],
        evidence=span_from_json(row["evidence"]),
        content=tuple(span_from_json(span) for span in row.get("content") or ()),
        source=_source(row.get("source")),
        cue=_cue(row.get("cue")),
        mode=row.get("mode") or "indirect",
        modality=row.get("modality") or "asserted",
        to=_party(row.get("to")),
        how=dict(row.get("how") or {}),
    )


def _figure(row: Json) -> Figure:
    return Figure(
        span_from_json(row),
        number_from_json(row.get("low")),
        number_from_json(row.get("high")),
        Bound(row.get("bound") or "exact"),
        row.get("unit") or "count",
        row.get("digits"),
    )


def _maybe_span(row: Json) -> Span | None:
    return None if row.get("start") is None else span_from_json(row)


def _counted(row: Json | None) -> Counted | None:
    return Counted(span_from_json(row), row.get("head") or row["exact"], row.get("group")) if row else None


def _predicate(row: Json | None) -> Predicate | None:
    return Predicate(span_from_json(row), row["lemma"]) if row else None


def _party(row: Json | None) -> Party | None:
    return Party(_maybe_span(row), row["name"], row.get("id"), row.get("kind")) if row else None


def _source(row: Json | None) -> Source | None:
    if not row:
        return None
    via = tuple(party for party in map(_party, row.get("via") or ()) if party)
    return Source(
        _maybe_span(row), row["name"], row.get("id"), row.get("kind"), row.get("party_to_conflict"), via
    )


def _cue(row: Json | None) -> Cue | None:
    return Cue(span_from_json(row), row["class"]) if row else None


def _place(row: Json | None) -> PlaceSlot | None:
    if not row:
        return None
    fields = ("country", "admin1", "geonameid", "latitude", "longitude", "precision")
    return PlaceSlot(span_from_json(row), row["name"], *(row.get(field) for field in fields))


def _period(row: Json | None) -> PeriodSlot | None:
    if not row:
        return None
    start, end = day_from_json(row.get("start")), day_from_json(row.get("end"))
    span = row.get("span") or {"start": 0, "end": 0, "exact": row["exact"]}
    return PeriodSlot(span_from_json(span), start, end, row.get("reason"))

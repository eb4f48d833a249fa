"""Claims as JSON objects, the shape that every door prints, and back again.

The shape is the design's, one object a claim. Every span carries ``part, start, end, exact``
(code points, end exclusive); a slot that is absent is null, never left out. A period's ``start``
and ``end`` are days, so its offsets stand one level down, in ``span``. Figures are exact: whole
numbers are JSON integers, others JSON numbers whose shortest decimal reading is the figure itself,
and the few that no JSON number holds exactly (over 15 digits, or huge) are strings.
`sayso.claims.from_json` reads the objects back.
"""

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
from sayso.reports.report import Report
from sayso.reports.span import Span

Json = dict[str, Any]
LARGEST = Decimal(10) ** 15  # every whole number below is exact in any JSON reader
NO_SPAN: Json = {"part": None, "start": None, "end": None, "exact": None}


def number_as_json(value: Decimal | None) -> int | float | str | None:
    """A decimal without float noise: int where whole, else float if that is exact, else a string."""
    if value is None:
        return None
    if not value.is_finite() or abs(value) >= LARGEST:
        return str(value)
    if value == value.to_integral_value():
        return int(value)
    short = float(value)
    return short if Decimal(repr(short)) == value else str(value)


def span_as_json(span: Span | None) -> Json:
    """The four span fields; all null where there is no span."""
    if span is None:
        return dict(NO_SPAN)
    return {"part": span.part, "start": span.start, "end": span.end, "exact": span.exact}


def report_as_json(report: Report) -> Json:
    """What a claim or finding says of the report it comes from."""
    return {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": day_as_json(report.published),
        "published_from": report.published_from,
    }


def claim_as_json(claim: Claim, report: Report) -> Json:
    """A figure claim or a position as one JSON object (`"type"` tells which)."""
    return (
        figure_claim_as_json(claim, report)
        if isinstance(claim, FigureClaim)
        else position_as_json(claim, report)
    )


def figure_claim_as_json(claim: FigureClaim, report: Report) -> Json:
    """A figure claim in the exported shape."""
    return {
        "type": "figure",
        "id": claim.id,
        "report": report_as_json(report),
        "evidence": span_as_json(claim.evidence),
        "figure": _figure(claim.figure),
        "counted": _counted(claim.counted),
        "measure": claim.measure,
        "predicate": _predicate(claim.predicate),
        "basis": claim.basis,
        "accumulation": claim.accumulation,
        "by": _party(claim.by),
        "affected": _party(claim.affected),
        "source": _source(claim.source),
        "cue": _cue(claim.cue),
        "mode": claim.mode,
        "modality": claim.modality,
        "place": _place(claim.place),
        "period": _period(claim.period),
        "how": dict(claim.how),
    }


def position_as_json(claim: Position, report: Report) -> Json:
    """A position in the exported shape: no figure, but content and addressee."""
    return {
        "type": "position",
        "id": claim.id,
        "report": report_as_json(report),
        "evidence": span_as_json(claim.evidence),
        "content": [span_as_json(span) for span in claim.content],
        "source": _source(claim.source),
        "cue": _cue(claim.cue),
        "mode": claim.mode,
        "modality": claim.modality,
        "to": _party(claim.to),
        "how": dict(claim.how),
    }


def day_as_json(day: date | None) -> str | None:
    """A day as ISO 8601."""
    return day.isoformat() if day else None


def _figure(figure: Figure) -> Json:
    return span_as_json(figure.span) | {
        "low": number_as_json(figure.low),
        "high": number_as_json(figure.high),
        "bound": str(figure.bound),
        "unit": figure.unit,
        "digits": figure.digits,
    }


def _counted(counted: Counted | None) -> Json | None:
    return (
        None
        if counted is None
        else span_as_json(counted.span) | {"head": counted.head, "group": counted.group}
    )


def _predicate(predicate: Predicate | None) -> Json | None:
    return None if predicate is None else span_as_json(predicate.span) | {"lemma": predicate.lemma}


def _party(party: Party | None) -> Json | None:
    return (
        None
        if party is None
        else span_as_json(party.span) | {"name": party.name, "id": party.id, "kind": party.kind}
    )


def _source(source: Source | None) -> Json | None:
    return (
        None
        if source is None
        else span_as_json(source.span)
        | {
            "name": source.name,
            "id": source.id,
            "kind": source.kind,
            "party_to_conflict": source.party_to_conflict,
            "via": [_party(party) for party in source.via],
        }
    )


def _cue(cue: Cue | None) -> Json | None:
    return None if cue is None else span_as_json(cue.span) | {"class": cue.cls}


def _place(place: PlaceSlot | None) -> Json | None:
    return (
        None
        if place is None
        else span_as_json(place.span)
        | {
            "name": place.name,
            "country": place.country,
            "admin1": place.admin1,
            "geonameid": place.geonameid,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "precision": place.precision,
        }
    )


def _period(period: PeriodSlot | None) -> Json | None:
    if period is None:
        return None
    return {
        "exact": period.span.exact,
        "start": day_as_json(period.start),
        "end": day_as_json(period.end),
        "reason": period.reason,
        "span": span_as_json(period.span),
    }

"""Values as rows and back: what the tables hold of a report, a claim and a finding."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

import orjson

from sayso.checks.as_json import finding_as_json, finding_from_json
from sayso.checks.finding import Finding
from sayso.claims.as_json import claim_as_json, span_as_json
from sayso.claims.claim import Claim, FigureClaim, Party, Source
from sayso.claims.from_json import claim_from_json, span_from_json
from sayso.reports.report import Report

Row = dict[str, Any]
_COMPACT = json.JSONEncoder(separators=(",", ":"))  # ASCII only
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def content_hash(report: Report) -> str:
    """SHA-256 (hex) over title and text: the same for the same words, whatever the provenance."""
    return digest([report.title, report.text])


def digest(value: Any) -> str:
    """SHA-256 (hex) of a JSON value; lone surrogates of damaged text are hashed as they are."""
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def digest_of_lines(lines: Iterable[str]) -> str:
    """SHA-256 (hex) of lines of ASCII text, in order."""
    return sha256("\n".join(lines).encode()).hexdigest()


def as_text(value: Any) -> str:
    """A JSON value as text that any database encoding can hold."""
    try:
        quick = orjson.dumps(value)
    except TypeError:  # damaged text, whole numbers beyond 64 bits
        return _COMPACT.encode(value)
    return quick.decode() if quick.isascii() else _COMPACT.encode(value)


def storable(text: str | None) -> str | None:
    """Text without what no database holds: NUL becomes U+2400, a lone surrogate U+FFFD.

    Both are one code point for one, so offsets stay true; the hash is over the original.
    """
    if text is None or (text.isascii() and "\0" not in text):
        return text
    return UNSTORABLE.sub(lambda bad: "\u2400" if bad[0] == "\0" else "\ufffd", text)


def report_row(report: Report) -> Row:
    """The columns of a report, without key, version and time."""
    return {
        "id": storable(report.id),
        "content_hash": content_hash(report),
        "title": storable(report.title),
        "text": storable(report.text),
        "outlet": storable(report.outlet),
        "url": storable(report.url),
        "published": report.published.isoformat() if report.published else None,
        "published_from": report.published_from,
        "capture": report.capture,
        "furniture": as_text([span_as_json(span) for span in report.furniture]),
    }


def report_value(row: Any) -> Report:
    """The report of a row."""
    return Report(
        id=row.id,
        text=row.text,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        published=date.fromisoformat(row.published) if row.published else None,
        published_from=row.published_from,
        furniture=tuple(span_from_json(span) for span in json.loads(row.furniture)),
        capture=row.capture,
    )


def values_of(
    report: Report, claims: Sequence[Claim], findings: Sequence[Finding]
) -> tuple[list[Row], list[Row]]:
    """The JSON values of claims and findings, the report itself left out."""
    mine = [claim_as_json(claim, report) for claim in claims]
    found = [finding_as_json(finding, report) for finding in findings]
    for value in (*mine, *found):
        value["report"] = {"id": report.id}
    return mine, found


def claim_row(claim: Claim, value: Mapping[str, Any]) -> Row:
    """The columns of a claim, without its keys."""
    row: Row = dict.fromkeys(FIGURE_COLUMNS) | {
        "id": storable(claim.id),
        "type": "figure" if isinstance(claim, FigureClaim) else "position",
        "mode": claim.mode,
        "modality": claim.modality,
        "source": _name(claim.source),
        "evidence": storable(claim.evidence.exact),
        "value": as_text(value),
    }
    return row | _figure_columns(claim) if isinstance(claim, FigureClaim) else row


FIGURE_COLUMNS = (
    "measure", "group_counted", "low", "high", "bound", "unit", "accumulation", "affected",
    "responsible", "place", "country", "admin1", "geonameid", "latitude", "longitude",
    "period_start", "period_end", "figure", "part", "figure_start", "figure_end",
)  # fmt: skip


def _name(party: Party | Source | None) -> str | None:
    return storable(party.name) if party else None


def _figure_columns(claim: FigureClaim) -> Row:
    figure, place, period = claim.figure, claim.place, claim.period
    row: Row = {
        "measure": claim.measure,
        "group_counted": claim.counted.group if claim.counted else None,
        "low": figure.low,
        "high": figure.high,
        "bound": str(figure.bound),
        "unit": figure.unit,
        "accumulation": claim.accumulation,
        "affected": _name(claim.affected),
        "responsible": _name(claim.by),
        "figure": storable(figure.span.exact),
        "part": figure.span.part,
        "figure_start": figure.span.start,
        "figure_end": figure.span.end,
    }
    if place:
        row |= {"place": storable(place.name), "country": place.country, "admin1": place.admin1}
        row |= {"geonameid": place.geonameid, "latitude": place.latitude, "longitude": place.longitude}
    if period:
        row["period_start"] = period.start.isoformat() if period.start else None
        row["period_end"] = period.end.isoformat() if period.end else None
    return row


def claim_value(row: Any) -> Claim:
    """The claim of a row."""
    return claim_from_json(json.loads(row.value))


def finding_row(finding: Finding, value: Mapping[str, Any]) -> Row:
    """The columns of a finding, without its keys."""
    return {
        "check_code": finding.check,
        "verdict": finding.verdict,
        "says": storable(finding.says),
        "arithmetic": storable(finding.arithmetic),
        "detail": finding.detail,
        "value": as_text(value),
    }


def finding_value(row: Any) -> Finding:
    """The finding of a row."""
    return finding_from_json(json.loads(row.value))

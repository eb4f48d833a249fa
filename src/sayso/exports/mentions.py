"""Mentions as JSON objects, one shape for every kind."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from sayso.mentions.mention import Mention
from sayso.reports.span import Span


def mention_as_json(mention: Mention[Any], report_id: str) -> dict[str, Any]:
    """One mention: type, kind, report id, part, offsets, exact, value, rule; `counted` for quantities."""
    span = mention.span
    value = {f.name: _plain(getattr(mention.value, f.name)) for f in fields(mention.value)}
    out: dict[str, Any] = {
        "type": "mention",
        "kind": mention.kind,
        "report": {"id": report_id},
        "part": span.part,
        "start": span.start,
        "end": span.end,
        "exact": span.exact,
        "value": value,
        "rule": mention.rule,
        "parts": [{"exact": part.exact, "means": part.means} for part in mention.parts],
    }
    if mention.kind == "quantity":
        out["counted"] = value.pop("counted")
    return out


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "exact": value.exact}
    return list(value) if isinstance(value, tuple) else value

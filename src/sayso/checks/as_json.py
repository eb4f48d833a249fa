"""Findings as JSON objects, the shape that every door prints, and back again."""

from collections.abc import Mapping
from typing import Any

from sayso.checks.finding import Finding
from sayso.claims.as_json import Json, report_as_json, span_as_json
from sayso.claims.from_json import span_from_json
from sayso.reports.report import Report


def finding_as_json(finding: Finding, report: Report) -> Json:
    """A finding as one JSON object: code, verdict, sentence, arithmetic, operands, claims."""
    return {
        "type": "finding",
        "report": report_as_json(report),
        "check": finding.check,
        "verdict": finding.verdict,
        "sentence": finding.says,
        "arithmetic": finding.arithmetic,
        "figures": [span_as_json(span) for span in finding.figures],
        "claims": list(finding.claims),
        "detail": finding.detail,
    }


def finding_from_json(row: Mapping[str, Any]) -> Finding:
    """The finding that an exported object describes."""
    return Finding(
        check=row["check"],
        verdict=row["verdict"],
        says=row["sentence"],
        arithmetic=row.get("arithmetic") or "",
        figures=tuple(span_from_json(span) for span in row.get("figures") or ()),
        claims=tuple(row.get("claims") or ()),
        detail=row.get("detail"),
    )

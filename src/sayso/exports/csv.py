"""Readings as one table of claims, for spreadsheets: a row a claim, a column a slot.

A spreadsheet runs a cell that begins like a formula, so such cells get an apostrophe in front;
`rows_from_csv` takes it off again, and everything comes back as it was. Findings are named in the
column of that name, by code and verdict; their arithmetic is in the other formats.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from sayso.claims.as_json import claim_as_json
from sayso.reading import Reading

COLUMNS = {
    "report": "report.id", "title": "report.title", "outlet": "report.outlet", "url": "report.url",
    "published": "report.published", "published_from": "report.published_from",
    "id": "id", "type": "type",
    "source": "source.name", "source_words": "source.exact", "source_kind": "source.kind",
    "party_to_conflict": "source.party_to_conflict", "via": "source.via", "cue": "cue.exact", "mode": "mode",
    "modality": "modality",
    "figure": "figure.exact", "low": "figure.low", "high": "figure.high", "bound": "figure.bound",
    "unit": "figure.unit", "counted": "counted.exact", "group": "counted.group", "measure": "measure",
    "predicate": "predicate.exact", "basis": "basis", "accumulation": "accumulation",
    "by": "by.name", "affected": "affected.name",
    "place": "place.name", "country": "place.country", "admin1": "place.admin1",
    "geonameid": "place.geonameid", "latitude": "place.latitude", "longitude": "place.longitude",
    "precision": "place.precision",
    "period": "period.exact", "period_start": "period.start", "period_end": "period.end",
    "period_reason": "period.reason",
    "content": "content", "to": "to.name",
    "part": "evidence.part", "evidence_start": "evidence.start", "evidence_end": "evidence.end",
    "figure_start": "figure.start", "figure_end": "figure.end", "evidence": "evidence.exact",
    "findings": "findings",
}  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


class Table:
    """Writes readings as CSV with one head line."""

    def begin(self) -> str:
        """The head line."""
        return _written(list(COLUMNS))

    def add(self, reading: Reading) -> str:
        """The rows of one reading."""
        return "".join(_written(list(row.values())) for row in rows(reading))

    def end(self) -> str:
        """Nothing stands after the last row."""
        return ""


def rows(reading: Reading) -> Iterator[dict[str, str]]:
    """Column → cell, as written, for every claim."""
    for claim in reading.claims:
        value = claim_as_json(claim, reading.report)
        found = (f"{f.check} {f.verdict}" for f in reading.findings if claim.id in f.claims)
        value["findings"] = "; ".join(found) or None
        yield {column: cell(_at(value, path)) for column, path in COLUMNS.items()}


def cell(value: Any) -> str:
    """A value as a cell: empty for null, true and false as words, text kept from being a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    return str(value)


def rows_from_csv(table: str) -> Iterator[dict[str, str]]:
    """Column → text of every row of an exported table, the protecting apostrophes taken off."""
    for row in csv.DictReader(io.StringIO(table, newline="")):
        yield {name: text[1:] if text.startswith("'") else text for name, text in row.items()}


def _at(value: Any, path: str) -> Any:
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, list):
        return " | ".join(item.get("name") or item.get("exact") or "" for item in value) or None
    return value


def _written(cells: list[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()

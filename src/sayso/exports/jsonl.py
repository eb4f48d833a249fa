"""Readings as JSON lines: one claim or finding a line, claims first."""

import json
from collections.abc import Iterator
from typing import Any

from sayso.checks.as_json import finding_as_json
from sayso.claims.as_json import claim_as_json
from sayso.reading import Reading


class JsonLines:
    """Writes readings as JSON lines."""

    def begin(self) -> str:
        """Nothing stands before the first line."""
        return ""

    def add(self, reading: Reading) -> str:
        """The lines of one reading."""
        return "".join(line(row) + "\n" for row in rows(reading))

    def end(self) -> str:
        """Nothing stands after the last line."""
        return ""


def rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """Every claim and finding of a reading as a JSON object, as `sayso schema` describes them."""
    for claim in reading.claims:
        yield claim_as_json(claim, reading.report)
    for finding in reading.findings:
        yield finding_as_json(finding, reading.report)


def line(row: dict[str, Any]) -> str:
    """One object on one line; lone surrogates of damaged text are escaped, so that the line is UTF-8."""
    text = json.dumps(row, ensure_ascii=False, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(row, ensure_ascii=True, allow_nan=False)
    return text

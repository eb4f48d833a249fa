"""JSON lines → reports: one object a line with text and, where known, id, title, published, outlet, url.

The text is exactly the string given. A line that is no such object raises UnreadableInput with what
is wrong; the lines around it are read all the same.
"""

import json
from datetime import date
from typing import Any

from sayso.errors import UnreadableInput
from sayso.reports.provenance import Given, day


def read_line(line: str) -> tuple[str, Given, str | None]:
    """(text, what the line states, note) of one line. A day that is none is told in the note."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        where = getattr(problem, "msg", "nested too deep")
        raise UnreadableInput(f"not JSON: {where}") from problem
    return read_row(row)


def read_row(row: Any) -> tuple[str, Given, str | None]:
    """The same of what a line holds."""
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableInput('no report: a line is an object with a "text", such as {"id": …, "text": …}')
    if not row["text"].strip() and not _word(row.get("title")):
        raise UnreadableInput("empty: neither title nor text")
    published, note = _day(row.get("published"))
    names = {name: _word(row.get(name)) for name in ("id", "title", "outlet", "url")}
    return row["text"], Given(published=published, **names), note


def _word(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    return str(value) if isinstance(value, int | float) else None


def _day(value: Any) -> tuple[date | None, str | None]:
    if value is None or value == "":
        return None, None
    try:
        return day(value if isinstance(value, str) else str(value)), None
    except UnreadableInput as problem:
        return None, str(problem)

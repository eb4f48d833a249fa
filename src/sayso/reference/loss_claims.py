"""Official loss series: a belligerent's daily running totals of the enemy's losses, a JSON list by day.

The columns are those of the Ukrainian General Staff's series as collected by P. Ivaniuk (2022 Ukraine
Russia War Equipment Losses): ``date``, ``day``, ``personnel`` with its hedge in ``personnel*``, ``POW`` and
one column for each kind of equipment. Figures are cumulative from 24 February 2022; a file of published
corrections has negative figures and is read as such. A file without dates, one row a model with
``losses_total``, is the list of visually confirmed losses (Oryx).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sayso.errors import ReferenceFileError
from sayso.reference.record import Record
from sayso.reference.table import Row, json_rows

NOT_FIGURES = {"date", "day", "personnel*", "greatest losses direction"}
MEASURES = {"personnel": "casualties", "POW": "detained"}
GROUPS = {"personnel": "soldiers", "POW": "soldiers"}
ISSUER, VISUAL = "General Staff of the Armed Forces of Ukraine", "Oryx"


def records(path: Path) -> Iterator[Record]:
    """The figures of a loss series: one record for each day and kind of loss."""
    start: date | None = None
    for row in json_rows(path):
        if "losses_total" in row.cells:
            yield _model(row)
            continue
        day, number = row.day("date"), row.number("day")
        if day is None or number is None:
            raise ReferenceFileError(f"{row.file}:{row.line}: no date and day, and no losses_total")
        start = day - timedelta(days=int(number) - 1)
        yield from _figures(row, start, day)


def _figures(row: Row, start: date, day: date) -> Iterator[Record]:
    for column in row.cells:
        value = None if column in NOT_FIGURES else row.number(column)
        if value is not None:
            correction = "correction" in row.file
            hedge = row.text(f"{column}*")
            yield Record(
                row.line, f"{day}/{column}", MEASURES.get(column, "equipment"), value, value, value,
                GROUPS.get(column, column), day if correction else start, day, not correction, country="UKR",
                actors=("Russia",), originals=(ISSUER,), more={"bound": hedge} if hedge else {},
            )  # fmt: skip


def _model(row: Row) -> Record:
    count, kind = row.count("losses_total"), row.text("equipment_oryx")
    name = row.text("model")
    return Record(
        row.line, f"{kind}/{name}", "equipment", count, count, None, kind, cumulative=True, country="UKR",
        actors=("Russia",), originals=(VISUAL,), more={"model": name or ""},
    )  # fmt: skip

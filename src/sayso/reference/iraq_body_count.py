"""Iraq Body Count incidents: one incident a row, reported minimum and maximum of civilians killed."""

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.reference.record import Record
from sayso.reference.table import Row, csv_rows

COLUMNS = (
    "ibc_code", "start_date", "end_date", "location", "target", "weapons",
    "reported_minimum", "reported_maximum", "sources",
)  # fmt: skip
# "REU 09 Aug": the source's short name before the day of its report.
REPORT_DAY = re.compile(r"\s+\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*.*$")


def records(path: Path) -> Iterator[Record]:
    """The incidents of an IBC file, in Iraq."""
    for row in csv_rows(path, COLUMNS):
        yield _record(row)


def _record(row: Row) -> Record:
    return Record(
        line=row.line,
        id=row.text("ibc_code") or "",
        measure="killed",
        low=row.count("reported_minimum"),
        best=None,
        high=row.count("reported_maximum"),
        group="civilians",
        start=row.day("start_date"),
        end=row.day("end_date"),
        place=row.text("location"),
        country="IRQ",
        originals=_sources(row.text("sources")),
        more={name: value for name in ("time", "target", "weapons") if (value := row.text(name))},
    )


def _sources(cell: str | None) -> tuple[str, ...]:
    names = (REPORT_DAY.sub("", piece).strip() for piece in (cell or "").split(","))
    return tuple(dict.fromkeys(name for name in names if name))

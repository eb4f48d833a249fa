"""ACLED events: one event a row, columns as in its codebook (Armed Conflict Location & Event Data)."""

from collections.abc import Iterator
from pathlib import Path

from sayso.reference.record import Record
from sayso.reference.table import Row, country_code, csv_rows
from sayso.reference.ucdp import split_names

COLUMNS = (
    "event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2", "country", "admin1",
    "location", "latitude", "longitude", "source", "fatalities",
)  # fmt: skip
KEPT = (
    "disorder_type",
    "event_type",
    "sub_event_type",
    "geo_precision",
    "time_precision",
    "source_scale",
    "notes",
)


def records(path: Path) -> Iterator[Record]:
    """The events of an ACLED export; fatalities are its single, conservative figure."""
    for row in csv_rows(path, COLUMNS):
        yield _record(row)


def _record(row: Row) -> Record:
    dead, day = row.count("fatalities"), row.day("event_date")
    return Record(
        line=row.line,
        id=row.text("event_id_cnty") or "",
        measure="killed",
        low=dead,
        best=dead,
        high=dead,
        start=day,
        end=day,
        place=row.text("location"),
        admin1=row.text("admin1"),
        country=country_code(row.text("country")),
        latitude=row.degrees("latitude"),
        longitude=row.degrees("longitude"),
        actors=tuple(filter(None, (row.text("actor1"), row.text("actor2")))),
        originals=split_names(row.text("source")),
        more={name: value for name in KEPT if (value := row.text(name))},
    )

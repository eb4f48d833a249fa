"""Airwars incidents, as its site's interface gives them: a JSON list, the fields of each in ``acf``.

Civilians reported killed and injured come as separate records, each with its minimum and maximum.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.errors import ReferenceFileError
from sayso.reference.record import Record
from sayso.reference.table import Row, country_code, json_rows

COLUMNS = ("unique_reference_code", "incident_date", "killed_injured_civilian_non_combatants")
GROUPS = {
    "killed_injured_civilian_non_combatants": "civilians",
    "killed_injured_children": "children",
    "killed_injured_women": "women",
    "killed_injured_men": "men",
    "killed_injured_belligerents": "fighters",
}


def records(path: Path) -> Iterator[Record]:
    """The casualty figures of an Airwars file."""
    for outer in json_rows(path):
        row = Row(outer.file, outer.line, outer.cells.get("acf", outer.cells))
        missing = [column for column in COLUMNS if column not in row.cells]
        if missing:
            raise ReferenceFileError(f"{row.file}:{row.line}: no field {', '.join(missing)}")
        for field, group in GROUPS.items():
            yield from _figures(row, row.cells.get(field), group)


def _figures(row: Row, bucket: Any, group: str) -> Iterator[Record]:
    if not isinstance(bucket, Mapping):
        return
    figures = Row(row.file, row.line, bucket)
    for measure in ("killed", "injured"):
        low, high = figures.number(f"{measure}_min"), figures.number(f"{measure}_max")
        if low is not None or high is not None:
            latitude, longitude = _point(row)
            day = row.day("incident_date")
            yield Record(
                row.line, row.text("unique_reference_code") or "", measure, low, None, high, group, day, day,
                place=row.text("location_name"), admin1=row.text("governorate") or row.text("region"),
                country=country_code(row.text("country")), latitude=latitude, longitude=longitude,
            )  # fmt: skip


def _point(row: Row) -> tuple[float | None, float | None]:
    points = row.cells.get("geolocations") or []
    marked = [point for point in points if isinstance(point, Mapping) and point.get("primary_coordinate")]
    place = Row(row.file, row.line, (marked or [row.cells])[0])
    return place.degrees("latitude"), place.degrees("longitude")

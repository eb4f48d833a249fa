"""UCDP Georeferenced Event Dataset (GED): one event a row, columns as in its codebook.

Sundberg, R., & Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of
Peace Research 50(4). Versions before and after 17.2 name some id columns differently; only columns
that all have are asked for.
"""

from collections.abc import Iterator
from pathlib import Path

from sayso.reference.record import Record
from sayso.reference.table import Row, country_code, csv_rows

COLUMNS = (
    "id", "type_of_violence", "side_a", "side_b", "source_original", "where_coordinates", "adm_1", "latitude",
    "longitude", "country", "date_start", "date_end", "deaths_civilians", "low", "best", "high",
)  # fmt: skip
KEPT = (
    "conflict_name",
    "dyad_name",
    "source_office",
    "source_headline",
    "where_prec",
    "date_prec",
    "event_clarity",
)
DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def records(path: Path) -> Iterator[Record]:
    """The events of a GED file: deaths in battle, of civilians and unknown, low–best–high."""
    for row in csv_rows(path, COLUMNS):
        yield _record(row)


def _record(row: Row) -> Record:
    return Record(
        line=row.line,
        id=row.text("id") or "",
        measure="killed",
        low=row.count("low"),
        best=row.count("best"),
        high=row.count("high"),
        start=row.day("date_start"),
        end=row.day("date_end"),
        place=row.text("where_coordinates"),
        admin1=row.text("adm_1"),
        country=country_code(row.text("country")),
        latitude=row.degrees("latitude"),
        longitude=row.degrees("longitude"),
        actors=tuple(filter(None, (row.text("side_a"), row.text("side_b")))),
        originals=split_names(row.text("source_original")),
        more={name: value for name in KEPT + DEATHS if (value := row.text(name))},
    )


def split_names(cell: str | None) -> tuple[str, ...]:
    """Names that a cell lists with commas, semicolons or "and"."""
    pieces = (cell or "").replace(";", ",").replace(" and ", ",").split(",")
    return tuple(piece.strip() for piece in pieces if piece.strip())

"""Figure claims as a Parquet file, by pyarrow: a row a claim, exact figures as text beside numbers."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.claims.claim import FigureClaim
from sayso.errors import SaysoError
from sayso.exports.told import Told

COLUMNS = (
    "report", "title", "outlet", "published", "id", "measure", "group", "figure", "low", "high", "bound",
    "unit", "low_number", "high_number", "source", "mode", "modality", "by", "affected", "place", "country",
    "admin1", "geonameid", "latitude", "longitude", "period_start", "period_end", "part", "figure_start",
    "figure_end", "evidence",
)  # fmt: skip
AT_ONCE = 20_000  # rows in one row group


def write(readings: Iterable[Told], file: Path) -> int:
    """Write the figure claims of some readings; the number of rows."""
    try:
        import pyarrow as pa  # type: ignore[import-untyped]
        import pyarrow.parquet as pq  # type: ignore[import-untyped]
    except ModuleNotFoundError as problem:
        raise SaysoError("Parquet needs pyarrow: pip install 'sayso[parquet]'") from problem
    schema = pa.schema([(column, getattr(pa, TYPES.get(column, "string"))()) for column in COLUMNS])
    written, rows = 0, []
    with pq.ParquetWriter(file, schema) as sink:
        for told in readings:
            rows += [_row(claim, told) for claim in told.claims if isinstance(claim, FigureClaim)]
            if len(rows) >= AT_ONCE:
                sink.write_table(pa.Table.from_pylist(rows, schema=schema))
                written, rows = written + len(rows), []
        sink.write_table(pa.Table.from_pylist(rows, schema=schema))
    return written + len(rows)


TYPES = {
    "published": "date32", "low_number": "float64", "high_number": "float64", "latitude": "float64",
    "longitude": "float64", "geonameid": "int64", "period_start": "date32", "period_end": "date32",
    "figure_start": "int64", "figure_end": "int64",
}  # fmt: skip


def _row(claim: FigureClaim, told: Told) -> dict[str, Any]:
    report, figure, place, period = told.report, claim.figure, claim.place, claim.period
    return {
        "report": report.id, "title": report.title, "outlet": report.outlet, "published": report.published,
        "id": claim.id, "measure": claim.measure, "group": claim.counted.group if claim.counted else None,
        "figure": figure.span.exact, "low": _exact(figure.low), "high": _exact(figure.high),
        "bound": str(figure.bound), "unit": figure.unit,
        "low_number": None if figure.low is None else float(figure.low),
        "high_number": None if figure.high is None else float(figure.high),
        "source": claim.source.name if claim.source else None, "mode": claim.mode,
        "modality": claim.modality, "by": claim.by.name if claim.by else None,
        "affected": claim.affected.name if claim.affected else None,
        "place": place.name if place else None, "country": place.country if place else None,
        "admin1": place.admin1 if place else None, "geonameid": place.geonameid if place else None,
        "latitude": place.latitude if place else None, "longitude": place.longitude if place else None,
        "period_start": period.start if period else None, "period_end": period.end if period else None,
        "part": figure.span.part, "figure_start": figure.span.start, "figure_end": figure.span.end,
        "evidence": claim.evidence.exact,
    }  # fmt: skip


def _exact(value: Any) -> str | None:
    return None if value is None else str(value)

"""Publishers' files: their own columns, validated, with the line at fault; the real ones in full."""

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

from sayso.errors import ReferenceFileError
from sayso.reference import acled, iraq_body_count, ucdp
from sayso.reference.catalogue import KINDS
from sayso.reference.table import country_code

SHARED = (
    Path(os.environ.get("SAYSO_DATA", Path(__file__).parents[2].parent / "shared")) / "data" / "reference"
)


def csv_file(folder, columns, *rows):
    file = folder / "file.csv"
    lines = [",".join(columns), *(",".join(f'"{row.get(name, "")}"' for name in columns) for row in rows)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


GED = {
    "id": "1", "type_of_violence": "1", "side_a": "A", "side_b": "B", "source_original": "SOHR; Airwars",
    "where_coordinates": "Harim town", "adm_1": "Idlib", "latitude": "36.2", "longitude": "36.5",
    "country": "Syria", "date_start": "2016-01-04", "date_end": "2016-01-05", "deaths_civilians": "2",
    "low": "2", "best": "3", "high": "5",
}  # fmt: skip


def test_ucdp_event(tmp_path):
    [record] = ucdp.records(csv_file(tmp_path, ucdp.COLUMNS, GED))
    assert (record.low, record.best, record.high) == (2, 3, 5)
    assert (record.country, record.place, record.originals) == ("SYR", "Harim town", ("SOHR", "Airwars"))
    assert (record.start.isoformat(), record.end.isoformat(), record.line) == ("2016-01-04", "2016-01-05", 2)


@pytest.mark.parametrize(
    ("column", "value", "wanted"),
    [
        ("low", "two", "low: wanted a number, got 'two'"),
        ("best", "-1", "best: wanted a whole number"),
        ("date_end", "someday", "date_end: wanted a day"),
        ("latitude", "361", "latitude: wanted degrees"),
    ],
)
def test_errors_name_file_line_and_column(tmp_path, column, value, wanted):
    file = csv_file(tmp_path, ucdp.COLUMNS, GED, GED | {column: value})
    with pytest.raises(ReferenceFileError, match=f"file.csv:3: {wanted}"):
        list(ucdp.records(file))


def test_another_publishers_file_is_refused(tmp_path):
    with pytest.raises(ReferenceFileError, match=r"file\.csv:1: no column event_id_cnty"):
        list(acled.records(csv_file(tmp_path, ucdp.COLUMNS, GED)))


def test_a_short_row_and_a_binary_file(tmp_path):
    file = csv_file(tmp_path, ucdp.COLUMNS, GED)
    file.write_text(file.read_text(encoding="utf-8") + "1,2,3\n", encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=r"file\.csv:3: wanted 16 columns"):
        list(ucdp.records(file))
    file.write_bytes(b"\xff\xfe\x00binary")
    with pytest.raises(ReferenceFileError, match="not UTF-8"):
        list(ucdp.records(file))
    with pytest.raises(ReferenceFileError, match="No such file"):
        list(ucdp.records(tmp_path / "none.csv"))


def test_acled_event(tmp_path):
    row = {
        "event_id_cnty": "SYR1", "event_date": "15 April 2017", "event_type": "Explosions/Remote violence",
        "sub_event_type": "Suicide bomb", "actor1": "Unidentified", "actor2": "Civilians", "country": "Syria",
        "admin1": "Aleppo", "location": "Rashidin", "latitude": "36.1", "longitude": "37.0", "source": "SOHR",
        "fatalities": "126",
    }  # fmt: skip
    [record] = acled.records(csv_file(tmp_path, acled.COLUMNS, row))
    assert (record.best, record.start.isoformat(), record.place) == (126, "2017-04-15", "Rashidin")


def test_iraq_body_count_incident(tmp_path):
    row = {
        "ibc_code": "x1", "start_date": "1 Jul 2006", "end_date": "31 Jul 2006", "location": "Baghdad",
        "target": "t", "weapons": "w", "reported_minimum": "982", "reported_maximum": "1097",
        "sources": "REU 09 Aug, AP 09 Aug , BBC 09 Aug",
    }  # fmt: skip
    [record] = iraq_body_count.records(csv_file(tmp_path, iraq_body_count.COLUMNS, row))
    assert (record.low, record.best, record.high, record.originals) == (982, None, 1097, ("REU", "AP", "BBC"))


def test_airwars_incident(tmp_path):
    acf = {
        "unique_reference_code": "CS1", "incident_date": "20161026", "location_name": "Hass",
        "killed_injured_civilian_non_combatants": {"killed_min": 2, "killed_max": "4", "injured_min": ""},
        "killed_injured_children": {"killed_min": 1, "killed_max": 1},
        "geolocations": [
            {"latitude": 1, "longitude": 2},
            {"latitude": 35.6, "longitude": 36.6, "primary_coordinate": True},
        ],
    }  # fmt: skip
    file = tmp_path / "airwars.json"
    file.write_text(json.dumps([{"acf": acf}]), encoding="utf-8")
    records = list(KINDS["airwars"].records(file))
    assert [(r.group, r.low, r.high) for r in records] == [("civilians", 2, 4), ("children", 1, 1)]
    assert (records[0].latitude, records[0].start.isoformat()) == (35.6, "2016-10-26")


def test_loss_series_line_numbers(tmp_path):
    file = tmp_path / "losses.json"
    file.write_text(
        '[\n {"date": "2022-02-25", "day": 2, "tank": 80},\n {"day": 3, "tank": 90}\n]', encoding="utf-8"
    )
    with pytest.raises(ReferenceFileError, match=r"losses\.json:3: no date"):
        list(KINDS["losses"].records(file))
    file.write_text('[{"date": 1,]', encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=r"losses\.json:1:"):
        list(KINDS["losses"].records(file))


def test_country_names_of_publishers():
    assert country_code("DR Congo (Zaire)") == "COD"
    assert country_code("Yemen (North Yemen)") == "YEM"
    assert country_code("Atlantis") is None


@pytest.mark.parametrize(
    ("kind", "file", "records", "low", "best", "high"),
    [
        ("ucdp-ged", "ucdp-ged/ged_syria_19.1.csv", 16_566, 104_929, 112_337, 119_020),
        ("iraq-body-count", "iraq-body-count/iraq_body_count.csv", 51_607, 171_238, 0, 190_818),
    ],
)
def test_the_published_files_load_in_full(kind, file, records, low, best, high):
    if not (SHARED / file).exists():
        pytest.skip(f"reference data not here: set SAYSO_DATA ({file})")
    loaded = list(KINDS[kind].records(SHARED / file))
    assert len(loaded) == records
    assert sum(r.low or 0 for r in loaded) == low
    assert sum(r.best or 0 for r in loaded) == best
    assert sum(r.high or 0 for r in loaded) == high


@pytest.mark.parametrize("name", ["personnel", "equipment", "equipment_correction", "equipment_oryx"])
def test_the_loss_series_load_in_full(name):
    file = SHARED / "ukraine-mod-loss-claims" / f"russia_losses_{name}.json"
    if not file.exists():
        pytest.skip("reference data not here: set SAYSO_DATA")
    rows = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    skipped = {"date", "day", "personnel*", "greatest losses direction"}
    if name == "equipment_oryx":
        figures = [row["losses_total"] for row in rows]
    else:
        cells = [value for row in rows for key, value in row.items() if key not in skipped]
        figures = [value for value in cells if isinstance(value, int | Decimal) and value == value]
    loaded = list(KINDS["losses"].records(file))
    assert (len(loaded), sum(r.low or 0 for r in loaded)) == (len(figures), sum(figures))

"""Reference data in the ledger: added once, versioned, beside a tally, never passed off as confirmation."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from sayso.claims.claim import Party
from sayso.errors import LedgerError, ReferenceFileError
from sayso.ledger.compare import Scope, scope_of
from sayso.ledger.occasions.side import Where
from sayso.ledger.parties import parties

from .told import HARBIN, claim, report

SHARED = (
    Path(os.environ.get("SAYSO_DATA", Path(__file__).parents[2].parent / "shared")) / "data" / "reference"
)
HEAD = (
    "id,type_of_violence,side_a,side_b,source_original,where_coordinates,adm_1,latitude,longitude,country,"
    "date_start,date_end,deaths_civilians,low,best,high\n"
)


def ged(folder, *rows, name="ged.csv"):
    file = folder / name
    file.write_text(HEAD + "".join(row + "\n" for row in rows), encoding="utf-8")
    return file


HERE = "1,1,A,B,SOHR,Harim town,Idlib,36.2,36.5,Syria,2016-03-11,2016-03-11,0,30,35,40"
THERE = "2,1,A,B,SOHR,Homs city,Homs,34.7,36.7,Syria,2016-03-11,2016-03-11,0,7,7,7"
LATER = "3,1,A,B,SOHR,Harim town,Idlib,36.2,36.5,Syria,2016-03-20,2016-03-20,0,5,5,5"
OTHER = "4,1,A,B,Reuters,Harim town,Idlib,36.21,36.51,Syria,2016-03-11,2016-03-12,0,1,2,3"


def test_the_same_file_is_kept_once_and_a_changed_one_is_a_new_version(ledger, tmp_path, clock):
    first, new = ledger.add_reference("ucdp-ged", ged(tmp_path, HERE))
    assert (first.version, first.records, new) == (1, 1, True)
    assert ledger.add_reference("ucdp-ged", ged(tmp_path, HERE)) == (first, False)
    clock.forward(days=1)
    second, new = ledger.add_reference("ucdp-ged", ged(tmp_path, HERE, THERE))
    assert (second.version, new) == (2, True)
    assert [file.version for file in ledger.references()] == [2]
    assert [file.version for file in ledger.references(as_of=date(2016, 3, 13))] == [1]


def test_a_bad_file_adds_nothing(ledger, tmp_path):
    with pytest.raises(ReferenceFileError, match=r"ged\.csv:3: low"):
        ledger.add_reference("ucdp-ged", ged(tmp_path, HERE, HERE.replace(",30,", ",many,")))
    with pytest.raises(LedgerError, match="no such kind"):
        ledger.add_reference("gossip", tmp_path)
    assert ledger.references() == []


def test_reference_beside_a_tally_and_the_warning(ledger, tmp_path):
    told = report("r", "The SOHR said 33 people died in Harim on Friday.")
    ledger.add(told, [claim(told, "33", source="SOHR", place=HARBIN, day="2016-03-11")])
    ledger.add_reference("ucdp-ged", ged(tmp_path, HERE, THERE, LATER, OTHER))
    [tally] = ledger.tallies()
    [compared] = ledger.compare(scope_of(tally))
    assert [record.id for record in compared.records] == ["1", "4"]
    assert (compared.low, compared.best, compared.high) == (31, 37, 43)
    assert [record.id for record in compared.same_origin] == ["1"]
    assert compared.warning == (
        "1 of these 2 records rest on the same origin as the claims "
        "(Syrian Observatory for Human Rights): that is no confirmation."
    )


def test_records_of_other_actors_and_of_more_days_are_set_aside(ledger, tmp_path):
    told = report("r", "The SOHR said 33 people died in Harim on Friday in raids by the Syrian army.")
    by = Party(None, "Syrian army", "syrian-army")
    ledger.add(told, [claim(told, "33", source="SOHR", place=HARBIN, day="2016-03-11", by=by)])
    state = HERE.replace("A,B", "Government of Syria,Syrian insurgents")
    month = HERE.replace("1,1,A,B", "5,1,Government of Syria,B").replace("2016-03-11,0", "2016-03-31,0")
    ledger.add_reference("ucdp-ged", ged(tmp_path, state, OTHER.replace("A,B", "IS,SDF"), month))
    [tally] = ledger.tallies()
    [compared] = ledger.compare(scope_of(tally))
    assert (compared.low, compared.best, compared.high) == (30, 35, 40)
    assert compared.notes == (
        "Not added, of other actors (IS; SDF): 1 record (1–3).",
        "Not added, of more days than these: 1 record (30–40).",
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Syrian army", "Government of Syria", True),
        ("ISIS", "IS", True),
        ("Syrian rebels", "Syrian insurgents", True),
        ("HTS", "Ahrar al-Sham, HTS, Southern Front", True),
        ("Russia", "Government of Syria", False),
        ("Islamic State", "SDF", False),
    ],
)
def test_names_of_one_party(one, other, same):
    assert bool(parties(one) & parties(other)) is same


def test_running_totals_are_compared_by_what_they_grew(ledger, tmp_path):
    file = tmp_path / "losses.json"
    days = [{"date": f"2022-03-0{n}", "day": n + 5, "tank": 100 + 10 * n} for n in range(1, 8)]
    file.write_text(json.dumps(days), encoding="utf-8")
    ledger.add_reference("losses", file)
    scope = Scope("equipment", Where(country="UKR"), date(2022, 3, 3), date(2022, 3, 5))
    [compared] = ledger.compare(scope)
    assert compared.best == 30


@pytest.mark.parametrize(
    ("kind", "file", "measure", "country", "best", "low"),
    [
        ("ucdp-ged", "ucdp-ged/ged_syria_19.1.csv", "killed", "SYR", 112_337, 104_929),
        ("iraq-body-count", "iraq-body-count/iraq_body_count.csv", "killed", "IRQ", None, 171_238),
    ],
)
def test_totals_in_the_ledger_equal_the_sources(ledger, kind, file, measure, country, best, low):
    if not (SHARED / file).exists():
        pytest.skip(f"reference data not here: set SAYSO_DATA ({file})")
    ledger.add_reference(kind, SHARED / file)
    [compared] = ledger.compare(Scope(measure, Where(country=country)))
    assert (compared.best, compared.low) == (best, low)

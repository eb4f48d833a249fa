"""The field's conventions: publishers' columns verbatim, nothing guessed, files that parse."""

import csv
import io
import json
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from sayso.checks.finding import Finding
from sayso.claims.claim import (
    Counted,
    Cue,
    Figure,
    FigureClaim,
    Party,
    PeriodSlot,
    PlaceSlot,
    Position,
    Source,
)
from sayso.exports import acled, claimreview, geojson, gkg, parquet, plover, ucdp
from sayso.mentions.number.values import Bound
from sayso.reports.report import Report

TEXT = "“At least 35 civilians died in Harim on 26 October,” the monitor said; the army rejected that.\tEnd"
REPORT = Report("r1", TEXT, "=Strikes", "Outlet", "https://example.org/1", date(2016, 10, 27), "given")


def at(words):
    start = TEXT.index(words)
    return REPORT.span("text", start, start + len(words))


CLAIM = FigureClaim(
    "c1",
    "r1",
    at(TEXT),
    Figure(at("At least 35"), Decimal(35), None, Bound.AT_LEAST, "count"),
    "killed",
    Counted(at("civilians"), "civilian", "civilians"),
    by=Party(None, "army"),
    source=Source(at("the monitor"), "SOHR", None, "monitor"),
    cue=Cue(at("said"), "say"),
    mode="direct",
    place=PlaceSlot(at("Harim"), "Harim", "SYR", "Idlib", 170892, 36.2, 36.5, "place"),
    period=PeriodSlot(at("26 October"), date(2016, 10, 26), date(2016, 10, 26)),
)
VAGUE = replace(
    CLAIM,
    id="c2",
    figure=replace(CLAIM.figure, low=Decimal(24), high=Decimal(99), bound=Bound.VAGUE),
    place=None,
    period=None,
    counted=None,
    by=None,
    source=None,
    mode="narrator",
)
DENIED = replace(CLAIM, id="c3", modality="denied")
REJECTS = Position(
    "p1", "r1", at(TEXT), (at("that"),), Source(at("the army"), "army"), Cue(at("rejected"), "reject")
)


@dataclass(frozen=True)
class Reading:
    report: Report
    claims: tuple
    findings: tuple = ()


TOLD = Reading(
    REPORT, (CLAIM, VAGUE, DENIED, REJECTS), (Finding("sum", "fails", "No.", "1 = 2", (), ("c1",)),)
)


def written(writer):
    return writer.begin() + writer.add(TOLD) + writer.add(replace(TOLD, claims=())) + writer.end()


def table(module):
    return list(csv.DictReader(io.StringIO(written(module.Table()))))


def test_ucdp_columns_and_codes():
    first, second = table(ucdp)
    assert tuple(first) == ucdp.COLUMNS
    got = {
        k: first[k]
        for k in ("low", "best", "high", "where_prec", "date_prec", "country", "deaths_civilians", "geom_wkt")
    }
    assert got == {
        "low": "35",
        "best": "35",
        "high": "",
        "where_prec": "1",
        "date_prec": "1",
        "country": "Syria",
        "deaths_civilians": "35",
        "geom_wkt": "POINT (36.5 36.2)",
    }
    assert (second["low"], second["best"], second["high"], second["date_prec"]) == ("24", "", "99", "")
    assert first["source_headline"] == "'=Strikes"
    assert first["type_of_violence"] == ""


@pytest.mark.parametrize(("days", "code"), [(0, "1"), (3, "2"), (6, "3"), (20, "4"), (200, "5")])
def test_ucdp_date_precision(days, code):
    start = date(2016, 1, 1)
    assert ucdp.date_precision(start, date.fromordinal(start.toordinal() + days)) == code


def test_acled_is_conservative():
    first, second = table(acled)
    assert tuple(first) == acled.COLUMNS
    assert (first["fatalities"], first["civilian_targeting"], second["fatalities"]) == (
        "35",
        "Civilian targeting",
        "24",
    )
    assert first["source"] == "Outlet; SOHR"


def test_geojson_parses_and_a_placeless_claim_has_no_geometry():
    features = json.loads(written(geojson.Features()))["features"]
    assert [f["geometry"] and f["geometry"]["coordinates"] for f in features] == [
        [36.5, 36.2],
        None,
        [36.5, 36.2],
    ]


def test_gkg_counts_quotations_and_amounts():
    row = written(gkg.Rows()).splitlines()[1].split("\t")
    cells = dict(zip(gkg.COLUMNS, row, strict=True))
    assert cells["V1COUNTS"].split(";")[0] == "KILL#35#civilians#4#Harim#SY#Idlib#36.2#36.5#170892"
    assert cells["V2.1COUNTS"].split(";")[0].endswith("#1")
    assert cells["V2.1QUOTATIONS"].startswith(f"0|{len(TEXT)}|said|“At least 35")
    assert cells["V2.1AMOUNTS"].split(";")[0] == "35,civilians,1"


def test_plover_has_acts_and_stances_that_are_asserted():
    events = [json.loads(line) for line in written(plover.Events()).splitlines()]
    assert [(e["id"], e["event_type"]) for e in events] == [
        ("c1", "ASSAULT"),
        ("c2", "ASSAULT"),
        ("p1", "REJECT"),
    ]
    assert events[0]["magnitude"] == {"dead": {"low": 35, "high": None, "bound": "at_least"}}


def test_claimreview_reviews_only_what_fails():
    nodes = json.loads(written(claimreview.Graph()))["@graph"]
    assert [node["@type"] for node in nodes] == ["Claim", "Claim", "Claim", "ClaimReview"]
    assert nodes[3]["itemReviewed"] == {"@id": "urn:sayso:claim:c1"}


def test_parquet_holds_every_figure(tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    assert parquet.write([TOLD], tmp_path / "x.parquet") == 3
    rows = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert [(row["low"], row["high"], row["low_number"]) for row in rows] == [
        ("35", None, 35.0),
        ("24", "99", 24.0),
        ("35", None, 35.0),
    ]

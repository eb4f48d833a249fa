"""The store: what goes in comes out, twice is once, and nothing is forgotten."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import inspect

from sayso.checks.finding import Finding
from sayso.claims.claim import Position
from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.connect import writing
from sayso.ledger.migrations import migrate, steps

from .told import HARBIN, claim, report

TOLD = report("r1", "The governor said 40 people died in Harim on Friday and 12.5 tonnes burned.")
CLAIMS = (
    claim(TOLD, "40", source="governor", place=HARBIN, day="2016-03-11"),
    claim(TOLD, "12.5", "12.5", measure="aid", unit="tonne"),
    Position("p", "r1", TOLD.span("text", 0, 12), (TOLD.span("text", 18, 30),)),
)
FINDINGS = (
    Finding("sum", "fails", "They do not add up.", "1 + 1 = 3", (CLAIMS[0].figure.span,), ("r1-18",)),
)


def test_what_goes_in_comes_out(ledger):
    assert ledger.add(TOLD, CLAIMS, FINDINGS)
    assert list(ledger.reports()) == [TOLD]
    assert tuple(ledger.claims()) == CLAIMS
    assert tuple(ledger.findings()) == FINDINGS
    [stored] = ledger.readings(report_id="r1")
    assert (stored.report, stored.claims, stored.findings, stored.version) == (TOLD, CLAIMS, FINDINGS, 1)


def test_the_same_report_twice_changes_nothing(ledger, clock):
    ledger.add(TOLD, CLAIMS, FINDINGS)
    clock.forward(days=1)
    assert not ledger.add(TOLD, CLAIMS, FINDINGS)
    assert [stored.added_at for stored in ledger.readings()] == ["2016-03-13T12:00:00.000000+00:00"]


def test_changed_words_are_a_new_version_and_the_old_one_stays(ledger, clock):
    ledger.add(TOLD, CLAIMS, FINDINGS)
    clock.forward(days=1)
    changed = replace(TOLD, text=TOLD.text.replace("40", "45"))
    assert ledger.add(changed, (claim(changed, "45"),))
    assert [stored.version for stored in ledger.readings()] == [2]
    assert [str(c.figure.low) for c in ledger.claims(measure="killed")] == ["45"]
    assert list(ledger.reports(as_of=date(2016, 3, 13))) == [TOLD]
    assert tuple(ledger.claims(as_of=datetime(2016, 3, 13, 12, tzinfo=UTC))) == CLAIMS
    assert list(ledger.reports(as_of=date(2016, 3, 12))) == []


def test_the_same_words_read_otherwise_are_a_new_reading_of_one_version(ledger):
    ledger.add(TOLD, CLAIMS)
    assert ledger.add(TOLD, CLAIMS[:1])
    [stored] = ledger.readings()
    assert (stored.version, stored.claims) == (1, CLAIMS[:1])


@pytest.mark.parametrize("text", ["", "nul \0 byte", "lone \ud800 surrogate", "😀 emoji", "حلب 12"])
def test_any_text_is_kept_code_point_for_code_point(ledger, text):
    ledger.add(report("odd", text))
    [kept] = ledger.reports()
    assert len(kept.text) == len(text)
    assert not ledger.add(report("odd", text))


def test_a_half_report_is_no_report(ledger):
    broken = replace(CLAIMS[0], id=None)
    with pytest.raises(LedgerError):
        ledger.add(TOLD, (CLAIMS[1], broken))
    assert list(ledger.reports()) == []


def test_a_bad_row_among_many_keeps_the_whole_batch_out(ledger):
    many = tuple(replace(CLAIMS[0], id=f"c{n}") for n in range(60))
    with pytest.raises(LedgerError):
        ledger.add(TOLD, (*many, replace(CLAIMS[0], id=None)))
    assert list(ledger.reports()) == []
    assert ledger.add(TOLD, many)


def test_migrations_go_both_ways(place):
    with Ledger.open(place) as ledger:
        with writing(ledger.engine) as connection:
            migrate(connection, to=0)
        assert inspect(ledger.engine).get_table_names() == ["sayso_schema"]
        for step in range(1, len(steps()) + 1):
            with writing(ledger.engine) as connection:
                migrate(connection, to=step)
    with Ledger.open(place) as ledger:
        assert ledger.add(TOLD, CLAIMS, FINDINGS)


def test_every_view_can_be_read(ledger):
    ledger.add(TOLD, CLAIMS, FINDINGS)
    views = inspect(ledger.engine).get_view_names()
    assert {"figures", "positions", "alarms"} <= set(views)
    with ledger.engine.connect() as connection:
        for view in views:
            connection.exec_driver_sql(f"SELECT * FROM {view}").fetchall()  # noqa: S608 -- names from the schema
        rows = connection.exec_driver_sql("SELECT low, unit, place FROM figures ORDER BY claim").fetchall()
    assert [(float(low), unit, where) for low, unit, where in rows] == [
        (40, "count", "Harim"),
        (12.5, "tonne", None),
    ]


def test_a_ledger_that_is_not_there(tmp_path):
    with pytest.raises(LedgerError, match="there is no ledger"):
        Ledger.open(tmp_path / "none", create=False)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger.open(tmp_path / "no folder" / "x")
    with pytest.raises(LedgerError, match="lives in a SQLite file"):
        Ledger.open("mysql+pymysql://x/y")


def test_no_message_gives_a_password_away():
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerError) as told:
        Ledger.open("postgresql://ann:secret@localhost:1/none")
    assert "secret" not in str(told.value)
    assert "localhost" in str(told.value)


def test_a_file_that_is_no_database(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("not a database " * 100, encoding="utf-8")
    with pytest.raises(LedgerError, match="not a SQLite database"):
        Ledger.open(file)
    assert file.read_text(encoding="utf-8").startswith("not a database")


def test_somebody_elses_database_is_left_alone(tmp_path):
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    with pytest.raises(LedgerError, match=r"not a Sayso ledger: .*recipe"):
        Ledger.open(file)


def test_a_ledger_of_a_newer_sayso(tmp_path):
    with Ledger.open(tmp_path / "l") as ledger, writing(ledger.engine) as connection:
        connection.exec_driver_sql("INSERT INTO sayso_schema VALUES ('9999_future')")
    with pytest.raises(LedgerError, match="newer Sayso"):
        Ledger.open(tmp_path / "l")

"""The ledger on the command line: tables at 80 columns, JSON lines, CSV, and errors in one line."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from sayso.cli.compare import compare_command
from sayso.cli.ledger import ledger_app
from sayso.cli.ledger_tables import days, print_table, span_of_figures, sparkline
from sayso.cli.reference import reference_app
from sayso.ledger import Ledger

from .test_references import HERE, ged
from .test_tallies import MARKET, MONITOR, add

RUN = CliRunner()


@pytest.fixture
def book(tmp_path, clock, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    path = str(tmp_path / "book.ledger")
    with Ledger.open(path, clock=clock) as ledger:
        add(
            ledger,
            "a",
            MARKET + "The Hill Monitor counted 12 dead.",
            ("12", MONITOR, {}),
            title="Shell on market",
        )
        add(ledger, "b", MARKET + "The mayor spoke of 30 dead.", ("30", "the mayor", {}))
        add(ledger, "c", MARKET + "The Hill Monitor: 17 dead.", ("17", MONITOR, {}), published="2016-03-15")
    return path


def run(*arguments, app=ledger_app):
    done = RUN.invoke(app, list(arguments), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


COMMANDS = [
    ("list",), ("tallies",), ("contradictions",), ("echoes",), ("sources",), ("show", "a"),
    ("tally", "1-killed-all"), ("history", "1-killed-all"), ("review", "list"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_tables_fit_eighty_columns(book, command):
    text = run(*command, "--ledger", book)
    assert text.strip()
    assert max(len(line.rstrip()) for line in text.splitlines()) <= 80


def test_no_column_is_lost_where_room_is_short(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    columns = ("tally", "where", "when", "figure", "reports", "origins", "relation")
    row = {
        "tally": "40-killed-all_about_100000", "where": "Salah al-Din", "when": "2011-03-01…2017-11-14",
        "figure": "330,000 (32–1,000,000)", "reports": 12, "origins": 5, "relation": "contradict",
    }  # fmt: skip
    print_table([row, row | {"when": "2016-10-26…27", "where": None}], columns, "none")
    text = capsys.readouterr().out
    assert max(map(len, text.splitlines())) <= 80
    assert text.split()[:7] == ["tally", "where", "when", "figure", "rep.", "orig.", "relation"]
    assert all(word in text for word in ("2011-03-01…", "2017-11-14", "2016-10-26…27", "contradict", " – "))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_every_command_speaks_to_programs(book, command, form):
    text = run(*command, "--ledger", book, "--format", form)
    rows = (
        [json.loads(line) for line in text.splitlines()]
        if form == "jsonl"
        else list(csv.DictReader(io.StringIO(text)))
    )
    assert rows or command[0] in {"echoes", "review"}


def test_a_tally_in_words(book):
    text = run("tally", "1-killed-all", "--ledger", book)
    assert "3 reports, 2 independent origins" in text
    assert "revised      Hill Monitor: 12 on 2016-03-14 → 17 on 2016-03-15" in text
    assert "on the same day; major, 60% apart" in text


def test_the_ledger_may_be_named_by_position_or_environment(book, monkeypatch):
    assert run("tallies", book) == run("tallies", "--ledger", book)
    monkeypatch.setenv("SAYSO_LEDGER", book)
    assert "1-killed-all" in run("tallies")


def test_review_on_the_command_line(book):
    claim = json.loads(run("export", book).splitlines()[1])["id"]
    run("review", "reject", claim, "--author", "ann", "--reason", "another market", "--ledger", book)
    assert "another market" in run("review", "list", "--ledger", book)
    assert "2 reports, 1 independent origin" in run("tally", "1-killed-all", "--ledger", book)


def test_a_plot(book, tmp_path):
    pytest.importorskip("matplotlib")
    run("tally", "1-killed-all", "--ledger", book, "--plot", str(tmp_path / "t.svg"))
    assert (tmp_path / "t.svg").read_text(encoding="utf-8").lstrip().startswith("<?xml")


@pytest.mark.parametrize(
    "form", ["jsonl", "csv", "geojson", "ucdp", "acled", "gkg", "plover", "claimreview", "sources"]
)
def test_exports(book, form, tmp_path):
    run("export", book, "--format", form, "-o", str(tmp_path / "out"))
    assert (tmp_path / "out").read_text(encoding="utf-8")


def test_membership_columns(book):
    [row] = csv.DictReader(io.StringIO(run("export", book, "--format", "sources")))
    assert (row["in_hill_monitor"], row["in_mayor"], row["tally"]) == ("1", "1", "1-killed-all")


def test_reference_and_compare(book, tmp_path):
    file = str(ged(tmp_path, HERE.replace("SOHR", "Hill Monitor").replace("-11", "-14")))
    assert "1 records (added)" in run("add", "ucdp-ged", file, "--ledger", book, app=reference_app)
    assert "ged.csv" in run("list", "--ledger", book, app=reference_app)
    import typer

    app = typer.Typer()
    app.command()(compare_command)
    text = run("1-killed-all", "--ledger", book, app=app)
    assert "35 (30–40)" in text
    assert "that is no confirmation" in " ".join(text.split())
    rows = run("--place", "Harim", "--period", "2016-03-14", "--ledger", book, "--format", "jsonl", app=app)
    assert json.loads(rows)["best"] == 35


def test_figures_days_and_bars():
    assert span_of_figures(12, 12, 12) == "12"
    assert span_of_figures(1000, None, 2500) == "1,000–2,500"
    assert days(None, None) == "–"
    assert sparkline([1, 5, 9]) == "▁▄█"
    assert sparkline([3]) == ""

"""The pages name every command, option, decision, rule, kind and column; they fall behind for nobody."""

from pathlib import Path

import pytest
import typer

from sayso.cli.compare import compare_command
from sayso.cli.ledger import ExportFormat, ledger_app
from sayso.cli.ledger_export import TALLY_COLUMNS
from sayso.cli.reference import reference_app
from sayso.exports import acled, csv, gkg, parquet, ucdp
from sayso.ledger.best import RULES
from sayso.ledger.reviews import SLOTS
from sayso.reference import acled as acled_file
from sayso.reference import airwars, iraq_body_count
from sayso.reference import ucdp as ucdp_file
from sayso.reference.catalogue import KINDS

DOCS = Path(__file__).parents[2] / "docs"
LEDGER, EXPORTS, REFERENCE = (
    (DOCS / name).read_text(encoding="utf-8") for name in ("ledger.md", "exports.md", "reference-data.md")
)


def commands(command, path):
    """Every command under one, with its path."""
    if hasattr(command, "commands"):
        for name, inner in command.commands.items():
            yield from commands(inner, (*path, name))
    else:
        yield path, command


def everything():
    alone = typer.Typer(add_completion=False)
    alone.command("compare")(compare_command)
    for app, path in ((ledger_app, ("ledger",)), (reference_app, ("reference",)), (alone, ("compare",))):
        yield from commands(typer.main.get_command(app), path)


ALL = list(everything())


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path, _ in ALL])
def test_every_command_and_option_is_documented(path, command):
    assert f"sayso {' '.join(path[:2])}" in LEDGER
    assert f"`{path[-1]}" in LEDGER or f" {path[-1]}" in LEDGER
    for parameter in command.params:
        for option in [each for each in (*parameter.opts, *parameter.secondary_opts) if each.startswith("-")]:
            assert option == "--help" or f"`{option}" in LEDGER, option


@pytest.mark.parametrize("word", [*RULES, *SLOTS])
def test_every_rule_and_slot_is_documented(word):
    assert f"`{word}`" in LEDGER


@pytest.mark.parametrize("form", [each.value for each in ExportFormat])
def test_every_format_is_documented(form):
    assert f"| `{form}` |" in EXPORTS


COLUMNS = (ucdp.COLUMNS, acled.COLUMNS, csv.COLUMNS, parquet.COLUMNS, gkg.COLUMNS, TALLY_COLUMNS)


@pytest.mark.parametrize("columns", COLUMNS, ids=["ucdp", "acled", "csv", "parquet", "gkg", "sources"])
def test_every_column_is_documented_in_order(columns):
    assert " ".join(f"`{column}`" for column in columns) in " ".join(EXPORTS.split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_reference_is_documented(kind):
    assert f"| `{kind}` |" in REFERENCE


@pytest.mark.parametrize("reader", [ucdp_file, acled_file, airwars, iraq_body_count])
def test_every_column_that_is_read_is_documented(reader):
    assert [column for column in reader.COLUMNS if f"`{column}`" not in REFERENCE] == []

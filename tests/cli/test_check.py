"""`sayso check` and `sayso checks`: exit codes, formats, and what is told of one check."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app

FALSE = "The shelling killed 13 people: eight farmers and four soldiers.\n"
TRUE = "The shelling killed 12 people: eight farmers and four soldiers.\n"


def sayso(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def false(tmp_path: Path) -> Path:
    file = tmp_path / "false.txt"
    file.write_text(FALSE, encoding="utf-8")
    return file


def test_a_report_that_adds_up_ends_with_0(tmp_path: Path) -> None:
    file = tmp_path / "true.txt"
    file.write_text(TRUE, encoding="utf-8")
    done = sayso("check", file)
    assert done.exit_code == 0, done.output
    assert "holds    sum" in done.stdout


def test_a_sum_that_fails_ends_with_1(false: Path) -> None:
    done = sayso("check", false)
    assert done.exit_code == 1
    assert "8 + 4 = 12, not 13" in done.stdout


def test_only_strict_ends_with_1_for_what_is_unclear(tmp_path: Path) -> None:
    file = tmp_path / "unclear.txt"
    file.write_text("The bridge fell on Monday 15 May, survivors recall.\n", encoding="utf-8")
    words = ("check", file, "--published", "2018-11-20", "--format", "jsonl")
    done = sayso(*words)
    verdicts = {json.loads(line)["verdict"] for line in done.stdout.splitlines()}
    assert (verdicts, done.exit_code) == ({"unclear"}, 0)
    assert sayso(*words, "--strict").exit_code == 1


def test_lines_of_json_are_findings(false: Path) -> None:
    found = [json.loads(line) for line in sayso("check", false, "--format", "jsonl").stdout.splitlines()]
    assert [f["check"] for f in found if f["verdict"] == "fails"] == ["sum"]


def test_annotations_name_file_and_line(false: Path) -> None:
    lines = sayso("check", false, "--format", "github").stdout.splitlines()
    assert any(line.startswith("::error file=") and ",line=1,title=sum::" in line for line in lines)


def test_one_check_is_explained_alone() -> None:
    done = sayso("checks", "unit-pair")
    assert done.exit_code == 0
    assert done.stdout.startswith("unit-pair\n")
    assert "comparator" not in done.stdout


def test_an_unknown_check_is_an_error() -> None:
    assert sayso("checks", "no-such-check").exit_code != 0

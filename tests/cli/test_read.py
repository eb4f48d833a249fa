"""`sayso read` and its sisters on real files: formats, bad input, exit codes, crashes."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.exports.csv import rows_from_csv
from sayso.exports.schema import schema

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "examples" / "truce-report.txt"
ONE = "Forty dead in Daquq\n\nThe army said on Monday that 40 gunmen were killed in Daquq.\n"


def sayso(*words: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A hundred reports and one that is none."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(100):
        (reports / f"{number:03}.txt").write_text(f"{number} men were killed on Monday.\n", encoding="utf-8")
    (reports / "050-bad.txt").write_bytes(bytes(range(256)) * 8)
    return reports


def test_the_demo_is_read_without_a_word_skipped() -> None:
    done = sayso("read", DEMO, "--published", "2016-03-13")
    assert done.exit_code == 0, done.stderr
    assert "Six hundred Isis fighters killed in past three weeks, says Kerry" in done.stdout
    assert done.stderr.startswith("1 report · ")
    assert done.stderr.rstrip().endswith("0 skipped")


@pytest.mark.parametrize("kind", ["text", "jsonl", "csv", "html", "annotation"])
def test_every_format_goes_to_a_file(kind: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = sayso("read", DEMO, "--published", "2016-03-13", "--format", kind, "-o", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Kerry" in out.read_text(encoding="utf-8")


def test_every_exported_object_of_the_example_follows_the_schema() -> None:
    done = sayso("read", DEMO, "--published", "2016-03-13", "--format", "jsonl")
    validator = Draft202012Validator(schema())
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert {each["type"] for each in objects} == {"figure", "position", "finding"}
    text = DEMO.read_text(encoding="utf-8")
    for each in objects:
        validator.validate(each)
        if each["type"] == "figure" and each["figure"]["part"] == "text":
            assert each["figure"]["exact"] in text


def test_without_a_day_periods_stay_open_and_say_so() -> None:
    done = sayso("read", DEMO, "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    periods = [each["period"] for each in found if each["type"] == "figure" and each["period"]]
    weeks = [period for period in periods if "three weeks" in period["exact"]]
    assert weeks
    assert all((period["start"], period["end"]) == (None, None) and period["reason"] for period in weeks)


def test_one_bad_file_among_a_hundred(folder: Path) -> None:
    done = sayso("read", folder, "--format", "csv")
    assert done.exit_code == 1
    assert "050-bad.txt: not text: binary data" in done.stderr
    assert "100 reports" in done.stderr
    assert "1 skipped" in done.stderr
    assert len({row["report"] for row in rows_from_csv(done.stdout)}) == 100


def test_two_processes_give_what_one_gives(folder: Path) -> None:
    for extra in folder.glob("0[1-9]*.txt"):
        extra.unlink()
    one, two = (sayso("read", folder, "--format", "jsonl", "-j", jobs) for jobs in "12")
    assert one.stdout == two.stdout
    assert (one.exit_code, two.exit_code) == (0, 0)


BAD = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 8, "binary"),
    "page.html": (b"<html><body><p>", "no report in this page"),
    "deep.html": (b"<html>" + b"<b>" * 50_000, "nested"),
    "lines.jsonl": (b'{"text": \n', "not JSON"),
    "other.jsonl": (b'["text"]\n', 'an object with a "text"'),
    "deep.jsonl": (b"[" * 100_000, "not JSON"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n", "PNG"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_line_and_nothing_is_read(name: str, tmp_path: Path) -> None:
    data, reason = BAD[name]
    (tmp_path / name).write_bytes(data)
    done = sayso("read", tmp_path / name)
    assert done.exit_code == 3
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith("skipped: ")]


@pytest.mark.parametrize(
    "arguments",
    [["--published", "Sunday"], ["--format", "pdf"], ["-j", "0"], ["--nonsense"]],
    ids=lambda arguments: arguments[0],
)
def test_a_wrong_command_line_is_two(arguments: list[str]) -> None:
    assert sayso("read", DEMO, *arguments).exit_code == 2


def test_a_report_from_standard_input() -> None:
    done = sayso("read", "-", "--format", "jsonl", "--published", "2016-10-25", stdin=ONE.encode())
    assert done.exit_code == 0, done.stderr
    first = json.loads(done.stdout.splitlines()[0])
    assert (first["report"]["id"], first["report"]["title"]) == ("stdin", "Forty dead in Daquq")


def test_a_guessed_encoding_is_noted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Señor” said 12 men died.".encode("cp1252"))
    done = sayso("read", tmp_path / "a.txt")
    assert done.exit_code == 0
    assert "note: a: not UTF-8; read as cp1252, a guess" in done.stderr


def test_a_text_of_many_megabytes_is_read_as_far_as_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.reading.LONGEST", 150_000)
    line = "The army said that 12 soldiers were killed in the town on Friday, and more wounded.\n"
    (tmp_path / "big.txt").write_text("Forty dead in Daquq\n\n" + line * 5_000, encoding="utf-8")
    done = sayso("mentions", tmp_path / "big.txt", "--kind", "quantity", "--format", "jsonl")
    assert done.exit_code == 1
    assert "only the first 150,000 of 420,000 characters were read" in done.stderr
    rows = [json.loads(row) for row in done.stdout.splitlines()]
    text = line * 5_000
    assert all(text[row["start"] : row["end"]] == row["exact"] for row in rows if row["part"] == "text")
    assert 149_000 < rows[-1]["end"] <= 150_000


def test_where_it_cannot_write_it_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sayso", "read", str(DEMO), "-o", str(tmp_path / "no" / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said() -> None:
    command = [sys.executable, "-m", "sayso", "read", str(DEMO), "-o", "/dev/full"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "sayso: /dev/full: cannot be written: No space left on device" in done.stderr


def test_finished_reports_are_on_disk_before_the_run_ends(tmp_path: Path) -> None:
    """The run reads from a pipe that stays open: what it has finished must be in the file already."""
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "sayso", "read", "-", "--format", "jsonl", "-o", str(out)]
    run = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert run.stdin is not None
    with run, run.stdin as pipe:
        for number in range(3):
            pipe.write(
                json.dumps({"id": f"r{number}", "text": f"{number + 5} men were killed."}).encode() + b"\n"
            )
        pipe.flush()
        for _ in range(600):
            if run.poll() is not None or (out.exists() and '"r2"' in out.read_text(encoding="utf-8")):
                break
            time.sleep(0.1)
        run.kill()
    lines = out.read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["report"]["id"] for line in lines} == {"r0", "r1", "r2"}


def test_mentions_by_grammar_alone_load_no_network() -> None:
    code = (
        "import sys; from sayso.cli import app\n"
        f"try: app(['mentions', {str(DEMO)!r}, '--kind', 'quantity,number,period', '--format', 'jsonl'])\n"
        "except SystemExit: pass\n"
        "assert 'onnxruntime' not in sys.modules and 'trafilatura' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert '"kind": "quantity"' in done.stdout


def test_mentions_of_every_kind() -> None:
    kinds = "number,quantity,period,place,actor,name,attribution"
    done = sayso("mentions", DEMO, "--kind", kinds, "--format", "jsonl", "--published", "2016-03-13")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["kind"] for row in rows} == set(kinds.split(","))
    assert all({"type", "report", "part", "start", "end", "exact"} <= set(row) for row in rows)
    assert not [row for row in rows if "Sign up" in row["exact"] and row["kind"] != "attribution"]


def test_an_unknown_kind_is_a_wrong_command_line() -> None:
    assert sayso("mentions", DEMO, "--kind", "colour").exit_code == 2


def test_explain_prints_rules_and_parts() -> None:
    done = sayso("explain", DEMO, "--claim", "1", "--published", "2016-03-13")
    assert done.exit_code == 0
    assert "figure" in done.stdout
    assert "←" in done.stdout
    assert sayso("explain", DEMO, "--claim", "nothing").exit_code == 3


def test_the_schema_is_printed_as_it_is_kept() -> None:
    assert json.loads(sayso("schema").stdout) == schema()


def test_help_names_the_exit_codes() -> None:
    assert "3 nothing was read" in " ".join(sayso("read", "--help").stdout.split())


def test_version_and_the_list_of_commands() -> None:
    assert sayso("--version").stdout.startswith("sayso ")
    assert "read" in sayso("--help").stdout
    assert sayso("nonsense").exit_code == 2


def test_a_pipe_that_closes_early_ends_quietly() -> None:
    command = f"{sys.executable} -m sayso read {DEMO} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr

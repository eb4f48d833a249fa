"""The docs are complete and true: commands, links, snippets, and the output that the README shows."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.cli import COMMANDS
from sayso.cli.page import page

ROOT = Path(__file__).parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)")
SHOWN = re.compile(r"<!-- output of: (.+?) -->\n```(?:console|text)?\n(.*?)```", re.S)


def shown() -> list[tuple[str, str, str]]:
    """(page, command, output) of every block that a comment above says to be a command's output."""
    return [
        (file.name, command, output)
        for file in DOCS
        for command, output in SHOWN.findall(file.read_text("utf-8"))
    ]


def test_the_page_of_commands_is_current() -> None:
    written = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert written == page(), "run: python -m sayso.cli.page > docs/commands.md"


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    gone = [link for link in LINK.findall(file.read_text("utf-8")) if not (file.parent / link).exists()]
    assert not gone


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        file = waiting.pop().resolve()
        if file not in reached and file.suffix == ".md":
            reached.add(file)
            waiting += [file.parent / link for link in LINK.findall(file.read_text("utf-8"))]
    assert {file.resolve() for file in (ROOT / "docs").glob("*.md")} <= reached


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_python_in_the_docs_does_what_it_says(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, _ = doctest.testfile(str(file), module_relative=False, optionflags=flags, encoding="utf-8")
    assert not failed


@pytest.mark.parametrize(("name", "command", "output"), shown(), ids=lambda word: str(word)[:40])
def test_output_in_the_docs_is_what_the_command_prints(name: str, command: str, output: str) -> None:
    program, *arguments = command.split()
    assert program == "sayso"
    done = subprocess.run(
        [sys.executable, "-m", "sayso", *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env={"COLUMNS": "100", "PATH": "", "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.stdout.strip() == output.strip(), f"{name} shows an older output of: {command}"


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert not [name for name in COMMANDS if f"sayso {name}" not in readme]

"""The rules of the house that a program can hold."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = [
    p for top in ("src", "training", "evaluation", "benchmarks") for p in sorted((ROOT / top).rglob("*.py"))
]
FORBIDDEN = {"utils", "util", "helpers", "helper", "misc", "common"}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("file", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_are_short_and_named_for_what_they_hold(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300, "split it: a module has at most 300 lines"
    assert file.stem not in FORBIDDEN
    long = [f.name for f in functions(ast.parse(source)) if (f.end_lineno or 0) - f.lineno >= 60]
    assert not long, f"functions over 60 lines: {long}"


def test_every_package_and_module_says_what_it_is() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for file in CODE
        if file.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(file.read_text("utf-8")))
    ]
    assert not silent


def test_no_machine_path_in_the_project() -> None:
    marks = ("/wo" + "rk/", ".lib" + "rary", "/ro" + "ot/")
    kept = [
        p
        for p in ROOT.rglob("*")
        if p.suffix in {".py", ".md", ".toml", ".txt", ".html", ".yml"} and p.is_file()
    ]
    mine = [
        p
        for p in kept
        if not set(p.relative_to(ROOT).parts) & {".venv", ".git", ".mypy_cache", "node_modules"}
    ]
    found = [
        str(p.relative_to(ROOT)) for p in mine if any(m in p.read_text("utf-8", "replace") for m in marks)
    ]
    assert not found

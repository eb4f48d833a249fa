"""Runs tasks and holds their figures against the floors."""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.tasks import Task

Floors = dict[str, dict[str, object]]
FLOORS = Path(__file__).with_name("floors.json")
SLACK = 5e-4  # a figure printed with three digits may differ by half of the last one


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a task gave: figures by label, the corpus hash, or why it was skipped or failed."""

    task: Task
    figures: Mapping[str, float | None]
    corpus: str | None
    problem: str | None = None
    skipped: bool = False


def corpus_hash(data: Path, task: Task) -> str:
    """SHA-256 over the names and bytes of the task's gold files."""
    digest = hashlib.sha256()
    for name in task.corpus:
        top = data / name
        files = sorted(p for p in top.rglob("*") if p.is_file()) if top.is_dir() else [top]
        for file in files:
            digest.update(str(file.relative_to(data)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def run_task(task: Task, data: Path) -> Outcome:
    """Answer a task with the `sayso` command and score the answer; never raises for a bad answer."""
    if missing := [name for name in task.corpus if not (data / name).exists()]:
        return Outcome(task, {}, None, f"not in the data folder: {', '.join(missing)}", skipped=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            figures = _figures(task, data, Path(folder))
        except RuntimeError as error:
            return Outcome(task, {}, corpus_hash(data, task), str(error))
    return Outcome(task, figures, corpus_hash(data, task))


def _figures(task: Task, data: Path, folder: Path) -> dict[str, float | None]:
    answer = folder / "answer.jsonl"
    given = data / task.input if task.input else folder / "input.jsonl"
    fill = {"data": str(data), "input": str(given), "answer": str(answer)}
    if task.make_input:
        given.write_text(_scorer(task.make_input, data, fill), encoding="utf-8")
    for command in _commands(task.sayso, folder):
        _run([sys.executable, "-m", "sayso", *(word.format(**fill) for word in command)], may_find=True)
    scores = json.loads(_scorer((*task.score, "--json"), data, fill))
    return {label: _at(scores, path) for label, path in task.figures.items()}


def _commands(words: tuple[str, ...], folder: Path) -> Iterable[tuple[str, ...]]:
    """A ledger command needs its ledger filled first; every other command stands alone."""
    if words[0] != "ledger":
        return [words]
    store = str(folder / "ledger.db")
    fill = ("read", "{input}", "--ledger", store, "--format", "jsonl", "-o", str(folder / "claims.jsonl"))
    return [fill, tuple(word.replace("{input}", store) for word in words)]


def _scorer(words: tuple[str, ...], data: Path, fill: Mapping[str, str]) -> str:
    script, *rest = words
    filled = [word.format(**fill) for word in rest]
    return _run([sys.executable, str(data / "evaluation" / script), *filled])


def _run(command: list[str], *, may_find: bool = False) -> str:
    """Standard output of a command; exit code 1 of Sayso means findings or skipped reports, not failure."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 -- our own commands
    if done.returncode and not (may_find and done.returncode == 1):
        raise RuntimeError(f"{' '.join(command[2:5])} … ended with {done.returncode}: {done.stderr[-600:]}")
    return done.stdout


def _at(scores: object, path: tuple[str, ...]) -> float | None:
    for key in path:
        scores = scores.get(key) if isinstance(scores, dict) else None
    return float(scores) if isinstance(scores, int | float) else None


def load_floors(path: Path = FLOORS) -> Floors:
    """The recorded floors: task → {"corpus": hash, label: floor}; none recorded yet is empty."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def misses(outcome: Outcome, floors: Floors) -> list[str]:
    """Why this outcome fails the gate; empty when it passes."""
    if outcome.skipped:
        return []
    if outcome.problem:
        return [outcome.problem]
    floor = floors.get(outcome.task.name, {})
    out = []
    if floor and floor.get("corpus") != outcome.corpus:
        out.append("the corpus is not the one that the floors were measured on")
    for label, value in outcome.figures.items():
        least = floor.get(label)
        if isinstance(least, int | float) and (value is None or value < least - SLACK):
            out.append(f"{label}: {value} is below the floor {least}")
    return out


def raised(outcomes: Iterable[Outcome], floors: Floors) -> Floors:
    """The floors with every figure that was passed taken up; none is lowered."""
    new = {name: dict(floor) for name, floor in floors.items()}
    for outcome in outcomes:
        if outcome.skipped or outcome.problem:
            continue
        floor = new.setdefault(outcome.task.name, {"corpus": outcome.corpus})
        for label, value in outcome.figures.items():
            least = floor.get(label)
            if value is not None and (not isinstance(least, int | float) or value > least):
                floor[label] = int(value * 1000) / 1000
    return new

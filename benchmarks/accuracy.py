"""How right Sayso is on the development cases: the gate's tasks, scored once more for the record."""

from pathlib import Path

from evaluation.gate import run_task
from evaluation.tasks import TASKS


def run(data: Path) -> dict[str, float] | str:
    """Every figure of every task as "task: figure", shares between 0 and 1."""
    measured: dict[str, float] = {}
    for task in TASKS:
        outcome = run_task(task, data)
        if outcome.problem:
            print(f"  {task.name}: {outcome.problem}")
        measured |= {f"{task.name}: {label}": v for label, v in outcome.figures.items() if v is not None}
    return measured or "skipped: none of the development cases is in the data folder"

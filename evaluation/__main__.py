"""`python -m evaluation`: score, compare with the floors, print a table."""

import argparse
import json
import os
import sys
from pathlib import Path

from evaluation.gate import FLOORS, Outcome, load_floors, misses, raised, run_task
from evaluation.tasks import TASKS


def main() -> int:
    """Exit code 0 when every floor holds, 1 when one does not, 2 when there is no data folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared")))
    parser.add_argument("--only", help="comma-separated names of tasks")
    parser.add_argument("--record", action="store_true", help="raise the floors that were passed")
    args = parser.parse_args()
    if not args.data.is_dir():
        print(f"gate skipped: there is no data folder {args.data} (give --data or SAYSO_DATA)")
        return 0
    wanted = set(args.only.split(",")) if args.only else None
    floors = load_floors()
    outcomes = []
    failed = False
    for task in TASKS:
        if wanted is None or task.name in wanted:
            outcome = run_task(task, args.data.resolve())
            outcomes.append(outcome)
            failed |= show(outcome, misses(outcome, floors), floors.get(task.name, {}))
    if args.record:
        FLOORS.write_text(json.dumps(raised(outcomes, floors), indent=1, sort_keys=True) + "\n", "utf-8")
    return int(failed)


def show(outcome: Outcome, problems: list[str], floor: dict[str, object]) -> bool:
    """Print one task's figures beside their floors; True when it fails."""
    state = "skipped" if outcome.skipped else "FAILS" if problems else "holds"
    print(f"{outcome.task.name}: {state}" + (f" ({outcome.problem})" if outcome.skipped else ""))
    for label, value in outcome.figures.items():
        shown = "-" if value is None else f"{value:.3f}"
        print(f"  {label:<24}{shown:>8}  floor {floor.get(label, '-')}")
    for problem in problems:
        print(f"  ! {problem}")
    sys.stdout.flush()
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())

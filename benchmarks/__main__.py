"""`python -m benchmarks`: run the sections and print (or record) what they measured."""

import argparse
import importlib
import json
import os
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")
SECTIONS = ("pipeline", "grammars", "language", "names", "accuracy", "checks", "ledger")


def main() -> None:
    """Run every section, or those named by --only; a section that cannot run says why."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared")))
    parser.add_argument("--only", help="comma-separated names of sections")
    parser.add_argument("--record", action="store_true", help="write results.json")
    args = parser.parse_args()
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    for name in args.only.split(",") if args.only else SECTIONS:
        measured = importlib.import_module(f"benchmarks.{name}").run(args.data.resolve())
        show(name, measured)
        if isinstance(measured, dict):
            results[name] = {key: round(value, 4) for key, value in measured.items()}
    if args.record:
        RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", "utf-8")


def show(name: str, measured: dict[str, float] | str) -> None:
    """Print one section."""
    print(f"{name}:" + (f" {measured}" if isinstance(measured, str) else ""), flush=True)
    for key, value in measured.items() if isinstance(measured, dict) else ():
        print(f"  {key:<48}{value:>12,.3f}", flush=True)


if __name__ == "__main__":
    main()

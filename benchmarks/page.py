"""Writes docs/measured.md, every recorded figure, from results.json.

Run as `python -m benchmarks.page > docs/measured.md` after `python -m benchmarks --record`.
"""

import json

from benchmarks.__main__ import RESULTS, SECTIONS

HEAD = """# Measured

Made from `benchmarks/results.json` by `python -m benchmarks.page`; do not edit by hand. `make bench`
measures everything again and prints it; `python -m benchmarks --data FOLDER --record` writes it down.
Speeds are of one shared two-core machine: compare the lines of one section with one another, not with
other machines. Shares are F1 or accuracy between 0 and 1 as the scorers of the data folder print them,
on development parts: never on parts that the network or the rules were made from, unless said.
"""
ALONE = ("fuzz",)  # sections that run only where they are named, for they take minutes
TITLES = {
    "pipeline": "The whole pipeline, one core",
    "grammars": "Figures and periods beside other libraries, one core",
    "language": "The language layer, one core",
    "names": "Names of the shipped network, documents held back",
    "accuracy": "Development cases",
    "checks": "Checks alone, one core",
    "ledger": "A ledger of synthetic claims",
    "fuzz": "Random and adversarial strings through figures and periods",
}


def page() -> str:
    """The whole page as Markdown."""
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    lines = [HEAD]
    for section in (*SECTIONS, *ALONE):
        if section in results:
            lines += [f"## {TITLES[section]}", "", "| what | measured |", "|---|---:|"]
            lines += [f"| {name} | {_number(value)} |" for name, value in results[section].items()]
            lines.append("")
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:,.3f}" if abs(value) < 100 else f"{value:,.0f}"


if __name__ == "__main__":
    print(page(), end="")

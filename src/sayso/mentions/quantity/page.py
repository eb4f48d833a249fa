"""Writes docs/figures.md, what is understood by concept, from the corpora.

Run as `python -m sayso.mentions.quantity.page > docs/figures.md`.
"""

from collections.abc import Iterable
from itertools import groupby

from sayso.mentions.number import corpus as numbers
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity import corpus as figures
from sayso.mentions.quantity.excluding import SOFT
from sayso.mentions.quantity.lexicon import lines

HEAD = """# Figures: what is understood

Made from the corpora beside the rules by `python -m sayso.mentions.quantity.page`; do not edit by hand.
‹angle quotes› mark the figure with its bound and unit, {braces} the noun that it counts.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *_numbers(), *_figures(), *_no_figures(), *_units()]) + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    body = [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return [f"| {' | '.join(head)} |", "|" + "---|" * len(head), *body, ""]


def _interval(low: object, high: object, bound: Bound) -> str:
    ends = ["" if end is None else str(end) for end in (low, high)]
    shown = ends[0] if low == high else "…".join(ends)
    return shown if bound is Bound.EXACT else f"{shown} ({bound})"


def _numbers() -> list[str]:
    out = ["## Numbers", ""]
    for concept, examples in groupby(
        sorted(numbers.EXAMPLES, key=lambda e: e.concept), key=lambda e: e.concept
    ):
        rows = ((_interval(e.low, e.high, e.bound), " · ".join(e.phrases)) for e in examples)
        out += [f"### {concept.capitalize()}", "", *_table(("means", "written"), rows)]
    return [*out, "No numbers: " + " · ".join(p for p in numbers.NOTHING if p) + ".", ""]


def _figures() -> list[str]:
    out = ["## Figures", ""]
    order = list(dict.fromkeys(example.concept for example in figures.FIGURES))
    by_concept = sorted(figures.FIGURES, key=lambda e: order.index(e.concept))
    for concept, examples in groupby(by_concept, key=lambda e: e.concept):
        rows = ((_interval(e.low, e.high, e.bound), e.unit, " · ".join(e.sentences)) for e in examples)
        out += [f"### {concept.capitalize()}", "", *_table(("means", "unit", "written"), rows)]
    pairs = " · ".join(f"{sentence} → {' and '.join(found)}" for sentence, found in figures.TWO_FIGURES)
    moves = (
        (_interval(low, high, Bound.RANGE), unit, way, said)
        for said, low, high, unit, way in figures.MOVEMENTS
    )
    note = (
        "A movement between two figures is a mention over both besides, for `sayso mentions`; the ledger "
        "keeps the two figures."
    )
    moved = ["### Movements", "", *_table(("through", "unit", "way", "written"), moves), note, ""]
    return [*out, f"Two figures: {pairs}.", "", *moved]


def _no_figures() -> list[str]:
    rows = (
        (f"{e.excluded}{' *' * (e.excluded in SOFT)}", " · ".join(e.sentences)) for e in figures.NO_FIGURES
    )
    note = "Reasons with * are measures that the ledger does not keep; all others are no quantities at all."
    return ["## No figures, and why", "", *_table(("reason", "written"), rows), note, ""]


def _units() -> list[str]:
    rows = (
        (cells[0], cells[1], cells[2].replace("=", "").replace("prefix:", ""))
        for _, cells in lines("units.txt")
    )
    return ["## Units and currencies", "", *_table(("unit", "dimension", "names"), rows)]


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 — printing the page is what the command is for

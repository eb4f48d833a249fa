"""The weights of `sayso/claims/joins.txt`, learnt on the annotated training reports and on our own.

    python -m training.joins [DATA]

Conditional logistic regression over the candidates of each figure (and leaving the slot open), every
candidate that means the right thing counting as right. The network was trained on most of these reports, so
its scores there are too good: what they are worth is learnt on the reports that were kept from it, all other
weights on all reports. Two rounds, as in `sayso.claims.joins`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.claims import joins, period, place
from sayso.claims.attribution import attributions
from sayso.claims.figures import FigureAt, figure_at
from sayso.claims.joins import OPEN, Step
from sayso.claims.material import Material
from sayso.claims.nearness import Contents
from sayso.claims.syntax import Syntax
from sayso.claims.timespan import Timespan
from sayso.reading import Guard, analysed, mentioned, sections
from sayso.reports.jsonl import read_row
from sayso.reports.opening import make_report
from training.claims import annotated, is_taught
from training.own import ORIGIN

NETWORK = ("net", "nothing: net")
# In our own reports four figures of five have a period, in real ones two of three. A feature that only
# they have takes up how seldom their slots are open; it is learnt, and not written.
OUR_OWN = "nothing: of our own report"
# Of the square of each weight, beside the mean log-likelihood; chosen by cross-validation over reports.
PENALTY = {"place": 0.005, "period": 0.0015}
STEPS = 400
# What a figure in our own reports weighs beside one in a real report. They are cleaner than real ones, and
# give a place for nearly every figure: learnt from, that leads to places guessed for figures that have none.
OWN_WEIGHT = {"place": 0.0, "period": 0.25}
Floats = NDArray[np.float64]
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """One figure: the features of its candidates, the open slot last, and which of them are right."""

    features: tuple[Features, ...]
    right: tuple[int, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one report with their claims, and whether the network knows the report."""

    steps: list[Step[Any]]
    right: list[tuple[int, ...]]
    seen: bool
    weight: float


def learn(rows: Sequence[Row], penalty: float) -> dict[str, dict[str, float]]:
    """Round → feature → weight."""
    alone = _both_stages([(row, [_plain(step) for step in row.steps]) for row in rows], penalty)
    together: list[tuple[Row, list[tuple[Features, ...]]]] = []
    for row in rows:
        first = [joins.chances(step, alone) for step in row.steps]
        around = [joins.neighbours(row.steps, first, n) for n in range(len(row.steps))]
        together.append((row, [_joined(step, near) for step, near in zip(row.steps, around, strict=True)]))
    return {"": alone, ", neighbours": _both_stages(together, penalty)}


def _plain(step: Step[Any]) -> tuple[Features, ...]:
    return (*(dict(c.features) for c in step.candidates), dict(step.nothing))


def _joined(step: Step[Any], around: joins.Neighbours) -> tuple[Features, ...]:
    own = (joins.with_neighbours(c.features, c.key, around) for c in step.candidates)
    return (*own, joins.with_neighbours(step.nothing, OPEN, around))


def _both_stages(told: Sequence[tuple[Row, list[tuple[Features, ...]]]], penalty: float) -> dict[str, float]:
    every = list(_examples(told, only_unseen=False))
    names = sorted({name for one in every for f in one.features for name in f} - set(NETWORK))
    base = fit(every, names, penalty)
    unseen = [_reduced(one, base) for one in _examples(told, only_unseen=True)]
    late = fit(unseen, ["base", "nothing", *NETWORK], penalty)
    found = {name: weight * late["base"] for name, weight in base.items()}
    found.update({name: late[name] for name in NETWORK})
    found["nothing"] = found.get("nothing", 0.0) + late["nothing"]
    return found


def _examples(
    told: Sequence[tuple[Row, list[tuple[Features, ...]]]], *, only_unseen: bool
) -> Iterator[Example]:
    for row, features in told:
        if not (only_unseen and row.seen):
            pairs = zip(features, row.right, strict=True)
            yield from (Example(given, right, row.weight) for given, right in pairs if right)


def _reduced(one: Example, base: dict[str, float]) -> Example:
    kept = (*NETWORK, "nothing")
    reduced = [
        {"base": joins.score(f, base), **{name: f[name] for name in kept if name in f}} for f in one.features
    ]
    return Example(tuple(reduced), one.right, one.weight)


def fit(examples: Sequence[Example], names: Sequence[str], penalty: float) -> dict[str, float]:
    """The weights of some features by gradient ascent with momentum (Adam) on all examples at once."""
    column = {name: n for n, name in enumerate(names)}
    table, starts, right = _table(examples, column)
    counted = np.repeat([one.weight for one in examples], [len(one.features) for one in examples])
    whole = sum(one.weight for one in examples)
    weights, slope, spread = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        all_of, good = _softmax(table @ weights, starts), _softmax(table @ weights, starts, right)
        gradient = ((good - all_of) * counted) @ table / whole - penalty * weights
        slope = 0.9 * slope + 0.1 * gradient
        spread = 0.99 * spread + 0.01 * gradient**2
        rate = 0.1 * (1 - step / (STEPS + 1))
        weights += rate * (slope / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-9)
    return dict(zip(names, weights.tolist(), strict=True))


def _table(
    examples: Sequence[Example], column: dict[str, int]
) -> tuple[Floats, NDArray[np.int64], NDArray[np.bool_]]:
    """All candidates as rows, where each example begins, and which rows are right."""
    sizes = [len(one.features) for one in examples]
    table = np.zeros((sum(sizes), len(column)))
    right = np.zeros(len(table), dtype=bool)
    starts = np.cumsum([0, *sizes[:-1]])
    for start, one in zip(starts.tolist(), examples, strict=True):
        right[[start + n for n in one.right]] = True
        for n, features in enumerate(one.features):
            for name, value in features.items():
                if name in column:
                    table[start + n, column[name]] = value
    return table, starts, right


def _softmax(scores: Floats, starts: NDArray[np.int64], among: NDArray[np.bool_] | None = None) -> Floats:
    sizes = np.diff([*starts.tolist(), len(scores)])
    top = np.repeat(np.maximum.reduceat(scores, starts), sizes)
    mass = np.exp(scores - top) * (1.0 if among is None else among) + 1e-12
    return np.asarray(mass / np.repeat(np.add.reduceat(mass, starts), sizes))


def materials(reports: Iterable[dict[str, Any]]) -> Iterator[tuple[Material, str]]:
    """Reports as the training files hold them, read up to their mentions, each with its origin."""
    for report in reports:
        text, given, _ = read_row(report)
        guard = Guard(make_report(text, given, "text"))
        for section in sections(guard):
            analyses = analysed(section, guard)
            mentions = mentioned(section, analyses, ("quantity", "period", "actor", "place"), guard)
            yield Material(section.report, analyses, mentions), report.get("origin", "")


def rows(slot: str, read: Sequence[tuple[Material, str]], claims: Sequence[dict[str, Any]]) -> list[Row]:
    """The figures of the reports that somebody annotated, with what their slot is rightly filled by."""
    by_report: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in claims:
        by_report[claim["doc"]].append(claim)
    found = []
    for material, origin in read:
        trees = {part: Syntax(analysis) for part, analysis in material.analyses.items()}
        told = list(_annotated(material, trees, by_report[material.report.id]))
        figures, golds = [at for at, _ in told], [gold for _, gold in told]
        seen = is_taught(material.report.id, origin)
        steps, right = _steps(slot, material, trees, figures, golds)
        if origin == ORIGIN:
            steps = [replace(step, nothing={**step.nothing, OUR_OWN: 1.0}) for step in steps]
        found.append(Row(steps, right, seen, OWN_WEIGHT[slot] if origin == ORIGIN else 1.0))
    return found


def _annotated(
    material: Material, trees: dict[Any, Syntax], golds: Sequence[dict[str, Any]]
) -> Iterator[tuple[FigureAt, dict[str, Any]]]:
    for mention in material.by_kind["quantity"]:
        if mention.value.excluded is None and mention.span.part == "text":
            start, end = mention.span.start, mention.span.end
            gold = next((g for g in golds if start < g["end"] and g["start"] < end), None)
            if gold:
                yield figure_at(mention, trees), gold


def _steps(
    slot: str,
    material: Material,
    trees: dict[Any, Syntax],
    figures: list[FigureAt],
    golds: list[dict[str, Any]],
) -> tuple[list[Step[Any]], list[tuple[int, ...]]]:
    """The figures of a report with their candidates, and which of those are right."""
    contents = Contents([content for one in attributions(material) for content in one.contents])
    if slot == "place":
        steps = place.steps(figures, place.scenery(material, trees, contents))
        return steps, [_right_places(s, g) for s, g in zip(steps, golds, strict=True)]
    known = period.calendar(material, trees, contents)
    dated = period.steps(figures, known)
    times = [[c.value.time for c in step.candidates] for step in dated]
    return list(dated), [_right_times(t, g["period"]) for t, g in zip(times, golds, strict=True)]


def _right_places(step: Step[Any], gold: dict[str, Any]) -> tuple[int, ...]:
    if not gold["place"]:
        return (len(step.candidates),)
    wanted = _words(gold["place"])
    named = ((n, c.value.mention) for n, c in enumerate(step.candidates))
    return tuple(n for n, m in named if wanted & (_words(m.span.exact) | _words(m.value.name)))


def _words(name: str) -> set[str]:
    return {word for word in name.lower().replace("-", " ").split() if len(word) > 2}


def _right_times(times: Sequence[Timespan], gold: dict[str, Any]) -> tuple[int, ...]:
    wanted, text = (gold["start"], gold["end"]), (gold["text"] or "").lower()
    days = [tuple(day.isoformat() if day else None for day in (t.start, t.end)) for t in times]
    alike = tuple(n for n, t in enumerate(times) if text and _overlap(text, t.span.exact.lower()))
    if any(wanted):
        return tuple(n for n, pair in enumerate(days) if pair == wanted) or alike
    return (*(n for n in alike if not any(days[n])), len(times))


def _overlap(one: str, two: str) -> bool:
    return one in two or two in one


HEAD = """\
# Weights of the features by which candidates for a slot are weighed.
#
# Grammar: slot, " | ", feature, " | ", weight; "#" begins a comment line. A candidate's score is the sum of
# its features times their weights; features of leaving the slot open begin with "nothing". The lines of
# "<slot>, neighbours" are those of the second round, in which the figures before and after are heard.
# Learnt on annotated reports by `python -m training.joins`, which writes this file: do not edit by hand.
"""


def written(found: dict[str, dict[str, float]]) -> str:
    """The file of the weights."""
    lines = [
        f"{slot} | {name} | {weight:.3f}"
        for slot, weights in found.items()
        for name, weight in sorted(weights.items())
        if abs(weight) >= 0.0005 and name != OUR_OWN
    ]
    return HEAD + "\n".join(lines) + "\n"


def main(data: Path) -> None:
    """Learn all weights and write them where the package reads them."""
    told = list(annotated(data / "evaluation"))
    read, claims = list(materials(report for report, _ in told)), [each for _, mine in told for each in mine]
    found = {
        slot + rounds: weights
        for slot in ("place", "period")
        for rounds, weights in learn(rows(slot, read, claims), PENALTY[slot]).items()
    }
    joins.FILE.write_text(written(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))

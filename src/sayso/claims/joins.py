"""Choosing among candidates by weights learnt on annotated reports.

A candidate's score is the sum of its features times their weights (`joins.txt`), its probability the softmax
over all candidates and leaving the slot open; candidates that mean one entity add up. Figures in a row tend
to share their place and period, so there are two rounds: in the second, what the neighbours are likely to
take by themselves is one more feature of each candidate.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Generic, TypeVar

from sayso.errors import DataFileError

FILE = Path(__file__).with_name("joins.txt")
C = TypeVar("C")
Features = Mapping[str, float]
Chances = dict[Hashable, float]
Neighbours = list[tuple[str, Chances]]
OPEN = None  # the key of leaving a slot open


@cache
def weights(slot: str) -> Mapping[str, float]:
    """The weights of one slot's features. Raises DataFileError for a line that breaks the grammar."""
    found: dict[str, float] = {}
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        try:
            of, feature, weight = cells
            if of == slot:
                found[feature] = float(weight)
        except ValueError as problem:
            raise DataFileError(FILE.name, number, "expected 'slot | feature | weight'") from problem
    return found


@dataclass(frozen=True, slots=True)
class Candidate(Generic[C]):
    """Something that may fill a slot: `key` names the entity that several candidates may mean."""

    value: C
    key: Hashable
    features: Features


@dataclass(frozen=True, slots=True)
class Step(Generic[C]):
    """One figure of a row: its candidates, the features of leaving its slot open, how far back the
    figure before stands ("same sentence"; None where nothing joins them), and the places in the row of the
    figures that say the same ("Three killed in Hama" over "three citizens were killed")."""

    candidates: Sequence[Candidate[C]]
    nothing: Features
    back: str | None
    twins: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Chosen(Generic[C]):
    """The best candidate of the likeliest entity, with the entity's probability."""

    value: C
    probability: float


def choose(slot: str, steps: Sequence[Step[C]]) -> list[Chosen[C] | None]:
    """The choice for each figure of a row; None where leaving the slot open is likeliest."""
    alone, together = weights(slot), weights(f"{slot}, neighbours")
    first = [chances(step, alone) for step in steps]
    return [_likeliest(step, together, neighbours(steps, first, place)) for place, step in enumerate(steps)]


def score(features: Features, weigh: Mapping[str, float]) -> float:
    """The sum of the features, weighed; a feature without a weight counts nothing."""
    return sum(value * weigh.get(name, 0.0) for name, value in features.items())


def chances(step: Step[C], weigh: Mapping[str, float]) -> Chances:
    """The probability of each entity of a step by itself."""
    points = [score(candidate.features, weigh) for candidate in step.candidates]
    return _masses(step, points, score(step.nothing, weigh))


def neighbours(steps: Sequence[Step[C]], first: Sequence[Chances], place: int) -> Neighbours:
    """What the figures before and after are likely to take, each with how far off it stands."""
    found: Neighbours = []
    if place and (back := steps[place].back):
        found.append((f"before, {back}", first[place - 1]))
    if place + 1 < len(steps) and (ahead := steps[place + 1].back):
        found.append((f"after, {ahead}", first[place + 1]))
    if twins := steps[place].twins:
        found.append(("twin", _mean([first[twin] for twin in twins])))
    return found


def _mean(several: Sequence[Chances]) -> Chances:
    return {key: sum(one.get(key, 0.0) for one in several) / len(several) for one in several for key in one}


def with_neighbours(features: Features, key: Hashable, around: Neighbours) -> dict[str, float]:
    """The features of a candidate with what its neighbours are likely to take."""
    kind = "open" if key is OPEN else "same"
    return {**features, **{f"{kind} {where}": taken.get(key, 0.0) for where, taken in around}}


def _likeliest(step: Step[C], weigh: Mapping[str, float], around: Neighbours) -> Chosen[C] | None:
    points = [score(with_neighbours(c.features, c.key, around), weigh) for c in step.candidates]
    chance = _masses(step, points, score(with_neighbours(step.nothing, OPEN, around), weigh))
    best = max(chance, key=lambda key: chance[key])
    if best is OPEN:
        return None
    of_best = [place for place, candidate in enumerate(step.candidates) if candidate.key == best]
    return Chosen(step.candidates[max(of_best, key=lambda place: points[place])].value, chance[best])


def _masses(step: Step[C], points: Sequence[float], nothing: float) -> Chances:
    top = max([*points, nothing])
    found: Chances = {OPEN: exp(nothing - top)}
    for candidate, point in zip(step.candidates, points, strict=True):
        found[candidate.key] = found.get(candidate.key, 0.0) + exp(point - top)
    whole = sum(found.values())
    return {key: mass / whole for key, mass in found.items()}

"""Choosing among candidates by weights learnt on annotated reports, with nothing as a candidate of its own.

A candidate's score is the sum of its features times their weights (`joins.txt`), its probability the
softmax over all candidates and nothing. Mentions of one entity add up.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Generic, TypeVar

from sayso.errors import DataFileError

FILE = Path(__file__).with_name("joins.txt")
NOTHING = "nothing"  # features of the candidate that leaves the slot open begin so
C = TypeVar("C")
Features = Mapping[str, float]


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
class Chosen(Generic[C]):
    """The best candidate of the likeliest entity, with the entity's probability."""

    value: C
    probability: float


def choose(slot: str, candidates: Sequence[Candidate[C]], nothing: Features) -> Chosen[C] | None:
    """The choice among candidates and nothing; None where nothing is likeliest."""
    weigh = weights(slot)
    scores = [score(candidate.features, weigh) for candidate in candidates]
    open_score = score(nothing, weigh)
    top = max([*scores, open_score])
    masses: dict[Hashable, float] = {}
    for candidate, points in zip(candidates, scores, strict=True):
        masses[candidate.key] = masses.get(candidate.key, 0.0) + exp(points - top)
    nothing_mass = exp(open_score - top)
    best = max(masses, key=lambda key: masses[key], default=None)
    if best is None or masses[best] <= nothing_mass:
        return None
    _, value = max(((s, n) for n, (s, c) in enumerate(zip(scores, candidates, strict=True)) if c.key == best))
    return Chosen(candidates[value].value, masses[best] / (sum(masses.values()) + nothing_mass))


def score(features: Features, weigh: Mapping[str, float]) -> float:
    """The sum of the features, weighed; a feature without a weight counts nothing."""
    return sum(value * weigh.get(name, 0.0) for name, value in features.items())

"""The figures of a report in a row, with what may fill one of their slots: what `joins` chooses from."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.claims.figures import FigureAt
from sayso.claims.joins import Candidate, Features, Step
from sayso.claims.nearness import Contents, Nearness

C = TypeVar("C")


def row_of(
    slot: str,
    figures: Sequence[FigureAt],
    contents: Contents,
    candidates: Callable[[FigureAt, Nearness], Sequence[Candidate[C]]],
    nothing: Callable[[FigureAt, Nearness, Sequence[Candidate[C]]], Features],
    twins: Sequence[Sequence[int]] = (),
) -> list[Step[C]]:
    """One step for each figure: its candidates, what speaks for leaving the slot open, how far back the
    figure before it stands."""
    nears = [Nearness(at, slot, contents) for at in figures]
    found: list[Step[C]] = []
    for place, (at, near) in enumerate(zip(figures, nears, strict=True)):
        may_be = candidates(at, near)
        back = near.back(nears[place - 1]) if place else None
        found.append(Step(may_be, nothing(at, near, may_be), back, twins[place] if twins else ()))
    return found

"""The three slots of certainty together, the words heard before the network."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, get_args

from sayso.claims.certainty.rules import decide
from sayso.claims.certainty.values import Rule
from sayso.claims.claim import Accumulation, Basis, Modality
from sayso.claims.events import Event
from sayso.claims.figures import FigureAt

PROBABLE = 0.8  # the network's probability from which its modality is taken where no word tells
V = TypeVar("V")
BASES: tuple[Basis, ...] = get_args(Basis)
ACCUMULATIONS: tuple[Accumulation, ...] = get_args(Accumulation)
MODALITIES: tuple[Modality, ...] = get_args(Modality)


@dataclass(frozen=True, slots=True)
class Certainty:
    """Basis, accumulation and modality, and by which rule each was decided."""

    basis: Basis | None = None
    accumulation: Accumulation | None = None
    modality: Modality = "asserted"
    how: Mapping[str, str | None] = field(default_factory=dict)


def certainty_of(at: FigureAt, event: Event | None, cue: str | None, said: Modality) -> Certainty:
    """How sure a figure is: `cue` is the class of its attributing word, `said` what the cue makes of it."""
    basis = decide("basis", at, event, cue)
    accumulation = decide("accumulation", at, event, cue)
    modality, modality_rule = _modality(at, event, cue, said)
    return Certainty(
        _one_of(BASES, basis),
        _one_of(ACCUMULATIONS, accumulation),
        modality,
        {
            "basis": basis.name if basis else None,
            "accumulation": accumulation.name if accumulation else None,
            "modality": modality_rule,
        },
    )


def _one_of(values: tuple[V, ...], rule: Rule | None) -> V | None:
    return next((value for value in values if rule and rule.value == value), None)


def _modality(
    at: FigureAt, event: Event | None, cue: str | None, said: Modality
) -> tuple[Modality, str | None]:
    """What the cue makes of it, else the words of the clause, else the network where it is sure."""
    if said != "asserted":
        return said, f"<cue: {cue}>"
    rule = decide("modality", at, event, cue)
    if rule and (decided := _one_of(MODALITIES, rule)):
        return decided, rule.name
    links = at.syntax.analysis.links if at.syntax else None
    if links is None or at.token is None or not len(links.modality_scores):
        return "asserted", None
    scores = links.modality(at.token)
    best: Modality = max(MODALITIES, key=lambda name: scores.get(name, 0.0))
    return (
        (best, "network") if scores.get(best, 0.0) > PROBABLE and best != "asserted" else ("asserted", None)
    )

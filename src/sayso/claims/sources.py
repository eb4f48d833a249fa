"""Whose figure it is: the attribution that covers it, or the report's own voice."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.attribution import Attributed, covering
from sayso.claims.claim import Cue, Modality, Mode, Source
from sayso.claims.figures import FigureAt
from sayso.claims.material import Material


@dataclass(frozen=True, slots=True)
class Told:
    """Source, cue and mode of a figure, and what the cue makes of it; the narrator has no source."""

    source: Source | None = None
    cue: Cue | None = None
    mode: Mode = "narrator"
    modality: Modality = "asserted"


def source_of(at: FigureAt, said: Sequence[Attributed], material: Material) -> tuple[Told, str | None]:
    """Who says the figure, and the rule that says so."""
    found = covering(said, material, at.span)
    if found is None or found[0].source is None:
        return Told(), None
    one, rule = found
    return Told(one.source, one.cue, "direct" if one.mode == "direct" else "indirect", one.modality), rule

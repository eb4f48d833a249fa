"""Figures that a report gives twice: "Three killed in Hama" over "three citizens were killed on Friday"."""

from collections.abc import Hashable, Sequence

from sayso.claims.figures import FigureAt

MOST = 4  # twins of a figure that are heard


def twins_of(figures: Sequence[FigureAt]) -> list[list[int]]:
    """For each figure the places of the others with the same number that count the same noun."""
    same: dict[Hashable, list[int]] = {}
    keys = [_said(at) for at in figures]
    for place, key in enumerate(keys):
        same.setdefault(key, []).append(place)
    return [
        [one for one in same[key][: MOST + 1] if key and one != place][:MOST]
        for place, key in enumerate(keys)
    ]


def _said(at: FigureAt) -> Hashable:
    """What makes two figures one: None where the noun is elided."""
    value = at.mention.value
    if at.syntax is None or at.noun is None or at.noun == at.token:
        return None
    return value.low, value.high, value.unit, at.syntax.lemma(at.noun)

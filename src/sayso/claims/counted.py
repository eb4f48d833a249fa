"""The noun phrase counted: what the figures grammar read beside it, and the group it stands for."""

from sayso.claims.claim import Counted
from sayso.claims.figures import FigureAt


def counted_of(at: FigureAt) -> tuple[Counted | None, str | None]:
    """What a figure counts and how it was found; None where the noun is elided."""
    value = at.mention.value
    if value.counted is None:
        return None, None
    return Counted(value.counted, value.head or value.counted.exact), "noun beside the figure"

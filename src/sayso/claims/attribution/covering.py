"""Which attribution covers a figure, and by which rule."""

from collections.abc import Sequence

from sayso.claims.attribution.values import Attributed
from sayso.claims.material import Material
from sayso.reports.span import Span

INSIDE = "inside what <source> says"


def covering(said: Sequence[Attributed], material: Material, span: Span) -> tuple[Attributed, str] | None:
    """The attribution that a figure comes from, with the rule that says so; None is the narrator."""
    best: tuple[int, Attributed] | None = None
    for one in said:
        if one.part != span.part or one.source is None:
            continue
        for content in one.contents:
            if content.start <= span.start < content.end:
                size = content.end - content.start
                if best is None or size < best[0]:
                    best = (size, one)
    return (best[1], INSIDE) if best else None

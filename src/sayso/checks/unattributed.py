"""unattributed (a note): people are counted, and the report does not say who counted them."""

from collections.abc import Iterator

from sayso.checks.finding import Finding
from sayso.checks.material import Sheet
from sayso.claims.claim import FigureClaim

CODE = "unattributed"
PEOPLE = frozenset({"killed", "injured", "casualties", "missing", "detained", "abducted", "displaced"})


def unattributed(sheet: Sheet) -> Iterator[Finding]:
    """One note on all figures of harm to people for which the report names no source anywhere."""
    claims = [c for c in sheet.claims if isinstance(c, FigureClaim) and c.measure in PEOPLE]
    sourced = [c for c in claims if c.source]
    bare = [c for c in claims if c.source is None and c.evidence.part == "text"]
    left = [c for c in bare if not any(_same(c, other) for other in sourced)]
    if left:
        words = ", ".join(dict.fromkeys(" ".join(c.figure.span.exact.split()) for c in left))
        says = f"The report does not say whose count this is: {words}."
        yield Finding(CODE, "note", says, "", tuple(c.figure.span for c in left), tuple(c.id for c in left))


def _same(a: FigureClaim, b: FigureClaim) -> bool:
    return a.measure == b.measure and (a.figure.low, a.figure.high) == (b.figure.low, b.figure.high)

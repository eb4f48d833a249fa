"""single-origin (a note): every figure of a report goes back to one source."""

from collections.abc import Iterator

from sayso.checks.finding import Finding
from sayso.checks.material import Sheet
from sayso.claims.claim import FigureClaim

CODE = "single-origin"
ENOUGH = 3  # figures from which it is worth saying


def single_origin(sheet: Sheet) -> Iterator[Finding]:
    """One note where three or more figures of the text, and no other, have one source."""
    claims = [c for c in sheet.claims if isinstance(c, FigureClaim) and c.evidence.part == "text"]
    names = {c.source.id or c.source.name if c.source else None for c in claims}
    if len(claims) < ENOUGH or len(names) != 1 or None in names:
        return
    source = claims[0].source
    says = f"All {len(claims)} figures go back to one source: {source.name if source else ''}."
    yield Finding(CODE, "note", says, "", tuple(c.figure.span for c in claims), tuple(c.id for c in claims))

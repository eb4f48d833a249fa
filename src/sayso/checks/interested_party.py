"""interested-party (a note): the source of a figure fights in the conflict that it counts."""

from collections.abc import Iterator

from sayso.checks.finding import Finding
from sayso.checks.material import Sheet
from sayso.claims.claim import FigureClaim

CODE = "interested-party"
COUNTED = frozenset({
    "killed", "injured", "casualties", "missing", "detained", "abducted", "freed", "displaced", "strength",
    "attacks", "equipment", "buildings", "territory", "places", "change",
})  # fmt: skip


def interested_party(sheet: Sheet) -> Iterator[Finding]:
    """One note for each source that is a party to the conflict, with all its figures."""
    by_source: dict[str, list[FigureClaim]] = {}
    for claim in sheet.claims:
        if not isinstance(claim, FigureClaim) or claim.source is None or claim.measure not in COUNTED:
            continue
        if claim.source.party_to_conflict:
            by_source.setdefault(claim.source.name, []).append(claim)
    for name, claims in by_source.items():
        figures = tuple(claim.figure.span for claim in claims)
        ids = tuple(claim.id for claim in claims)
        count = "The figure comes" if len(claims) == 1 else f"{len(claims)} figures come"
        says = f"{count} from {name}, who speaks for a party to the conflict."
        yield Finding(CODE, "note", says, "", figures, ids)

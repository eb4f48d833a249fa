"""A finding: the outcome of one check, with its arithmetic spelled out."""

from dataclasses import dataclass
from typing import Literal

from sayso.reports.span import Span

Verdict = Literal["holds", "fails", "unclear", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found.

    `check` is the code (unit-pair, sum, headline …; the catalogue lists them), `verdict` holds /
    fails / unclear, or `note` for what is no error (no-baseline, interested-party, unattributed,
    single-origin). `says` is the sentence for people, `arithmetic` the sum behind it ("3,000 km² =
    1,158.3 sq mi; 1,160 is within rounding"), `figures` the operands, title first, `claims` the ids
    of the claims concerned, `detail` the kind of drift for headline findings.
    """

    check: str
    verdict: Verdict
    says: str
    arithmetic: str
    figures: tuple[Span, ...]
    claims: tuple[str, ...] = ()
    detail: str | None = None

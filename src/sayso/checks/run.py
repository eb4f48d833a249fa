"""Runs every check of the catalogue on a report and settles which of two findings on the same figures stays."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.checks.catalogue import CATALOGUE
from sayso.checks.finding import Finding
from sayso.checks.material import CheckMaterial, Sheet
from sayso.claims.claim import Claim

# A check gives way where another, which says more, has judged two or more of the same figures.
GIVES_WAY = {
    "sum": ("product", "rate"),
    "subset": ("sum", "percentage"),
    "range": ("change",),
    "plausibility": ("percentage", "subset"),
    "repeat": ("range", "change", "sum", "percentage", "headline"),
}


def run_checks(material: CheckMaterial, claims: Iterable[Claim] = ()) -> list[Finding]:
    """Every finding on a report, in reading order of the first figure of its text.

    Claims are optional: without them findings carry no claim ids, and the notes that ask who a
    source is stay silent.
    """
    sheet = Sheet(material.report, material.mentions, tuple(claims))
    found = [finding for check in CATALOGUE for finding in check.function(sheet)]
    return sorted(_settled(found), key=_place)


def _settled(found: Sequence[Finding]) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for finding in found:
        key = (finding.check, finding.figures, finding.detail)
        if key not in seen and not any(_covers(finding, other) for other in found):
            seen.add(key)
            yield finding


def _covers(finding: Finding, other: Finding) -> bool:
    """Whether another check has said more of the same figures."""
    if other.check not in GIVES_WAY.get(finding.check, ()):
        return False
    return len(set(finding.figures) & set(other.figures)) >= min(2, len(finding.figures))


def _place(finding: Finding) -> tuple[bool, int]:
    spans = [span for span in finding.figures if span.part == "text"] or list(finding.figures)
    return (not spans, spans[0].start if spans else 0)

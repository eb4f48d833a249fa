"""Claims as schema.org JSON-LD: a Claim for each figure, a ClaimReview where a check says "fails".

Vocabulary: https://schema.org/Claim and https://schema.org/ClaimReview. The rating says only that
the arithmetic or the wording of the report does not hold; it does not say that the claim is false.
"""

import json
from collections.abc import Iterator

from sayso.checks.finding import Finding
from sayso.claims.as_json import Json, day_as_json
from sayso.claims.claim import FigureClaim
from sayso.exports.told import Told

ORGANISATIONS = {"ngo", "monitor", "igo", "media", "government", "military", "police", "state", "armed_group"}


class Graph:
    """Writes readings as one JSON-LD graph."""

    def __init__(self) -> None:
        self.first = True

    def begin(self) -> str:
        """The graph's opening."""
        return '{"@context": "https://schema.org", "@graph": ['

    def add(self, told: Told) -> str:
        """The nodes of one reading."""
        written = []
        for node in nodes(told):
            written.append(("\n" if self.first else ",\n") + json.dumps(node, allow_nan=False))
            self.first = False
        return "".join(written)

    def end(self) -> str:
        """The graph's close."""
        return "\n]}\n"


def nodes(told: Told) -> Iterator[Json]:
    """The claims of a reading, then the reviews of those that a check failed."""
    claims = {claim.id: claim for claim in told.claims if isinstance(claim, FigureClaim)}
    for claim in claims.values():
        yield {"@type": "Claim", "@id": _name(claim)} | _claim(claim, told)
    for finding in told.findings:
        if finding.verdict == "fails":
            yield from (_review(finding, claims[each]) for each in finding.claims if each in claims)


def _name(claim: FigureClaim) -> str:
    return f"urn:sayso:claim:{claim.id}"


def _claim(claim: FigureClaim, told: Told) -> Json:
    report, source = told.report, claim.source
    kind = "Organization" if source and source.kind in ORGANISATIONS else "Person"
    article: Json = {
        "@type": "NewsArticle", "headline": report.title, "url": report.url,
        "datePublished": day_as_json(report.published),
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
    }  # fmt: skip
    return {
        "text": claim.evidence.exact,
        "author": {"@type": kind, "name": source.name} if source else None,
        "appearance": {key: value for key, value in article.items() if value is not None},
        "about": {"@type": "Place", "name": claim.place.name} if claim.place else None,
        "temporalCoverage": _period(claim),
    }


def _period(claim: FigureClaim) -> str | None:
    if claim.period is None or claim.period.start is None or claim.period.end is None:
        return None
    return f"{claim.period.start}/{claim.period.end}"


def _review(finding: Finding, claim: FigureClaim) -> Json:
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim.evidence.exact,
        "itemReviewed": {"@id": _name(claim)},
        "reviewBody": f"{finding.says} {finding.arithmetic}".strip(),
        "reviewRating": {
            "@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5,
            "alternateName": f"Does not hold: {finding.check}",
        },
        "author": {"@type": "SoftwareApplication", "name": "Sayso"},
    }  # fmt: skip

"""Mentions and attribution become claims; every slot is filled by its own room, with its reason.

figures → counted · event · measure · parties · certainty · source · place · period → claims
"""

from collections.abc import Mapping

from sayso.claims.claim import Claim, Counted, Figure, FigureClaim
from sayso.claims.figures import FigureAt, figure_at
from sayso.claims.identity import claim_id
from sayso.claims.material import Material
from sayso.claims.place import Scenery, place_of, scenery
from sayso.claims.syntax import Syntax
from sayso.reports.span import Part, Span


def assemble(material: Material) -> list[Claim]:
    """Every claim of a report, in reading order."""
    trees: Mapping[Part, Syntax] = {part: Syntax(a) for part, a in material.analyses.items()}
    figures = [
        figure_at(mention, trees)
        for mention in material.by_kind["quantity"]
        if mention.value.excluded is None
    ]
    scene = scenery(material, trees)
    return [_claim(material, figure, scene) for figure in figures]


def _claim(material: Material, at: FigureAt, scene: Scenery) -> FigureClaim:
    how: dict[str, str | None] = {"figure": at.mention.rule}
    value = at.mention.value
    counted = Counted(value.counted, value.head or value.counted.exact) if value.counted else None
    measure = "other"
    if at.syntax and at.token is not None:
        scores = at.syntax.analysis.links.measure(at.token)
        measure = max((m for m in scores if m != "none"), key=lambda m: scores[m])
        how["measure"] = "scored by the network"
    place, how["place"] = place_of(at, scene)
    return FigureClaim(
        id=claim_id(material.report.id, "figure", at.span),
        report_id=material.report.id,
        evidence=_evidence(material, at.span),
        figure=Figure(at.span, value.low, value.high, value.bound, value.unit, value.digits),
        measure=measure,
        counted=counted,
        place=place,
        how={slot: rule for slot, rule in how.items() if rule},
    )


def _evidence(material: Material, span: Span) -> Span:
    """The sentence of a figure; the figure itself where grammar is missing."""
    sentence = material.sentence_of(span)
    return material.span(span.part, sentence.start, max(sentence.end, span.end)) if sentence else span

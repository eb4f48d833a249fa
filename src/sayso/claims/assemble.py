"""Mentions and attribution become claims; every slot is filled by its own room, with its reason.

figures → counted · event · measure · parties · certainty · source · place · period → claims
"""

from collections.abc import Mapping

from sayso.claims.claim import Claim, Counted, Figure, FigureClaim, Predicate
from sayso.claims.event import Event, events_of
from sayso.claims.figures import FigureAt, figure_at
from sayso.claims.identity import claim_id
from sayso.claims.material import Material
from sayso.claims.measure.choosing import counts_nothing, measure_of
from sayso.claims.measure.facts import facts_of
from sayso.claims.place import Scenery, place_of, scenery
from sayso.claims.syntax import Syntax
from sayso.reports.span import Part, Span, span_of


def assemble(material: Material) -> list[Claim]:
    """Every claim of a report, in reading order."""
    trees: Mapping[Part, Syntax] = {part: Syntax(a) for part, a in material.analyses.items()}
    figures = [
        figure_at(mention, trees)
        for mention in material.by_kind["quantity"]
        if mention.value.excluded is None
    ]
    scene = scenery(material, trees)
    events = events_of(figures)
    made = (_claim(material, at, event, scene) for at, event in zip(figures, events, strict=True))
    return [claim for claim in made if claim]


def _claim(material: Material, at: FigureAt, event: Event | None, scene: Scenery) -> FigureClaim | None:
    how: dict[str, str | None] = {"figure": at.mention.rule}
    value = at.mention.value
    counted = Counted(value.counted, value.head or value.counted.exact) if value.counted else None
    facts, scores = facts_of(at, event), _scores(at)
    if counts_nothing(facts, scores):
        return None
    measure, how["measure"] = measure_of(facts, scores)
    predicate = _predicate(at, event)
    how["predicate"] = event.rule if event else None
    place, how["place"] = place_of(at, scene)
    return FigureClaim(
        id=claim_id(material.report.id, "figure", at.span),
        report_id=material.report.id,
        evidence=_evidence(material, at.span),
        figure=Figure(at.span, value.low, value.high, value.bound, value.unit, value.digits),
        measure=measure,
        counted=counted,
        predicate=predicate,
        place=place,
        how={slot: rule for slot, rule in how.items() if rule},
    )


def _scores(at: FigureAt) -> dict[str, float]:
    """The network's probability of each measure; empty without a network."""
    links = at.syntax.analysis.links if at.syntax else None
    return links.measure(at.token) if links and len(links.measure_scores) and at.token is not None else {}


def _predicate(at: FigureAt, event: Event | None) -> Predicate | None:
    if event is None or at.syntax is None:
        return None
    token = at.syntax.tokens[event.token]
    span = span_of(at.span.part, at.syntax.analysis.text, token.start, token.end)
    return Predicate(span, at.syntax.lemma(event.token))


def _evidence(material: Material, span: Span) -> Span:
    """The sentence of a figure; the figure itself where grammar is missing."""
    sentence = material.sentence_of(span)
    return material.span(span.part, sentence.start, max(sentence.end, span.end)) if sentence else span

"""Mentions and attribution become claims; every slot is filled by its own room, with its reason.

figures → event · measure · counted · source · place · period · parties · certainty → claims
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims.attribution import Attributed, attributions
from sayso.claims.certainty import certainty_of
from sayso.claims.claim import Claim, Figure, FigureClaim, Predicate
from sayso.claims.counted import counted_of
from sayso.claims.events import Event, events_of
from sayso.claims.figures import FigureAt, figure_at
from sayso.claims.identity import claim_id
from sayso.claims.material import Material
from sayso.claims.measure.choosing import counts_nothing, measure_of
from sayso.claims.measure.facts import facts_of
from sayso.claims.nearness import Contents
from sayso.claims.parties import Parties
from sayso.claims.period import Calendar, calendar, periods_of
from sayso.claims.place import Scenery, places_of, scenery
from sayso.claims.positions import positions
from sayso.claims.sources import source_of
from sayso.claims.syntax import Syntax
from sayso.reports.span import Part, Span, span_of


@dataclass(frozen=True, slots=True)
class Ground:
    """All of a report that the slots of its claims are filled from."""

    material: Material
    trees: Mapping[Part, Syntax]
    said: Sequence[Attributed]
    scenery: Scenery
    calendar: Calendar
    parties: Parties


def assemble(material: Material) -> list[Claim]:
    """Every claim of a report, in reading order: figure claims and positions."""
    ground = _ground(material)
    figures = [
        figure_at(mention, ground.trees)
        for mention in material.by_kind["quantity"]
        if mention.value.excluded is None
    ]
    claims: list[Claim] = [*_figure_claims(ground, figures)]
    spans = [claim.figure.span for claim in claims if isinstance(claim, FigureClaim)]
    claims += positions(material, ground.said, spans)
    return sorted(claims, key=_order)


def _figure_claims(ground: Ground, figures: Sequence[FigureAt]) -> Iterator[FigureClaim]:
    """The claims of the figures that count something."""
    happened = zip(figures, events_of(figures), strict=True)
    real = [(at, event) for at, event in happened if not counts_nothing(facts_of(at, event), _scores(at))]
    counting = [at for at, _ in real]
    where, when = places_of(counting, ground.scenery), periods_of(counting, ground.calendar)
    for (at, event), (place, place_how), (period, period_how) in zip(real, where, when, strict=True):
        claim = _claim(ground, at, event)
        how = {**claim.how, "place": place_how, "period": period_how}
        yield replace(claim, place=place, period=period, how={k: rule for k, rule in how.items() if rule})


def _order(claim: Claim) -> tuple[bool, int]:
    span = claim.figure.span if isinstance(claim, FigureClaim) else claim.content[0]
    return span.part == "text", span.start


def _ground(material: Material) -> Ground:
    trees: Mapping[Part, Syntax] = {part: Syntax(a) for part, a in material.analyses.items()}
    said = attributions(material)
    contents = Contents([content for one in said for content in one.contents])
    return Ground(
        material,
        trees,
        said,
        scenery(material, trees, contents),
        calendar(material, trees, contents),
        Parties(material.by_kind["actor"]),
    )


def _claim(ground: Ground, at: FigureAt, event: Event | None) -> FigureClaim:
    facts, scores = facts_of(at, event), _scores(at)
    how: dict[str, str | None] = {"figure": at.mention.rule}
    value = at.mention.value
    measure, how["measure"] = measure_of(facts, scores)
    counted, how["counted"] = counted_of(at)
    predicate, how["predicate"] = _predicate(at, event)
    told, how["source"] = source_of(at, ground.said, ground.material)
    by, how["by"] = ground.parties.by(at, event)
    affected, how["affected"] = ground.parties.affected(at, event)
    certainty = certainty_of(at, event, told.cue.cls if told.cue else None, told.modality)
    return FigureClaim(
        id=claim_id(ground.material.report.id, "figure", at.span),
        report_id=ground.material.report.id,
        evidence=_evidence(ground.material, at.span),
        figure=Figure(at.span, value.low, value.high, value.bound, value.unit, value.digits),
        measure=measure,
        counted=counted,
        predicate=predicate,
        basis=certainty.basis,
        accumulation=certainty.accumulation,
        by=by,
        affected=affected,
        source=told.source,
        cue=told.cue,
        mode=told.mode,
        modality=certainty.modality,
        how={slot: rule for slot, rule in {**how, **certainty.how}.items() if rule},
    )


def _scores(at: FigureAt) -> Mapping[str, float]:
    """The network's probability of each measure; empty without a network."""
    links = at.syntax.analysis.links if at.syntax else None
    return links.measure(at.token) if links and len(links.measure_scores) and at.token is not None else {}


def _predicate(at: FigureAt, event: Event | None) -> tuple[Predicate | None, str | None]:
    if event is None or at.syntax is None:
        return None, None
    token = at.syntax.tokens[event.token]
    span = span_of(at.span.part, at.syntax.analysis.text, token.start, token.end)
    return Predicate(span, at.syntax.lemma(event.token)), event.rule


def _evidence(material: Material, span: Span) -> Span:
    """The sentence of a figure; the figure itself where grammar is missing."""
    sentence = material.sentence_of(span)
    return material.span(span.part, sentence.start, max(sentence.end, span.end)) if sentence else span

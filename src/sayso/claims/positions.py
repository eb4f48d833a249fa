"""Positions: what a report says that somebody says, where it carries no figure."""

from collections.abc import Iterator, Sequence

from sayso.claims.attribution.values import Attributed
from sayso.claims.claim import Mode, Position
from sayso.claims.identity import claim_id
from sayso.claims.material import Material
from sayso.reports.span import Span


def positions(material: Material, said: Sequence[Attributed], figure_spans: Sequence[Span]) -> list[Position]:
    """Everything said by somebody that carries none of the figures, in reading order."""
    figures = sorted(figure_spans)
    return [
        position
        for one in said
        if one.source and one.contents and not _carries(one, figures)
        for position in _position(material, one)
    ]


def _carries(one: Attributed, figures: Sequence[Span]) -> bool:
    return any(content.overlaps(figure) for content in one.contents for figure in figures)


def _position(material: Material, one: Attributed) -> Iterator[Position]:
    first = one.contents[0]
    yield Position(
        id=claim_id(material.report.id, "position", first),
        report_id=material.report.id,
        evidence=_evidence(material, one),
        content=one.contents,
        source=one.source,
        cue=one.cue,
        mode=_mode(one),
        modality=one.modality,
        to=one.to,
        how={"position": one.rule},
    )


def _evidence(material: Material, one: Attributed) -> Span:
    """The sentence in which it is said."""
    at = one.cue.span if one.cue else one.contents[0]
    sentence = material.sentence_of(at)
    return material.span(at.part, sentence.start, sentence.end) if sentence else at


def _mode(one: Attributed) -> Mode:
    """Quoted at least in part: direct."""
    return "indirect" if one.mode == "indirect" else "direct"

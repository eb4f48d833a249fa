"""Positions: what a report says that somebody says, wants or rejects, where it carries no figure."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.claims.attribution.values import Attributed
from sayso.claims.claim import Mode, Position
from sayso.claims.identity import claim_id
from sayso.claims.material import Material
from sayso.language.quotation import quotations
from sayso.reports.span import Part, Span

POINTS_BACK = re.compile(
    r"(?:this|that|it|so|them|these)(?:\s+\S+){0,2}\W*", re.IGNORECASE
)  # "this on Friday"
MOSTLY = 0.5  # share of the contents in quotation marks from which a position counts as quoted


def positions(material: Material, said: Sequence[Attributed], figure_spans: Sequence[Span]) -> list[Position]:
    """Everything said by somebody that carries none of the figures, in reading order.

    `said` are the report's attributions, `figure_spans` the figures that became figure claims. One
    content has one position: of two attributions of the same words the first is kept.
    """
    figures = sorted(figure_spans)
    found: dict[str, Position] = {}
    for one in said:
        if one.source and not _carries(one, figures) and any(map(_says_something, one.contents)):
            position = _position(material, one)
            found.setdefault(position.id, position)
    return list(found.values())


def _carries(one: Attributed, figures: Sequence[Span]) -> bool:
    """Whether a figure begins in what is said."""
    for content in one.contents:
        at = bisect_left(figures, (content.part, content.start), key=_place)
        if at < len(figures) and figures[at].part == content.part and figures[at].start < content.end:
            return True
    return False


def _place(span: Span) -> tuple[Part, int]:
    return span.part, span.start


def _says_something(content: Span) -> bool:
    return len(content.exact.split()) > 1 and not POINTS_BACK.fullmatch(content.exact)


def _position(material: Material, one: Attributed) -> Position:
    first = one.contents[0]
    return Position(
        id=claim_id(material.report.id, "position", first),
        report_id=material.report.id,
        evidence=_evidence(material, one),
        content=one.contents,
        source=one.source,
        cue=one.cue,
        mode=_mode(one),
        modality=one.modality,
        to=one.to,
        how=dict(_how(one)),
    )


def _how(one: Attributed) -> Iterator[tuple[str, str]]:
    """By which rule each slot was got."""
    yield "content", one.rule
    yield "source", "as written" if _as_written(one) else "the best name in the report"
    if one.cue:
        yield "modality", f"cue of class {one.cue.cls}"
    if one.to:
        yield "to", "whom the verb of telling has for its object"


def _as_written(one: Attributed) -> bool:
    source = one.source
    return source is not None and source.span is not None and source.span.exact.endswith(source.name)


def _evidence(material: Material, one: Attributed) -> Span:
    """The sentence in which it is said."""
    at = one.cue.span if one.cue else one.contents[0]
    sentence = material.sentence_of(at)
    return material.span(at.part, sentence.start, sentence.end) if sentence else at


def _mode(one: Attributed) -> Mode:
    """Direct where most of what is said stands in quotation marks."""
    if one.mode != "mixed":
        return one.mode
    quoted = sum(_quoted(content.exact) for content in one.contents)
    return "direct" if quoted >= MOSTLY * sum(len(content.exact) for content in one.contents) else "indirect"


def _quoted(words: str) -> int:
    """The characters in quotation marks."""
    return sum(one.end - one.start for one in quotations(words, [(0, len(words))]))

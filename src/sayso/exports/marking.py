"""A part of a report cut into pieces, each covered by the same marks all along: what pages are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.claims.claim import Claim, FigureClaim
from sayso.reading import Reading
from sayso.reports.span import Part, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that plays a role in a claim; furniture belongs to none (claim 0).

    A mark without length, of the role "anchor", is where links to the claim lead.
    """

    start: int
    end: int
    role: str
    claim: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters with the marks that cover all of them."""

    text: str
    marks: tuple[Mark, ...]
    start: int

    def of(self, role: str) -> tuple[Mark, ...]:
        """The marks of one role."""
        return tuple(mark for mark in self.marks if mark.role == role)


def marks_of(reading: Reading, part: Part) -> list[Mark]:
    """Every mark on a part; claims are numbered from 1 in reading order."""
    found = [Mark(s.start, s.end, "furniture") for s in reading.report.furniture if s.part == part]
    for number, claim in enumerate(reading.claims, 1):
        first = anchor_of(claim)
        if first.part == part:
            found.append(Mark(first.start, first.start, "anchor", number))
        spans = ((role, span) for role, span in spans_of(claim) if span.part == part)
        found += [Mark(span.start, span.end, role, number) for role, span in spans]
    return found


def anchor_of(claim: Claim) -> Span:
    """The span that stands for a claim: its figure, or the first of what is said."""
    if isinstance(claim, FigureClaim):
        return claim.figure.span
    return claim.content[0] if claim.content else claim.evidence


def spans_of(claim: Claim) -> Iterator[tuple[str, Span]]:
    """(role, span) of everything that a claim points at, its evidence left out."""
    if isinstance(claim, FigureClaim):
        yield "figure", claim.figure.span
    else:
        yield from (("content", span) for span in claim.content)
    for role in ("counted", "predicate", "source", "cue", "place", "period"):
        span = getattr(getattr(claim, role, None), "span", None)
        if span is not None:
            yield role, span


def lines(text: str, marks: Iterable[Mark]) -> Iterator[list[Piece]]:
    """The lines of a part, blank ones left out, in pieces; linear in text and marks."""
    events = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    line: list[Piece] = []
    live: list[Mark] = []
    for start, end in pairwise(events):
        live = [mark for mark in live if mark.end > start] + opening.get(start, [])
        place = start
        for number, words in enumerate(text[start:end].split("\n")):
            if number:
                yield from _whole(line)
                line = []
            if words:
                line.append(Piece(words, tuple(live), place))
                live = [mark for mark in live if mark.end > mark.start]
            place += len(words) + 1
    yield from _whole(line)


def _whole(line: list[Piece]) -> Iterator[list[Piece]]:
    if any(not piece.text.isspace() for piece in line):
        yield line

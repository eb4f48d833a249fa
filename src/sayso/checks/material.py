"""What checks are given: a report with its mentions, and the sheet of passages and claims made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from sayso.checks.finding import Finding, Verdict
from sayso.checks.operand import Operand
from sayso.checks.operands import operands_of
from sayso.checks.passage import Passage, passages
from sayso.claims.claim import Claim, FigureClaim
from sayso.mentions.mention import Mention
from sayso.reports.furniture import blanked
from sayso.reports.report import Report
from sayso.reports.span import Part, Span


@dataclass(frozen=True, slots=True)
class CheckMaterial:
    """A whole report and its mentions, offsets into the whole report's parts."""

    report: Report
    mentions: Sequence[Mention[Any]]


@dataclass(frozen=True)
class Sheet:
    """One report laid out for checking. Checks are pure functions of a sheet."""

    report: Report
    mentions: Sequence[Mention[Any]]
    claims: Sequence[Claim] = ()

    @cached_property
    def title(self) -> tuple[Passage, ...]:
        """The passages of the title."""
        return self._passages("title", 0)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The passages of the text."""
        return self._passages("text", len(self.title))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, title first; a passage's number is its place here."""
        return self.title + self.body

    @cached_property
    def counted(self) -> tuple[Passage, ...]:
        """The passages that have figures, title first."""
        return tuple(passage for passage in self.passages if passage.operands)

    @cached_property
    def counted_body(self) -> tuple[Passage, ...]:
        """The passages of the text that have figures."""
        return tuple(passage for passage in self.body if passage.operands)

    @cached_property
    def operands(self) -> tuple[Operand, ...]:
        """All operands, in reading order."""
        return tuple(operand for passage in self.passages for operand in passage.operands)

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.report.published

    def passage_of(self, operand: Operand) -> Passage:
        """The passage that an operand stands in."""
        return self.passages[operand.place]

    def claim_of(self, operand: Operand) -> FigureClaim | None:
        """The claim made of an operand's figure, None where it is no claim."""
        for claim in self._by_start.get((operand.span.part, operand.span.start // SLOT), ()):
            if claim.figure.span.overlaps(operand.span):
                return claim
        return None

    def named(self, passage: Passage, kind: str) -> list[Mention[Any]]:
        """The mentions of a kind that lie in a passage."""
        return [
            m for m in self._by_kind.get(kind, ())
            if m.span.part == passage.part and passage.start <= m.span.start < passage.end
        ]  # fmt: skip

    @cached_property
    def _by_kind(self) -> dict[str, list[Mention[Any]]]:
        found: dict[str, list[Mention[Any]]] = {}
        for mention in self.mentions:
            found.setdefault(mention.kind, []).append(mention)
        return found

    @cached_property
    def _by_start(self) -> dict[tuple[Part, int], list[FigureClaim]]:
        found: dict[tuple[Part, int], list[FigureClaim]] = {}
        for claim in self.claims:
            if isinstance(claim, FigureClaim):
                span = claim.figure.span
                for slot in range(span.start // SLOT, span.end // SLOT + 1):
                    found.setdefault((span.part, slot), []).append(claim)
        return found

    def _passages(self, part: Part, first: int) -> tuple[Passage, ...]:
        text = self.report.part(part)
        if not text:
            return ()
        readable = blanked(text, (span for span in self.report.furniture if span.part == part))
        made = passages(part, readable, operands_of(self.mentions, part, text), first)
        return tuple(_placed(passage, text) for passage in made)


SLOT = 64  # characters of the text that share one entry of the index of claims


def _placed(passage: Passage, text: str) -> Passage:
    """The passage with operands that know it, over the untouched text."""
    operands = tuple(replace(operand, place=passage.number) for operand in passage.operands)
    return replace(passage, operands=operands, text=text)


def finding(
    sheet: Sheet, check: str, verdict: Verdict, figures: Iterable[Operand | Span], says: str, arithmetic: str,
    detail: str | None = None,
) -> Finding:  # fmt: skip
    """A finding on some figures, title first, with the ids of the claims made of them."""
    figures = list(figures)
    spans = [f.span if isinstance(f, Operand) else f for f in figures]
    spans = sorted(dict.fromkeys(spans), key=lambda s: (s.part == "text", s.start))
    made = (sheet.claim_of(f) for f in figures if isinstance(f, Operand))
    ids = tuple(dict.fromkeys(claim.id for claim in made if claim))
    return Finding(check, verdict, says, arithmetic, tuple(spans), ids, detail)

"""What claims are made of: a report's words, what grammar says of them, and the mentions in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.language.analysis import Analysis, Sentence
from sayso.mentions.mention import Kind, Mention
from sayso.reports.report import Report
from sayso.reports.span import Part, Span


@dataclass(frozen=True)
class Material:
    """One report (or one section of a long one) ready to be assembled into claims.

    `analyses` may lack a part whose grammar failed; `mentions` are in reading order, title first.
    """

    report: Report
    analyses: Mapping[Part, Analysis]
    mentions: Sequence[Mention[Any]]

    @cached_property
    def by_kind(self) -> Mapping[Kind, tuple[Mention[Any], ...]]:
        """The mentions of each kind, in reading order."""
        kinds: tuple[Kind, ...] = ("number", "quantity", "period", "place", "actor")
        return {kind: tuple(m for m in self.mentions if m.kind == kind) for kind in kinds}

    def within(self, kind: Kind, part: Part, start: int, end: int) -> list[Mention[Any]]:
        """The mentions of a kind that lie inside [start, end) of a part."""
        return [
            m
            for m in self.by_kind[kind]
            if m.span.part == part and start <= m.span.start and m.span.end <= end
        ]

    def sentence_of(self, span: Span) -> Sentence | None:
        """The sentence in which a span begins; None where grammar is missing."""
        analysis = self.analyses.get(span.part)
        token = analysis.token_at(span.start) if analysis else None
        return analysis.sentences[analysis.tokens[token].sentence] if analysis and token is not None else None

    def span(self, part: Part, start: int, end: int) -> Span:
        """A span of the report's untouched text."""
        return self.report.span(part, start, end)

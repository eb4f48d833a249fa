"""Spans: where in a report something stands.

Offsets are **code points** over one part of the report (`title` or `text`), end exclusive, and
``part_text[start:end] == exact`` always holds.
"""

from dataclasses import dataclass
from typing import Literal

Part = Literal["title", "text"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one part of a report, with the exact characters that stand there."""

    part: Part
    start: int
    end: int
    exact: str

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character of the same part."""
        return self.part == other.part and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end


def span_of(part: Part, text: str, start: int, end: int) -> Span:
    """The span ``text[start:end]`` of `part`, whose full text is `text`."""
    return Span(part, start, end, text[start:end])

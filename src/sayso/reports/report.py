"""A report: a text with provenance, never altered; everything else points into it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.reports.span import Part, Span, span_of

PublishedFrom = Literal["given", "metadata", "dateline"]


@dataclass(frozen=True, slots=True)
class Report:
    """A text and what is known of where it comes from.

    `published` is the day of publication and `published_from` how it is known: `given` by the user,
    page `metadata`, or a `dateline` in the text; both are None where it is unknown, and then no
    relative period is resolved. `furniture` are the spans that are not reporting ("Click to
    follow"): marked, never deleted; no claim comes from them. `capture` is the SHA-256 of the bytes
    that were read (hex). `stated` is the day that the text gives as its own, in `dateline`: a page that is
    published again keeps it.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    furniture: tuple[Span, ...] = ()
    capture: str | None = None
    stated: date | None = None
    dateline: Span | None = None

    @property
    def counted_from(self) -> date | None:
        """The day that "yesterday" and "last week" count from: the text's own, else that of publication."""
        return self.stated or self.published

    def part(self, part: Part) -> str:
        """The characters of one part; an absent title is the empty string."""
        return self.text if part == "text" else self.title or ""

    def parts(self) -> tuple[tuple[Part, str], ...]:
        """The parts that have characters, in reading order."""
        pairs: tuple[tuple[Part, str], ...] = (("title", self.title or ""), ("text", self.text))
        return tuple((part, text) for part, text in pairs if text)

    def span(self, part: Part, start: int, end: int) -> Span:
        """The span of `part` between two code-point offsets."""
        return span_of(part, self.part(part), start, end)

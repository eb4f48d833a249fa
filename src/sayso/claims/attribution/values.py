"""Who says what in a report: an attribution with its parts resolved."""

from dataclasses import dataclass
from typing import Literal

from sayso.claims.claim import Cue, Modality, Party, Source
from sayso.reports.span import Part, Span

Quoted = Literal["direct", "mixed", "indirect"]
Chars = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attributed:
    """Somebody says something.

    `source` is None where the report leaves the speaker open ("it was reported"), `cue` where only
    layout attributes ("Kerry: …"). `mode` tells how much of the contents stands in quotation marks
    (all, some, nothing). `modality` is what the cue makes of the contents: denied by "denied",
    hypothetical by "demanded". `to` is the addressee. `rule` is the name of the rule that found it.
    """

    source: Source | None
    cue: Cue | None
    contents: tuple[Span, ...]
    mode: Quoted
    modality: Modality
    to: Party | None
    part: Part
    rule: str

    @property
    def place(self) -> int:
        """Where it stands in its part: the first character of its cue, else of its contents."""
        return self.cue.span.start if self.cue else min(span.start for span in self.contents)


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as a rule finds it: characters of one part, nobody named yet.

    `via` are those who pass it on, nearest to the reader last; `block` marks a statement that an
    introduction with a colon opens, quoted without quotation marks.
    """

    source: Chars | None
    cue: Chars | None
    contents: tuple[Chars, ...]
    rule: str
    to: Chars | None = None
    via: tuple[Chars, ...] = ()
    block: bool = False

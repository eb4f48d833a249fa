"""Attributions from the network's spans and links, their contents put right by the quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.language.analysis import Attribution, Span
from sayso.language.network import Labels, Reading
from sayso.language.quotation import Quotation, mode, quotations
from sayso.language.spans import Found, spans


@dataclass(slots=True)
class Draft:
    """An attribution in the making; spans are characters."""

    cue: list[Span] = field(default_factory=list)
    sources: list[tuple[float, Span]] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where its last content ends."""
        return max((end for _, end in self.contents), default=0)


@dataclass(slots=True)
class Speech:
    """The attributions of one window, and content at its beginning that belongs to the one before."""

    drafts: list[Draft] = field(default_factory=list)
    carried: list[Span] = field(default_factory=list)


def speech(reading: Reading, labels: Labels, starts: list[int], ends: list[int]) -> Speech:
    """The attributions of a window: every source and content goes to the cue it points to best."""
    roles = tuple(label.partition("-")[2] for label in labels.attribution[1::2])
    source, cue = roles.index("source"), roles.index("cue")
    found = spans(reading.heads["attribution"][1:])
    cues = [span for span in found if span.kind == cue]
    links = reading.heads["links"][1:, 1:]
    result = Speech()
    drafts = _drafts(cues, links, result)
    columns = [span.first for span in cues]
    for span in found:
        place = starts[span.first], ends[span.last - 1]
        if span.kind == cue:
            drafts[columns.index(span.first)].cue.append(place)
        elif span.kind != source and not span.first and not span.opened:
            result.carried.append(place)
        elif cues:
            scores = links[span.first, columns]
            best = int(scores.argmax())
            if span.kind == source:
                drafts[best].sources.append((float(scores[best]), place))
            else:
                drafts[best].contents.append(place)
    return result


def _drafts(cues: list[Found], links: NDArray[np.float32], result: Speech) -> list[Draft]:
    """A draft for each cue; a later piece of a cue shares the draft of the piece it points to."""
    drafts: list[Draft] = []
    for number, cue in enumerate(cues):
        earlier = [other.first for other in cues[: number + 1]]
        best = int(links[cue.first, earlier].argmax())
        drafts.append(Draft() if best == number else drafts[best])
        if best == number:
            result.drafts.append(drafts[-1])
    return drafts


def attributions(text: str, speeches: Sequence[Speech], paragraphs: Sequence[Span]) -> list[Attribution]:
    """The attributions of a text, in the order of their cues."""
    found = quotations(text, paragraphs)
    previous: Draft | None = None
    drafts: list[Draft] = []
    for one in speeches:
        if previous is not None:
            previous.contents += one.carried
        drafts += one.drafts
        previous = max(one.drafts, key=lambda draft: draft.end, default=previous)
    return [_settled(text, draft, found) for draft in drafts]


def _settled(text: str, draft: Draft, found: Sequence[Quotation]) -> Attribution:
    contents = tuple(sorted(draft.contents))
    source = max(draft.sources)[1] if draft.sources else None
    return Attribution(source, min(draft.cue), contents, mode(text, contents, found))

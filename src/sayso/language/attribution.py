"""Attributions from the network's spans and links, their contents put right by the quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

import numpy as np

from sayso.language.analysis import Attribution, Mode, Span
from sayso.language.network import Labels, Reading
from sayso.language.quotation import Quotation, mode, quotations
from sayso.language.spans import Found, spans

SOURCE, CUE, CONTENT = range(3)


@dataclass(slots=True)
class Draft:
    """An attribution in the making; spans are characters."""

    cue: list[Span] = field(default_factory=list)
    sources: list[tuple[float, Span]] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Speech:
    """The attributions of one window, and content at its beginning that belongs to the one before."""

    drafts: list[Draft] = field(default_factory=list)
    carried: list[Span] = field(default_factory=list)
    start: int = 0
    end: int = 0


def speech(reading: Reading, labels: Labels, starts: list[int], ends: list[int]) -> Speech:
    """The attributions of a window: every source and content goes to the cue it points to best."""
    found = spans(reading.heads["attribution"][1:])
    result = Speech(start=starts[0], end=ends[-1])
    place = lambda span: (starts[span.first], ends[span.last - 1])  # noqa: E731
    roles = [labels.attribution[1 + 2 * kind].partition("-")[2] for kind in range(3)]
    assert roles == ["source", "cue", "content"], roles  # noqa: S101 - the model's own order
    links = reading.heads["links"]
    cues = [span for span in found if span.kind == CUE]
    drafts = _cues(cues, links, result, place)
    for span in found:
        if span.kind == CUE:
            continue
        if span.kind == CONTENT and span.first == 0 and not span.opened:
            result.carried.append(place(span))
            continue
        if not cues:
            continue
        scores = links[1 + span.first, [1 + cue.first for cue in cues]]
        best = int(scores.argmax())
        draft = drafts[best]
        if span.kind == CONTENT:
            draft.contents.append(place(span))
        else:
            draft.sources.append((float(scores[best]), place(span)))
    return result


def _cues(cues: list[Found], links: np.ndarray, result: Speech, place: object) -> list[Draft]:  # type: ignore[type-arg]
    """A draft for each cue; a later piece of a cue shares the draft of the piece it points to."""
    locate = cast("type[Span]", place)
    drafts: list[Draft] = []
    for number, cue in enumerate(cues):
        columns = [1 + other.first for other in cues[: number + 1]]
        best = int(links[1 + cue.first, columns].argmax())
        if best == number:
            drafts.append(Draft())
            result.drafts.append(drafts[-1])
        else:
            drafts.append(drafts[best])
        drafts[-1].cue.append(locate(cue))  # type: ignore[arg-type]
    return drafts


def attributions(text: str, speeches: Sequence[Speech], paragraphs: Sequence[Span]) -> list[Attribution]:
    """The attributions of a text, in the order of their first characters."""
    found = quotations(text, paragraphs)
    previous: Draft | None = None
    drafts: list[Draft] = []
    for one in speeches:
        if previous is not None:
            previous.contents += one.carried
        drafts += one.drafts
        previous = max(one.drafts, key=_last, default=None) if one.drafts else previous
    return [_settled(text, draft, found) for draft in drafts if draft.cue]


def _last(draft: Draft) -> int:
    return max((end for _, end in draft.contents), default=0)


def _settled(text: str, draft: Draft, found: Sequence[Quotation]) -> Attribution:
    contents = tuple(sorted(draft.contents))
    source = max(draft.sources)[1] if draft.sources else None
    return Attribution(source, draft.cue[0], contents, cast("Mode", mode(text, contents, found)))

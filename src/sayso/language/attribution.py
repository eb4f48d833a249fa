"""Attributions from the network's spans and links, their contents put right by the quotation marks.

The thresholds below were chosen on the development part of PolNeAR.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.language.analysis import Attribution, Span
from sayso.language.network import Labels, Reading
from sayso.language.quotation import Quotation, mode, quotations, touching
from sayso.language.spans import Found, spans

LEAST_CONTENT = 0.55  # mean probability of a content's label; below it the content is dropped
LEAST_SECOND = 0.8  # the same for every content of an attribution but its longest, unless quoted
LEAST_BORROWED = -4.0  # log-probability at which a cue without a source takes that of another cue
MOST_OF_QUOTATION = 0.5  # share of a quotation from which a content is widened to all of it


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, with the mean probability of its label."""

    span: Span
    score: float

    @property
    def length(self) -> int:
        """In characters."""
        return self.span[1] - self.span[0]


@dataclass(slots=True)
class Draft:
    """An attribution in the making; spans are characters."""

    cue: list[Span] = field(default_factory=list)
    sources: list[tuple[float, Span]] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where its last cue or content ends."""
        ends = [end for _, end in self.cue] + [content.span[1] for content in self.contents]
        return max(ends, default=0)


@dataclass(slots=True)
class Speech:
    """The attributions of one window, and content at its beginning that belongs to the one before."""

    drafts: list[Draft] = field(default_factory=list)
    carried: list[Content] = field(default_factory=list)


def speech(
    reading: Reading, labels: Labels, starts: list[int], ends: list[int], breaks: NDArray[np.bool_]
) -> Speech:
    """The attributions of a window: every source and content goes to the cue it points to best.

    `starts` and `ends` are the tokens' characters; `breaks` marks tokens that begin a paragraph.
    """
    roles = tuple(label.partition("-")[2] for label in labels.attribution[1::2])
    found = spans(reading.heads["attribution"][1:], breaks)
    of_role = {role: [span for span in found if roles[span.kind] == role] for role in roles}
    cues = of_role["cue"]
    links = _log_softmax(reading.heads["links"][1:])
    result = Speech()
    drafts = _drafts(cues, links, result)
    columns = [1 + cue.first for cue in cues]
    for cue, draft in zip(cues, drafts, strict=True):
        draft.cue.append((starts[cue.first], ends[cue.last - 1]))
    _give_sources(of_role["source"], links[:, columns], drafts, starts, ends)
    for span in of_role["content"]:
        content = Content((starts[span.first], ends[span.last - 1]), span.score)
        scores = links[span.first, columns]
        nobody = not cues or float(links[span.first, 0]) > float(scores.max())
        if not span.first and (nobody or not span.opened):
            result.carried.append(content)
        elif cues:
            drafts[int(scores.argmax())].contents.append(content)
    return result


def _log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    scores = scores - scores.max(-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(-1, keepdims=True)))


def _drafts(cues: list[Found], links: NDArray[np.float32], result: Speech) -> list[Draft]:
    """A draft for each cue; a later piece of a cue shares the draft of the piece it points to."""
    drafts: list[Draft] = []
    for number, cue in enumerate(cues):
        earlier = [1 + other.first for other in cues[: number + 1]]
        best = int(links[cue.first, earlier].argmax())
        drafts.append(Draft() if best == number else drafts[best])
        if best == number:
            result.drafts.append(drafts[-1])
    return drafts


def _give_sources(
    sources: list[Found], links: NDArray[np.float32], drafts: list[Draft], starts: list[int], ends: list[int]
) -> None:
    """Each source to its best cue; a cue left without one may share a source that points elsewhere."""
    if not sources or not drafts:
        return
    table = links[[source.first for source in sources]]
    places = [(starts[source.first], ends[source.last - 1]) for source in sources]
    for row, place in zip(table, places, strict=True):
        best = int(row.argmax())
        drafts[best].sources.append((float(row[best]), place))
    for number, draft in enumerate(drafts):
        best = int(table[:, number].argmax())
        if not draft.sources and table[best, number] > LEAST_BORROWED:
            draft.sources.append((float(table[best, number]), places[best]))


def attributions(text: str, speeches: Sequence[Speech], paragraphs: Sequence[Span]) -> list[Attribution]:
    """The attributions of a text, in the order of their cues; those that say nothing are left out."""
    found = quotations(text, paragraphs)
    previous: Draft | None = None
    drafts: list[Draft] = []
    for one in speeches:
        if previous is not None:
            previous.contents += one.carried
        drafts += one.drafts
        previous = max(one.drafts, key=lambda draft: draft.end, default=previous)
    settled = [_settled(text, draft, found) for draft in drafts]
    return [attribution for attribution in settled if attribution.contents]


def _settled(text: str, draft: Draft, found: Sequence[Quotation]) -> Attribution:
    kept = [content for content in draft.contents if content.score >= LEAST_CONTENT]
    longest = max((content.length for content in kept), default=0)
    contents = {
        _widened(content.span, found)
        for content in kept
        if content.length == longest or content.score >= LEAST_SECOND or _is_quoted(content.span, found)
    }
    spans_ = tuple(sorted(span for span in contents if any(map(str.isalnum, text[slice(*span)]))))
    source = max(draft.sources)[1] if draft.sources else None
    return Attribution(source, min(draft.cue), spans_, mode(text, spans_, found))


def _is_quoted(span: Span, found: Sequence[Quotation]) -> bool:
    return bool(touching((span[0], span[0] + 1), found))


def _widened(span: Span, found: Sequence[Quotation]) -> Span:
    """The span and the whole of every quotation of which it holds a good part."""
    start, end = span
    for quotation in touching(span, found):
        shared = min(end, quotation.end) - max(start, quotation.start)
        if shared >= MOST_OF_QUOTATION * (quotation.end - quotation.start):
            start, end = min(start, quotation.start), max(end, quotation.end)
    return start, end

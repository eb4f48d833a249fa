"""What grammar says of a text, as values: tokens, sentences, names, attributions, links.

All offsets are code points of the untouched text, ends exclusive. The values are frozen and
picklable and know no network.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]
Mode = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign. `head` is a place in `Analysis.tokens`, -1 for the root of its sentence."""

    start: int
    end: int
    upos: str
    xpos: str
    head: int
    deprel: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters [start, end) and tokens [first, last)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Name:
    """A named person, organisation, place or group, or a weapon, platform or vehicle.

    `score` is the network's mean probability of the label over the name's tokens, 0 to 1.
    """

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the source, the words that say so, and what is said.

    `mode` is direct where every word of the contents stands in quotation marks, indirect where
    none does, mixed otherwise.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    mode: Mode


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """What the network says of numerals: what they measure, who says so, and where their slots point.

    Asked by token number; meant for tokens that begin a numeral, of others it says nothing useful.
    """

    measures: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    measure_scores: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    mode_scores: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    modality_scores: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    targets: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 0, 0), np.int32))
    target_scores: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0, 0), np.float32))

    def measure(self, token: int) -> dict[str, float]:
        """Probability of each measure; "none" is a numeral that counts nothing."""
        return dict(zip(self.measures, self.measure_scores[token].tolist(), strict=True))

    def mode(self, token: int) -> dict[str, float]:
        """Probability of narrator, indirect and direct."""
        return dict(zip(self.modes, self.mode_scores[token].tolist(), strict=True))

    def modality(self, token: int) -> dict[str, float]:
        """Probability of asserted, denied, future and hypothetical."""
        return dict(zip(self.modalities, self.modality_scores[token].tolist(), strict=True))

    def pointer(self, slot: str, token: int) -> list[tuple[int | None, float]]:
        """Where a slot (of, source, place, period) points, best first: (token or None, probability).

        `of` points to the last word of what is counted, the others to the first word of the
        mention. None means that nothing within reach (the same few sentences) fills the slot.
        """
        row = self.slots.index(slot)
        pairs = zip(self.targets[row, token].tolist(), self.target_scores[row, token].tolist(), strict=True)
        return [(None if target == -1 else target, score) for target, score in pairs if target >= -1]


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """One text and what the language layer found in it."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]
    paragraphs: tuple[Span, ...]
    links: Links

    def exact(self, span: Span | Token | Sentence | Name) -> str:
        """The characters of a span."""
        start, end = span if isinstance(span, tuple) else (span.start, span.end)
        return self.text[start:end]

    def token_at(self, offset: int) -> int | None:
        """The number of the token that covers a character, None where there is white space."""
        number = bisect_right(self.tokens, offset, key=_start) - 1
        return number if number >= 0 and offset < self.tokens[number].end else None

    def tokens_in(self, start: int, end: int) -> range:
        """The numbers of the tokens that share a character with [start, end)."""
        first = bisect_right(self.tokens, start, key=_end)
        last = bisect_left(self.tokens, end, key=_start)
        return range(first, max(first, last))

    def sentence_at(self, offset: int) -> int | None:
        """The number of the sentence a character lies in, None between sentences."""
        number = bisect_right(self.sentences, offset, key=_start) - 1
        return number if number >= 0 and offset < self.sentences[number].end else None

    def children(self, token: int) -> list[int]:
        """The tokens whose head is this one, in text order."""
        sentence = self.sentences[self.tokens[token].sentence]
        return [place for place in range(sentence.first, sentence.last) if self.tokens[place].head == token]

    def descendants(self, token: int) -> list[int]:
        """The token and everything below it, in text order."""
        found, waiting = [], [token]
        while waiting:
            place = waiting.pop()
            found.append(place)
            waiting += self.children(place)
        return sorted(found)

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while (token := self.tokens[token].head) >= 0:
            yield token

    def subtree_span(self, token: int) -> Span:
        """From the first to the last character of the token's subtree."""
        below = self.descendants(token)
        return self.tokens[below[0]].start, self.tokens[below[-1]].end


def _start(thing: Token | Sentence) -> int:
    return thing.start


def _end(thing: Token | Sentence) -> int:
    return thing.end

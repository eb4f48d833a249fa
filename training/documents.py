"""A training document: sub-words, tokens and whatever labels its corpus gives, as flat arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.language.atoms import GLUED, LINE, PARAGRAPH, SPACE, atoms, spacing
from sayso.language.wordpiece import WordPiece
from training.labels import IGNORED, NAMES

Ints = NDArray[np.int64]
TOKEN_FIELDS = ("upos", "xpos", "head", "relation", "attribution", "link", "measure", "mode", "modality")
SLOT_FIELDS = ("of", "source", "place", "period")
ALL_NAMES = (1 << len(NAMES)) - 1  # every name label allowed: teaches nothing


@dataclass(slots=True)
class Document:
    """Arrays over the sub-words and over the tokens of one text; sentences are token ranges.

    `boundary` lies on each atom's first sub-word (0 inside a token, 1 token start, 2 sentence
    start). `names` holds, for each token, the set of permitted name labels as bits. `head`,
    `link` and the slots hold token numbers of the document, or ROOT, or IGNORED.
    """

    name: str
    pieces: Ints
    shapes: Ints
    spacings: Ints
    boundary: Ints
    first_piece: Ints  # of each token
    sentence_starts: Ints  # first token of each sentence, then the number of tokens
    spans: list[tuple[int, int]]  # of each token, in the text it came from
    names: Ints
    labels: dict[str, Ints] = field(default_factory=dict)

    @property
    def tokens(self) -> int:
        """How many."""
        return len(self.first_piece)

    def teach(self, label: str) -> Ints:
        """The array of one label, made on first use with nothing taught."""
        if label not in self.labels:
            self.labels[label] = np.full(self.tokens, IGNORED, dtype=np.int64)
        return self.labels[label]

    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges."""
        return list(zip(self.sentence_starts[:-1].tolist(), self.sentence_starts[1:].tolist(), strict=True))


@dataclass(slots=True)
class TreebankSentence:
    """Words as the treebank gives them; `glued` says of each that no space comes before it."""

    words: list[str]
    glued: list[bool]
    new_paragraph: bool = False


def from_words(
    name: str, sentences: Sequence[TreebankSentence], wordpiece: WordPiece, *, known_spacing: bool = True
) -> Document:
    """A document of given tokens and sentences. Without known spacing the sub-words say "unknown"."""
    pieces: list[int] = []
    shapes: list[int] = []
    spacings: list[int] = []
    boundary: list[int] = []
    first: list[int] = []
    starts = [0]
    spans: list[tuple[int, int]] = []
    place = 0
    for sentence in sentences:
        for position, (word, glued) in enumerate(zip(sentence.words, sentence.glued, strict=True)):
            gap = GLUED if glued else SPACE
            if position == 0:
                gap = PARAGRAPH if sentence.new_paragraph or not first else gap
            first.append(len(pieces))
            place += gap != GLUED
            spans.append((place, place + len(word)))
            place += len(word)
            for number, (start, end) in enumerate(atoms(word)):
                ids, form = wordpiece(word[start:end])
                pieces.extend(ids)
                shapes.extend([form] * len(ids))
                spacings.extend([GLUED if number else gap] + [GLUED] * (len(ids) - 1))
                kind = 0 if number else (2 if position == 0 else 1)
                boundary.extend([kind if known_spacing else IGNORED] + [IGNORED] * (len(ids) - 1))
        starts.append(len(first))
    if not known_spacing:
        spacings = [0] * len(spacings)
    return _document(name, pieces, shapes, spacings, boundary, first, starts, spans)


def from_text(name: str, text: str, wordpiece: WordPiece) -> Document:
    """A document of raw text: every atom a token, sentences by a cautious rule, no boundary taught."""
    pieces: list[int] = []
    shapes: list[int] = []
    spacings: list[int] = []
    first: list[int] = []
    starts: list[int] = [0]
    spans = list(atoms(text))
    before = 0
    for number, (start, end) in enumerate(spans):
        ids, form = wordpiece(text[start:end])
        gap = spacing(text[before:start]) if number else PARAGRAPH
        if number and (gap >= LINE or (gap == SPACE and _may_end(text, before, start))):
            starts.append(number)
        first.append(len(pieces))
        pieces.extend(ids)
        shapes.extend([form] * len(ids))
        spacings.extend([gap] + [GLUED] * (len(ids) - 1))
        before = end
    starts.append(len(spans))
    boundary = [IGNORED] * len(pieces)
    return _document(name, pieces, shapes, spacings, boundary, first, starts, spans)


def _may_end(text: str, end: int, start: int) -> bool:
    """Does a sentence end before `end` and one begin at `start`? Abbreviations count as no end."""
    if not (text[start].isupper() or text[start] in "\"'“‘(["):
        return False
    stop = text[:end].rstrip("\"'”’)]")[-12:] if end < 400 else text[end - 16 : end].rstrip("\"'”’)]")
    if not stop or stop[-1] not in ".?!":
        return False
    word = stop[:-1].split()[-1] if stop[:-1].split() else ""
    return stop[-1] != "." or (len(word) > 3 and "." not in word and not word.istitle()) or word.islower()


def _document(
    name: str,
    pieces: list[int],
    shapes: list[int],
    spacings: list[int],
    boundary: list[int],
    first: list[int],
    starts: list[int],
    spans: list[tuple[int, int]],
) -> Document:
    return Document(
        name=name,
        pieces=np.asarray(pieces, dtype=np.int64),
        shapes=np.asarray(shapes, dtype=np.int64),
        spacings=np.asarray(spacings, dtype=np.int64),
        boundary=np.asarray(boundary, dtype=np.int64),
        first_piece=np.asarray(first, dtype=np.int64),
        sentence_starts=np.asarray(starts, dtype=np.int64),
        spans=spans,
        names=np.full(len(first), ALL_NAMES, dtype=np.int64),
    )


def token_at(document: Document, offset: int) -> int:
    """The number of the first token that ends after `offset` (the last one if none does)."""
    low, high = 0, document.tokens
    while low < high:
        middle = (low + high) // 2
        if document.spans[middle][1] <= offset:
            low = middle + 1
        else:
            high = middle
    return min(low, document.tokens - 1)

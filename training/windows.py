"""Windows of consecutive sentences, cut anew for every pass, and padded batches of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.language.atoms import GLUED, LINE, PARAGRAPH, SPACE
from training.documents import ALL_NAMES, SLOT_FIELDS, TOKEN_FIELDS, Document, Ints
from training.labels import IGNORED

BUDGETS = (0, 60, 100, 130, 160)  # sub-words a window aims at; 0: a single sentence
WEIGHTS = (0.2, 0.15, 0.25, 0.25, 0.15)
RAW_WEIGHTS = (0.04, 0.1, 0.26, 0.3, 0.3)  # of texts without a treebank's sentences
LONGEST = 300  # sub-words; longer sentences are cut
UNKNOWN_SPACING = 0.12  # shares of windows that get each disturbance
WRAPPED_LINES = 0.08
SINGLE_NEWLINES = 0.3
OTHER_QUOTES = 0.25
CAPITALS = 0.02
POINTERS = frozenset(("head", "link", *SLOT_FIELDS))


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens [first, end) of a document."""

    document: Document
    first: int
    end: int

    @property
    def pieces(self) -> int:
        """Sub-words of the window, without [CLS] and [SEP]."""
        return _piece(self.document, self.end) - _piece(self.document, self.first)


def _piece(document: Document, token: int) -> int:
    return int(document.first_piece[token]) if token < document.tokens else len(document.pieces)


def cut(document: Document, chance: random.Random, budget: int | None = None) -> Iterator[Window]:
    """The document in windows of whole sentences, of mixed sizes unless a budget is given."""
    first = end = 0
    weights = WEIGHTS if "head" in document.labels else RAW_WEIGHTS
    aim = _aim(chance, budget, weights)
    for start, stop in document.sentences():
        if end > first and _piece(document, stop) - _piece(document, first) > aim:
            yield from _whole(document, first, end)
            first, aim = start, _aim(chance, budget, weights)
        end = stop
    if end > first:
        yield from _whole(document, first, end)


def _aim(chance: random.Random, budget: int | None, weights: tuple[float, ...]) -> int:
    return chance.choices(BUDGETS, weights)[0] if budget is None else budget


def _whole(document: Document, first: int, end: int) -> Iterator[Window]:
    """The window, in parts where a single sentence is too long."""
    while _piece(document, end) - _piece(document, first) > LONGEST:
        stop = int(np.searchsorted(document.first_piece, _piece(document, first) + LONGEST)) - 1
        stop = max(stop, first + 1)
        yield Window(document, first, stop)
        first = stop
    if end > first:
        yield Window(document, first, end)


def batches(windows: Sequence[Window], size: int, chance: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `size` padded sub-words a batch, in random order."""
    order = sorted(windows, key=lambda window: window.pieces + chance.random() * 8)
    made: list[list[Window]] = []
    for window in order:
        if made and (len(made[-1]) + 1) * (window.pieces + 10) <= size:
            made[-1].append(window)
        else:
            made.append([window])
    chance.shuffle(made)
    return made


@dataclass(slots=True)
class Signs:
    """Sub-word numbers of quotation marks, for swapping straight and curly ones."""

    straight: int
    opening: int
    closing: int
    apostrophe: int
    curly_apostrophe: int


def collate(
    windows: Sequence[Window], special: tuple[int, int], disturb: Disturbance | None
) -> dict[str, Tensor]:
    """Padded tensors of a batch; `special` are the numbers of [CLS] and [SEP]."""
    rows = [_row(window, special, disturb) for window in windows]
    filled = {
        "pieces": 0,
        "shapes": 0,
        "spacings": 0,
        "mask": 0,
        "first": 0,
        "sentence": -1,
        "names": ALL_NAMES,
    }
    return {
        name: torch.from_numpy(_padded([row[name] for row in rows], filled.get(name, IGNORED)))
        for name in rows[0]
    }


def _padded(rows: list[Ints], filling: int) -> Ints:
    table = np.full((len(rows), max(map(len, rows))), filling, dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table


def _row(window: Window, special: tuple[int, int], disturb: Disturbance | None) -> dict[str, Ints]:
    document, first, end = window.document, window.first, window.end
    begin, stop = _piece(document, first), _piece(document, end)
    inner = {
        "pieces": document.pieces[begin:stop],
        "shapes": document.shapes[begin:stop],
        "spacings": document.spacings[begin:stop],
        "boundary": document.boundary[begin:stop],
    }
    if disturb is not None:
        inner = disturb(inner, document.first_piece[first:end] - begin)
    row = {name: np.pad(values, 1) for name, values in inner.items()}
    row["pieces"][0], row["pieces"][-1] = special
    row["boundary"][[0, -1]] = IGNORED
    row["mask"] = np.ones(stop - begin + 2, dtype=np.int64)
    row["first"] = np.concatenate([[0], document.first_piece[first:end] - begin + 1])
    numbers = np.searchsorted(document.sentence_starts, np.arange(first, end), side="right")
    row["sentence"] = np.concatenate([[0], numbers - numbers[0] + 1])
    row["names"] = np.concatenate([[ALL_NAMES], document.names[first:end]])
    for name in (*TOKEN_FIELDS, *SLOT_FIELDS):
        values = document.labels.get(name)
        inside = np.full(end - first, IGNORED, dtype=np.int64) if values is None else values[first:end]
        row[name] = np.concatenate([[IGNORED], _relative(inside, first, end) if name in POINTERS else inside])
    return row


def _relative(targets: Ints, first: int, end: int) -> Ints:
    """Token numbers of the document to slots of the window; what lies outside is slot 0."""
    slots = np.where((targets >= first) & (targets < end), targets - first + 1, 0)
    return np.where(targets == IGNORED, IGNORED, slots)


class Disturbance:
    """Small random changes of a window, so that the network does not rely on one typography."""

    def __init__(self, signs: Signs, chance: random.Random) -> None:
        self._signs, self._chance = signs, chance

    def __call__(self, inner: dict[str, Ints], first: Ints) -> dict[str, Ints]:
        """A disturbed copy of the arrays over sub-words; `first` are the tokens' first sub-words."""
        inner = {name: values.copy() for name, values in inner.items()}
        if self._happens(OTHER_QUOTES):
            self._swap_quotes(inner)
        if self._happens(CAPITALS):
            inner["shapes"][(inner["shapes"] >= 1) & (inner["shapes"] <= 4)] = self._chance.choice((1, 3))
        spacings = inner["spacings"]
        if self._happens(SINGLE_NEWLINES):
            spacings[spacings == PARAGRAPH] = LINE
        if self._happens(WRAPPED_LINES):
            wrapped = first[self._chance.randint(5, 15) :: self._chance.randint(9, 16)]
            spacings[wrapped[spacings[wrapped] == SPACE]] = LINE
        if self._happens(UNKNOWN_SPACING):
            spacings[:] = 0
            inner["boundary"][:] = IGNORED
        elif self._happens(0.5) and spacings[0] != GLUED:
            spacings[0] = SPACE if self._happens(0.5) else PARAGRAPH
        return inner

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _swap_quotes(self, inner: dict[str, Ints]) -> None:
        pieces, shapes, signs = inner["pieces"], inner["shapes"], self._signs
        straight = np.flatnonzero(pieces == signs.straight)
        curly = np.flatnonzero((pieces == signs.opening) | (pieces == signs.closing))
        if len(straight):
            pieces[straight[::2]], pieces[straight[1::2]] = signs.opening, signs.closing
            shapes[straight] = 8
        pieces[curly], shapes[curly] = signs.straight, 7
        plain, bent = pieces == signs.apostrophe, pieces == signs.curly_apostrophe
        pieces[plain], shapes[plain] = signs.curly_apostrophe, 8
        pieces[bent], shapes[bent] = signs.apostrophe, 7

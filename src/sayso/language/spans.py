"""Spans from begin-inside-outside scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens [first, last) of a window, the kind they were given and its mean probability.

    `opened` says that the span began with its own first token, not in the window before.
    """

    first: int
    last: int
    kind: int
    score: float
    opened: bool = True


def spans(scores: NDArray[np.float32], breaks: NDArray[np.bool_] | None = None) -> list[Found]:
    """Spans of a window from log-probabilities (tokens, labels): O, then B and I of each kind.

    A span runs from a B (or an I after O) over every I that follows; its kind is the likeliest
    one over all its tokens. No span goes over a token that `breaks` marks: it begins anew there.
    """
    best = scores.argmax(-1)
    inside = (best > 0) & (best % 2 == 0)
    named = best > 0
    begins = named & ~inside
    begins[1:] |= inside[1:] & ~named[:-1]
    if breaks is not None:
        begins |= named & breaks
    if len(best):
        begins[0] = named[0]
    firsts = np.flatnonzero(begins)
    if not len(firsts):
        return []
    stops = np.flatnonzero(begins | ~named)
    ends = np.searchsorted(stops, firsts, side="right")
    lasts = np.where(ends < len(stops), np.append(stops, len(best))[ends], len(best))
    probable = np.exp(scores)
    kinds = probable[:, 1::2] + probable[:, 2::2]
    found = []
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        mean = kinds[first:last].mean(0)
        kind = int(mean.argmax())
        found.append(Found(first, last, kind, float(mean[kind]), bool(best[first] % 2)))
    return found

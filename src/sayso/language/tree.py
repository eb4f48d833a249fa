"""Dependency trees from arc scores: greedy heads where they form a tree, else the best tree there is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_IMPOSSIBLE = -1e9


def repair(arcs: NDArray[np.float32], heads: Ints, sentences: Ints) -> Ints:
    """Heads that are one single-rooted tree in every sentence.

    `arcs` (1 + n, 1 + n) scores each slot's heads, slot 0 is ROOT; `heads` (1 + n) are the best
    ones; `sentences` (n + 1, from 1, slot 0 has 0) numbers each slot's sentence in ascending order.
    """
    heads = heads.copy()
    heads[0] = 0
    for sentence in _broken(heads, sentences):
        slots = np.flatnonzero(sentences == sentence)
        square = np.concatenate([[0], slots])
        scores = _log_softmax(arcs[square[:, None], square].astype(np.float64))
        heads[slots] = square[best_tree(scores)[1:]]
    return heads


def _broken(heads: Ints, sentences: Ints) -> list[int]:
    """Sentences with a circle or with another number of roots than one."""
    count = int(sentences[-1])
    roots = np.bincount(sentences[1:][heads[1:] == 0], minlength=count + 1)
    reached = heads
    for _ in range(max(1, len(heads).bit_length())):
        reached = reached[reached]
    wrong = roots != 1
    wrong[0] = False
    wrong[sentences[reached != 0]] = True
    return [int(number) for number in np.flatnonzero(wrong)]


def best_tree(scores: Floats) -> Ints:
    """The tree of highest total score with one root; `scores` (1 + n, 1 + n), slot 0 is ROOT."""
    scores = scores.copy()
    np.fill_diagonal(scores, _IMPOSSIBLE)
    size = len(scores)
    free = scores.copy()
    free[1:, 0] = _IMPOSSIBLE
    greedy = free.max(1)
    bounds = greedy[1:].sum() - greedy[1:] + scores[1:, 0]  # no tree with this root scores higher
    best: Ints = np.zeros(size, dtype=np.int64)
    best_score = -np.inf
    for root in (np.argsort(-bounds) + 1).tolist():
        if bounds[root - 1] <= best_score:
            break
        limited = free.copy()
        limited[root] = _IMPOSSIBLE
        limited[root, 0] = scores[root, 0]
        heads = _arborescence(limited)
        score = float(limited[np.arange(1, size), heads[1:]].sum())
        if score > best_score:
            best, best_score = heads, score
    return best


def _log_softmax(scores: Floats) -> Floats:
    scores = scores - scores.max(-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(-1, keepdims=True)))


def _circle(heads: Ints) -> list[int]:
    """The slots of one circle, empty if there is none."""
    above: list[int] = heads.tolist()
    seen = [0] * len(above)
    for start in range(1, len(above)):
        slot = start
        while slot and not seen[slot]:
            seen[slot] = start
            slot = above[slot]
        if slot and seen[slot] == start:
            members, place = [slot], above[slot]
            while place != slot:
                members.append(place)
                place = above[place]
            return members
    return []


def _arborescence(scores: Floats) -> Ints:
    """Chu-Liu-Edmonds: contract a circle to one slot, solve the smaller problem, expand again."""
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    members = _circle(heads)
    if not members:
        return heads
    circle = np.array(members, dtype=np.int64)
    outside = np.ones(len(scores), dtype=bool)
    outside[circle] = False
    rest = np.flatnonzero(outside)
    new = len(rest)
    smaller = np.full((new + 1, new + 1), _IMPOSSIBLE)
    smaller[:new, :new] = scores[rest[:, None], rest]
    leaving = scores[rest[:, None], circle]
    smaller[:new, new] = leaving.max(1)
    entering = scores[circle[:, None], rest] - scores[circle, heads[circle]][:, None]
    smaller[new, :new] = entering.max(0)
    solved = _arborescence(smaller)
    result = heads.copy()
    for place in range(1, new):
        head = int(solved[place])
        result[rest[place]] = circle[leaving[place].argmax()] if head == new else rest[head]
    into = int(solved[new])
    result[circle[entering[:, into].argmax()]] = rest[into]
    return result

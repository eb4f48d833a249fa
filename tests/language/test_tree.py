"""Trees: the best one among all, one root a sentence, sentences apart."""

import itertools

import numpy as np
import pytest

from sayso.language.tree import best_tree, repair


def is_tree(heads: np.ndarray) -> bool:
    for start in range(1, len(heads)):
        slot, steps = start, 0
        while slot and steps <= len(heads):
            slot, steps = int(heads[slot]), steps + 1
        if slot:
            return False
    return int((heads[1:] == 0).sum()) == 1


def best_by_trying_all(scores: np.ndarray) -> float:
    size = len(scores)
    best = -np.inf
    for choice in itertools.product(range(size), repeat=size - 1):
        heads = np.array([0, *choice])
        if is_tree(heads):
            best = max(best, float(scores[np.arange(1, size), heads[1:]].sum()))
    return best


@pytest.mark.parametrize("seed", range(25))
def test_the_best_tree_is_found(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5))
    heads = best_tree(scores)
    assert is_tree(heads)
    found = scores[np.arange(1, 5), heads[1:]].sum()
    assert found == pytest.approx(best_by_trying_all(scores))


def test_only_broken_sentences_are_repaired() -> None:
    generator = np.random.default_rng(3)
    arcs = generator.normal(size=(8, 8)).astype(np.float32)
    sentences = np.array([0, 1, 1, 1, 2, 2, 2, 2])
    heads = np.array([0, 0, 1, 1, 5, 6, 4, 4])  # the second sentence is a circle
    repaired = repair(arcs, heads, sentences)
    assert repaired[:4].tolist() == [0, 0, 1, 1]
    assert set(repaired[4:]) <= {0, 4, 5, 6, 7}
    assert is_tree(np.concatenate([[0], np.where(repaired[4:] == 0, 0, repaired[4:] - 3)]))


def test_two_roots_are_made_one() -> None:
    arcs = np.zeros((4, 4), dtype=np.float32)
    repaired = repair(arcs, np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1]))
    assert is_tree(repaired)

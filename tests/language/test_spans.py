"""Spans from begin-inside-outside scores."""

import numpy as np

from sayso.language.spans import Found, spans


def scored(labels: list[int], size: int = 5) -> np.ndarray:
    """Log-probabilities that give each token its label with 0.8."""
    table = np.full((len(labels), size), 0.2 / (size - 1), dtype=np.float32)
    table[np.arange(len(labels)), labels] = 0.8
    return np.log(table)


def places(labels: list[int]) -> list[tuple[int, int, int, bool]]:
    return [(found.first, found.last, found.kind, found.opened) for found in spans(scored(labels))]


def test_begin_and_inside() -> None:
    assert places([0, 1, 2, 2, 0]) == [(1, 4, 0, True)]


def test_two_in_a_row() -> None:
    assert places([1, 1, 2]) == [(0, 1, 0, True), (1, 3, 0, True)]


def test_an_inside_without_a_begin_opens_a_span_and_says_so() -> None:
    assert places([2, 2, 0, 4]) == [(0, 2, 0, False), (3, 4, 1, False)]


def test_the_likeliest_kind_of_the_whole_span_wins() -> None:
    assert places([1, 4, 4]) == [(0, 3, 1, True)]


def test_a_break_ends_a_span() -> None:
    breaks = np.array([True, False, True, False])
    found = spans(scored([1, 2, 2, 2]), breaks)
    assert [(one.first, one.last) for one in found] == [(0, 2), (2, 4)]


def test_nothing() -> None:
    assert spans(scored([0, 0])) == []
    assert spans(np.zeros((0, 5), dtype=np.float32)) == []


def test_values_are_plain() -> None:
    assert spans(scored([1])) == [Found(0, 1, 0, spans(scored([1]))[0].score)]

"""Random and adversarial strings: never an exception, offsets exact (the long run is `benchmarks.fuzz`)."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import ROUGH, check, sample


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_unicode(text: str) -> None:
    check(text)


def test_pieces_of_the_grammar() -> None:
    rng = random.Random(7)  # noqa: S311 — repeatable, not secret
    for _ in range(3000):
        check(sample(rng))


@pytest.mark.parametrize("text", ROUGH, ids=[t[:10] for t in ROUGH])
def test_long_strings(text: str) -> None:
    check(text)

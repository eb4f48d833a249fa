"""The corpus of periods: span, TIMEX value and days; offsets hold for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.mentions.period import find_periods
from sayso.mentions.period.corpus import EXAMPLES, NOTHING, PUBLISHED, Example

CASES = [(example, sentence) for example in EXAMPLES for sentence in example.sentences]
PIECES = (
    "12",
    "March",
    "2016",
    " ",
    "-",
    "last",
    "week",
    "the",
    "two",
    "days",
    "later",
    "of",
    "'",
    "½",
    "\n\n",
    "٣",
)


@pytest.mark.parametrize(("example", "sentence"), CASES, ids=[s for _, s in CASES])
def test_period(example: Example, sentence: str) -> None:
    before, marked, _ = sentence.replace("›", "‹").split("‹")
    text = sentence.replace("‹", "").replace("›", "")
    found = find_periods(text, "text", PUBLISHED)
    (mention,) = [m for m in found if m.span.start == len(before)]
    value = mention.value
    days = tuple(str(day) if day else None for day in (value.start, value.end))
    assert (mention.span.exact, value.timex, *days) == (marked, example.timex, example.start, example.end)


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing(sentence: str) -> None:
    assert find_periods(sentence, "text", PUBLISHED) == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_offsets_hold(text: str) -> None:
    for published in (None, PUBLISHED):
        for mention in find_periods(text, "text", published):
            assert text[mention.span.start : mention.span.end] == mention.span.exact

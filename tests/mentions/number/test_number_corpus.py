"""The corpus of numbers: whole string, exactly one reading; and every line of the data file reached."""

import pytest

from sayso.mentions.number import find_numbers, scan
from sayso.mentions.number.corpus import EXAMPLES, NOTHING, Example
from sayso.mentions.number.lexicon import FILE
from sayso.mentions.number.rules import rules

PHRASES = [(example, phrase) for example in EXAMPLES for phrase in example.phrases]


@pytest.mark.parametrize(("example", "phrase"), PHRASES, ids=[p for _, p in PHRASES])
def test_phrase_is_one_number(example: Example, phrase: str) -> None:
    (found,) = find_numbers(phrase)
    assert found.span.exact == phrase
    assert (found.value.low, found.value.high, found.value.bound) == (
        example.low,
        example.high,
        example.bound,
    )


@pytest.mark.parametrize("phrase", NOTHING)
def test_no_number(phrase: str) -> None:
    assert find_numbers(phrase) == []


def test_every_line_of_the_data_file_is_reached() -> None:
    spoken = " ".join([*(p for _, p in PHRASES), *NOTHING]).lower()
    lines = [line.split(" | ")[1] for line in FILE.read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert [line for line in lines if not any(w.strip() in spoken for w in line.split(","))] == []


def test_every_rule_wins_somewhere() -> None:
    won = {n.rule for _, phrase in PHRASES for n in scan(phrase)}
    assert {rule.name for rule in rules()} <= won

"""Basis, accumulation and modality: the corpus beside the rules, and the grammar of the data file."""

import pytest

from sayso.claims.certainty.corpus import CORPUS
from sayso.claims.certainty.lexicon import parse, rules
from sayso.errors import DataFileError

from .figure import only_claim


@pytest.mark.parametrize(("slot", "value", "words"), CORPUS)
def test_corpus(slot: str, value: str | None, words: str) -> None:
    assert getattr(only_claim(words), slot) == value


def test_how_names_the_rule() -> None:
    assert only_claim("Another 30 people were wounded.").how["accumulation"] == "<before: increment>"


def test_all_slots_have_rules() -> None:
    assert {rule.slot for rule in rules()} == {"basis", "accumulation", "modality"}


@pytest.mark.parametrize(
    "line", ["basis | estimated | near", "basis | sure | near | x", "mood | future | aux | will"]
)
def test_bad_lines_are_told_with_their_number(line: str) -> None:
    with pytest.raises(DataFileError, match=r"certainty\.txt:1"):
        parse(line)

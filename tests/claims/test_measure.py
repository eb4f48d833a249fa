"""The measure of a figure: the corpus beside the rules, and the grammar of the data file."""

import pytest

from sayso.claims.measure.choosing import measure_of
from sayso.claims.measure.corpus import CORPUS
from sayso.claims.measure.lexicon import lexicon, parse
from sayso.claims.measure.rules import rule_for
from sayso.claims.measure.values import Facts
from sayso.errors import DataFileError

from .figure import only_claim


@pytest.mark.parametrize(("measure", "words"), CORPUS)
def test_corpus(measure: str, words: str) -> None:
    assert only_claim(words).measure == measure


def test_how_names_the_rule() -> None:
    assert only_claim("The raid killed 12 villagers.").how["measure"].startswith("<kill>")


def test_a_sure_rule_outweighs_a_doubtful_network() -> None:
    facts = Facts("kill", "person")
    assert measure_of(facts, {"injured": 0.6, "killed": 0.2})[0] == "killed"


def test_without_rule_or_network_it_is_other() -> None:
    assert measure_of(Facts("-", "-"), {}) == ("other", "no word of it is known")


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in lexicon().rules]
    assert len(set(names)) == len(names)
    assert rule_for(Facts("kill", "fighter")) is not None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("thing | person", "expected"),
        ("event | kill | slay\nevent | injure | slay", "already"),
        ("event | kill | slay\nrule | sure | kill | * | slain", "that there is not"),
    ],
)
def test_bad_lines_are_told_with_their_number(line: str, problem: str) -> None:
    with pytest.raises(DataFileError, match=problem):
        parse(line)

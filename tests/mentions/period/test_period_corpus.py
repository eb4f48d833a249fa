"""The corpus of periods: span, TIMEX value and days; every rule and data line reached; offsets hold."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import DataFileError
from sayso.mentions.period import find_periods, lexicon, rules
from sayso.mentions.period.corpus import NOTHING, PUBLISHED, Example, examples
from sayso.mentions.period.lexicon import lines

CASES = [(example, sentence) for example in examples() for sentence in example.sentences]
BOOKS = (rules.simple, rules.pairs, rules.prefixes, rules.suffixes)
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
    "İ",
    "5 pm",
    "after the battle",
)


def read(sentence: str) -> tuple[str, int, str]:
    """The text of an example, where its marked words begin, and these words."""
    before, marked, _ = sentence.replace("›", "‹").split("‹")
    return sentence.replace("‹", "").replace("›", ""), len(before), marked


@pytest.mark.parametrize(("example", "sentence"), CASES, ids=[s for _, s in CASES])
def test_period(example: Example, sentence: str) -> None:
    text, start, marked = read(sentence)
    found = find_periods(text, "text", PUBLISHED)
    (mention,) = [m for m in found if m.span.start == start and m.span.exact == marked]
    value = mention.value
    days = tuple(str(day) if day else None for day in (value.start, value.end))
    assert (value.timex, *days) == (example.timex, example.start, example.end)


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing(sentence: str) -> None:
    assert find_periods(sentence, "text", PUBLISHED) == []


def test_every_rule_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: set[int] = set()

    def heard(rule: rules.Rule) -> Callable[..., Any]:
        def make(*parts: Any) -> Any:
            meaning = rule.make(*parts)
            if meaning is not None:
                reached.add(id(rule))
            return meaning

        return make

    every = [rule for book in BOOKS for rule, _ in book().rules]
    for book in BOOKS:
        listening = [(rules.Rule(r.name, r.pattern, heard(r)), starts) for r, starts in book().rules]
        monkeypatch.setattr(book(), "rules", listening)
        monkeypatch.setattr(book(), "_known", {})
    for _, sentence in CASES:
        find_periods(read(sentence)[0], "text", PUBLISHED)
    assert [rule.name for rule in every if id(rule) not in reached] == []


@pytest.mark.parametrize("file", ["words.txt", "feasts.txt"])
def test_every_data_line_is_reached(file: str) -> None:
    cell = 1 if file == "words.txt" else 0
    texts = " ".join(read(s)[0].lower() for _, s in CASES)
    unreached = [
        (number, cells[cell])
        for number, cells in lines(file)
        if not any(_stands(item.partition("=")[0].strip(), texts) for item in cells[cell].split(","))
    ]
    assert unreached == []


def _stands(word: str, texts: str) -> bool:
    """Whether a word stands in the texts by itself, digits beside it left out."""
    return re.search(rf"(?<![^\W\d]){re.escape(word)}(?![^\W\d])", texts) is not None


def test_a_class_that_no_rule_names_is_not_kept() -> None:
    """Words of a class that is nowhere asked for would only hide what stands beside them."""
    here = lexicon.HERE
    asked = " ".join(p.read_text("utf-8") for p in here.glob("*.py"))
    kinds = {cells[0] for _, cells in lines("words.txt")}
    assert [kind for kind in kinds if not re.search(rf"\b{kind.removeprefix('perhaps_')}\b", asked)] == []


def test_an_example_without_marks_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    (tmp_path / "examples.txt").write_text("days | 2016 | - | no mark here\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "HERE", tmp_path)
    examples.cache_clear()
    with pytest.raises(DataFileError, match=r"examples\.txt"):
        examples()
    examples.cache_clear()


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_offsets_hold(text: str) -> None:
    for published in (None, PUBLISHED):
        for mention in find_periods(text, "text", published):
            assert text[mention.span.start : mention.span.end] == mention.span.exact

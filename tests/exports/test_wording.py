"""Claims in words, and the tree of how they came about."""

from datetime import date

import pytest

from exports.sample import CLAIMS, READING, REPORT
from sayso.exports.derivation import explain, find_claim
from sayso.exports.marking import Mark, lines
from sayso.exports.wording import days, sentence_of, shown

DAYS = [
    ("21 Oct 2016", date(2016, 10, 21), date(2016, 10, 21)),
    ("21 Feb – 13 Mar 2016", date(2016, 2, 21), date(2016, 3, 13)),
    ("1 Mar 2011 – 13 Mar 2016", date(2011, 3, 1), date(2016, 3, 13)),
    ("Feb 2016", date(2016, 2, 1), date(2016, 2, 29)),
    ("Dec 2016", date(2016, 12, 1), date(2016, 12, 31)),
    ("2016", date(2016, 1, 1), date(2016, 12, 31)),
    ("1 Feb – 31 Mar 2016", date(2016, 2, 1), date(2016, 3, 31)),
    ("from 1 Mar 2011", date(2011, 3, 1), None),
    ("until 1 Mar 2011", None, date(2011, 3, 1)),
    ("1 Jan – 31 Dec 9999", date(9999, 1, 1), date.max),
]
SENTENCES = [
    "the report itself · 40 gunmen · killed, by Iraqi Army · Daquq (Kirkuk, IRQ)",
    (
        "Ali Hassan via Reuters · 3,000 sq km · territory (“lost”), of Iraqi Army · "
        "Daquq (Kirkuk, IRQ) · 21 Oct 2016"
    ),
    "Ali Hassan via Reuters · 1,160 sq miles · territory",
    "Ali Hassan via Reuters · up to 40 gunmen · casualties (“lost”) · Daquq (Kirkuk, IRQ) · 21 Oct 2016",
    "=Hospitals= · dozens (24–99) · injured · “on Friday” (no publication date)",
    "A spokesman · rejected · the figure … it is invented",
]


@pytest.mark.parametrize(("words", "start", "end"), DAYS)
def test_days(words: str, start: date | None, end: date | None) -> None:
    assert days(start, end) == words


@pytest.mark.parametrize(("claim", "words"), list(zip(CLAIMS, SENTENCES, strict=True)))
def test_a_claim_as_one_line(claim: object, words: str) -> None:
    assert sentence_of(claim, REPORT) == words  # type: ignore[arg-type]


def test_nothing_shown_steers_a_terminal() -> None:
    assert shown("a\x1b[31m\u202eb\x07\r\n c\ud800") == "a[31mb c�"


def test_the_tree_names_slots_words_and_rules() -> None:
    tree = explain(READING, "c2")
    assert tree.startswith("c2  Ali Hassan via Reuters · 3,000 sq km")
    assert "source        “General Ali Hassan” = Ali Hassan   ← <source> <cue> after the content" in tree
    assert "period        “on Friday” = 21 Oct 2016" in tree
    assert explain(READING, 2) == tree
    assert explain(READING).count("\n\n") == len(CLAIMS) - 1


def test_a_claim_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        find_claim(READING, "c99")


def test_pieces_are_the_text_again() -> None:
    text = "one two\n\nthree four"
    marks = [Mark(4, 14, "content", 1), Mark(9, 14, "figure", 2), Mark(0, 3, "furniture")]
    found = list(lines(text, marks))
    assert ["".join(piece.text for piece in line) for line in found] == ["one two", "three four"]
    assert all(text[piece.start :].startswith(piece.text) for line in found for piece in line)
    assert [mark.claim for mark in found[1][0].marks] == [1, 2]

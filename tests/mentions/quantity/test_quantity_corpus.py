"""The corpus of figures: span, value, unit and counted noun; and every line of the data files reached."""

import re
from decimal import Decimal

import pytest

from sayso.mentions.quantity import find_quantities
from sayso.mentions.quantity.corpus import FIGURES, NO_FIGURES, NOTHING, TWO_FIGURES, Example, read_marks
from sayso.mentions.quantity.excluding import shapes
from sayso.mentions.quantity.lexicon import HERE, lines

FIGURE_CASES = [(example, sentence) for example in FIGURES for sentence in example.sentences]
NO_FIGURE_CASES = [(example, sentence) for example in NO_FIGURES for sentence in example.sentences]
AMBIGUOUS_CASES = [tuple(cells) for _, cells in lines("ambiguous-examples.txt")]
UNIT_CASES = [tuple(cells) for _, cells in lines("units-examples.txt")]


@pytest.mark.parametrize(("example", "sentence"), FIGURE_CASES, ids=[s for _, s in FIGURE_CASES])
def test_figure(example: Example, sentence: str) -> None:
    marked = read_marks(sentence)
    (found,) = [m for m in find_quantities(marked.text) if m.value.excluded is None]
    assert found.span.exact == marked.text[slice(*marked.figure)]
    value = found.value
    assert (value.bound, value.low, value.high, value.unit) == (
        example.bound, example.low, example.high, example.unit,
    )  # fmt: skip
    assert (value.counted.exact if value.counted else None) == marked.counted


@pytest.mark.parametrize(("example", "sentence"), NO_FIGURE_CASES, ids=[s for _, s in NO_FIGURE_CASES])
def test_no_figure(example: Example, sentence: str) -> None:
    marked = read_marks(sentence)
    mentions = find_quantities(marked.text)
    assert [m.span.exact for m in mentions if m.value.excluded is None] == []
    start, end = marked.figure
    reasons = [m.value.excluded for m in mentions if m.span.start < end and start < m.span.end]
    assert reasons == [example.excluded]


@pytest.mark.parametrize(("sentence", "figures"), TWO_FIGURES)
def test_two_figures(sentence: str, figures: tuple[str, ...]) -> None:
    assert tuple(m.span.exact for m in find_quantities(sentence)) == figures


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing(sentence: str) -> None:
    assert find_quantities(sentence) == []


@pytest.mark.parametrize(("unit", "sentence"), UNIT_CASES, ids=[c[1] for c in UNIT_CASES])
def test_unit(unit: str, sentence: str) -> None:
    marked = read_marks(sentence)
    (found,) = [m for m in find_quantities(marked.text) if m.value.excluded is None]
    assert found.span.exact == marked.text[slice(*marked.figure)]
    assert (found.value.unit, found.value.low) == (unit.split("*", maxsplit=1)[0], 40)


def test_every_unit_line_has_an_example() -> None:
    assert {cells[0] for _, cells in lines("units.txt")} - {"base"} == {unit for unit, _ in UNIT_CASES}


@pytest.mark.parametrize(("name", "unit", "sentence"), AMBIGUOUS_CASES, ids=[c[2] for c in AMBIGUOUS_CASES])
def test_ambiguous_name(name: str, unit: str, sentence: str) -> None:
    assert name.removeprefix("prefix:") in sentence
    test_unit(unit, sentence)


def test_every_ambiguous_line_has_an_example() -> None:
    assert [cells[:2] for _, cells in lines("ambiguous.txt")] == [list(c[:2]) for c in AMBIGUOUS_CASES]


RULES = {
    "<digits>", "<digits> <scale>", "<number words>", "<vague word>", "a couple", "<number> to <number>",
            "<number> <unit>",
    "<currency> <number>", "<currency> <number> <currency>", "<number> <unit> <number> <part>",
            "<number> in <number>",
    "<fraction words>", "<number>-fold", "<number> times as many", "double, twice, tripled …",
            "no <casualties>",
    "<lower bound> and <upper bound>", "<ordinal words>", "<fraction sign>", "<digits>/<digits>",
    "<number> on the <unit> scale", "unit of the one before",
}  # fmt: skip


def test_every_rule_has_an_example() -> None:
    sentences = [read_marks(s).text for _, s in FIGURE_CASES + NO_FIGURE_CASES] + [s for s, _ in TWO_FIGURES]
    won = " ".join(m.rule for text in sentences for m in find_quantities(text))
    assert [rule for rule in RULES if rule not in won] == []


def test_every_bound_line_has_an_example() -> None:
    rules = " ".join(m.rule for _, s in FIGURE_CASES for m in find_quantities(read_marks(s).text))
    unreached = [
        number
        for number, cells in lines("bounds.txt")
        if not any(re.search(rf"(?:^| ){re.escape(p.strip())}(?: |$)", rules) for p in cells[2].split(","))
    ]
    assert unreached == []


def test_every_exclusion_has_an_example() -> None:
    texts = {reason: [] for _, (reason, *_) in lines("exclusions.txt")}
    for example, sentence in NO_FIGURE_CASES:
        texts.setdefault(example.excluded, []).append(read_marks(sentence).text)
    unreached = [
        f"{shape.reason}: {shape.pattern.pattern}"
        for shape in shapes()
        if not any(
            shape.pattern.search(t.lower() if shape.folds else t)
            and (not shape.needs or any(n in t.lower() for n in shape.needs))
            for t in texts[shape.reason]
        )
    ]
    assert unreached == []


def test_every_word_line_is_used() -> None:
    spoken = " ".join([*(read_marks(s).text for _, s in FIGURE_CASES + NO_FIGURE_CASES), *NOTHING]).lower()
    words = set(re.findall(r"[^\W\d_]+", spoken))
    unreached = [n for n, cells in lines("words.txt") if not set(cells[-1].lower().split()) & words]
    assert unreached == []


def test_data_files_stand_beside_the_code() -> None:
    assert {p.name for p in HERE.glob("*.txt")} == {
        "ambiguous.txt", "ambiguous-examples.txt", "bounds.txt", "exclusions.txt",
        "units.txt", "units-examples.txt", "words.txt",
    }  # fmt: skip


SHARED_UNITS = (
    ("the share fell from 48 to 47 per cent", ((48, "percent"), (47, "percent"))),
    ("it grew from 1.2 to 1.5 million", ((1_200_000, "count"), (1_500_000, "count"))),
    ("it went from 20 miles in 2008 to 29", ((20, "mi"), (29, "mi"))),
    ("it went from 20 miles to 29 villages", ((20, "mi"), (29, "count"))),
    ("2.9 per cent in March and 3.5 in May", (("2.9", "percent"), ("3.5", "percent"))),
    ("bread rose by 20 per cent and oil rose by 30", ((20, "percent"), (30, "percent"))),
    ("it rose 8.5 per cent to 3.5", (("8.5", "percent"), ("3.5", "count"))),
    ("9 billion shekels ($2 billion) a year", ((9 * 10**9, "ILS per year"), (2 * 10**9, "USD"))),
)


@pytest.mark.parametrize(("sentence", "wanted"), SHARED_UNITS)
def test_both_ends_of_a_movement_have_the_unit_said_once(
    sentence: str, wanted: tuple[tuple[int | str, str], ...]
) -> None:
    found = [m.value for m in find_quantities(sentence) if m.value.excluded is None]
    assert [(value.low, value.unit) for value in found] == [(Decimal(low), unit) for low, unit in wanted]


def test_a_distance_in_brackets_locates_as_the_one_before() -> None:
    found = find_quantities("a wreck at a depth of 300 metres (980 ft)")
    assert [m.value.excluded for m in found] == ["locating distance"] * 2


def test_a_measure_in_brackets_is_bounded_as_the_one_before() -> None:
    found = [m.value for m in find_quantities("They took more than 3,000 sq km (1,160 sq miles).")]
    assert [(v.low, v.high, v.bound.value, v.unit) for v in found] == [
        (3000, None, "more_than", "km2"),
        (1160, None, "more_than", "mi2"),
    ]


@pytest.mark.parametrize("sentence", ["at least 12 dead (5 women)", "more than 12 km (5 of them)"])
def test_other_figures_in_brackets_are_not(sentence: str) -> None:
    assert [m.value.bound.value for m in find_quantities(sentence)][1] == "exact"

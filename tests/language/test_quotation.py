"""Quotation marks: what stands between them, answer first."""

import pytest

from sayso.language.paragraphs import paragraphs
from sayso.language.quotation import mode, quotations

CORPUS = [
    (["“We held the bridge,”"], "“We held the bridge,” the colonel said."),
    (['"We held it,"'], '"We held it," the colonel said.'),
    (["“We held it,”", "“but barely.”"], "“We held it,” he said, “but barely.”"),
    (["'We saw nine bodies,'"], "'We saw nine bodies,' a medic told reporters."),
    (["‘We saw nine bodies,’"], "‘We saw nine bodies,’ a medic told reporters."),
    (["‘The rebels’ guns were silent,’"], "‘The rebels’ guns were silent,’ a medic said."),
    (["“He shouted ‘stop’ and ran,”"], "“He shouted ‘stop’ and ran,” she said."),
    (["«No pasarán»"], "«No pasarán» was on the wall."),
    ([], "The rebels’ guns and the army's tanks didn't move in the '90s."),
    ([], "It's the soldiers' job, isn't it?"),
    (
        ["“We began at dawn.", "“By noon it was over.”"],
        "“We began at dawn.\n\n“By noon it was over.”\n\nNobody spoke.",
    ),
    (["“We began at dawn."], "He said: “We began at dawn.\n\nNobody else spoke.\n\nIt rained."),
    (["“a mistake”"], 'It was a 6" pipe, he said, “a mistake”.'),
    (['"red line"', '"over"'], 'He called it a "red line" and said it was "over".'),
    (["“one”", "“two”"], "Some “one” and “two”."),
    ([], 'A single mark " here.\n\nAnd nothing more.'),
    ([], ""),
]


@pytest.mark.parametrize(("expected", "text"), CORPUS)
def test_quotations(expected: list[str], text: str) -> None:
    found = quotations(text, list(paragraphs(text)))
    assert [text[one.start : one.end] for one in found] == expected


@pytest.mark.parametrize(
    ("expected", "content", "text"),
    [
        ("direct", "“We held it,”", "“We held it,” he said."),
        ("mixed", "that they “held it”", "He said that they “held it”."),
        ("indirect", "that they held it", "He said that they held it."),
    ],
)
def test_mode(expected: str, content: str, text: str) -> None:
    start = text.index(content)
    found = quotations(text, list(paragraphs(text)))
    assert mode(text, [(start, start + len(content))], found) == expected


def test_an_odd_mark_costs_no_more_than_its_paragraph() -> None:
    text = "“It is odd, he said.\n\n“This one is closed,” he said.\n\n“So is this,” he said."
    found = [text[one.start : one.end] for one in quotations(text, list(paragraphs(text)))]
    assert found[-2:] == ["“This one is closed,”", "“So is this,”"]

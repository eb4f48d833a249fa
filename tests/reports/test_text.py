"""Where the title of a plain text ends and its text begins."""

import pytest

from sayso.reports.text import split_title

TITLED = [
    ("Rebels lose 40 men near the dam", "Rebels lose 40 men near the dam\n\nThe army said so.\n"),
    ("Are 600 fighters dead?", "Are 600 fighters dead?\r\n\r\nNobody knows.\r\n"),
    (
        "‘No one is left,’ says mayor",
        "\ufeff‘No one is left,’ says mayor\n \n\nHe left.".removeprefix("\ufeff"),
    ),
    ("Ten killed", "\n\nTen killed\n\nIn the north."),
]
UNTITLED = [
    "The army said that 12 soldiers were killed.\n\nIt gave no names.",
    "Two lines\nwithout a blank one between.",
    "ALEPPO, Syria (Newswire) — Ten people were killed\n\nin the north",
    "One line alone",
    "Only a title\n\n",
    "Click to follow\n\nThe army said so.",
    "The mayor said:\n\n“Ten are dead.”",
    "a long line " * 40 + "\n\nand more.",
    "12\n\n13 died.",
]


@pytest.mark.parametrize(("title", "content"), TITLED)
def test_the_first_line_is_the_title(title: str, content: str) -> None:
    found, text = split_title(content)
    assert found == title
    assert content.endswith(text)
    assert not text.startswith(("\n", "\r"))


@pytest.mark.parametrize("content", UNTITLED)
def test_no_title_is_made_up(content: str) -> None:
    assert split_title(content) == (None, content)


def test_a_title_that_is_given_is_not_kept_twice() -> None:
    assert split_title("Ten killed\n\nIn the north.", "Ten killed") == ("Ten killed", "In the north.")
    assert split_title("Ten killed\n\nIn the north.", "Dam falls") == (
        "Dam falls",
        "Ten killed\n\nIn the north.",
    )

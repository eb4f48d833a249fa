"""Paragraphs and windows of raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.paragraphs import PART, paragraphs, parts
from sayso.language.windows import HARD_LIMIT, windows
from sayso.language.wordpiece import WordPiece

WRAPPED = (
    "The column left the depot before dawn and moved along the river road\n"
    "towards the bridge, where Captain Oru Delvane had ordered it to wait\n"
    "until the last of the trucks came up. Nobody spoke for nearly an hour\n"
    "and then the shelling began again.\n"
    "In the evening the ministry counted its losses and found that three\n"
    "of the guns could not be moved without a crane.\n"
)

CASES = [
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\n \t\nTwo.", ["One.", "Two."]),
    ("One.\r\n\r\nTwo.", ["One.", "Two."]),
    ("A headline without a stop\nThe first sentence follows it.", 2),
    ("The first paragraph is whole.\nSo is the second one.", 2),
    ("he said that\nnothing was lost", 1),
    (WRAPPED, 2),
    ("", []),
    (" \n\n \t ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_paragraphs(text: str, expected: list[str] | int) -> None:
    found = [text[start:end] for start, end in paragraphs(text)]
    assert found == expected if isinstance(expected, list) else len(found) == expected


@given(st.text(alphabet="ab. \n\r\u2029\x0c", max_size=80))
def test_paragraphs_hold_all_that_is_not_white_space(text: str) -> None:
    found = [text[start:end] for start, end in paragraphs(text)]
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(one == one.strip() and one for one in found)


def test_long_texts_come_in_parts_that_join_to_the_whole() -> None:
    text = ("Shells fell on the market. " * 40 + "\n") * 200 + "x" * (2 * PART)
    spans = list(parts(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert max(end - start for start, end in spans) <= PART


def vocabulary() -> WordPiece:
    return WordPiece(
        [
            "[PAD]",
            "[CLS]",
            "[SEP]",
            "[UNK]",
            *"abcdefghijklmnopqrstuvwxyz.,",
            *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
        ]
    )


def test_windows_end_with_sentences_where_they_can() -> None:
    text = "the gate was shut. Nobody came. " * 60
    cut = [window for window, _ in windows(text, (0, len(text)), vocabulary())]
    assert len(cut) > 1
    assert all(text[window.ends[-1] - 1] == "." for window in cut)


@pytest.mark.parametrize("text", ["word " * 500, "a" * 20_000, "a,b" * 3000, "Mr. Oba " * 200])
def test_windows_are_never_longer_than_the_network_can_read(text: str) -> None:
    cut = [window for window, _ in windows(text, (0, len(text)), vocabulary())]
    assert max(len(window.pieces) for window in cut) <= HARD_LIMIT + 64
    assert sum(end - start for w in cut for start, end in zip(w.starts, w.ends, strict=True)) == len(
        "".join(text.split())
    )


def test_line_ends_escaped_twice_part_paragraphs() -> None:
    text = "Shells fell.\\nTwelve died.\\n\\nThe path C:\\news stays whole.\\n"
    found = [text[start:end] for start, end in paragraphs(text)]
    assert found == ["Shells fell.", "Twelve died.", "The path C:\\news stays whole."]

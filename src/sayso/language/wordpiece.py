"""Sub-words: the WordPiece of an uncased BERT vocabulary, for one atom at a time, remembered.

Gives the same pieces as Hugging Face `tokenizers` does for an uncased BERT (a test compares
them), but needs no tokenizer object and answers a known atom from a dictionary.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from sayso.language.atoms import shape

_LONGEST_WORD = 100  # BERT's own limit: a longer word is unknown
_REMEMBERED = 100_000  # atoms kept; about 15 MB
_DROPPED = ("Cc", "Cf", "Cn", "Co", "Cs")


class WordPiece:
    """Atom → numbers of its sub-words and its shape."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        self.begin = self._numbers["[CLS]"]
        self.end = self._numbers["[SEP]"]
        self.unknown = self._numbers["[UNK]"]

    @classmethod
    def read(cls, path: Path) -> WordPiece:
        """From a vocabulary file, one piece a line."""
        return cls(path.read_text(encoding="utf-8").split("\n"))

    def __call__(self, atom: str) -> tuple[tuple[int, ...], int]:
        """The atom's sub-words (never none) and the number of its shape."""
        known = self._known.get(atom)
        if known is None:
            known = tuple(self._pieces(atom)) or (self.unknown,), shape(atom)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[atom] = known
        return known

    def _pieces(self, atom: str) -> list[int]:
        if len(atom) > 3 and atom.count(atom[0]) == len(atom) and not atom[0].isalnum():
            atom = atom[0]  # a rule of dashes: one piece, not a hundred
        return [number for word in _words(atom) for number in self._longest_first(word)]

    def _longest_first(self, word: str) -> list[int]:
        """The longest known piece from the left, again and again; one unknown if that fails."""
        if len(word) > _LONGEST_WORD:
            return [self.unknown]
        numbers, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._numbers.get(("##" if start else "") + word[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            numbers.append(number)
            start = end
        return numbers


def _words(atom: str) -> list[str]:
    """Lower case, without accents and control characters, every punctuation sign by itself."""
    kept = "".join(sign for sign in atom if not _is_dropped(sign))
    plain = unicodedata.normalize("NFD", kept)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Mn").lower()
    return "".join(f" {sign} " if _stands_alone(sign) else sign for sign in plain).split()


def _is_dropped(sign: str) -> bool:
    return sign == "\ufffd" or unicodedata.category(sign) in _DROPPED


def _stands_alone(sign: str) -> bool:
    code = ord(sign)
    if code < 128:
        return not sign.isalnum() and not sign.isspace()
    return unicodedata.category(sign)[0] == "P" or _is_cjk(code)


def _is_cjk(code: int) -> bool:
    """Chinese characters, which BERT reads one by one."""
    ranges = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2CEAF), (0x2F800, 0x2FA1F))
    return any(low <= code <= high for low, high in ranges)

"""Cut text into *atoms*: the smallest pieces a token can be made of.

An atom is a maximal run of letters, a maximal run of digits, a long run of one repeated sign, or
any other single sign. White space belongs to no atom. English contractions are cut inside a run
where Universal Dependencies cuts them ("do|n't", "can|not", "gon|na"), so that every token
boundary of the treebanks can be an atom boundary; which atoms are glued to one token is decided
later, by the network. Nothing is changed or dropped: an atom is a pair of offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SHAPES = (
    "special",  # [CLS], [SEP] and padding
    "lower",
    "title",
    "upper",
    "mixed",
    "initial",  # one capital alone
    "digits",
    "sign",  # ASCII punctuation and symbols
    "other sign",  # any other sign: curly quotes, dashes, emoji
    "uncased",  # letters of a script without case
)
SPACINGS = ("unknown", "glued", "space", "line", "paragraph")
UNKNOWN, GLUED, SPACE, LINE, PARAGRAPH = range(5)

_LONGEST_LETTERS = 64  # a longer run is cut: no word is that long, and sub-words cost its square
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060"
_LETTERS = rf"(?:[^\W\d_][{_MARKS}]*)"
_ATOM = re.compile(
    rf"(?P<letters>{_LETTERS}{{1,{_LONGEST_LETTERS}}})|(?P<digits>\d{{1,32}})|(?P<sign>\S)(?:(?P=sign){{3,}})?"
)
_NOT = re.compile(rf"n(?=['’‘`´ʼ][tT](?!{_LETTERS}))", re.IGNORECASE)
_SEAMS = (  # contractions written as one run of letters
    "can|not gon|na got|ta wan|na gim|me lem|me du|n|no do|nt does|nt did|nt is|nt was|nt are|nt "
    "were|nt have|nt has|nt had|nt could|nt would|nt should|nt wo|nt ca|nt ai|nt i|m i|ve you|re you|ve "
    "they|re they|ve we|ve that|s what|s there|s here|s he|s she|s who|s you|ll they|ll"
)
_INSIDE = {  # such a word → the lengths of its parts but the last
    word.replace("|", ""): tuple(len(part) for part in word.split("|")[:-1]) for word in _SEAMS.split()
}


def atoms(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Offsets (start, end) of the atoms between two places of the text, in order."""
    stop = len(text) if end is None else end
    for match in _ATOM.finditer(text, start, stop):
        first, last = match.span()
        if match.lastgroup != "letters" or last - first > 8:
            yield first, last
            continue
        yield from _cut(text, first, last, stop)


def _cut(text: str, first: int, last: int, stop: int) -> Iterator[tuple[int, int]]:
    """One run of letters, cut where a contraction has its seam."""
    lengths = _INSIDE.get(text[first:last].lower())
    if lengths is not None:
        for length in lengths:
            yield first, first + length
            first += length
    elif last - first > 1 and last < stop and _NOT.match(text, last - 1):
        yield first, last - 1
        first = last - 1
    yield first, last


def shape(atom: str) -> int:
    """The number in SHAPES of an atom's shape."""
    first = atom[0]
    if first.isalpha():
        return _letter_shape(atom)
    if first.isdigit():
        return 6
    return 7 if first < "\x80" else 8


def _letter_shape(atom: str) -> int:
    if atom.islower():
        return 1
    if not atom.isupper() and atom.upper() == atom.lower():
        return 9
    if len(atom) == 1:
        return 5
    if atom.isupper():
        return 3
    if atom[0].isupper() and atom[1:].islower():
        return 2
    return 4


def spacing(gap: str) -> int:
    """The number in SPACINGS of the white space before an atom."""
    if not gap:
        return GLUED
    lines = gap.count("\n") + gap.count("\r") - gap.count("\r\n") + gap.count("\u2029")
    return SPACE if not lines else LINE if lines == 1 else PARAGRAPH

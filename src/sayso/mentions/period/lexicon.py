"""The words of `words.txt` and the feasts of `feasts.txt`, read into frozen definitions."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import DataFileError

HERE = Path(__file__).parent
NUMERIC = ("iso", "numeric", "yearmonth", "clock", "decade", "ordinal", "real", "ampm", "bc", "oclock")
COUNTED = ("day", "small", "number", "year", "shortyear", "feast")
MARKS = {
    ",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "−": "dash", "~": "dash", "‑": "dash",
    "(": "open", ")": "closed", "/": "slash", "'": "quote", "’": "quote", "‘": "quote", ":": "colon",
    '"': "quotes", "“": "quotes", "”": "quotes", "$": "money", "€": "money", "£": "money", "=": "equals",
    "½": "half",
}  # fmt: skip
LETTERS = [
    chr(c) for c in (*range(65, 91), *range(97, 123), *range(48, 58), *range(0xC0, 0xD7), *range(0xD8, 0x180))
]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word → (class, value); class → the one letter that stands for it in a pattern."""

    words: dict[str, tuple[str, str]]
    letters: dict[str, str]
    names: dict[str, str]


def lines(name: str) -> list[tuple[int, list[str]]]:
    """The cells of each line of a data file that is no comment, with its number."""
    return [
        (number, [cell.strip() for cell in line.split("|")])
        for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]


@cache
def lexicon() -> Lexicon:
    """The shipped words. Raises DataFileError for a line that does not follow the grammar."""
    words: dict[str, tuple[str, str]] = {}
    for number, cells in lines("words.txt"):
        if len(cells) != 2:
            raise DataFileError("words.txt", number, "expected 'class | word, word=value …'")
        for item in cells[1].split(","):
            word, _, value = (piece.strip() for piece in item.partition("="))
            if not word:
                raise DataFileError("words.txt", number, "an empty word")
            words.setdefault(word, (cells[0], value or word))
    for name in feasts():
        words.setdefault(name[0].partition("'")[0].partition("-")[0], ("feast", name[0]))
    classes = dict.fromkeys([*NUMERIC, *COUNTED, *MARKS.values(), *(kind for kind, _ in words.values())])
    letters = dict(zip(classes, LETTERS, strict=False))
    return Lexicon(words, letters, {letter: name for name, letter in letters.items()})


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day or season of the year: how it is dated, and how many days it lasts."""

    name: str
    dated: str
    days: int


@cache
def feasts() -> dict[tuple[str, ...], Feast]:
    """The words of a name → the feast. Raises DataFileError for a line that does not follow the grammar."""
    out: dict[tuple[str, ...], Feast] = {}
    for number, cells in lines("feasts.txt"):
        if len(cells) != 3 or not cells[2].isdigit():
            raise DataFileError("feasts.txt", number, "expected 'names | dated | days'")
        names = [name.strip() for name in cells[0].split(",")]
        for name in names:
            out[tuple(name.lower().split())] = Feast(names[0], cells[1], int(cells[2]))
    return out

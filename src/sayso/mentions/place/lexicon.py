"""The words that place names stand beside (`words.txt`) and their short forms (`abbreviations.txt`)."""

from functools import cache
from importlib.resources import files

from sayso.errors import DataFileError
from sayso.mentions.country import countries


def _lines(file: str) -> list[tuple[int, str]]:
    text = files("sayso.mentions.place").joinpath(file).read_text("utf-8")
    return [(n, line) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]


@cache
def words() -> dict[str, frozenset[str]]:
    """The sections of `words.txt`; DataFileError where a word stands under no head."""
    sections: dict[str, set[str]] = {}
    head = ""
    for number, line in _lines("words.txt"):
        if line.startswith("["):
            head = line.strip("[]")
            sections[head] = set()
        elif not head:
            raise DataFileError("words.txt", number, "a word before the first [section]")
        else:
            sections[head].update(word.strip() for word in line.split(";"))
    return {name: frozenset(found) for name, found in sections.items()}


@cache
def generics() -> dict[str, str]:
    """Generic word → the kind of place that it says ("province" → admin1)."""
    sections = (name for name in words() if name.startswith("generic "))
    return {word: name.removeprefix("generic ") for name in sections for word in words()[name]}


@cache
def codes() -> frozenset[str]:
    """Short forms of countries that are written in capitals, here in lower case: "car" is no "CAR"."""
    rows = countries().values()
    return frozenset(alias.lower() for row in rows for alias in row.aliases if alias.isupper())


@cache
def abbreviations() -> dict[str, tuple[str, str]]:
    """Short form → (full name, country)."""
    table = {}
    for number, line in _lines("abbreviations.txt"):
        short, _, full = line.partition(" | ")
        name, _, country = full.rpartition(" ")
        if not name:
            raise DataFileError("abbreviations.txt", number, "expected: short forms | full name COUNTRY")
        table.update(dict.fromkeys(short.split("; "), (name, country)))
    return table

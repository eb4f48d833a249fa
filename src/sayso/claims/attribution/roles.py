"""The nouns of `roles.txt` that call a speaker by its kind."""

from functools import cache
from importlib.resources import files

from sayso.errors import DataFileError

FILE = "roles.txt"
PERSON = "person"


@cache
def called() -> dict[str, frozenset[str]]:
    """Noun → the kinds of actor that it may stand for. Raises DataFileError for an odd line."""
    found: dict[str, set[str]] = {}
    text = files("sayso.claims.attribution").joinpath(FILE).read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            nouns, bar, kinds = line.partition(" | ")
            if not bar:
                raise DataFileError(FILE, number, "expected 'nouns | kinds'")
            for noun in nouns.split("; "):
                found.setdefault(noun, set()).update(kinds.split("; "))
    return {noun: frozenset(kinds) for noun, kinds in found.items()}

"""The classes and rules of `measure.txt`, read into frozen definitions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.claims.claim import MEASURES
from sayso.claims.measure.values import COUNT, Rule
from sayso.errors import DataFileError

FILE = Path(__file__).with_name("measure.txt")
OWN = {"*", "-", "?"}  # signs that stand where a class may stand
STRENGTHS = ("sure", "likely")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word → class for events and things, unit → class, and the rules in their order."""

    events: Mapping[str, str]
    things: Mapping[str, str]
    units: Mapping[str, str]
    rules: tuple[Rule, ...]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon. Raises DataFileError for a line that does not follow the grammar."""
    return parse(FILE.read_text(encoding="utf-8"))


def parse(text: str) -> Lexicon:
    """A lexicon from the text of such a file."""
    words: dict[str, dict[str, str]] = {"event": {}, "thing": {}, "unit": {}}
    rules: list[Rule] = []
    for number, cells in _lines(text):
        if cells[0] == "rule" and len(cells) == 5:
            rules.append(_rule(number, cells, words))
        elif cells[0] in words and len(cells) == 3:
            _take(number, words[cells[0]], cells)
        else:
            raise DataFileError(FILE.name, number, "expected event, thing, unit or rule with its cells")
    return Lexicon(words["event"], words["thing"], words["unit"], tuple(rules))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("|")]


def _take(number: int, known: dict[str, str], cells: list[str]) -> None:
    for word in cells[2].split():
        if word in known:
            raise DataFileError(FILE.name, number, f"{word!r} is in the class {known[word]!r} already")
        known[word] = cells[1]


def _rule(number: int, cells: list[str], words: Mapping[str, Mapping[str, str]]) -> Rule:
    _, strength, events, things, measure = cells
    classes = {kind: {*words[kind].values()} for kind in words}
    asked, unit = _asked(things, classes["unit"])
    known = (set(events.split()) <= classes["event"] | OWN | {"do", "harmed"}) and asked <= classes[
        "thing"
    ] | OWN
    if strength not in STRENGTHS or measure not in MEASURES or not known:
        raise DataFileError(FILE.name, number, "a strength, class or measure that there is not")
    return Rule(strength, frozenset(events.split()), frozenset(asked), unit, measure)  # type: ignore[arg-type]


def _asked(things: str, units: set[str]) -> tuple[set[str], frozenset[str]]:
    """Thing classes and unit classes of one cell; without a unit class it is plain counts."""
    asked = set(things.split())
    unit = asked & units
    return (asked - unit) or {"*"}, frozenset(unit) or COUNT

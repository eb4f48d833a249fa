"""The data files of the figures grammar, read into frozen definitions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import DataFileError
from sayso.mentions.number.values import Bound

HERE = Path(__file__).parent


def lines(name: str) -> list[tuple[int, list[str]]]:
    """The cells of each line that is no comment, with its number."""
    text = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [
        (n, [c.strip() for c in line.split(" | ")])
        for n, line in enumerate(text, 1)
        if line.strip() and line[0] != "#"
    ]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its id in the ledger, its dimension ("area", "money" …), and how many of it a name means."""

    id: str
    dimension: str
    factor: int = 1


@dataclass(frozen=True, slots=True)
class Units:
    """Names of units: `exact` case-sensitive, `folded` lower-cased, `prefix` before the number."""

    exact: dict[str, Unit]
    folded: dict[str, Unit]
    prefix: dict[str, Unit]
    by_id: dict[str, Unit]
    bases: frozenset[str]


@cache
def units() -> Units:
    """The shipped units. Raises DataFileError for a line that does not follow the grammar."""
    exact: dict[str, Unit] = {}
    folded: dict[str, Unit] = {}
    prefix: dict[str, Unit] = {}
    by_id: dict[str, Unit] = {}
    bases: set[str] = set()
    for number, cells in lines("units.txt"):
        if len(cells) != 3:
            raise DataFileError("units.txt", number, "expected 'unit | dimension | names'")
        names = [name.strip() for name in cells[2].split(",")]
        if cells[0] == "base":
            bases.update(names)
            continue
        name, _, factor = cells[0].partition("*")
        unit = Unit(name, cells[1], int(factor or 1))
        by_id.setdefault(name, unit)
        for written in names:
            _name(written, unit, exact, folded, prefix)
    return Units(exact, folded, prefix, by_id, frozenset(bases))


def _name(
    name: str, unit: Unit, exact: dict[str, Unit], folded: dict[str, Unit], prefix: dict[str, Unit]
) -> None:
    if name.startswith("prefix:"):
        prefix[name[7:].lower()] = unit
    elif name.startswith("="):
        exact[name[1:]] = unit
    else:
        folded[name.replace("(s)", "").lower()] = unit
        folded[name.replace("(s)", "s").lower()] = unit


@cache
def bound_words(where: str) -> dict[str, Bound]:
    """Phrase (lower case) → bound, for phrases before or after the figure, or behind its noun (tail)."""
    found: dict[str, Bound] = {}
    for number, cells in lines("bounds.txt"):
        if len(cells) != 3 or cells[1] not in ("before", "after", "tail"):
            raise DataFileError("bounds.txt", number, "expected 'bound | before, after or tail | phrases'")
        if cells[1] == where:
            found.update(
                {phrase.strip(): Bound(cells[0]) for phrase in cells[2].split(",") if phrase.strip()}
            )
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind of `words.txt`."""
    return frozenset(
        word.lower() for _, cells in lines("words.txt") if cells[0] == kind for word in cells[-1].split()
    )


def phrases(names: Iterable[str]) -> str:
    """A regular expression for any of the phrases, longest first, blanks standing for any white space."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"[\s\u00a0-]{1,3}") for name in ordered)


@cache
def times() -> dict[str, int]:
    """Words that multiply ("double" → 2)."""
    return {
        word.strip(): int(cells[1])
        for _, cells in lines("words.txt")
        if cells[0] == "times"
        for word in cells[2].split()
    }

"""The data files of the figures grammar, read into frozen definitions."""

import re
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
    """One unit: its id in the ledger and its dimension ("area", "money" …)."""

    id: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Units:
    """Names of units: `exact` case-sensitive, `folded` lower-cased, `prefix` before the number."""

    exact: dict[str, Unit]
    folded: dict[str, Unit]
    prefix: dict[str, Unit]
    by_id: dict[str, Unit]


@cache
def units() -> Units:
    """The shipped units. Raises DataFileError for a line that does not follow the grammar."""
    out = Units({}, {}, {}, {})
    for number, cells in lines("units.txt"):
        if len(cells) != 3:
            raise DataFileError("units.txt", number, "expected 'unit | dimension | names'")
        unit = out.by_id.setdefault(cells[0], Unit(cells[0], cells[1]))
        for name in (n.strip() for n in cells[2].split(",")):
            if name.startswith("prefix:"):
                out.prefix[name[7:].lower()] = unit
            elif name.startswith("="):
                out.exact[name[1:]] = unit
            else:
                out.folded[name.replace("(s)", "").lower()] = unit
                out.folded[name.replace("(s)", "s").lower()] = unit
    return out


@dataclass(frozen=True, slots=True)
class BoundWord:
    """A phrase that bounds a figure and where it stands."""

    bound: Bound
    where: str
    phrase: str


@cache
def bound_words(where: str) -> dict[str, Bound]:
    """Phrase (lower case) → bound, for phrases that stand `before` or `after` the figure."""
    found: dict[str, Bound] = {}
    for number, cells in lines("bounds.txt"):
        if len(cells) != 3 or cells[1] not in ("before", "after"):
            raise DataFileError("bounds.txt", number, "expected 'bound | before or after | phrases'")
        if cells[1] == where:
            found.update(
                {phrase.strip(): Bound(cells[0]) for phrase in cells[2].split(",") if phrase.strip()}
            )
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind of `words.txt`."""
    return frozenset(
        word.lower() for _, cells in lines("words.txt") if cells[0] == kind for word in cells[1].split()
    )


def phrases(names: object) -> str:
    """A regular expression for any of the phrases, longest first, blanks standing for any white space."""
    ordered = sorted((str(n) for n in names), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(re.escape(name).replace(r"\ ", r"[\s\u00a0-]+") for name in ordered)

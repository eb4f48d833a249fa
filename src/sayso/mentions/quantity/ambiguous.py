"""Which of two units an ambiguous name means, by the words around it: the lines of `ambiguous.txt`."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.errors import DataFileError
from sayso.mentions.quantity.lexicon import Unit, lines, units

NEAR = 90  # characters on either side in which the words stand
ENDS = re.compile(r"[.!?]\s+(?=[A-Z])|\n\n")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a name: the unit and the words that speak for it."""

    unit: Unit
    words: re.Pattern[str]


@cache
def meanings() -> dict[str, tuple[Meaning, ...]]:
    """Name → its meanings in order. Raises DataFileError for a line that does not follow the grammar."""
    found: dict[str, tuple[Meaning, ...]] = {}
    for number, cells in lines("ambiguous.txt"):
        if len(cells) != 3 or cells[1] not in units().by_id:
            raise DataFileError("ambiguous.txt", number, "expected 'name | unit of units.txt | words'")
        any_of = "|".join(re.escape(word.replace("_", " ")) for word in cells[2].split())
        meaning = Meaning(units().by_id[cells[1]], re.compile(rf"\b(?:{any_of})", re.IGNORECASE))
        found[cells[0]] = (*found.get(cells[0], ()), meaning)
    return found


def meant(text: str, name: str, start: int, end: int) -> Unit | None:
    """The unit that the words around text[start:end] give an ambiguous name; None where they say nothing."""
    either = meanings().get(name)
    if either is None:
        return None
    before = ENDS.split(text[max(0, start - NEAR) : start])[-1]
    near = before + text[start:end] + ENDS.split(text[end : end + NEAR], maxsplit=1)[0]
    return next((meaning.unit for meaning in either if meaning.words.search(near)), None)

"""Examples of periods, answer first, then the ways to write it; read on Sunday 13 March 2016.

‹angle quotes› mark the mention. The page of what is understood is made from these, and a test runs them.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.errors import DataFileError
from sayso.mentions.period.lexicon import lines

PUBLISHED = date(2016, 3, 13)


@dataclass(frozen=True, slots=True)
class Example:
    """One answer — TIMEX value, first and last day — and the sentences in which the marked words mean it."""

    concept: str
    timex: str | None
    start: str | None
    end: str | None
    sentences: tuple[str, ...]


@cache
def examples() -> tuple[Example, ...]:
    """The examples of `examples.txt`. Raises DataFileError for a line that does not follow its grammar."""
    return tuple(_example(number, cells) for number, cells in lines("examples.txt"))


def _example(number: int, cells: list[str]) -> Example:
    if len(cells) != 4 or cells[3].count("‹") != len(cells[3].split(" · ")):
        raise DataFileError("examples.txt", number, "expected 'concept | TIMEX | days | sentence · sentence'")
    concept, timex, days, sentences = cells
    start, _, end = days.partition("…")
    known = days != "-"
    return Example(
        concept,
        timex if timex != "-" else None,
        (start or None) if known else None,
        (end or start) if known else None,
        tuple(sentences.split(" · ")),
    )


NOTHING = (
    "Mrs May said that nobody was hurt.",
    "Troops may have left.",
    "They plan a march on the capital.",
    "The fall of Mosul was a shock.",
    "The 101st Airborne sat in the sun.",
    "Some 1,500 men took part.",
    "Resolution 2254 was adopted.",
    "Operation Ramadan was launched.",
    "The filing went to an SEC office.",
    "A 3D map of the site was shown.",
    "Mo and his men have gone.",
    "At this point they fled.",
    "They bought 500 $DEC tokens.",
    "Guns of 88 mm were seen.",
    "Two women in their 40s were hurt.",
    "None of the 29 men have left.",
    "",
)

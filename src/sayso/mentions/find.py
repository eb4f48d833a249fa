"""Every kind of mention with the function that finds it, in one signature."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sayso.language import Analysis
from sayso.mentions.mention import Kind, Mention
from sayso.reports.span import Part


@dataclass(frozen=True, slots=True)
class Words:
    """What mentions are found in: the parts of a report, its day, and what grammar says of each part."""

    texts: Mapping[Part, str]
    published: date | None = None
    analyses: Mapping[Part, Analysis] | None = None

    def names(self, part: Part) -> tuple[Any, ...]:
        """The names that grammar found in a part; none without grammar."""
        analysis = (self.analyses or {}).get(part)
        return analysis.names if analysis else ()


Mentions = list[Mention[Any]]


def numbers(words: Words, part: Part) -> Mentions:
    """Every number of a part."""
    from sayso.mentions.number import find_numbers

    return [*find_numbers(words.texts[part], part)]


def quantities(words: Words, part: Part) -> Mentions:
    """Every figure of a part."""
    from sayso.mentions.quantity import find_quantities

    return [*find_quantities(words.texts[part], part)]


def periods(words: Words, part: Part) -> Mentions:
    """Every time expression of a part."""
    from sayso.mentions.period import find_periods

    return [*find_periods(words.texts[part], part, words.published)]


def actors(words: Words, part: Part) -> Mentions:
    """Every actor of a part."""
    from sayso.mentions.actor import find_actors

    return [*find_actors(words.texts[part], part, words.names(part))]


def places(words: Words) -> Mentions:
    """Every place, of all parts at once: they help each other to be understood."""
    from sayso.mentions.place import find_places

    return [*find_places(words.texts, {part: words.names(part) for part in words.texts})]


BY_PART: dict[Kind, Callable[[Words, Part], Mentions]] = {
    "number": numbers,
    "quantity": quantities,
    "period": periods,
    "actor": actors,
}
NEED_GRAMMAR = ("actor", "place")


def finders(words: Words, kinds: tuple[Kind, ...]) -> list[tuple[Kind, Part | None, Callable[[], Mentions]]]:
    """(kind, part, what finds it) for each kind and part; None is all parts at once."""
    found: list[tuple[Kind, Part | None, Callable[[], Mentions]]] = [
        (kind, part, partial(BY_PART[kind], words, part))
        for part in words.texts
        for kind in kinds
        if kind in BY_PART
    ]
    if "place" in kinds:
        found.append(("place", None, partial(places, words)))
    return found

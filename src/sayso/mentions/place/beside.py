"""What stands beside a name: the place that may contain it ("Paris, Texas"), the list it is a member of."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.mentions.place.entry import Entry
from sayso.mentions.place.lexicon import words
from sayso.mentions.place.reading import readings_of
from sayso.mentions.place.toponym import Toponym
from sayso.reports.span import Part

_WITHIN = re.compile(
    r"(?:,\s+(?:in\s+)?|\s+\(|\s+in\s+(?:the\s+)?)(?:(?:north|south|east|west|central)\w*\s+)?"
)
_PART_OF = re.compile(
    r"\s+(?:" + "|".join(sorted(words()["part of"], key=len, reverse=True)) + r")\s+(?:of|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}")
_NEXT = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+|;\s+")
LIST = 3  # names that make a list, for two are mostly a place and what contains it


def containers(texts: Mapping[Part, str], toponyms: Sequence[Toponym]) -> list[int | None]:
    """For each toponym the place in the list of the one that follows and may contain it."""
    return [_container(texts, toponyms, n) for n in range(len(toponyms))]


def _container(texts: Mapping[Part, str], toponyms: Sequence[Toponym], number: int) -> int | None:
    between = _between(texts, toponyms, number)
    within = between and (_WITHIN.fullmatch(between) or _PART_OF.fullmatch(between))
    return number + 1 if within else None


def parts_of(texts: Mapping[Part, str], toponyms: Sequence[Toponym]) -> dict[int, tuple[Entry, ...]]:
    """The toponyms that are called a part of a place ("the Marjeh district of Aleppo"): number → what that
    place may be, also where grammar takes its name for that of somebody ("… of Aleppo state television")."""
    found = {}
    for number, toponym in enumerate(toponyms):
        text = texts[toponym.part]
        if (match := _PART_OF.match(text, toponym.end)) and (readings := _named_at(text, match.end())):
            found[number] = readings
    return found


def _named_at(text: str, start: int) -> tuple[Entry, ...]:
    """The readings of the longest name of the gazetteer, of up to three words, that begins at an offset."""
    words = _NAME.match(text, start)
    name = words.group() if words else ""
    while name and not readings_of(name):
        name = name.rpartition(" ")[0]
    return readings_of(name) if name else ()


def _between(texts: Mapping[Part, str], toponyms: Sequence[Toponym], number: int) -> str:
    """What stands between a toponym and the next of the same part; empty if that is far or there is none."""
    if number + 1 >= len(toponyms):
        return ""
    this, following = toponyms[number], toponyms[number + 1]
    if this.part != following.part or following.start - this.end >= 40:
        return ""
    return texts[this.part][this.end : following.start]


def lists(texts: Mapping[Part, str], toponyms: Sequence[Toponym]) -> Iterator[range]:
    """The runs of at least LIST toponyms joined by commas, "and" or "or"."""
    first = 0
    for number in range(len(toponyms)):
        between = _between(texts, toponyms, number)
        if not (between and _NEXT.fullmatch(between)):
            if number + 1 - first >= LIST:
                yield range(first, number + 1)
            first = number + 1

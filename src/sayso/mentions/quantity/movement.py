"""Which way a figure moves: "up 9.4 per cent", "fell by 1 to 1.5 degrees"."""

import re
from dataclasses import replace

from sayso.mentions.number.numerals import tidy
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.drafting import Draft
from sayso.mentions.quantity.lexicon import words
from sayso.mentions.quantity.ranges import FROM, inherited
from sayso.mentions.quantity.values import Change

LAST = re.compile(r"(?P<word>[a-z]+)(?:\s+(?P<link>by|of|another|a\s+further))?\s*$", re.I)


TO = re.compile(
    r"\s+(?:(?!and\b|or\b)[a-z]+\s+){0,2}(?:in\s+\d{4}\s+)?to\s+(?:about\s+|around\s+|some\s+|nearly\s+|almost\s+)?"
)


def shared_unit(text: str, first: Draft, second: Draft) -> tuple[Draft, Draft]:
    """Both ends of a movement in the unit and scale that is said once ("from 4.8 to 4.7 per cent").

    They stay two figures, since neither is a bound of the other.
    """
    gap = text[first.end : second.start] if second.start - first.end < REACH else ""
    exact = first.numeral.bound is Bound.EXACT
    if second.numeral.bound is not Bound.EXACT or first.numeral.bound not in (Bound.EXACT, Bound.RANGE):
        return first, second
    if not TO.fullmatch(gap) or not FROM.search(text[max(0, first.start - REACH) : first.start]):
        return first, second
    if first.unit == "count" and exact and first.numeral.scale == 1:
        low = tidy(inherited(first.numeral, second.numeral))
        numeral = replace(first.numeral, low=low, high=low, scale=second.numeral.scale)
        first = replace(first, numeral=numeral, unit=second.unit)
    elif second.unit == "count" and not NOUN.match(text, second.end):
        second = replace(second, unit=first.unit)
    return first, second


REACH = 40  # characters in which the words between and before the two ends stand
NOUN = re.compile(r"[\s-]+(?!for\b|by\b|in\b|on\b|at\b|as\b|and\b|after\b|when\b|with\b|over\b|from\b)[a-z]")


def change_before(text: str, at: int, unit: str) -> Change | None:
    """`up` or `down` where the word before the figure says that it is a movement, else None.

    "by" and "of" make any figure a movement; without them only shares and measures are ("up 5 per
    cent", but "lost 12 men" counts men).
    """
    match = LAST.search(text[max(0, at - 30) : at])
    if not match or (not match["link"] and unit == "count"):
        return None
    word = match["word"].lower()
    if (
        word in ("lost", "lose", "won", "reduced", "cut", "cuts", "added", "improved", "boosted")
        and match["link"] != "by"
    ):
        return None
    return "up" if word in words("up") else "down" if word in words("down") else None

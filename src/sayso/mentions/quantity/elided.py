"""The counted noun where it does not simply follow the figure.

Joined to it by a hyphen ("a 12-storey block"), said of it ("three were children"), or before it ("a
population of 12,000", "a shell or two").
"""

import re

from sayso.mentions.quantity.counting import CountedNoun, counted_noun, is_plural, is_stop, singular
from sayso.mentions.quantity.lexicon import words

HYPHENED = re.compile(r"-(?P<noun>[a-z]{3,})\b(?!-)")
# "two- and three-storey houses": the noun is said once
SUSPENDED = re.compile(r"-(?:,\s[\w.]{1,12}-){0,3},?\s(?:and|or|to)\s[\w.]{1,12}[-\s](?P<noun>[a-z]{3,})\b")
SAID_OF = re.compile(
    r"(?:\s+of\s+(?:them|whom|which|the\s+\w+|those\s+\w+(?:\s+\w+)?))?\s+(?:are|were)\s+"
    r"(?:(?:also|all|mostly|reportedly|believed|said|thought|known|to|be)\s+){0,4}"
)
OR_TWO = re.compile(r"\b(?:an?|another|every)\s+(?P<noun>[a-z]{3,})\s+or\s+$")
IS_AMOUNT = re.compile(r"\s+(?:of|was|were|is|at|to|reached)\s+$")
WORD = re.compile(r"[a-z]+$")
MAGNITUDE = re.compile(r"\bmagnitude(?=\s+$)", re.IGNORECASE)
BACK = 30  # characters before a figure in which such a noun stands


def hyphened_noun(text: str, end: int) -> CountedNoun | None:
    """ "a 12-storey block", "four-, five- and six-cylinder engines": the noun joined by a hyphen."""
    match = HYPHENED.match(text, end) or SUSPENDED.match(text, end)
    if not match or is_stop(match["noun"]) or match["noun"].endswith("ed"):
        return None
    return CountedNoun(match.start("noun"), match.end("noun"), singular(match["noun"]))


def said_of(text: str, end: int) -> CountedNoun | None:
    """ "three were children", "five of the dead are believed to be soldiers": the noun that is said of it."""
    match = SAID_OF.match(text, end)
    found = counted_noun(text, match.end()) if match else None
    return found if found and is_plural(text[found.start : found.end].rsplit(maxsplit=1)[-1]) else None


def magnitude(text: str, start: int) -> CountedNoun | None:
    """ "a magnitude 6.1 earthquake": what 6.1 measures; it counts no earthquakes."""
    found = MAGNITUDE.search(text, max(0, start - BACK), start)
    return CountedNoun(found.start(), found.end(), "magnitude") if found else None


def noun_before(text: str, start: int, *, count: bool = False) -> CountedNoun | None:
    """ "a population of 12,000", "a budget of $3m", "a shell or two": the noun before the figure."""
    before = max(0, start - BACK)
    if count and (match := OR_TWO.search(text, before, start)):
        return CountedNoun(match.start("noun"), match.end("noun"), match["noun"])
    link = IS_AMOUNT.search(text, before, start)
    word = WORD.search(text, before, link.start()) if link else None
    if word is None or word[0] not in words("amount"):
        return None
    return CountedNoun(word.start(), word.end(), singular(word[0]))

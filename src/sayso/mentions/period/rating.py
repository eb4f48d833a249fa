"""Whether "a day" says how often a figure comes round ("30 a day", "$3 billion a year") or how long it is."""

from sayso.mentions.period.shape import Hit
from sayso.mentions.period.tokens import Tokens

FIGURES = frozenset({
    "day", "small", "number", "real", "one", "teen", "tens", "hundred", "thousand", "dozen", "half", "couple",
    "scaled", "few",
})  # fmt: skip
PEOPLE = frozenset({"people", "men", "women", "children", "cent", "percent"})
NEAR = 3  # words of a noun between its figure and "a day": "12 armed men a day"


def is_rate(hit: Hit) -> bool:
    """Whether the "a <unit>" of a hit stands behind a figure, or behind a noun that one counts."""
    tokens, at = hit.tokens, hit.start - 1
    if hit.tokens.name(hit.start) != "a" or hit.after == "of" or at < 0:
        return False
    if tokens.name(at) in FIGURES or tokens.name(at) == "closed":
        return True
    return _plural(tokens, at) and _counted(tokens, at)


def _plural(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return word in PEOPLE or (word.endswith("s") and len(word) > 3 and word[0].isalpha())


def _counted(tokens: Tokens, at: int) -> bool:
    """Whether a figure stands a few words before a plural, or a preposition right before it."""
    before = range(at - 1, max(-1, at - 1 - NEAR), -1)
    if at and tokens.name(at - 1) in ("of", "to", "for"):
        return True
    for place in before:
        if tokens.name(place) in FIGURES:
            return True
        if not tokens.is_word(place):
            return False
    return False

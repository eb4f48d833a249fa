"""A measure whose unit is said once: "fell to 2.9 per cent in March from 3.4", "up 2 per cent, then by 1".

A bare number with a decimal point counts nothing, and one behind "by" and a verb of movement is a change: it
is in the unit of the figure before it in the sentence, where the two are of one size and stand alike.
"""

import re
from dataclasses import replace

from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.ambiguous import ENDS
from sayso.mentions.quantity.drafting import Draft
from sayso.mentions.quantity.lexicon import words

BACK = 3  # figures looked back over
FAR = 120  # characters between the two figures
LIKE = 5  # how many times the one may be the other
LINK = re.compile(r"\b(?P<word>[A-Za-z]+)\s+(?:about\s+|around\s+|just\s+|nearly\s+)?$")
BY = re.compile(r"\b(?P<verb>[a-z]+)\s+by\s+(?:about\s+|around\s+|just\s+|nearly\s+)?$", re.I)
NOUN_NEXT = re.compile(
    r"[\s-]{1,2}(?!(?:in|on|at|by|for|as|and|or|but|to|from|after|before|when|while|with|over|during|since|a|an|the|this|that|last"
    r"|next|previously|earlier|respectively|per|year)\b)[A-Za-z]"
)
LEVEL = ("to", "at")  # "rose 8 per cent to 3.65": what follows is no share


def carried(text: str, drafts: list[Draft]) -> list[Draft]:
    """The figures of a text, those that name no unit in the unit that they share with one before."""
    out: list[Draft] = []
    for one in drafts:
        like = _like(text, one, out[-BACK:]) if _lacks_unit(text, one) else None
        out.append(replace(one, unit=like.unit, rule=f"{one.rule}, unit of the one before") if like else one)
    return out


def _lacks_unit(text: str, one: Draft) -> bool:
    numeral = one.numeral
    if one.unit != "count" or numeral.ordinal or numeral.words or numeral.bound is not Bound.EXACT:
        return False
    if NOUN_NEXT.match(text, one.end):
        return False
    return "." in text[numeral.start : numeral.end] or _moves(text, one.start)


def _moves(text: str, at: int) -> bool:
    verb = BY.search(text, max(0, at - 40), at)
    return verb is not None and verb["verb"].lower() in words("up") | words("down")


def _like(text: str, one: Draft, before: list[Draft]) -> Draft | None:
    """The nearest figure before in the sentence that measures something of this size."""
    for other in reversed(before):
        gap = text[other.end : one.start]
        if len(gap) > FAR or ENDS.search(gap):
            return None
        measures = other.unit not in ("count", "times") and other.numeral.bound is Bound.EXACT
        if measures and _same_size(one, other) and _stand_alike(text, one, other):
            return other
    return None


def _same_size(one: Draft, other: Draft) -> bool:
    low, high = sorted((abs(one.numeral.low), abs(other.numeral.low)))
    return one.numeral.scale == other.numeral.scale and 0 < high <= low * LIKE


def _stand_alike(text: str, one: Draft, other: Draft) -> bool:
    """Not "rose 8 per cent to 3.65": a level is in the unit of another level only."""
    link = [LINK.search(text, max(0, draft.start - 24), draft.start) for draft in (one, other)]
    word = [found["word"].lower() if found else "" for found in link]
    return word[0] == word[1] or word[0] not in LEVEL

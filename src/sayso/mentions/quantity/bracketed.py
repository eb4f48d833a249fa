"""A measure in brackets behind another says the same again in another unit.

"More than 3,000 sq km (1,160 sq miles)" bounds both; "at a depth of 300 metres (980 ft)" locates with both.
"About" is left to the first: the second is then often the figure that was rounded.
"""

import re
from dataclasses import replace

from sayso.mentions.mention import Mention
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.lexicon import units
from sayso.mentions.quantity.values import Quantity

OPENS = re.compile(r"\s?[(/]\s?|\s\[")
LOCATES = "locating distance"
LOWER = (Bound.AT_LEAST, Bound.MORE_THAN)
UPPER = (Bound.AT_MOST, Bound.LESS_THAN)


def restated(text: str, mentions: list[Mention[Quantity]]) -> list[Mention[Quantity]]:
    """The mentions, those in brackets with what the one before says of them: its bound, or why it is none."""
    out: list[Mention[Quantity]] = []
    for mention in mentions:
        again = bool(out) and _says_again(text, out[-1], mention)
        out.append(_like(out[-1].value, mention) if again else mention)
    return out


def _says_again(text: str, first: Mention[Quantity], second: Mention[Quantity]) -> bool:
    if second.span.start - first.span.end > 3 or not OPENS.fullmatch(text, first.span.end, second.span.start):
        return False
    dimension = _dimension(second.value) if second.value.excluded is None else None
    return dimension is not None and dimension == _dimension(first.value)


def _dimension(value: Quantity) -> str | None:
    if len(value.unit) == 3 and value.unit.isupper():
        return "money"
    known = units().by_id.get(value.unit)
    return known.dimension if known and known.dimension != "share" else None


def _like(first: Quantity, mention: Mention[Quantity]) -> Mention[Quantity]:
    value = mention.value
    if first.excluded == LOCATES:
        return replace(mention, value=replace(value, excluded=LOCATES))
    if value.bound is not Bound.EXACT or first.bound not in (*LOWER, *UPPER):
        return mention
    low = None if first.bound in UPPER else value.low
    high = None if first.bound in LOWER else value.high
    rule = f"{mention.rule}, bounded as the one before"
    return replace(mention, value=replace(value, low=low, high=high, bound=first.bound), rule=rule)

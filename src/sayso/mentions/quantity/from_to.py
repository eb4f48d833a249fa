"""A movement between two figures, "fell from 208 to 193", as one mention over both of them.

Its value is the interval moved through, its `change` the direction, and its parts are the two figures, which
stay mentions of their own: the ledger keeps those, so a movement is no figure for it (`excluded`).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from sayso.mentions.mention import Mention, Part
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.ranges import moves
from sayso.mentions.quantity.values import Quantity
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of

REASON = "movement"
FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
# "from 20 in 2008 to 29", "from $36 at noon to $34": when, and what else is short, may stand between
TO = re.compile(
    r"(?:\s(?:[^.;:!?()]|\.(?=\d)){0,45}?)?\s+to\s+(?:(?:about|around|some|just|nearly|almost)\s+)?$"
)


def movements(text: str, part: TextPart, mentions: Iterable[Mention[Quantity]]) -> list[Mention[Quantity]]:
    """The movements among the figures of a text, in text order."""
    figures = [mention for mention in mentions if mention.value.excluded is None]
    return [made for one, other in pairwise(figures) if (made := _movement(text, part, one, other))]


def _movement(
    text: str, part: TextPart, one: Mention[Quantity], other: Mention[Quantity]
) -> Mention[Quantity] | None:
    start, end = _number(one.value), _number(other.value)
    begin = FROM.search(text, max(0, one.span.start - 8), one.span.start)
    if start is None or end is None or start == end or begin is None:
        return None
    if other.span.start - one.span.end > 60 or not TO.fullmatch(text, one.span.end, other.span.start):
        return None
    if not _of_one_kind(one.value, other.value) or (
        one.value.unit == "count" and not moves(text, begin.start())
    ):
        return None
    unit = max(one.value.unit, other.value.unit, key=len)
    value = replace(
        other.value, low=min(start, end), high=max(start, end), bound=Bound.RANGE, digits=None, unit=unit,
        change="up" if end > start else "down", excluded=REASON,
    )  # fmt: skip
    span = span_of(part, text, begin.start(), other.span.end)
    parts = (Part(one.span.exact, one.rule), Part(other.span.exact, other.rule))
    return Mention("quantity", span, value, "from <number> to <number>", parts)


def _number(value: Quantity) -> Decimal | None:
    """The one number that a figure names; None for an interval."""
    if value.bound in (Bound.RANGE, Bound.VAGUE):
        return None
    return value.high if value.low is None else value.low


def _of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Both in one unit (a rate may be said once), and of one noun where the first names any."""
    if one.unit.partition(" per ")[0] != other.unit.partition(" per ")[0]:
        return False
    return one.head is None or one.head == other.head

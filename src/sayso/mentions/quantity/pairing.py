"""Two bounded figures that close an interval: "more than 20 and fewer than 30" is one range."""

import re
from dataclasses import replace

from sayso.mentions.mention import Mention, Part
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.values import Quantity
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of

LINK = re.compile(r"\s*,?\s*(?:(?:and|but|yet)\s+)?")
LOWER = (Bound.AT_LEAST, Bound.MORE_THAN)
UPPER = (Bound.AT_MOST, Bound.LESS_THAN)


def paired(text: str, part: TextPart, mentions: list[Mention[Quantity]]) -> list[Mention[Quantity]]:
    """The mentions with such pairs joined."""
    out: list[Mention[Quantity]] = []
    for mention in mentions:
        both = _both(text, part, out[-1], mention) if out else None
        if both:
            out[-1] = both
        else:
            out.append(mention)
    return out


def _both(
    text: str, part: TextPart, first: Mention[Quantity], second: Mention[Quantity]
) -> Mention[Quantity] | None:
    one, two = first.value, second.value
    if one.excluded or two.excluded or one.unit != two.unit or one.counted:
        return None
    if not ((one.bound in LOWER and two.bound in UPPER) or (one.bound in UPPER and two.bound in LOWER)):
        return None
    if not LINK.fullmatch(text[first.span.end : min(second.span.start, first.span.end + 12)]):
        return None
    low, high = (one.low, two.high) if one.bound in LOWER else (two.low, one.high)
    if low is None or high is None or low >= high or second.span.start > first.span.end + 12:
        return None
    span = span_of(part, text, first.span.start, second.span.end)
    value = replace(two, low=low, high=high, bound=Bound.RANGE, digits=None)
    parts = (Part(first.span.exact, first.rule), Part(second.span.exact, second.rule))
    return Mention("quantity", span, value, "<lower bound> and <upper bound>", parts)

"""Operands from mentions: what the grammar of figures left together or apart is set right for arithmetic.

"rose by 120 to 1,480" reads as a range to a grammar that sees no verb; here it is two figures. "One in
eight" is a share. Dates, years, ordinals, ages and names are no operands.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sayso.checks.operand import Operand
from sayso.checks.reclaimed import RECLAIMED, mended, reclaimed
from sayso.mentions.mention import Mention
from sayso.mentions.number import scan
from sayso.mentions.number.values import Bound
from sayso.reports.span import Part, Span, span_of

KEPT = (None, "duration", "locating distance")
LOOK_BACK = 48  # characters before a range in which the verb of a change stands
CHANGE = re.compile(
    r"\b(?:(?:rose|risen|rises?|rising|grew|grown|grows?|growing|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|increas(?:ed|es?|ing)|"
    r"fell|fallen|falls?|falling|drop(?:ped|s|ping)?|declin(?:ed|es?|ing)|decreas(?:ed|es?|ing)|shrank|shrunk|shr?inks?|"
    r"slid|sank|soar(?:ed|s|ing)?|surg(?:ed|es?|ing)|swell(?:ed|s|ing)?|swollen|went|gone|mov(?:ed|es)|reduc(?:ed|es?|ing)|"
    r"cut|cuts|cutting|rais(?:ed|es|ing)|lower(?:ed|s|ing)?|doubled|trebled|tripled|halved|quadrupled|dwindl(?:ed|es|ing)|"
    r"expand(?:ed|s|ing)?|brought|rise|increase|drop|fall|decrease|jump|up|down)\b[^.;:!?]{0,30}?\b(?:by|from)|"
    r"and by|and from|by (?:a further|another)|(?:up|down) by)\s+(?:another\s+|a further\s+|some\s+|about\s+|nearly\s+)?\Z",
    re.I,
)
RATIO = re.compile(r"\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?)\s+\Z")
FOLLOWED = re.compile(r"\s+(?:of\b|[a-z]+)")
PERCENT = Decimal(100)
ROUND_BASE = 12  # "one out of twelve" is a share, "nine out of 63" two counts


def operands_of(mentions: Iterable[Mention[Any]], part: Part, text: str) -> list[Operand]:
    """The operands of one part, in reading order, none overlapping."""
    mine = [m for m in mentions if m.kind == "quantity" and m.span.part == part]
    mine.sort(key=lambda m: (m.span.start, -m.span.end))
    found: list[Operand] = []
    for operand in _joined(mine, part, text):
        if not found or operand.span.start >= found[-1].span.end:
            found.append(operand)
    return found


def _joined(mentions: Sequence[Mention[Any]], part: Part, text: str) -> Iterator[Operand]:
    """Operands with "one in eight" as one share and "by 120 to 1,480" as two figures."""
    place = 0
    while place < len(mentions):
        first, second = mentions[place], mentions[place + 1] if place + 1 < len(mentions) else None
        share = _ratio(first, second, part, text) if second else None
        if share:
            yield share
            place += 2
            continue
        operand = reclaimed(first, text) if first.value.excluded in RECLAIMED else None
        if operand or first.value.excluded in KEPT or _other(first, text):
            operand = mended(operand or _operand(first), text)
            yield from _out_of(operand, part, text) or _parted(operand, part, text)
        place += 1


def _other(mention: Mention[Any], text: str) -> bool:
    """Whether it is "the other two", which the ledger takes for a pronoun and a sum for a part."""
    before = text[max(0, mention.span.start - 12) : mention.span.start].lower().split()
    return mention.value.excluded == "pronoun" and before[-1:] in (["other"], ["remaining"], ["last"])


def _operand(mention: Mention[Any]) -> Operand:
    value = mention.value
    unit, _, per = value.unit.partition(" per ")
    owner = value.counted is not None and value.counted.exact.endswith(("’s", "'s", "s’", "s'"))
    head, counted = (None, None) if owner else (value.head, value.counted)  # "34 of the hospital's dead"
    return Operand(
        mention.span, value.low, value.high, value.bound, unit, value.digits, head, counted,
        None if value.excluded == "pronoun" else value.excluded, value.change, per or None,
    )  # fmt: skip


def _ratio(first: Mention[Any], second: Mention[Any], part: Part, text: str) -> Operand | None:
    """ "one in eight": a share of which the first figure is the smaller."""
    a, b = first.value, second.value
    between = text[first.span.end : second.span.start]
    if len(between) > 16 or not RATIO.fullmatch(between):
        return None
    if a.excluded not in (None, "pronoun") or b.excluded is not None or b.unit != "count":
        return None
    if a.low is None or a.low != a.high or not b.low or b.low != b.high or not a.low < b.low <= PERCENT:
        return None
    of = text[second.span.end : second.span.end + 4].strip()[:2] == "of" or "out" in between
    if not of and not (a.low == 1 and FOLLOWED.match(text, second.span.end)):
        return None
    span = span_of(part, text, first.span.start, second.span.end)
    share = (a.low * PERCENT / b.low).quantize(Decimal("0.01")).normalize()
    return Operand(span, share, share, Bound.EXACT, "percent", None, b.head, b.counted)


def _out_of(operand: Operand, part: Part, text: str) -> list[Operand] | None:
    """ "nine out of 63 lorries": two counts, where the second is no round base of a share."""
    span = operand.span
    if operand.unit != "percent" or " out of " not in span.exact.lower():
        return None
    ends = [n for n in scan(span.exact) if not n.ordinal]
    if len(ends) != 2 or ends[1].low <= ROUND_BASE or ends[1].low in (PERCENT, PERCENT * 10):
        return None
    counted = replace(operand, unit="count")
    return [_end(counted, span_of(part, text, span.start + n.start, span.start + n.end), n) for n in ends]


def _parted(operand: Operand, part: Part, text: str) -> Iterator[Operand]:
    """The operand, or its two ends where a change is told and no range."""
    span = operand.span
    words = text[max(0, span.start - LOOK_BACK) : span.start]
    is_range = operand.bound is Bound.RANGE and operand.unit != "times"
    moved = is_range and re.search(r"\s(?:to|up to|down to)\s", span.exact)
    if moved and (CHANGE.search(words) or CHANGE.search(words + span.exact[: span.exact.find(" ") + 1])):
        ends = [n for n in scan(span.exact) if not n.ordinal]
        if len(ends) == 2:
            first, last = (span_of(part, text, span.start + n.start, span.start + n.end) for n in ends)
            last = span_of(part, text, last.start, span.end)
            yield _end(operand, first, ends[0])
            yield _end(operand, last, ends[1])
            return
    yield operand


def _end(operand: Operand, span: Span, numeral: Any) -> Operand:
    return replace(
        operand, span=span, low=numeral.low, high=numeral.high, bound=numeral.bound, digits=numeral.digits
    )

"""Finds figures: numerals become ranges, take units and bounds, and get the noun that they count."""

import re
from decimal import Decimal

from sayso.mentions.mention import Mention, Part
from sayso.mentions.number import scan
from sayso.mentions.number.numerals import Numeral
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.bounding import BoundPhrase, bound_after, bound_before, bound_tail
from sayso.mentions.quantity.bracketed import restated
from sayso.mentions.quantity.carrying import carried
from sayso.mentions.quantity.counting import CountedNoun, counted_noun
from sayso.mentions.quantity.drafting import Draft, as_metres, draft, joined
from sayso.mentions.quantity.elided import hyphened_noun, magnitude, noun_before, said_of
from sayso.mentions.quantity.excluding import SOFT, Regions, regions
from sayso.mentions.quantity.measuring import Named
from sayso.mentions.quantity.movement import change_before, shared_unit
from sayso.mentions.quantity.multiples import Multiple, find_multiples
from sayso.mentions.quantity.pairing import paired
from sayso.mentions.quantity.pronouns import time_unit, why_no_count
from sayso.mentions.quantity.ranges import YEAR, merge, odds
from sayso.mentions.quantity.values import Quantity
from sayso.reports.span import Part as TextPart
from sayso.reports.span import Span, span_of

STRENGTH = re.compile(r"\s?-\s?strong\b|\s+strong\b(?=\s+[a-z])", re.I)
OF_THING = re.compile(r"(?:\)|\s\([^()]{1,24}\))?\s+of\b(?!\s+(?:them|whom|which)\b)")
IN_THING = re.compile(r"\s+(?:in|worth\s+of)(?=\s+[a-z])")


def find_quantities(text: str, part: TextPart = "text") -> list[Mention[Quantity]]:
    """Every figure of a text, in text order, none overlapping; non-figures carry `excluded`.

    Lexical and linear in the text's length; needs no network.
    """
    numerals, multiples = scan(text), find_multiples(text)
    if not numerals and not multiples:
        return []
    where = regions(text, numerals)
    drafts = _drafts(text, numerals, where)
    found = [_finish(text, part, one, where) for one in drafts]
    found += [
        _from_multiple(text, part, multiple)
        for multiple in multiples
        if where.reason(multiple.start, multiple.end) is None
    ]
    return paired(text, part, restated(text, _disjoint(found)))


def _disjoint(mentions: list[Mention[Quantity]]) -> list[Mention[Quantity]]:
    """In text order; of two that overlap the earlier, then the longer."""
    kept: list[Mention[Quantity]] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
        elif (
            kept[-1].value.excluded and mention.value.excluded is None and mention.span.covers(kept[-1].span)
        ):
            kept[-1] = mention
    return kept


def _drafts(text: str, numerals: list[Numeral], where: Regions) -> list[Draft]:
    out: list[Draft] = []
    for numeral, unit in _merged(text, numerals, where):
        one = draft(text, numeral, unit, out[-1].end if out else 0)
        both = joined(text, out[-1], one) if out else None
        if both:
            out[-1] = both
            continue
        if out:
            dated = len(out) > 1 and YEAR.fullmatch(
                text, out[-1].start, out[-1].end
            )  # "from 20 in 2008 to 29"
            place = -2 if dated else -1
            out[place], one = shared_unit(text, out[place], one)
        out.append(one)
    return carried(text, out)


def _merged(text: str, numerals: list[Numeral], where: Regions) -> list[tuple[Numeral, Named | None]]:
    """Numerals with neighbours joined to ranges; the unit named with the first, if any."""
    out: list[tuple[Numeral, Named | None]] = []
    place = 0
    while place < len(numerals):
        first, pair = as_metres(text, numerals[place]), None
        if place + 1 < len(numerals) and where.reason(first.start, first.end) is None:
            second = as_metres(text, numerals[place + 1])
            if where.reason(second.start, second.end) is None:
                pair = merge(text, first, second) or odds(text, first, second)
        out.append(pair or (first, None))
        place += 2 if pair else 1
    return out


def _finish(text: str, part: TextPart, one: Draft, where: Regions) -> Mention[Quantity]:
    numeral = one.numeral
    excluded = "ordinal" if numeral.ordinal else where.reason(numeral.start, numeral.end)
    if excluded and excluded not in SOFT:
        value = Quantity(
            numeral.low, numeral.high, numeral.bound, one.unit, digits=numeral.digits, excluded=excluded
        )
        return _mention(text, part, one.start, one.end, value, one.rule)
    before, after, tail, counted = _bounds_and_noun(text, one)
    start, end = before.start if before else one.start, after.end if after else one.end
    low, high, bound = _bounded(numeral.low, numeral.high, numeral.bound, before or after or tail)
    rule = " ".join([w.words for w in (before,) if w] + [one.rule] + [w.words for w in (after, tail) if w])
    noun = span_of(part, text, counted.start, counted.end) if counted else None
    excluded = excluded or why_no_count(text, one.unit, numeral, start, end, counted)
    unit, end, noun = _time(text, one.unit, end, noun, excluded)
    value = Quantity(
        low, high, bound, unit, noun, counted.head if counted and noun else None,
        change_before(text, start, unit), numeral.digits, excluded,
    )  # fmt: skip
    return _mention(text, part, start, end, value, rule)


def _time(
    text: str, unit: str, end: int, noun: Span | None, excluded: str | None
) -> tuple[str, int, Span | None]:
    """Durations and ages, which the ledger does not keep, get their unit of time."""
    if unit != "count" or excluded not in ("duration", "age"):
        return unit, end, noun
    found = time_unit(text, end)
    if found is None:
        return ("year of age" if excluded == "age" else unit), end, None
    return found[0], found[1], None


Bounds = tuple[BoundPhrase | None, BoundPhrase | None, BoundPhrase | None, CountedNoun | None]


def _bounds_and_noun(text: str, one: Draft) -> Bounds:
    """The bound words before, right after and behind the noun, and the noun counted."""
    before = bound_before(text, one.start)
    after = bound_after(text, one.end)
    if before and after and before.bound not in (Bound.ABOUT, Bound.EXACT):
        after = None
    if before and after and after.bound is not Bound.ABOUT:  # "about five hundred or more"
        before = BoundPhrase(after.bound, before.start, before.end, f"{before.words} … {after.words}")
    counted = _counted(text, one, before.start if before else one.start, after.end if after else one.end)
    tail = None
    if before is None and after is None:
        tail = bound_tail(text, counted.end if counted else one.end)
    return before, after, tail, counted


def _bounded(
    low: Decimal, high: Decimal, bound: Bound, word: BoundPhrase | None
) -> tuple[Decimal | None, Decimal | None, Bound]:
    """The interval under a bound word; a range or vague word keeps its own ends under "about"."""
    if word is None or word.bound in (Bound.EXACT, Bound.ABOUT):
        keeps = word is None or bound in (Bound.RANGE, Bound.VAGUE)
        return low, high, bound if keeps or word is None else word.bound
    if word.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return low, None, word.bound
    return None, high, word.bound


def _counted(text: str, one: Draft, start: int, end: int) -> CountedNoun | None:
    """The noun counted by the figure whose words stand at [start, end)."""
    if one.unit in ("count", "times") or (one.numeral.share and one.unit == "percent"):
        if strength := STRENGTH.match(text, end):
            return counted_noun(text, strength.end())
        if text[end : end + 1] == "-" and one.unit == "count" and one.numeral.low != 1:
            return hyphened_noun(text, end)
        found = magnitude(text, start) or counted_noun(text, end, one=one.numeral.low == 1)
        return found or (
            said_of(text, end) or noun_before(text, start, count=True) if one.unit == "count" else None
        )
    if OF_THING.match(text, end):
        return counted_noun(text, end)
    if worth := IN_THING.match(text, end) if len(one.unit) == 3 and one.unit.isupper() else None:
        return counted_noun(text, worth.end(), one=True)
    return noun_before(text, start)


def _from_multiple(text: str, part: TextPart, multiple: Multiple) -> Mention[Quantity]:
    before = bound_before(text, multiple.start)
    start = before.start if before else multiple.start
    low, high, bound = _bounded(multiple.low, multiple.high, multiple.bound, before)
    counted = counted_noun(text, multiple.end) if multiple.unit == "count" else None
    noun = span_of(part, text, counted.start, counted.end) if counted else None
    value = Quantity(low, high, bound, multiple.unit, noun, counted.head if counted else None)
    rule = f"{before.words} {multiple.rule}" if before else multiple.rule
    return _mention(text, part, start, multiple.end, value, rule)


def _mention(
    text: str, part: TextPart, start: int, end: int, value: Quantity, rule: str
) -> Mention[Quantity]:
    span = span_of(part, text, start, end)
    parts = [Part(span.exact, f"{value.bound} {value.low}…{value.high} {value.unit}")]
    if value.counted:
        parts.append(Part(value.counted.exact, f"counted: {value.head}"))
    if value.excluded:
        parts.append(Part(span.exact, f"no figure: {value.excluded}"))
    return Mention("quantity", span, value, rule, tuple(parts))

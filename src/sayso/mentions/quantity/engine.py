"""Finds figures: numerals become ranges, take units and bounds, and get the noun that they count."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.mentions.mention import Mention, Part
from sayso.mentions.number import scan
from sayso.mentions.number.rules import Numeral, tidy
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.bounding import bound_after, bound_before
from sayso.mentions.quantity.counting import CountedNoun, counted_noun
from sayso.mentions.quantity.excluding import reason_at, regions
from sayso.mentions.quantity.lexicon import Unit, units, words
from sayso.mentions.quantity.measuring import currency_before, unit_after
from sayso.mentions.quantity.movement import change_before
from sayso.mentions.quantity.multiples import Multiple, find_multiples
from sayso.mentions.quantity.pronouns import why_no_count
from sayso.mentions.quantity.ranges import merge
from sayso.mentions.quantity.values import Quantity
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of

Region = tuple[int, int, str]
METRE_AFTER = re.compile(
    r"\s+(?:long|high|tall|deep|wide|away|from|north|south|east|west|above|below|of\s+(?:the|sea)|across|apart)|\s*[,.;)]|\s*$",
    re.I,
)
STATE = re.compile(r"\s*-?\s*(?:strong|member|person|man)\b", re.I)
TAIL = re.compile(r"\s+(?:at\s+(?:the\s+)?(?:least|most)|or\s+more|or\s+fewer)\b", re.I)


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making: the numeral, its outer span, unit, and whether the sign stood before."""

    numeral: Numeral
    start: int
    end: int
    unit: str
    rule: str


def find_quantities(text: str, part: TextPart = "text") -> list[Mention[Quantity]]:
    """Every figure of a text, in text order, none overlapping; non-figures carry `excluded`.

    Lexical and linear in the text's length; needs no network.
    """
    found = regions(text)
    merged = _merged(text, scan(text), found)
    out = [_finish(text, part, _measure(text, n, unit), found) for n, unit in merged]
    for multiple in find_multiples(text):
        if reason_at(found, multiple.start, multiple.end) is None or multiple.unit != "times":
            out = [m for m in out if not (m.span.start < multiple.end and multiple.start < m.span.end)]
            out.append(_from_multiple(text, part, multiple))
    return _disjoint(sorted(out, key=lambda m: (m.span.start, -m.span.end)))


def _disjoint(mentions: list[Mention[Quantity]]) -> list[Mention[Quantity]]:
    kept: list[Mention[Quantity]] = []
    for mention in mentions:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _merged(text: str, numerals: list[Numeral], found: list[Region]) -> list[tuple[Numeral, Unit | None]]:
    """Numerals with neighbours joined to ranges; the unit named with the first, if any."""
    out: list[tuple[Numeral, Unit | None]] = []
    place = 0
    while place < len(numerals):
        first = _metres(text, numerals[place])
        joined = None
        if place + 1 < len(numerals) and reason_at(found, first.start, first.end) is None:
            joined = merge(text, first, _metres(text, numerals[place + 1]))
        out.append(joined or (first, None))
        place += 2 if joined else 1
    return out


def _metres(text: str, numeral: Numeral) -> Numeral:
    """ "300m" is a length unless money or people follow: then the letter is a million."""
    if numeral.glued.lower() != "m" or currency_before(text, numeral.start):
        return numeral
    bare = numeral.low / numeral.scale
    long = METRE_AFTER.match(text, numeral.end) is not None
    if text[numeral.end - 1] == "M" or (not long and (bare < 100 or counted_noun(text, numeral.end))):
        return numeral
    return replace(numeral, end=numeral.end - 1, low=tidy(bare), high=tidy(bare), scale=1, glued="")


def _measure(text: str, numeral: Numeral, unit: Unit | None) -> Draft:
    start, end = numeral.start, numeral.end
    if sign := _sign(text, numeral):
        named = unit_after(text, end)
        if named and named[0].dimension == "money" and named[0].id != "cent":
            return Draft(
                numeral, min(sign[1], start), named[1], named[0].id, "<currency> <number> <currency>"
            )
        per = re.match(
            r"\s+(?:per|an?)\s+(barrel|ounce|tonne|ton|share|litre|gallon|mmbtu|head)\b|/(barrel|bbl|oz)",
            text[end : end + 20],
            re.I,
        )
        unit_id = sign[0].id + (f"/{(per[1] or per[2]).lower()}" if per else "")
        return Draft(numeral, min(sign[1], start), end, unit_id, "<currency> <number>")
    of = (
        re.match(
            r"\s+of\b(?=\s+(?:square|cubic|sq|km|kilomet|mile|met|hectare|acre|tonne|ton|dollar|euro|pound|barrel|litre|kilo))",
            text[end : end + 16],
        )
        if numeral.words
        else None
    )
    if named := unit_after(text, of.end() + end if of else end):
        if _names_unit(text, numeral, named):
            suffix = f"/{named[2]}" if named[2] else ""
            return Draft(numeral, start, named[1], named[0].id + suffix, "<number> <unit>")
    if unit is not None:
        return Draft(numeral, start, end, unit.id, "<number> <unit>")
    if numeral.share:
        scaled = replace(
            numeral, low=tidy(round(numeral.low * 100, 1)), high=tidy(round(numeral.high * 100, 1))
        )
        return Draft(scaled, start, end, "percent", numeral.rule)
    return Draft(numeral, start, end, "count", numeral.rule)


def _sign(text: str, numeral: Numeral) -> tuple[Unit, int] | None:
    """The currency sign before the first digit of a numeral or range."""
    at = numeral.start
    if numeral.bound is Bound.RANGE:
        digit = re.compile(r"\d").search(text, numeral.start, numeral.end)
        at = digit.start() if digit else at
    return currency_before(text, at)


def _names_unit(text: str, numeral: Numeral, named: tuple[Unit, int, str | None]) -> bool:
    """Single letters are units only glued to digits; "ton", "pound" and the like always; "in" never."""
    name = text[numeral.end : named[1]].strip(" -\u00a0\u202f")
    if len(name) == 1 and name.isalpha():
        return not numeral.words and (
            text[numeral.end] == name or name in "mgtLl" and not text[named[1] : named[1] + 1].isalpha()
        )
    if name.lower() in (
        "bar",
        "stone",
        "won",
        "rand",
        "sen",
        "real",
        "cup",
        "cups",
        "bit",
        "bits",
        "dong",
        "taka",
        "lari",
    ):
        return name.lower() not in ("won", "sen", "dong", "bar") or numeral.low >= 10
    return True


def _finish(text: str, part: TextPart, draft: Draft, found: list[Region]) -> Mention[Quantity]:
    numeral, start, end = draft.numeral, draft.start, draft.end
    low, high, bound = numeral.low, numeral.high, numeral.bound
    rule = draft.rule
    excluded = reason_at(found, numeral.start, numeral.end)
    if before := bound_before(text, start):
        start = before[1]
    after = bound_after(text, end)
    tail = TAIL.match(text, counted_end(text, draft, end)) if before is None and after is None else None
    if after and (before is None or after[0] is not Bound.ABOUT) and excluded is None:
        end = after[1]
    word = before or (after if end == (after[1] if after else -1) else None)
    if tail and excluded is None and word is None:
        word = (Bound.AT_LEAST if "least" in tail[0] else Bound.AT_MOST, end, tail[0].strip())
    if word:
        low, high, bound = _bounded(low, high, bound, word[0])
        rule = f"{word[2]} {rule}" if before else f"{rule} {word[2]}"
    counted = None if excluded else _counted(text, draft, end, numeral)
    excluded = excluded or why_no_count(text, draft.unit, numeral, start, end, counted)
    return _mention(text, part, start, end, Quantity(
        low, high, bound, draft.unit,
        span_of(part, text, counted.start, counted.end) if counted else None, counted.head if counted else None,
        change_before(text, start, draft.unit), numeral.digits, excluded,
    ), rule)  # fmt: skip


def counted_end(text: str, draft: Draft, end: int) -> int:
    """Where the counted noun ends, for bounds behind it ("20 civilians at least")."""
    counted = _counted(text, draft, end, draft.numeral)
    return counted.end if counted else end


def _bounded(
    low: Decimal, high: Decimal, bound: Bound, word: Bound
) -> tuple[Decimal | None, Decimal | None, Bound]:
    """The interval under a bound word; a range or vague word keeps its own ends under "about"."""
    if word in (Bound.EXACT, Bound.ABOUT):
        return low, high, bound if bound in (Bound.RANGE, Bound.VAGUE) else word
    if word in (Bound.AT_LEAST, Bound.MORE_THAN):
        return low, None, word
    return None, high, word


def _counted(text: str, draft: Draft, end: int, numeral: Numeral) -> CountedNoun | None:
    if draft.unit in ("count", "times") or numeral.share:
        if state := STATE.match(text, end):
            end = state.end()
        return counted_noun(text, end, one=numeral.low == 1)
    if units().by_id.get(draft.unit.split("/")[0]) and draft.unit.split("/")[0] == "percent":
        return counted_noun(text, end) if re.match(r"\s+of\b", text[end : end + 6]) else None
    return counted_noun(text, end) if re.match(r"\s+of\s+(?!them\b)[a-z]", text[end : end + 8]) else None


def _from_multiple(text: str, part: TextPart, multiple: Multiple) -> Mention[Quantity]:
    start = multiple.start
    bound = Bound.EXACT
    if before := bound_before(text, start):
        start, bound = before[1], before[0]
    low, high, bound = _bounded(multiple.value, multiple.value, Bound.EXACT, bound)
    counted = counted_noun(text, multiple.end) if multiple.unit == "count" else None
    span = span_of(part, text, counted.start, counted.end) if counted else None
    head = counted.head if counted else None
    return _mention(
        text, part, start, multiple.end, Quantity(low, high, bound, multiple.unit, span, head), multiple.rule
    )


def _mention(
    text: str, part: TextPart, start: int, end: int, value: Quantity, rule: str
) -> Mention[Quantity]:
    span = span_of(part, text, start, end)
    shown = f"{value.bound} {value.low}…{value.high} {value.unit}"
    parts = [Part(span.exact, shown)]
    if value.counted:
        parts.append(Part(value.counted.exact, f"counted: {value.head}"))
    return Mention("quantity", span, value, rule, tuple(parts))


assert words("stop")  # the data files are read on import, so a broken line is reported at once

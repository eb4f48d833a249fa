"""Two numerals that make one figure: "80-90 per cent", "between 20 and 30", "10 to 15,000"."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sayso.mentions.number.numerals import Numeral, decimal
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.lexicon import Unit, words
from sayso.mentions.quantity.measuring import Named, currency_before, unit_after

LINK = re.compile(
    r"(?P<dash>\s*[-–—−~]\s*|\s*\.\.\.?\s*)|\s+(?P<to>to|and|or|through|up to)\s+"
    r"(?P<hedge>(?:about|around|some|nearly|almost|perhaps|even|as\s+many\s+as|roughly|maybe)\s+)?"
    r"|(?P<orto>-to-|\s*-\s*to\s+|\s+to-)",
    re.I,
)
BETWEEN = re.compile(
    r"\b(?:between|anywhere\s+from|somewhere\s+between|ranging\s+from|range[sd]?\s+(?:from|between)|ranging\s+between)\s+(?:about\s+|around\s+|some\s+|an\s+estimated\s+)?$",
    re.I,
)
FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+|up\s+to\s+)?$", re.I)
CLAUSE = 60  # characters looked back over for the verb of movement before "from 112 to 126"


IN = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+|each\s+)?", re.I)
HUNDRED = Decimal(100)


def odds(text: str, first: Numeral, second: Numeral) -> tuple[Numeral, None] | None:
    """ "one in ten", "two out of every five": a share of things that are alike."""
    gap = text[first.end : second.start]
    if len(gap) > 18 or not IN.fullmatch(gap) or not 0 < first.low < second.low <= 1000:
        return None
    if first.bound is not Bound.EXACT or second.bound is not Bound.EXACT or first.share or second.share:
        return None
    if OF_THEM.match(text, second.end) or (
        not first.words and YEAR.fullmatch(text, second.start, second.end)
    ):
        return None
    share = decimal(Fraction(first.low) / Fraction(second.low))
    made = replace(
        first, end=second.end, low=share, high=share, share=True, rule="<number> in <number>", digits=None
    )
    return made, None


OF_THEM = re.compile(
    r"\s+(?:of|the|districts|provinces|years?|days?|weeks?|months?|hours?|minutes?|%|per)\b|\s*(?:st|nd|rd|th)\b",
    re.I,
)
YEAR = re.compile(r"(?:19|20)\d\d")


def merge(text: str, first: Numeral, second: Numeral) -> tuple[Numeral, Named | None] | None:
    """The range that two neighbouring numerals make, and the unit named between them; None if none."""
    if first.ordinal or second.ordinal or second.start - first.end > REACH:
        return None
    sign, own = currency_before(text, second.start), currency_before(text, first.start)
    until = sign[1] if sign else second.start
    unit = unit_after(text, first.end)
    match = LINK.fullmatch(text[unit.end : until]) if unit and unit.end <= until else None
    if not match:
        unit, match = None, LINK.fullmatch(text[first.end : until])
    if not match or not _same_kind(text, own, unit, sign, second):
        return None
    begin = own[1] if own else first.start
    before = text[max(0, begin - 30) : begin]
    low = inherited(first, second)
    repeated = (own is not None and sign is not None) or (
        unit is not None and unit_after(text, second.end) is not None
    )
    if not _is_range(text, before, match, low, first, second, repeated=repeated and low == first.low):
        return None
    opening = BETWEEN.search(before) or (FROM.search(before) if match["to"] else None)
    made = replace(
        second, start=begin - len(before) + opening.start() if opening else first.start, low=low,
        high=max(second.high, low), bound=Bound.RANGE, rule="<number> to <number>", digits=None,
    )  # fmt: skip
    return made, unit


REACH = 60  # characters between two numbers of one range: units and hedges stand there


def _same_kind(
    text: str,
    own: tuple[Unit, int] | None,
    unit: Named | None,
    sign: tuple[Unit, int] | None,
    second: Numeral,
) -> bool:
    """Ends of one range are not per cent and dollars, cents and dollars, soldiers and miles."""
    if sign and (unit is not None or (own is not None and own[0].id != sign[0].id)):
        return False
    last = unit_after(text, second.end)
    return unit is None or last is None or unit.id == last.id


def inherited(first: Numeral, second: Numeral) -> Decimal:
    """ "2.5-3m", "10 to 15,000": the first takes the second's scale where it is written once."""
    if (
        first.scale == 1
        and second.scale > 1
        and first.low < 1000
        and (first.low * second.scale < second.high or first.low < second.low / second.scale)
    ):
        return first.low * second.scale
    tail = second.low / 1000
    if (
        first.low < 1000
        and first.scale == 1
        and not first.words
        and second.scale == 1
        and 1000 <= second.low < 10**12
        and second.low % 1000 == 0
        and first.low < tail <= first.low * 10
    ):
        return first.low * 1000
    return first.low


def _is_range(
    text: str,
    before: str,
    match: re.Match[str],
    low: Decimal,
    first: Numeral,
    second: Numeral,
    *,
    repeated: bool,
) -> bool:
    if first.share and not second.share and second.high > 1:  # "rose by a third to 20"
        return False
    if (
        Bound.VAGUE in (first.bound, second.bound)
        or Bound.RANGE in (first.bound, second.bound)
        or not low < second.high
    ):
        return False
    if match["dash"] or match["orto"]:
        spelt = first.words and low == 0  # "three-nought-four" is no range
        near = second.high < abs(low) * 1000 or low <= 0
        return (near and not spelt) or BETWEEN.search(before) is not None
    word = match["to"].lower()
    if BETWEEN.search(before):
        return word in ("and", "to")
    if word == "and":
        return False
    if word == "or":
        return second.high - low <= max(Decimal(2), low / 2) and first.words == second.words
    moved = (repeated or FROM.search(before)) and moves(text, first.start)
    return not moved or AND_TO_RANGE.match(text, second.end) is not None


# "revised from 5 to 7 per cent to 3 to 5 per cent": ranges move
AND_TO_RANGE = re.compile(
    r"\s*(?:%|per\s?cent|percent|[a-z]{1,10})?\s+to\s+[\d.,]{1,12}\s*(?:to|-|–)\s*\d", re.I
)


def moves(text: str, at: int) -> bool:
    """Whether a verb of movement governs "from … to …": then both ends are figures of their own."""
    clause = re.split(r"[.;:!?]", text[max(0, at - CLAUSE) : at])[-1].lower()
    return any(
        word in words("up") or word in words("down") or word in ("went", "changed", "revised", "moved")
        for word in re.findall(r"[a-z]+", clause)
    )

"""Two numerals that make one figure: "80-90 per cent", "between 20 and 30", "10 to 15,000"."""

import re
from dataclasses import replace
from decimal import Decimal

from sayso.mentions.number.rules import Numeral
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.lexicon import Unit, words
from sayso.mentions.quantity.measuring import currency_before, unit_after

LINK = re.compile(
    r"(?P<dash>\s*[-–—−~]\s*|\s*\.\.\.?\s*)|\s+(?P<to>to|and|or|through|up to)\s+(?P<hedge>(?:about|around|some|nearly|almost|perhaps|even|as\s+many\s+as|roughly|maybe)\s+)?|(?P<orto>-to-|\s*-\s*to\s+)",
    re.I,
)
BETWEEN = re.compile(
    r"\b(?:between|anywhere\s+from|somewhere\s+between|ranging\s+from|range[sd]?\s+(?:from|between)|ranging\s+between)\s+(?:about\s+|around\s+|some\s+|an\s+estimated\s+)?$",
    re.I,
)
FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+|up\s+to\s+)?$", re.I)
CLAUSE = 60  # characters looked back over for the verb of movement before "from 112 to 126"


def merge(text: str, first: Numeral, second: Numeral) -> tuple[Numeral, Unit | None] | None:
    """The range that two neighbouring numerals make, and the unit named between them; None if none."""
    link_at, unit = first.end, None
    if found := unit_after(text, first.end):
        unit, link_at = found[0], found[1]
    sign = currency_before(text, second.start)
    gap = text[link_at : sign[1] if sign else second.start]
    match = LINK.fullmatch(gap)
    if not match and unit is not None:
        unit, match = None, LINK.fullmatch(text[first.end : sign[1] if sign else second.start])
    if not match:
        return None
    before = text[max(0, first.start - 30) : first.start]
    if own := currency_before(text, first.start):
        before = text[max(0, own[1] - 30) : own[1]]
    low = _inherit(first, second)
    if not _is_range(text, before, match, low, first, second):
        return None
    start = first.start
    if between := BETWEEN.search(before):
        start = (own[1] if own else first.start) - (len(before) - between.start())
    elif (fromword := FROM.search(before)) and match["to"]:
        start = (own[1] if own else first.start) - (len(before) - fromword.start())
    made = replace(
        second,
        start=start,
        low=low,
        high=max(second.high, low),
        bound=Bound.RANGE,
        rule="<number> to <number>",
        share=False,
        digits=None,
    )
    return made, unit


def _inherit(first: Numeral, second: Numeral) -> Decimal:
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
        and second.low >= 1000
        and second.low % 1000 == 0
        and first.low < tail <= first.low * 10
    ):
        return first.low * 1000
    return first.low


def _is_range(
    text: str, before: str, match: re.Match[str], low: Decimal, first: Numeral, second: Numeral
) -> bool:
    if (
        Bound.VAGUE in (first.bound, second.bound)
        or Bound.RANGE in (first.bound, second.bound)
        or not low < second.high
    ):
        return False
    if match["dash"] or match["orto"]:
        return second.high < low * 1000 or BETWEEN.search(before) is not None
    word = match["to"].lower()
    if BETWEEN.search(before):
        return word in ("and", "to")
    if word == "and":
        return False
    if word == "or":
        return second.high - low <= max(Decimal(2), low / 2) and first.words == second.words
    return not (FROM.search(before) and _moves(text, first.start))


def _moves(text: str, at: int) -> bool:
    """Whether a verb of movement governs "from … to …": then both ends are figures of their own."""
    clause = re.split(r"[.;:!?]", text[max(0, at - CLAUSE) : at])[-1].lower()
    return any(
        word in words("up") or word in words("down") or word in ("went", "changed", "revised", "moved")
        for word in re.findall(r"[a-z]+", clause)
    )

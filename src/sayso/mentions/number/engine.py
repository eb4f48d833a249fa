"""Finds numbers in a text: at each place where one may begin, the longest rule wins."""

import re
from functools import cache

from sayso.mentions.mention import Mention, Part
from sayso.mentions.number.lexicon import lexicon
from sayso.mentions.number.rules import FRACTION_SIGNS, Numeral, rules
from sayso.mentions.number.values import Number
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of


@cache
def _start() -> re.Pattern[str]:
    lex = lexicon()
    words = {w.split()[0] for table in (lex.small, lex.tens, lex.scale, lex.part, lex.vague) for w in table}
    words |= {"a", "an", "couple"}
    ordered = "|".join(sorted(words - {"th"}, key=len, reverse=True))
    signs = "".join(FRACTION_SIGNS)
    return re.compile(rf"(?<![A-Za-z])(?:{ordered})(?![a-z])|\d|\.(?=\d)|[{signs}]", re.IGNORECASE)


def scan(text: str) -> list[Numeral]:
    """Every number of a text, left to right, none overlapping. Time is linear in the text's length."""
    found: list[Numeral] = []
    here = 0
    start = _start()
    while begin := start.search(text, here):
        numeral = _longest(text, begin.start())
        if numeral is None:
            here = _past(text, begin)
        else:
            found.append(numeral)
            here = numeral.end
    return found


def _past(text: str, begin: re.Match[str]) -> int:
    """Where to go on after a start that gave nothing: past the digits or the word."""
    return begin.end()


def _longest(text: str, at: int) -> Numeral | None:
    best: Numeral | None = None
    for rule in rules():
        match = rule.pattern.match(text, at)
        if match and (best is None or match.end() > best.end):
            made = rule.make(match)
            if made and (best is None or made.end > best.end):
                best = made
    return best


def find_numbers(text: str, part: TextPart = "text") -> list[Mention[Number]]:
    """The numbers of a text as mentions, in text order."""
    return [
        Mention(
            "number",
            span_of(part, text, n.start, n.end),
            Number(n.low, n.high, n.bound, n.digits),
            n.rule,
            (Part(text[n.start : n.end], f"{n.low}–{n.high}" if n.low != n.high else str(n.low)),),
        )
        for n in scan(text)
    ]

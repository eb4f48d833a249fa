"""Finds numbers in a text: at each place where one may begin, the longest rule wins."""

import re
from collections.abc import Iterable
from functools import cache

from sayso.mentions.mention import Mention, Part
from sayso.mentions.number.lexicon import lexicon
from sayso.mentions.number.numerals import Numeral
from sayso.mentions.number.rules import FRACTION_SIGNS, longest
from sayso.mentions.number.values import Number
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of


@cache
def _start() -> re.Pattern[str]:
    lex = lexicon()
    tables: tuple[Iterable[str], ...] = (lex.small, lex.tens, lex.scale, lex.part, lex.vague, lex.ordinal)
    words = {word.split()[0] for table in tables for word in table} | {"an", "couple", "minus", "negative"}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    ordered = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(by_letter.items()))
    signs = "".join(FRACTION_SIGNS)
    minus = r"(?<![\w)\]%.,'’\"”-])[-−–](?=[\d.])|\A[-−–](?=[ ]\d)"
    begins = r"(?:(?<![a-z])|(?<=\\n))"  # some feeds write a line's end as a backslash and n
    return re.compile(rf"{begins}(?:{ordered})s?(?![a-z])|{minus}|\d|\.(?=\d)|[{signs}]")


def folded(text: str) -> str:
    """The text in lower case with every character at its place (a few letters grow when lowered)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def scan(text: str) -> list[Numeral]:
    """Every number of a text, left to right, none overlapping; ranks are marked `ordinal`.

    Time is linear in the text's length.
    """
    found: list[Numeral] = []
    here = 0
    start, low = _start(), folded(text)
    while begin := start.search(low, here):
        numeral = longest(text, begin.start())
        if numeral and numeral.low < 0 and found and text[found[-1].end : numeral.start].isspace():
            numeral = longest(text, begin.start() + 1)  # "75 -300 mm": a dash, no sign
        if numeral is None:
            here = max(begin.end(), _past_digits(text, begin.start()))
        else:
            found.append(numeral)
            here = numeral.end
    return found


def _past_digits(text: str, at: int) -> int:
    """The end of a run of digits too long for a number."""
    run = re.compile(r"[\d.,]+").match(text, at)
    return run.end() if run else at


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
        if not n.ordinal
    ]

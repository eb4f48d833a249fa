"""Finds numbers in a text: at each place where one may begin, the longest rule wins."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from sayso.mentions.mention import Mention, Part
from sayso.mentions.number.lexicon import lexicon
from sayso.mentions.number.numerals import Numeral
from sayso.mentions.number.rules import FRACTION_SIGNS, longest
from sayso.mentions.number.values import Number
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of

# where a number may begin: a word, a digit, a sign before one, a fraction sign
BEGIN = re.compile(
    r"[a-z]+|\d|(?<![\w)\]%.,'’\"”-])[-−–](?=[\d.])|\A[-−–](?=[ ]\d)|\.(?=\d)|["
    + "".join(FRACTION_SIGNS)
    + "]"
)
DIGITS = re.compile(r"[\d.,]+")


WORD = re.compile("[a-z]+")
FIGURE = re.compile(rf"\d|[{''.join(FRACTION_SIGNS)}]")
NEXT = re.compile(r"[^\w.]{1,4}([a-z]+)")
OPENING = frozenset({"a", "an", "few", "many", "several"})  # words that begin a number before another


@cache
def _words() -> frozenset[str]:
    """The words that stand in every number written in words, in the singular and in the plural."""
    lex = lexicon()
    tables: tuple[Iterable[str], ...] = (lex.small, lex.tens, lex.scale, lex.part, lex.vague, lex.ordinal)
    words = {word for table in tables for phrase in table for word in phrase.split()}
    words = words - OPENING - {"and", "or", "of", "even", "upon"} | {"couple", "minus", "negative"}
    return frozenset(words | {f"{word}s" for word in words} | {f"n{word}" for word in words})


def _begin(low: str, match: re.Match[str]) -> int | None:
    """Where a number may begin at this match, None where its word begins none."""
    word, at = match[0], match.start()
    if word in OPENING:
        after = NEXT.match(low, match.end())
        return at if after and (after[1] in _words() or after[1] in OPENING) else None
    if not word[0].isalpha():
        return at
    if word not in _words():
        return None
    if word[0] == "n" and word[1:] in _words():  # some feeds write a line's end as a backslash and n
        return at + 1 if low[at - 1 : at] == "\\" else None
    return at


@lru_cache(maxsize=4)
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
    low = folded(text)
    if FIGURE.search(low) is None and _words().isdisjoint(WORD.findall(low)):
        return found
    for match in BEGIN.finditer(low):
        at = _begin(low, match) if match.start() >= here else None
        if at is None:
            continue
        numeral = longest(text, at)
        if numeral and numeral.low < 0 and found and text[found[-1].end : numeral.start].isspace():
            numeral = longest(text, at + 1)  # "75 -300 mm": a dash, no sign
        if numeral is None:
            run = DIGITS.match(text, at)  # a run of digits too long for a number
            here = run.end() if run else at
        else:
            found.append(numeral)
            here = numeral.end
    return found


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

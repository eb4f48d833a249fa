"""The shapes that a number may take, each a named rule: pattern and production.

Patterns are anchored where a number may begin (`START`) and matched longest first; a production gets
the match and returns what the number means, or None when the words make none.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from sayso.mentions.number.lexicon import lexicon
from sayso.mentions.number.values import Bound


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: offsets, interval, and what its form says.

    `share` is True for fractions ("two-thirds"), `scale` the multiplier that words or letters added
    (10 to 15,000 → 1 and 1; "2.5m" → 1,000,000), `glued` the letters glued to digits ("m"), `written`
    the bare digits, `article` whether it begins with "a"/"an".
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    bound: Bound
    rule: str
    digits: int | None = None
    share: bool = False
    scale: int = 1
    glued: str = ""
    words: bool = False


Production = Callable[[re.Match[str]], Numeral | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named shape of number."""

    name: str
    pattern: re.Pattern[str]
    make: Production


GAP = r"(?:[ \t\u00a0\u202f]*-[ \t]*|[ \t\u00a0\u202f]+|[ \t]*\n[ \t]*)"
DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
FRACTION_SIGNS = {
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip


def significant(written: str) -> int:
    """Significant digits as written: trailing zeros of a whole number do not count (1,160 → 3)."""
    bare = re.sub(r"[^\d.]", "", written).lstrip("0")
    if "." in bare:
        return max(1, len(bare.replace(".", "").lstrip("0")))
    return max(1, len(bare.rstrip("0")))


def plain(written: str) -> Decimal:
    """The decimal that digits with group separators stand for."""
    return Decimal(re.sub(r"[^\d.]", "", written))


def tidy(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal of at most 12 places, exact where it ends."""
    return tidy(round(Decimal(value.numerator) / Decimal(value.denominator), 12))


def words_value(words: list[str]) -> tuple[Decimal, int] | None:
    """What number words mean and how many of them belong to one number ("five three" → 5, 1)."""
    lex = lexicon()
    total, current, last, used = 0, 0, 10**18, 0
    for place, word in enumerate(words):
        if word == "and":
            continue
        if word in lex.scale:
            scale = lex.scale[word]
            if scale in (100, 12):
                current, last = (current or 1) * scale, scale
            elif total and scale >= last:
                break
            else:
                total, current, last = total + (current or 1) * scale, 0, scale
        else:
            value = lex.small.get(word, lex.tens.get(word))
            if value is None or not _fits(current, value):
                break
            current += value
        used = place + 1
    return (Decimal(total + current), used) if used else None


def _fits(current: int, value: int) -> bool:
    """Whether a word of this value may follow: hundreds, then tens, then units."""
    if value == 0:
        return current == 0
    if value >= 20 or 10 <= value < 20:
        return current % 100 == 0
    return current % 10 == 0 and (current % 100 == 0 or current % 100 >= 20)


def _digits(match: re.Match[str]) -> Numeral:
    written, words, letters = match["digits"], match["scale"], match["letters"]
    scale, digits = 1, significant(written)
    value = plain(written)
    if match["frac"]:
        value += decimal(Fraction(FRACTION_SIGNS.get(match["frac"].strip(), match["frac"].strip())))
    for word in re.split(GAP, words.strip()) if words else ():
        if word.lower() in lexicon().scale:
            scale *= lexicon().scale[word.lower()]
    if letters:
        scale = lexicon().suffix[letters.lower()]
    value = tidy(value * scale)
    return Numeral(
        match.start(), match.end(), value, value, Bound.EXACT, "<digits>", digits, False, scale, letters or ""
    )


def _simple_fraction(match: re.Match[str]) -> Numeral | None:
    top, bottom = int(match["top"]), int(match["bottom"])
    if not 0 < top < bottom or bottom > 1000:
        return None
    value = decimal(Fraction(top, bottom))
    return Numeral(match.start(), match.end(), value, value, Bound.EXACT, "<digits>/<digits>", None, True)


def _sign(match: re.Match[str]) -> Numeral:
    value = decimal(Fraction(FRACTION_SIGNS[match[0]]))
    return Numeral(match.start(), match.end(), value, value, Bound.EXACT, "<fraction sign>", None, True)


def _words(match: re.Match[str]) -> Numeral | None:
    pieces = [(m.start(), m.end(), m[0].lower()) for m in re.finditer(r"[A-Za-z]+", match[0])]
    article = pieces[0][2] in ("a", "an")
    found = words_value([p[2] for p in pieces[int(article) :]])
    if found is None:
        return None
    value, used = found
    last = pieces[used - 1 + int(article)]
    digits = significant(str(int(value)))
    return Numeral(
        match.start(),
        match.start() + last[1],
        value,
        value,
        Bound.EXACT,
        "<number words>",
        digits,
        words=True,
    )


def _part(match: re.Match[str]) -> Numeral | None:
    """a third · two-thirds · three-quarters of a million · half a million · half"""
    lex = lexicon()
    top = match["top"]
    count = (
        1
        if top is None or top.lower() in ("a", "an")
        else int(top)
        if top.isdigit()
        else lex.small.get(top.lower())
    )
    if not count:
        return None
    value, scale = Fraction(count) * lex.part[match["part"].lower()], 1
    if match["of"]:
        scale = lex.scale[match["of"].lower()]
    if value > 1 and scale == 1:
        return None
    low = decimal(value * scale)
    return Numeral(
        match.start(),
        match.end(),
        low,
        low,
        Bound.EXACT,
        "<fraction words>",
        None,
        scale == 1,
        scale,
        words=True,
    )


def _and_a_half(match: re.Match[str]) -> Numeral | None:
    """two and a half million · one-and-a-half · a million and a half · 2 and a quarter"""
    lex = lexicon()
    first, scale_before, scale_after = match["whole"].lower(), match["before"], match["after"]
    whole = Decimal(1) if first in ("a", "an") else plain(first) if first[0].isdigit() else None
    if whole is None:
        found = words_value(re.findall(r"[a-z]+", first))
        if found is None:
            return None
        whole = found[0]
    scale = lex.scale[(scale_before or scale_after).lower()] if scale_before or scale_after else 1
    if first in ("a", "an") and scale == 1:
        return None
    value = tidy((whole + decimal(lex.part[match["part"].lower()])) * scale)
    return Numeral(
        match.start(),
        match.end(),
        value,
        value,
        Bound.EXACT,
        "<number> and a <fraction>",
        None,
        False,
        scale,
        words=True,
    )


def _vague(match: re.Match[str]) -> Numeral:
    low, high = lexicon().vague[" ".join(re.split(GAP, match[0].lower()))]
    return Numeral(match.start(), match.end(), low, high, Bound.VAGUE, "<vague word>", None, words=True)


def _couple(match: re.Match[str]) -> Numeral:
    return Numeral(
        match.start(), match.end(), Decimal(2), Decimal(2), Bound.EXACT, "a couple", None, words=True
    )


def _any_of(words: object) -> str:
    ordered = sorted((str(w) for w in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "(?:" + "|".join(GAP.join(map(re.escape, w.split())) for w in ordered) + ")"


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in order of priority at equal length."""
    lex = lexicon()
    small = _any_of([*lex.small, *lex.tens])
    scale = _any_of(lex.scale)
    part = _any_of(lex.part)
    letters = "|".join(sorted(lex.suffix, key=len, reverse=True))
    chain = rf"{small}(?:{GAP}(?:and{GAP})?(?:{small}|{scale}))*|(?:an?{GAP})?{scale}(?:{GAP}(?:and{GAP})?(?:{small}|{scale}))*"
    whole = rf"(?:an?|{DIGITS}|{small}(?:{GAP}{small})?)"
    flags = re.IGNORECASE
    return (
        Rule("<vague word>", re.compile(rf"{_any_of(lex.vague)}\b", flags), _vague),
        Rule("a couple", re.compile(rf"(?:a{GAP})?couple\b", flags), _couple),
        Rule(
            "<number> and a <fraction>",
            re.compile(
                rf"(?P<whole>{whole})(?:{GAP}(?P<before>{scale}))?{GAP}and{GAP}(?:an?|one){GAP}(?P<part>half|quarter|third)"
                rf"(?:{GAP}(?P<after>{scale}))?\b",
                flags,
            ),
            _and_a_half,
        ),
        Rule(
            "<fraction words>",
            re.compile(
                rf"(?:(?P<top>an?|\d{{1,2}}|{small}){GAP})?(?P<part>{part})(?:{GAP}(?:of{GAP})?an?{GAP}(?P<of>{scale}))?\b",
                flags,
            ),
            _part,
        ),
        Rule("<number words>", re.compile(rf"(?:{chain})\b", flags), _words),
        Rule(
            "<digits>/<digits>",
            re.compile(r"(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,3})(?![\d/])"),
            _simple_fraction,
        ),
        Rule("<fraction sign>", re.compile("[" + "".join(FRACTION_SIGNS) + "]"), _sign),
        Rule(
            "<digits>",
            re.compile(
                rf"(?P<digits>{DIGITS})(?P<frac>[{''.join(FRACTION_SIGNS)}]|[ ][1-9]/[2-9](?!\d))?"
                rf"(?:(?P<scale>(?:{GAP}{scale}\b)+)|[ ]?(?P<letters>(?<=[\d.])(?:{letters})|(?<=[ ])(?:bn|mn|tn))(?![A-Za-z0-9]))?",
                flags,
            ),
            _digits,
        ),
    )

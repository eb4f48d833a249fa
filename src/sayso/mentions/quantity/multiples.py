"""Figures that no numeral writes: "double", "twice", "tenfold", "one in ten", "no casualties"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from sayso.mentions.number import scan
from sayso.mentions.number.rules import decimal
from sayso.mentions.quantity.lexicon import words
from fractions import Fraction

TIMES = {"double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twice": 2, "triple": 3, "tripled": 3, "triples": 3,
         "tripling": 3, "trebled": 3, "treble": 3, "thrice": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintupled": 5}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Multiple:
    """A figure with its own unit: `times`, `percent` or `count` (zero)."""

    start: int
    end: int
    value: Decimal
    unit: str
    rule: str


@cache
def _pattern() -> re.Pattern[str]:
    times = "|".join(sorted(TIMES, key=len, reverse=True))
    harm = "|".join(words("harm"))
    verb = "|".join(words("harmverb"))
    return re.compile(
        rf"\b(?:(?P<times>{times})\b(?!\s+(?:agent|standard|jeopardy|bed|room|murder|suicide|tap|check|down|game|click|world|gold|jump|crown|a\s(?:week|day|month|year)))"
        r"|(?P<fold>[\w-]+?|\d[\d.,]*)[- ]?fold\b(?!ed|ing|s)"
        r"|(?P<top>one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<bottom>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,3}|a\s+hundred)\b(?!\s+(?:of|the))"
        rf"|(?P<no>no)\s+(?:[a-z]+\s+){{0,2}}?(?:{harm})\b|(?P<nobody>no)\s+(?:[a-z]+\s+){{1,2}}?(?:was|were|has\s+been|have\s+been|had\s+been|had|have)\s+(?:been\s+)?(?:{verb})\b"
        rf"|(?P<none>none)\s+(?:of\s+[\w\s]{{1,30}}?)?(?:was|were)\s+(?:{verb})\b|(?P<zero>zero)\s+(?:{harm})\b)",
        re.I,
    )


def find_multiples(text: str) -> list[Multiple]:
    """The figures of a text that stand in no numeral, left to right."""
    return [made for match in _pattern().finditer(text) if (made := _make(match))]


def _make(match: re.Match[str]) -> Multiple | None:
    if match["times"]:
        return Multiple(
            *match.span("times"), Decimal(TIMES[match["times"].lower()]), "times", "double, twice, tripled …"
        )
    if match["fold"]:
        value = _number(match["fold"])
        return Multiple(match.start("fold"), match.end(), value, "times", "<number>-fold") if value else None
    if match["top"]:
        top, bottom = _number(match["top"]), _number(match["bottom"].replace("a hundred", "100"))
        if not top or not bottom or top >= bottom:
            return None
        return Multiple(
            match.start("top"),
            match.end("bottom"),
            decimal(Fraction(top) / Fraction(bottom) * 100),
            "percent",
            "<number> in <number>",
        )
    for group in ("no", "nobody", "none", "zero"):
        if match[group]:
            return Multiple(*match.span(group), Decimal(0), "count", "no <casualties>")
    return None


def _number(words_: str) -> Decimal | None:
    found = scan(words_)
    return found[0].low if len(found) == 1 else None

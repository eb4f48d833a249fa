"""Figures that no numeral writes: "double", "twice the size", "tenfold", "no casualties"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from sayso.mentions.number import folded, scan
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.lexicon import times, words

ONE_MORE = (
    r"(?![\s-]+(?:agent|standard|jeopardy|bed|room|murder|suicide|tap|check|down|game|click|world|gold|jump|crown|"
    r"digit|figures?|citizen|fault|act)s?\b)"
)
NUMBER = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand)"
SHORT = rf"(?:\d[\d.,]{{0,8}}|{NUMBER})"
AS_MUCH = (
    r"(?=\s+(?:as\s+(?:many|much|few|likely|\w+\s+as)|that|what|its|his|her|their|the|more|larger|bigger|higher"
    r"|over|by)\b)"
)


@dataclass(frozen=True, slots=True)
class Multiple:
    """A figure with its own unit: `times`, or `count` for zero."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    bound: Bound
    unit: str
    rule: str


@cache
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted((w for w in times() if w not in ("twice", "thrice")), key=len, reverse=True))
    harm, verb = "|".join(words("harm")), "|".join(words("harmverb"))
    none = r"(?:of\s+(?:\w+\s+){1,4}?)?(?:was|were|has\s+been|have\s+been)\s+(?:reported\s+)?"
    return re.compile(
        rf"\b(?:(?P<times>{verbs})\b{ONE_MORE}|(?P<twice>twice|thrice)\b{AS_MUCH}"
        rf"|(?P<fold>{SHORT}(?:-?\s?(?:to|or)\s{SHORT})?)[- ]?fold\b"
        r"|(?P<as>(?:three|four|five|six|seven|eight|nine|ten|\d[\d.]{0,5}))\s+times\b(?=\s+(?:as|more|that|the|larger|bigger|higher|its|their|what|over)\b)"
        rf"|(?P<no>no)\s+(?:[a-z]+\s+){{0,2}}?(?:{harm})\b"
        rf"|(?P<nobody>no)\s+(?:[a-z]+\s+){{1,2}}?(?:was|were|has\s+been|have\s+been|had\s+been|had|have)\s+(?:been\s+)?(?:{verb})\b"
        rf"|(?P<none>none)\s+{none}(?:{verb})\b|(?P<zero>zero)\s+(?:{harm})\b)"
    )


def find_multiples(text: str) -> list[Multiple]:
    """The figures of a text that stand in no numeral, left to right."""
    low = folded(text)
    if not (any(piece in low for piece in _pieces()) or ("no" in low and NO.search(low))):
        return []
    return [made for match in _pattern().finditer(low) if (made := _make(match))]


NO = re.compile(r"\bno(?:ne)?\s")


@cache
def _pieces() -> tuple[str, ...]:
    """What stands in every figure that is no numeral, but for "no" and "none": a quick look before."""
    return ("fold", "times", "zero", *sorted({word[:5] for word in times()}))


def _make(match: re.Match[str]) -> Multiple | None:
    name = match.lastgroup or ""
    start, end = match.span(name)
    if name in ("times", "twice"):
        value = Decimal(times()[match[name].lower()])
        return Multiple(start, end, value, value, Bound.EXACT, "times", "double, twice, tripled …")
    if name in ("fold", "as"):
        ends = [n.low for n in scan(match[name])]
        if not ends or len(ends) > 2 or not 1 < ends[0] <= ends[-1]:
            return None
        bound = Bound.RANGE if len(ends) == 2 else Bound.EXACT
        rule = "<number>-fold" if name == "fold" else "<number> times as many"
        return Multiple(start, match.end(), ends[0], ends[-1], bound, "times", rule)
    return Multiple(start, end, Decimal(0), Decimal(0), Bound.EXACT, "count", "no <casualties>")

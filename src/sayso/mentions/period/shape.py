"""The little language that the shapes of time expressions are written in.

A shape is a regular expression over words: `day of? month year` is a day, perhaps "of", a month and a
year. A lower-case name is a class of `words.txt`, of numerals or of marks; a name in capitals is one of
the SHORTHANDS; `name=CLASS` remembers the words; ``( ) ? * | {n,m}`` mean what they mean in expressions.
"""

import re
from dataclasses import dataclass
from functools import cache

from sayso.mentions.period.lexicon import lexicon
from sayso.mentions.period.tokens import Tokens

SHORTHANDS = {
    "MONTH": "(month dot?)",
    "WDAY": "(weekday dot?)",
    "RANK": "(tens dash? (rank | second) | rank | second)",
    "NTH": "(ordinal | RANK)",
    "DAY": "(day | ordinal | RANK)",
    "BELOW": "(tens dash? one | tens | teen | one)",
    "INT": "(day | small | number | year | one hundred (and? BELOW)? | a hundred (and BELOW)? | BELOW)",
    "NUM": "(INT and a? half | INT and a quarter | INT day slash day | INT dozen | INT | real"
    " | a dozen | half a | a half | half | a? couple of? )",
    "VAGUE": "(a? few (hundred | thousand | dozen)? (of few)? | some)",
    "UNIT": "(unit | units | second)",
    "ONEUNIT": "unit",
    "YEARS": "(year | number | small | day)",
    "CLOCK": "(clock units | clock ampm? gmt? | day dot? ampm gmt? | day oclock | BELOW oclock)",
    "ROUND": "(about | over | under | more than | less than | up to | at least | at most"
    " | close to | just (over | under)? | well over"
    " | a (little | bit) (more | less) than | some | only | as long as | another)",
    "SPOKEN": "(tens teen | teen (teen | tens dash? one?) | teen hundred (and? BELOW)?"
    " | one thousand (and? BELOW)?)",
    "POINTER": "(this | that | (the? very | that | this)? same | the same | last | past | next | current"
    " | the? (following | previous | coming))",
}
PIECE = re.compile(r"(?:([a-z]\w*)=)?(?:([A-Za-z_]+)|\()|\s+|.")


@cache
def expand(shape: str) -> str:
    """The shape as a regular expression over class letters. Raises KeyError for a name it does not know."""
    return PIECE.sub(_piece, shape)


def _letter(name: str) -> str:
    """The letter of a class, or of the class that a word is in."""
    lex = lexicon()
    return lex.letters[name if name in lex.letters else lex.words[name][0]]


def _piece(match: re.Match[str]) -> str:
    group, name = match.groups()
    if name is None:
        if match[0].endswith("("):
            return f"(?P<{group}>" if group else "(?:"
        return "" if match[0].isspace() else match[0]
    written = expand(SHORTHANDS[name]) if name.isupper() else _letter(name)
    return f"(?P<{group}>{written})" if group else written


@dataclass(frozen=True, slots=True)
class Hit:
    """A shape found among the words: what a production computes with."""

    tokens: Tokens
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Place of the first word."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Place behind the last word."""
        return self.match.end()

    def has(self, group: str) -> bool:
        """Whether a part of the shape that may be missing is there."""
        return group in self.match.re.groupindex and self.match.group(group) is not None

    def span(self, group: str) -> tuple[int, int]:
        """The words of a part of the shape."""
        return self.match.span(group)

    def value(self, group: str) -> str:
        """The value of the first word of a part ("" where it is missing)."""
        return self.tokens.value(self.match.start(group)) if self.has(group) else ""

    def name(self, group: str) -> str:
        """The class of the first word of a part ("" where it is missing)."""
        return self.tokens.name(self.match.start(group)) if self.has(group) else ""

    @property
    def before(self) -> str:
        """The class of the word before ("" at the head of the text, and for a word of no class)."""
        return self.tokens.name(self.start - 1) if self.start else ""

    @property
    def after(self) -> str:
        """The class of the word behind, likewise."""
        return self.tokens.name(self.end) if self.end < len(self.tokens.letters) else ""

    @property
    def then(self) -> str:
        """The class of the second word behind."""
        return self.tokens.name(self.end + 1) if self.end + 1 < len(self.tokens.letters) else ""

    @property
    def unit(self) -> str:
        """The letter of the unit that the part `unit` names."""
        return self.unit_of("unit")

    def unit_of(self, group: str) -> str:
        """The letter of the unit that a part names."""
        return "TS" if self.name(group) == "second" else self.value(group)

    def names(self, group: str) -> set[str]:
        """The classes of the words of a part."""
        return {self.tokens.name(at) for at in range(*self.span(group))} if self.has(group) else set()

    def number(self, group: str) -> float | None:
        """The number that a part says; None where it is missing or says none."""
        return number_of(self.tokens, *self.match.span(group)) if self.has(group) else None

    def whole(self, group: str) -> int | None:
        """The same as a whole number."""
        found = self.number(group)
        return None if found is None else int(found)


def number_of(tokens: Tokens, start: int, end: int) -> float | None:
    """What number words and digits say: "twenty-one", "2.5", "three and a half", "a dozen", "12th"."""
    total, part = 0.0, 0.0
    for at in range(start, end):
        name, value = tokens.name(at), tokens.value(at)
        if name in ("day", "small", "number", "year", "ordinal", "real"):
            digits = "".join(c for c in value if c.isdigit() or c == ".")
            if len(digits) > 12:
                return None
            if name == "day" and at + 2 < end and tokens.name(at + 1) == "slash":
                return total + int(digits) / max(int(tokens.value(at + 2)), 1)
            total += float(digits)
        elif name in ("one", "teen", "tens", "rank", "second", "couple"):
            total += float(value)
        elif name in ("hundred", "thousand", "dozen"):
            total = max(total, 1) * float(value)
        elif name == "half":
            part += 0.5
        elif name == "unit" and value == "Q":
            part += 0.25
    return total + part or (1.0 if tokens.name(start) == "a" else None)


def spoken_year(tokens: Tokens, start: int, end: int) -> int | None:
    """ "nineteen eighty-six", "seventeen hundred and thirty", "two thousand and five"; else None."""
    names = [tokens.name(at) for at in range(start, end)]
    if "hundred" in names or "thousand" in names:
        found = number_of(tokens, start, end)
        return int(found) if found and 1000 <= found < 2200 else None
    values = [int(tokens.value(at)) for at in range(start, end) if tokens.name(at) in ("teen", "tens", "one")]
    year = values[0] * 100 + sum(values[1:])
    return year if len(values) > 1 and 1000 <= year < 2200 else None

"""The shapes that a number may take, each a named rule: pattern and production.

Patterns are anchored where a number may begin and the longest match wins; a production gets the match
and returns what the number means, or None when the words make none.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from sayso.mentions.number.lexicon import lexicon
from sayso.mentions.number.numerals import LONGEST, Numeral, exactly, plain, significant
from sayso.mentions.number.values import Bound
from sayso.mentions.number.wording import Spoken, spoken

LETTER, DIGIT, SIGNED, PART = "l", "d", "s", "p"  # what a number may begin with; "minus" begins as a sign
Production = Callable[[re.Match[str]], Numeral | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named shape of number; `begins` are the kinds of characters that it may begin with."""

    name: str
    pattern: re.Pattern[str]
    make: Production
    begins: str


GAP = r"(?:[ \t\u00a0\u202f]{0,2}-[ \t]{0,2}|[ \t\u00a0\u202f]{1,3}|[ \t]?\n[ \t]?)"
DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
# a dash and a blank is a sign only where the number is all there is, as in a cell of a table
CELL = r"\A[-−–][ ](?=\d[\d.,]*(?:[ ]\d{1,3}/\d{1,3})?[ ]{0,2}[A-Za-z]{0,3}\Z)"
SIGN = (
    rf"(?P<sign>(?<![\w)\]%.,'’\"”-])[-−–](?=[\d.])|{CELL}"
    r"|(?<![A-Za-z])(?:minus|negative)[ -])?"
)
POWER = r"(?:[ ]?[×x][ ]?10(?:\^|(?=[-−–⁻⁰¹²³⁴⁵⁶⁷⁸⁹]))(?P<power>[-−–]?\d{1,3}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\d))?"
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
FRACTION_SIGNS = {
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
WORD, PIECE = re.compile("[a-z]+"), re.compile(rf"[A-Za-z]+|{DIGITS}|&")
DOZENS, OF = re.compile(rf"{GAP}do?z", re.IGNORECASE), re.compile(r"\s+of\b")
BETWEEN = re.compile(r"\b(?:between|from)\s*$", re.IGNORECASE)
SLASHED = r"[1-9]\d{0,2}[/⁄][1-9]\d{0,2}"
PART_STANDS_ALONE = re.compile(
    r"\s+(?:of|more|less|fewer|larger|smaller|higher|lower|the|as|in|to|or|and|were|was|are|have|had)\b"
    r"|\s*[.,;:!?)\]\"”’]|\s*$",
    re.I,
)

# "Third of Aleppo destroyed": a title leaves the article out; "Third of May", "Third of the four" are ranks
PARTS, OPENS = range(3, 11), re.compile(r"(?:^|[\n.!?:][\"”’]?\s{0,2}[\"“‘]?)\Z")
PART_OF = re.compile(
    r"\s+of\s+(?!(?:(?:the|its|their|all|these|those)\s+)?"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|kind|sort|type|series"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|several|dozen)\b)[a-z]",
    re.I,
)


def _digits(match: re.Match[str]) -> Numeral | None:
    """ "1,160", "-4", "2 1/4", "2.5m", "3 million", "1½" """
    written, letters = match["digits"], match["letters"]
    power = int((match["power"] or "0").translate(RAISED))
    if len(written) > LONGEST or abs(power) > 2 * LONGEST:
        return None
    value, scale = plain(written), 1
    if not match["part"] and not match["scale"] and not letters and not power:
        value = -value if match["sign"] else value
        return exactly(match.start(), match.end(), value, "<digits>", digits=significant(written))
    if match["part"]:
        value += Fraction(FRACTION_SIGNS.get(match["part"].strip(), match["part"].strip().replace("⁄", "/")))
    if value >= 100 and match["scale"] and DOZENS.match(match["scale"]):  # "2014 Dozens of …"
        return exactly(match.start(), match.end("digits"), value, "<digits>", digits=significant(written))
    for word in WORD.findall((match["scale"] or "").lower()):
        scale *= lexicon().scale.get(word) or lexicon().scale[word.removesuffix("s")]
    if letters:
        scale = lexicon().suffix[letters.lower()]
    value *= Fraction(10) ** power
    value *= -scale if match["sign"] else scale
    rule = "<digits>" if scale == 1 else "<digits> <scale>"
    return exactly(
        match.start(), match.end(), value, rule, digits=significant(written), scale=scale, glued=letters or ""
    )


def _slashed(match: re.Match[str]) -> Numeral | None:
    """ "4/5": a proper fraction in digits"""
    value = Fraction(match["digits"].replace("⁄", "/"))
    if not 0 < value < 1 and not match["sign"]:
        return None
    return exactly(
        match.start(), match.end(), -value if match["sign"] else value, "<digits>/<digits>", share=True
    )


def _sign(match: re.Match[str]) -> Numeral:
    value = Fraction(FRACTION_SIGNS[match[0]])
    return exactly(match.start(), match.end(), value, "<fraction sign>", share=True)


def _words(match: re.Match[str]) -> Numeral | None:
    """Anything in number words; the grammar is in `wording`."""
    text, end = match.string, match.end()
    pieces = [(m.end(), m[0].lower()) for m in PIECE.finditer(text[match.start() : end])]
    words = [word for _, word in pieces]
    if "and" in words and BETWEEN.search(text[max(0, match.start() - 9) : match.start()]):
        ands = [place for place, word in enumerate(words) if word == "and"]
        words = words[: ands[len(ands) // 2]]
    said = spoken(words)
    if said is None:
        return None
    after = match.start() + pieces[said.used - 1][0]
    if said.rule == "<number> and a <fraction>" and OF.match(text[after : after + 4]):
        said = spoken(words[: len(words) - 1 - words[::-1].index("and")]) or said
        after = match.start() + pieces[said.used - 1][0]
    return _numeral(text, match.start(), after, words, said)


def _numeral(text: str, start: int, end: int, words: list[str], said: Spoken) -> Numeral:
    ranked = said.share and words[0] in ("a", "an") and words[said.used - 1] not in lexicon().part
    ordinal = said.ordinal or (ranked and PART_STANDS_ALONE.match(text, end) is None)
    if said.ordinal and _part_in_a_title(text, start, end, said):
        return exactly(start, end, 1 / said.value, "<fraction>", share=True, words=True)
    digits = significant(str(abs(int(said.value)))) if said.rule == "<number words>" else None
    return exactly(
        start, end, said.value, "<ordinal words>" if ordinal else said.rule,
        share=said.share, scale=said.scale, digits=digits, words=True, ordinal=ordinal,
    )  # fmt: skip


def _part_in_a_title(text: str, start: int, end: int, said: Spoken) -> bool:
    """Whether a rank that opens a line or sentence is a fraction without its article."""
    if said.used > 1 or said.value not in PARTS or not text[start].isupper():
        return False
    return OPENS.search(text, max(0, start - 6), start) is not None and PART_OF.match(text, end) is not None


def _over(match: re.Match[str]) -> Numeral | None:
    """ "one over three", "2000 over 3" at the end of a clause"""
    top, bottom = (_whole(PIECE.findall(match[g].lower())) for g in ("top", "bottom"))
    if top is None or bottom is None or not bottom.value:
        return None
    value = top.value / bottom.value * (-1 if match["sign"] else 1)
    return exactly(match.start(), match.end(), value, "<number> over <number>", share=value < 1, words=True)


def _whole(words: list[str]) -> Spoken | None:
    said = spoken(words)
    return said if said and said.used == len(words) else None


def _vague(match: re.Match[str]) -> Numeral | None:
    """The longest vague phrase that the words begin with."""
    words = list(WORD.finditer(match[0].lower()))
    for used in range(len(words), 0, -1):
        ends = lexicon().vague.get(" ".join(word[0] for word in words[:used]))
        if ends:
            end = match.start() + words[used - 1].end()
            return Numeral(match.start(), end, *ends, Bound.VAGUE, "<vague word>", words=True)
    return None


def _couple(match: re.Match[str]) -> Numeral:
    return exactly(match.start(), match.end(), Fraction(2), "a couple", words=True)


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(GAP.join(map(re.escape, w.split())) for w in ordered) + ")"


@cache
def shapes() -> dict[str, str]:
    """Regular expressions for the classes of number words."""
    lex = lexicon()
    rank = _any_of(lex.ordinal) + "s?"
    number = (
        f"(?:{_any_of([*lex.small, *lex.tens, *lex.part])}|{_any_of(lex.scale)}s?|{rank})" + r"(?![A-Za-z])"
    )
    joined = rf"{GAP}(?:(?:and|of|point){GAP})?(?:an?{GAP})?(?:{number}|\d{{1,3}}(?![\d.,]*\d))"
    begun = rf"{DIGITS}{GAP}(?:(?:and|point){GAP})?"
    run = rf"(?:{begun})?(?:an?{GAP})?{number}(?:{joined}){{0,14}}"
    return {"scale": _any_of(lex.scale) + "s?", "number": number, "run": run}


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in order of priority at equal length."""
    shape, signs = shapes(), "".join(FRACTION_SIGNS)
    vague = f"(?:{'|'.join(sorted({phrase.split()[0] for phrase in lexicon().vague}))})(?![A-Za-z])"
    few = rf"(?:[a-z]+|\d{{1,6}})(?:{GAP}[a-z]+){{0,6}}?"
    glued = r"(?<=[\d.])(?:bln|bn|b|tn|mil|mln|mn|k|m|(?-i:MM))"
    letters = rf"(?P<letters>{glued}|(?<=[ ])(?:bn|mn|tn|(?-i:[kKM](?!\.))))"
    digits = (
        rf"{SIGN}(?P<digits>{DIGITS}){POWER}(?P<part>[{signs}]|[ ]{{1,2}}{SLASHED}(?![\d/]))?"
        rf"(?:(?P<scale>(?:{GAP}{shape['scale']}(?![A-Za-z])){{1,2}})|[ ]{{0,2}}{letters}(?![A-Za-z0-9]))?"
    )
    below = rf"(?P<bottom>{few}(?:{GAP}and{GAP}{few})?)(?=\s*(?:[.?!,;]|$))"
    written = (
        ("<vague word>", rf"{vague}(?:{GAP}[A-Za-z]+(?![A-Za-z])){{0,4}}", _vague, LETTER + SIGNED),
        (
            "a couple",
            rf"a{GAP}couple(?={GAP}(?:of|more|dozen|hundred|thousand|[a-z]+s)(?![a-z])|[.,;]|$)|couple(?={GAP}of(?![a-z]))",
            _couple,
            LETTER,
        ),
        ("<digits>", digits, _digits, DIGIT + SIGNED),
        ("<digits>/<digits>", rf"{SIGN}(?P<digits>{SLASHED})(?![\d/])", _slashed, DIGIT + SIGNED),
        ("<fraction sign>", f"[{signs}]", _sign, PART),
        ("<number words>", rf"(?:(?:minus|negative)[ ])?(?:{shape['run']})", _words, LETTER + DIGIT + SIGNED),
        (
            "<number> over <number>",
            rf"(?P<sign>(?:minus|negative)[ ])?(?P<top>{few})[ ]over[ ]{below}",
            _over,
            LETTER + DIGIT + SIGNED,
        ),
    )
    return tuple(
        Rule(name, re.compile(pattern, re.IGNORECASE), make, where) for name, pattern, make, where in written
    )


@cache
def _beginning(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if kind in rule.begins)


def _kind(first: str) -> str:
    if first.isdigit() or first == ".":
        return DIGIT
    if first in FRACTION_SIGNS:
        return PART
    return SIGNED if not first.isalpha() or first in "mMnN" else LETTER


def longest(text: str, at: int) -> Numeral | None:
    """The numeral of the rule that reaches furthest from `at`; earlier rules win at equal length."""
    best: Numeral | None = None
    for rule in _beginning(_kind(text[at])):
        match = rule.pattern.match(text, at)
        if match and (best is None or match.end() > best.end):
            made = rule.make(match)
            if made and (best is None or made.end > best.end):
                best = made
    return best

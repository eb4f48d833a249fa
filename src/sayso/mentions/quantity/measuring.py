"""Units of measure and currencies around a number."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.mentions.quantity.ambiguous import meanings, meant
from sayso.mentions.quantity.lexicon import Unit, phrases, units, words

BLANKS = " \t\u00a0\u202f\u2009"
BLANK = f"[{BLANKS}]"
OIL = re.compile(
    r"\b(?:oil|crude|petroleum|output|refiner\w*|opec\+?|bpd|brent|gasoline|diesel|fuel)\b", re.I
)
# "10 $ 30": the sign belongs to the next number; "10 $ 30 $": to the one before it
NUMBER_NEXT = re.compile(r"\s?\d(?![\d.,]*\s?(?:[$€£¥]|cents?\b|pence\b))")
NEAR = 90  # characters on either side in which oil makes "12 barrels" a measure (barrel bombs are not)


@dataclass(frozen=True, slots=True)
class Named:
    """A unit found behind a number: the unit, where its name ends, and what it is per.

    `told` is whether the words around an ambiguous name tell which unit it is.
    """

    unit: Unit
    end: int
    per: str | None = None
    told: bool = False

    @property
    def id(self) -> str:
        """The unit's id, with "per …" for a rate."""
        return f"{self.unit.id} per {self.per}" if self.per else self.unit.id


BETWEEN = rf"(?:(?:US|UK|{'|'.join(sorted(words('between')))}){BLANK})?"
HEAD = re.compile(rf"{BLANK}{{0,2}}-?{BLANK}?[(\[{{<]?{BETWEEN}(?P<head>[A-Za-z]+|[^\sA-Za-z])")
NAME_HEAD = re.compile(r"[A-Za-z]+|.")


@cache
def _names() -> dict[str, list[str]]:
    """The names of units by what they begin with, in lower case; `=` marks those whose case counts."""
    exact = {*units().exact, *(name for name in meanings() if ":" not in name)}
    found: dict[str, list[str]] = {}
    for name in [*units().folded, *(f"={name}" for name in exact)]:
        if head := NAME_HEAD.match(name.removeprefix("=")):
            found.setdefault(head[0].lower(), []).append(name)
    return found


@cache
def _after(head: str) -> re.Pattern[str]:
    """A unit whose name begins with this head, behind a number."""
    exact = sorted((n[1:] for n in _names()[head] if n[0] == "="), key=len, reverse=True)
    folded = phrases(n for n in _names()[head] if n[0] != "=")
    kinds = [f"(?P<folded>(?i:{folded}))"] if folded else []
    kinds += [f"(?P<exact>{'|'.join(re.escape(n) for n in exact)})"] if exact else []
    return re.compile(
        rf"{BLANK}{{0,2}}-?{BLANK}?(?P<open>[(\[{{<])?{BETWEEN}(?P<name>{'|'.join(kinds)})"
        r"(?![A-Za-z0-9²³]|-\d)(?P<close>[)\]}>])?"
    )


def unit_after(text: str, at: int) -> Named | None:
    """The unit that begins at or shortly after `at`, with its "per hour" or "a day"."""
    head = HEAD.match(text, at)
    if not head or head["head"].lower() not in _names():
        return None
    match = _after(head["head"].lower()).match(text, at)
    if not match:
        return None
    told = meant(text, match["name"], at, match.end())
    unit = told or called(match["name"])
    if unit is None or (match["open"] and (match["close"] is None or len(match["name"]) < 2)):
        return None
    symbol = not match["name"][-1].isalpha()
    if symbol and unit.dimension == "money" and NUMBER_NEXT.match(text, match.end()):
        return None
    end = match.end() if match["open"] else match.end("name")
    per = per_after(text, end, aside=unit.dimension == "money")
    if unit.id == "barrel" and per is None and not _of_oil(text, at, end):
        return None
    if per and unit.dimension == "mass" and per[0] in ("gramme", "gram"):
        per = None
    return Named(unit, per[1], per[0], told is not None) if per else Named(unit, end, None, told is not None)


def called(name: str) -> Unit | None:
    """The unit of this very name, or of the name whatever its case and blanks."""
    table, low = units(), name.lower()
    single = re.sub(rf"(?:{BLANK}|\s|-)+", " ", low)
    return table.exact.get(name) or table.folded.get(low) or table.folded.get(single)


BASES = {"h": "hour", "hr": "hour", "s": "second", "ms": "millisecond", "min": "minute", "bbl": "barrel",
         "oz": "ounce", "mmbtu": "mega british thermal unit", "annum": "year", "cm2": "square centimetre",
         "l": "litre", "dl": "decilitre"}  # fmt: skip
PRICED = ("share",)  # "$98 a share" is the price of one, "a dividend of $2 per share" is a rate
ASIDE = re.compile(r"\s\([^()]{1,30}\)(?=\s(?:an?|per)\s)")  # "9bn shekels ($2.4bn) a year"


@cache
def _per() -> re.Pattern[str]:
    bases = phrases(units().bases)
    return re.compile(
        rf"(?:(?:{BLANK}{{1,2}}(?P<a>an?){BLANK}{{1,2}}|-(?P<hyphened>an?)-|{BLANK}{{1,2}}per{BLANK}{{1,2}}|{BLANK}?/{BLANK}?)"
        rf"(?P<base>(?i:{bases})s?)(?![A-Za-z])|{BLANK}{{1,2}}per{BLANK}{{1,2}}(?P<thing>(?!cent|se\b|mill)[a-z]{{3,}})\b)"
    )


NO_RATE = re.compile(r"\s+(?:later|earlier|ago|before|after|since|time|chance)\b")  # "$3m a day after it"


def per_after(text: str, at: int, *, aside: bool = False) -> tuple[str, int] | None:
    """What follows as "per hour", "a day", "/s", "per voter": (base, where it ends).

    With `aside` it may follow brackets, and then ends before them.
    """
    if aside and (between := ASIDE.match(text, at)):
        past = per_after(text, between.end())
        return (past[0], at) if past else None
    match = _per().match(text, at)
    if not match:
        return None
    if match["thing"]:
        return match["thing"], match.end()
    base = match["base"].lower()
    base = BASES.get(base, base.removesuffix("s"))
    a = match["a"] or match["hyphened"]
    if a and (base in PRICED or NO_RATE.match(text, match.end())):
        return None
    return base, match.end()


def _of_oil(text: str, at: int, end: int) -> bool:
    return OIL.search(text[max(0, at - NEAR) : end + NEAR]) is not None


LAST = re.compile(r"(?:[A-Za-z]+|[^\sA-Za-z])$")


@cache
def _lasts() -> frozenset[str]:
    """What currency signs end in: a quick look before they are looked up."""
    return frozenset(last[0] for name in units().prefix if (last := LAST.search(name)))


LONGEST_SIGN = 8  # characters of a currency sign with its blank


def currency_before(text: str, at: int) -> tuple[Unit, int] | None:
    """The currency sign that ends right before `at`: (unit, where the sign begins)."""
    end = at - 1 if at and text[at - 1] in BLANKS else at
    last = LAST.search(text, max(0, end - LONGEST_SIGN), end)
    if not last or last[0].lower() not in _lasts():
        return None
    for start in range(max(0, at - LONGEST_SIGN), end):
        unit = units().prefix.get(text[start:end].lower())
        if unit and not (start and text[start - 1].isalpha() and text[start - 1].isascii()):
            return meant(text, f"prefix:{text[start:end]}", start, at) or unit, start
    return None

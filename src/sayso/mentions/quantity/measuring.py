"""Units of measure and currencies around a number."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.mentions.quantity.lexicon import Unit, phrases, units

BLANK = r"[ \t\u00a0\u202f\u2009]"
OIL = re.compile(
    r"\b(?:oil|crude|petroleum|output|refiner\w*|opec\+?|bpd|brent|gasoline|diesel|fuel)\b", re.I
)
NUMBER_NEXT = re.compile(r"\s?\d")
NEAR = 90  # characters on either side in which oil makes "12 barrels" a measure (barrel bombs are not)


@dataclass(frozen=True, slots=True)
class Named:
    """A unit found behind a number: the unit, where its name ends, and what it is per."""

    unit: Unit
    end: int
    per: str | None = None

    @property
    def id(self) -> str:
        """The unit's id, with "per …" for a rate."""
        return f"{self.unit.id} per {self.per}" if self.per else self.unit.id


@cache
def _after() -> re.Pattern[str]:
    table = units()
    exact = "|".join(re.escape(n) for n in sorted(table.exact, key=len, reverse=True))
    return re.compile(
        rf"{BLANK}{{0,2}}-?{BLANK}?(?P<open>[(\[{{<])?(?:(?:US|UK|imperial)\s)?(?:(?P<folded>(?i:{phrases(table.folded)}))|(?P<exact>{exact}))"
        r"(?![A-Za-z0-9²³]|-\d)(?P<close>[)\]}>])?"
    )


@cache
def _per() -> re.Pattern[str]:
    bases = phrases(units().bases)
    return re.compile(
        rf"(?:{BLANK}{{1,2}}(?:per|an?){BLANK}{{1,2}}|-an?-|{BLANK}?/{BLANK}?)(?P<base>(?i:{bases})s?)(?![A-Za-z])"
    )


@cache
def _before() -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in sorted(units().prefix, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?i:{names}){BLANK}?$")


BASES = {"h": "hour", "hr": "hour", "s": "second", "ms": "millisecond", "min": "minute", "bbl": "barrel",
         "oz": "ounce", "mmbtu": "million BTU"}  # fmt: skip


HEAD = re.compile(
    rf"{BLANK}{{0,2}}-?{BLANK}?[(\[{{<]?(?:(?:US|UK|imperial)\s)?(?P<head>[A-Za-z]+|[^\sA-Za-z]|$)"
)
NAME_HEAD = re.compile(r"[A-Za-z]+|.")


@cache
def _heads() -> frozenset[str]:
    """What the names of units begin with: a quick look before the long expression."""
    names = [*units().folded, *units().exact]
    return frozenset(head[0].lower() for name in names if (head := NAME_HEAD.match(name)))


def unit_after(text: str, at: int) -> Named | None:
    """The unit that begins at or shortly after `at`, with its "per hour" or "a day"."""
    head = HEAD.match(text, at)
    match = _after().match(text, at) if head and head["head"].lower() in _heads() else None
    if not match:
        return None
    name = match["folded"] or match["exact"]
    single = re.sub(rf"(?:{BLANK}|\s|-)+", " ", name.lower())
    table = units()
    unit = table.exact.get(match["exact"] or "") or table.folded.get(name.lower()) or table.folded.get(single)
    if unit is None or (match["open"] and (match["close"] is None or len(name) < 2)):
        return None
    if not name[-1].isalpha() and unit.dimension == "money" and NUMBER_NEXT.match(text, match.end()):
        return None  # "10 $ 30": the sign belongs to the next number
    end = match.end() if match["open"] else match.end("folded" if match["folded"] else "exact")
    per = per_after(text, end)
    if unit.id == "barrel" and per is None and not _of_oil(text, at, end):
        return None
    if per and unit.dimension == "mass" and per[0] in ("gramme", "gram"):
        per = None
    return Named(unit, per[1], per[0]) if per else Named(unit, end)


def per_after(text: str, at: int) -> tuple[str, int] | None:
    """What follows as "per hour", "a day", "/s": (base, where it ends)."""
    match = _per().match(text, at)
    if not match:
        return None
    base = match["base"].lower()
    return BASES.get(base, base.removesuffix("s")), match.end()


def _of_oil(text: str, at: int, end: int) -> bool:
    return OIL.search(text[max(0, at - NEAR) : end + NEAR]) is not None


def currency_before(text: str, at: int) -> tuple[Unit, int] | None:
    """The currency sign that ends right before `at`: (unit, where the sign begins)."""
    match = _before().search(text, max(0, at - 8), at)
    return (units().prefix[match[0].strip().lower()], match.start()) if match else None

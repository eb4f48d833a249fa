"""From a numeral to a figure with a unit: currency signs, units behind the number, shares."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.mentions.number.numerals import Numeral, tidy
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.counting import counted_noun
from sayso.mentions.quantity.lexicon import Unit
from sayso.mentions.quantity.measuring import Named, called, currency_before, per_after, unit_after

METRE_AFTER = re.compile(
    r"\s+(?:long|high|tall|deep|wide|away|from|north|south|east|west|above|below|of\s+(?:the|sea)|across|apart)\b"
    r"|\s*\(\d",
    re.I,
)
CLAUSE_ENDS = re.compile(r"\s*[,.;)]|\s*$")
OF_UNIT = re.compile(
    r"\s+of\s+an?\s+(?:US\s+)?(?=[a-z])|\s+of(?=\s+(?:square|cubic|sq|km|kilomet|mile|met|hectare|acre|tonne|ton|dollar|euro|pound|barrel|litre|kilo))"
)
SCALE_AFTER = re.compile(r"\s(?P<scale>million|billion|trillion)\b", re.I)
SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
COUNTED_NAMES = frozenset(
    ["bar", "stone", "won", "rand", "sen", "real", "cup", "cups", "bit", "bits", "dong", "taka", "lari"]
)
SINGLE = "mgtLlWVCF"  # one-letter units that may stand behind a blank ("5 W"), not only glued to digits
PARTS = {("USD", "cent"): 100, ("EUR", "cent"): 100, ("GBP", "pence"): 100, ("ft", "inch"): 12,
         ("lb", "ounce"): 16,         ("m", "cm"): 100}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making: the numeral, its span with sign and unit, the unit, the rule."""

    numeral: Numeral
    start: int
    end: int
    unit: str
    rule: str


def draft(text: str, numeral: Numeral, unit: Named | None, taken: int = 0) -> Draft:
    """The figure that a numeral or range makes; `unit` is one named between the ends of a range.

    What stands before `taken` belongs to the figure before ("17 USD 25").
    """
    if numeral.ordinal:
        return Draft(numeral, numeral.start, numeral.end, "count", numeral.rule)
    return (
        _money(text, numeral, taken)
        or _per_cent_of(text, numeral)
        or _measured(text, numeral)
        or (Draft(numeral, numeral.start, numeral.end, unit.id, "<number> <unit>") if unit else None)
        or _plain(numeral)
    )


def _plain(numeral: Numeral) -> Draft:
    if numeral.share:
        return Draft(
            replace(numeral, low=as_percent(numeral.low), high=as_percent(numeral.high)),
            numeral.start, numeral.end, "percent", numeral.rule,
        )  # fmt: skip
    return Draft(numeral, numeral.start, numeral.end, "count", numeral.rule)


PER_CENT_OF = re.compile(r"(?:\A|\n)[ \t]*(?P<words>per\s?cents?\s+of)\s+$", re.I)
LINE_ENDS = re.compile(r"[ \t]*[.!?]?[ \t]*(?:\n|\Z)")


def _per_cent_of(text: str, numeral: Numeral) -> Draft | None:
    """ "Per cent of ten" alone on its line, as in a table; elsewhere it is a share of ten things."""
    match = PER_CENT_OF.search(text, max(0, numeral.start - 24), numeral.start)
    if not match or numeral.share or not LINE_ENDS.match(text, numeral.end):
        return None
    return Draft(numeral, match.start("words"), numeral.end, "percent", "per cent of <number>")


def as_percent(share: Decimal) -> Decimal:
    """A share in per cent, as newspapers round it: one decimal from ten per cent up, else four digits."""
    percent = share * 100
    return tidy(round(percent, 1)) if abs(percent) >= 10 else tidy(Decimal(f"{percent:.4g}"))


def _money(text: str, numeral: Numeral, taken: int) -> Draft | None:
    """ "$3bn", "US$58 per barrel", "$5 USD" """
    sign = _sign(text, numeral)
    if sign is None or sign[1] < taken:
        return None
    start = min(sign[1], numeral.start)
    named = unit_after(text, numeral.end)
    if (
        named
        and named.unit.dimension == "money"
        and text[sign[1]].isalpha()
        and "$" not in text[start : numeral.start]
    ):
        return None  # "10 rmb 20 usd": the code belongs to the number before it
    if named and named.unit.dimension == "money" and named.unit.id not in ("cent", "USD"):
        return Draft(
            _times(numeral, named.unit), start, named.end, named.id, "<currency> <number> <currency>"
        )
    end = named.end if named and named.unit.id == "USD" else numeral.end
    unit = sign[0].id
    end = us.end() if unit == "USD" and end == numeral.end and (us := US_AFTER.match(text, end)) else end
    if per := per_after(text, end, aside=True):
        unit, end = f"{unit} per {per[0]}", per[1]
    return Draft(_times(numeral, sign[0]), start, end, unit, "<currency> <number>")


# "$75 U.S. per barrel", "up $31.20 US."; "$500m US aid" is aid of the US
DIGIT = re.compile(r"\d")
US_AFTER = re.compile(r"\s(?:US|U\.S\.)(?=\s+(?:per|an?|in|for|to|from|at|on|by|and|or)\b|\s*(?:[.,;)]|$))")


def _sign(text: str, numeral: Numeral) -> tuple[Unit, int] | None:
    """The currency sign before the first digit of a numeral or range."""
    at = numeral.start
    if numeral.bound is Bound.RANGE:
        digit = DIGIT.search(text, numeral.start, numeral.end)
        at = digit.start() if digit else at
    return currency_before(text, at)


def _times(numeral: Numeral, unit: Unit, scale: int = 1) -> Numeral:
    factor = unit.factor * scale
    if factor == 1:
        return numeral
    return replace(
        numeral, low=numeral.low * factor, high=numeral.high * factor, scale=numeral.scale * factor
    )


def _measured(text: str, numeral: Numeral) -> Draft | None:
    """ "3,000 sq km", "a third of a mile", "75 USD million", "361 million pounds" """
    end = numeral.end
    if numeral.words or numeral.share:
        of = OF_UNIT.match(text, end)
        end = of.end() if of else end
    named = unit_after(text, end)
    if named is None or not _names_unit(text, numeral, named):
        return _inches(text, numeral) or _on_scale(text, numeral)
    unit, end, scale = named.id, named.end, 1
    if named.unit.dimension == "money" and numeral.scale == 1 and (more := SCALE_AFTER.match(text, end)):
        scale, end = SCALES[more["scale"].lower()], more.end()
    if (
        unit == "lb"
        and not named.told
        and numeral.scale >= 10**6
        and text[named.end - 6 : named.end].lower() == "pounds"
    ):
        unit = "GBP"  # nobody weighs millions of pounds
    return Draft(_times(numeral, named.unit, scale), numeral.start, end, unit, "<number> <unit>")


INCHES = re.compile(r"\s?\"(?=\s(?:tall|wide|high|deep|thick|long(?!\s+(?:ago|before|after)))\b)")


def _inches(text: str, numeral: Numeral) -> Draft | None:
    """'10" long': a quotation mark where only a length makes sense."""
    mark = INCHES.match(text, numeral.end)
    return Draft(numeral, numeral.start, mark.end(), "inch", "<number> <unit>") if mark else None


ON_SCALE = re.compile(r"\s+on\s+the\s+(?P<unit>[A-Za-z]{2,12})(?:\s+\w+)?\s+scale\b")


def _on_scale(text: str, numeral: Numeral) -> Draft | None:
    """ "between 50 and 70 on the GPa scale": the unit is the scale's."""
    scale = ON_SCALE.match(text, numeral.end)
    unit = called(scale["unit"]) if scale else None
    return (
        Draft(numeral, numeral.start, numeral.end, unit.id, "<number> on the <unit> scale") if unit else None
    )


def _names_unit(text: str, numeral: Numeral, named: Named) -> bool:
    """Whether the name is a unit here: single letters, and words that are more often something else."""
    name = text[numeral.end : named.end].strip(" -\u00a0\u202f")
    if named.told:
        return True
    if len(name) == 1 and name.isalpha():
        glued = text[numeral.end] == name
        return not numeral.words and (
            glued or (name in SINGLE and not text[named.end : named.end + 1].isalpha())
        )
    if name == "Mw":  # the magnitude of an earthquake
        return False
    if name.lower() in COUNTED_NAMES:
        return name.lower() not in ("won", "sen", "dong", "bar") or numeral.low >= 10
    return not (named.unit.id == "knot" and numeral.words)


INCH = re.compile(r"in\b|\sin\b(?!\s+\w)|\sin\s+(?=tall|high|long|more)")
JOINT = re.compile(r"\s{1,2}(?:and\s)?")
CENTS_ALONE = re.compile(r"\s*(?:[.,;!?)]|$)")


def joined(text: str, first: Draft, second: Draft) -> Draft | None:
    """Two figures that make one: "5 ft 2 in", "3 dollars and 50 cents", "15 dollars 50"."""
    numeral, small, unit, end = first.numeral, second.numeral, second.unit, second.end
    if unit == "count" and first.unit == "ft" and (inch := INCH.match(text, end)):
        unit, end = "inch", end + inch.end() - inch.start()
    elif (
        unit == "count"
        and first.rule == "<number> <unit>"
        and 10 <= small.high < 100
        and CENTS_ALONE.match(text, end)
    ):
        unit = {"USD": "cent", "EUR": "cent", "GBP": "pence"}.get(first.unit, unit)
    parts = PARTS.get((first.unit, unit))
    gap = text[first.end : second.start] if second.start - first.end < 8 else "too far"
    if parts is None or not 0 <= small.high < parts or not JOINT.fullmatch(gap):
        return None
    if Bound.RANGE in (numeral.bound, small.bound) or numeral.low != numeral.low.to_integral_value():
        return None
    value = numeral.low + small.low / parts
    whole = replace(numeral, low=value, high=value, end=end, digits=None)
    return Draft(whole, first.start, end, first.unit, "<number> <unit> <number> <part>")


def as_metres(text: str, numeral: Numeral) -> Numeral:
    """ "300m" is a length unless money or people follow: then the letter is a million."""
    if (
        numeral.glued.lower() != "m"
        or text[numeral.end - 2].isspace()
        or currency_before(text, numeral.start)
    ):
        return numeral
    bare = numeral.low / numeral.scale
    long = METRE_AFTER.match(text, numeral.end) is not None
    if CLAUSE_ENDS.match(text, numeral.end):  # "a tunnel of 300m." but "a city of 1.5m."
        long = bare >= 20 and bare == bare.to_integral_value()
    if text[numeral.end - 1] == "M" or (not long and (bare < 100 or counted_noun(text, numeral.end))):
        return numeral
    return replace(numeral, end=numeral.end - 1, low=tidy(bare), high=tidy(bare), scale=1, glued="")

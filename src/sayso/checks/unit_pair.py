"""unit-pair: a measure and the same measure in another unit, "900 sq km (350 sq miles)".

Fails where the rounding intervals do not overlap. A ton or gallon that could be either of two units is
judged by each: where they disagree the pair is unclear.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sayso.checks.factors import factor
from sayso.checks.finding import Finding, Verdict
from sayso.checks.interval import Interval
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.rounding import spread
from sayso.checks.shape import Match, shape
from sayso.checks.wording import UNITS, number, with_unit

CODE = "unit-pair"
MEANS = r"(?:that is|which is|equal to|the equivalent of|equivalent to|or about|or some|or|i\.e\.|=|about|roughly|around)"
SHAPES = (
    shape(rf"<a:m>(?: of)?(?: [^\W\d]+(?:-\w+)?)?(?: [^\W\d]+)?,? ?[(\[]\s*(?:{MEANS} ){{0,2}}<b:m>", "<measure> (<measure>)"),
    shape(rf"<a:m>(?: of)?(?: [^\W\d]+)?(?: [^\W\d]+)?,? (?:{MEANS} ){{1,2}}<b:m>", "<measure>, or <measure>"),
    shape(r"<a:m> ?[/=–] ?(?:or |about |some )?<b:m>", "<measure> / <measure>"),
    shape(r"<a:m>(?: of [a-z'-]+)?, <b:m>(?: in all| altogether| in total)?[,.]", "<measure>, <measure>,"),
)  # fmt: skip
# (unit as written) → (name, how many of a unit that is one thing); British and American ones differ
READINGS: dict[str, tuple[tuple[str, Decimal, str], ...]] = {
    "ton": (("short tons", Decimal("0.90718474"), "tonne"), ("long tons", Decimal("1.0160469088"), "tonne")),
    "gallon": (
        ("US gallons", Decimal("3.785411784"), "litre"),
        ("imperial gallons", Decimal("4.54609"), "litre"),
    ),
    "pint": (
        ("US pints", Decimal("0.473176473"), "litre"),
        ("imperial pints", Decimal("0.56826125"), "litre"),
    ),
    "quart": (
        ("US quarts", Decimal("0.946352946"), "litre"),
        ("imperial quarts", Decimal("1.1365225"), "litre"),
    ),
}
KINDS = (("short", 0), ("long", 1), ("us ", 0), ("american", 0), ("imperial", 1), ("british", 1))


def unit_pair(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each measure that is restated in another unit."""
    for passage in sheet.counted:
        seen: set[Operand] = set()
        for each in SHAPES:
            for match in each.find(passage):
                a, b = match["a"], match["b"]
                if b in seen or not _same_thing(match, a, b):
                    continue
                judged = _judge(sheet, a, b)
                if judged:
                    seen |= {a, b}
                    yield judged


def _same_thing(match: Match, a: Operand, b: Operand) -> bool:
    """Two units of one dimension, rates alike."""
    del match
    return a.unit != b.unit and a.per == b.per and a.two_ended == b.two_ended


def _judge(sheet: Sheet, a: Operand, b: Operand) -> Finding | None:
    """Every reading of the pair; None where the units do not measure the same."""
    outcomes = [(_agrees(a, b, many), name, many) for name, many in _factors(a, b)]
    if not outcomes:
        return None
    agree = {holds for holds, _, _ in outcomes}
    verdict: Verdict = "unclear" if len(agree) > 1 else "holds" if agree == {True} else "fails"
    arithmetic = "; ".join(_sum(a, b, name, many) for _, name, many in outcomes)
    return finding(sheet, CODE, verdict, (a, b), _says(a, b, verdict, outcomes[0][2]), arithmetic)


def _agrees(a: Operand, b: Operand, many: Fraction) -> bool:
    mine, theirs = spread(a).scaled(many), spread(b)
    if not a.two_ended:
        return mine.meets(theirs)
    return all(_near(x, y) for x, y in ((mine.low, theirs.low), (mine.high, theirs.high)))


def _near(x: Fraction | None, y: Fraction | None) -> bool:
    """Whether the ends of two ranges agree as closely as figures of one or two digits do."""
    return (
        x is not None
        and y is not None
        and Interval(x * Fraction(9, 10), x * Fraction(11, 10)).meets(Interval(y, y))
    )


def _factors(a: Operand, b: Operand) -> Iterator[tuple[str, Fraction]]:
    """(reading, how many of b's unit one of a's is) for each reading of an ambiguous unit."""
    for name, one, unit in _readings(a):
        for other, two, base in _readings(b):
            many = factor(unit, base)
            if many is not None:
                yield name or other, Fraction(one) * many / Fraction(two)


def _readings(operand: Operand) -> tuple[tuple[str, Decimal, str], ...]:
    readings = READINGS.get(operand.unit)
    if readings is None:
        return (("", Decimal(1), operand.unit),)
    low = operand.span.exact.lower()
    said = [place for word, place in KINDS if word in low]
    return (readings[said[0]],) if said else readings


def _sum(a: Operand, b: Operand, name: str, many: Fraction) -> str:
    """ "3,000 sq km = 1,158.3 sq miles"; an ambiguous unit by the name of its reading."""
    ends = [f for f in (a.low, a.high) if f is not None] or [Decimal(0)]
    values = [Fraction(end) for end in dict.fromkeys(ends)]
    left = "–".join(number(v) for v in values)
    right = "–".join(number(v * many) for v in values)
    units = [UNITS.get(o.unit, o.unit) for o in (a, b)]
    if name:
        units[0 if a.unit in READINGS else 1] = name
    return f"{left} {units[0]} = {right} {units[1]}"


def _says(a: Operand, b: Operand, verdict: Verdict, many: Fraction) -> str:
    made = with_unit(_rounded(a.value * many), b.unit)
    if verdict == "holds":
        return f"{a.words} is {made}; the report says {b.words}, within rounding."
    if verdict == "fails":
        return f"{a.words} is {made}, but the report says {b.words}."
    return (
        f"{a.words} is {b.words} in one sense of the unit, not in the other; the report does not say which."
    )


def _rounded(value: Fraction) -> Fraction:
    return Fraction(round(value)) if value >= 100 else value

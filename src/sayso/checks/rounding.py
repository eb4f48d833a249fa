"""How far a figure may be from the truth, by how it was rounded and hedged.

Half a unit of the last significant digit, trailing zeros not significant; doubled by "about", "some",
"roughly". That is the rule for measures, which are always rounded. Counts of people and things are often
round by nature, so their half unit is at most `COUNT_SHARE` of them, and nothing for those that are no
whole hundreds. A share
in whole per cent is good to half a point, in tens to `TENS` points; a fraction in words to a part of
itself. "nearly N" reaches down to `NEARLY` of N, "just over N" up by as much.
"""

import re
from fractions import Fraction

from sayso.checks.interval import Interval, around, exactly
from sayso.checks.operand import Operand
from sayso.mentions.number.values import Bound

COUNT_SHARE = Fraction(1, 20)  # of a count that is round; 200 may be 190 to 210
HEDGED_SHARE = Fraction(1, 10)  # of a count with "about", where its zeros say less
NEARLY = Fraction(17, 20)  # "nearly 100" is not below 85
JUST_OVER = Fraction(23, 20)
FRACTION_SHARE = Fraction(3, 50)  # "a third" is 31.3 to 35.3 per cent
MULTIPLE_SHARE = Fraction(1, 10)  # "doubled" is 1.8 to 2.2 times
TENS = Fraction(3, 2)
SMALL = 100
CLOSE_BELOW = re.compile(r"\b(?:nearly|almost|close to|just (?:under|below|short)|not quite|approaching|nearing|shy of|"
                         r"slightly (?:under|less|below)|a little under)\b", re.I)  # fmt: skip
CLOSE_ABOVE = re.compile(
    r"\b(?:just (?:over|above)|slightly (?:more|over)|a little (?:over|more)|little more)\b", re.I
)


def half_unit(operand: Operand) -> Fraction:
    """Half a unit of the last significant digit as written; 0 where the words have no digits."""
    value = operand.high if operand.high is not None else operand.low
    if not operand.digits or value is None or not value:
        return Fraction(0)
    return Fraction(10) ** (value.adjusted() - operand.digits + 1) / 2


def hedged(operand: Operand) -> bool:
    """Whether the words say that the figure is rough."""
    return operand.bound is Bound.ABOUT or (
        operand.two_ended
        and re.match(r"(?:about|some|around|roughly|an estimated)\b", operand.span.exact, re.I) is not None
    )


def spread(operand: Operand) -> Interval:
    """The rounding interval of a measure without its bound: two units bound alike are compared so."""
    half = half_unit(operand) * (2 if hedged(operand) or CLOSE_BELOW.search(operand.span.exact) else 1)
    low, high = (Fraction(end) if end is not None else operand.value for end in (operand.low, operand.high))
    if operand.two_ended:
        return Interval(low, high)
    return Interval(max(low - half, Fraction(0)), high + half)


def interval(operand: Operand) -> Interval:
    """The values that an operand's words allow, bound, hedge and rounding together."""
    value, half = operand.value, slack(operand)
    if operand.bound in (Bound.RANGE, Bound.VAGUE) and operand.two_ended:
        low, high = Fraction(operand.low or 0), Fraction(operand.high or 0)
        return Interval(low - half, high + half)
    match operand.bound:
        case Bound.AT_LEAST:
            return Interval(value, None)
        case Bound.MORE_THAN:
            close = CLOSE_ABOVE.search(operand.span.exact)
            return Interval(value, value * JUST_OVER if close else None, low_open=True)
        case Bound.AT_MOST:
            return Interval(Fraction(0), value)
        case Bound.LESS_THAN:
            close = CLOSE_BELOW.search(operand.span.exact)
            return Interval(value * NEARLY if close else Fraction(0), value, high_open=not close)
        case _:
            return around(value, half) if half else exactly(value)


def slack(operand: Operand) -> Fraction:
    """How far an exact or hedged operand's value may be off."""
    value, rough = operand.value, hedged(operand)
    match operand.kind:
        case "times":
            half = value * MULTIPLE_SHARE
        case "share":
            half = _share(operand, value)
        case "count":
            half = _count(operand, value)
            rough, half = (False, max(2 * half, value * HEDGED_SHARE)) if rough else (False, half)
        case _:
            half = min(half_unit(operand), value * COUNT_SHARE)
    return half * 2 if rough else half


def _share(operand: Operand, value: Fraction) -> Fraction:
    if operand.in_words:
        return value * FRACTION_SHARE
    return max(TENS if value % 10 == 0 else Fraction(0), min(half_unit(operand), Fraction(1, 2)))


def _count(operand: Operand, value: Fraction) -> Fraction:
    """Counts written out to their last ten (180, 1,480) were counted, not rounded."""
    if value < SMALL or (value.denominator == 1 and value % 100):
        return Fraction(0)
    return min(half_unit(operand), value * COUNT_SHARE)

"""Figures that the ledger rightly leaves out, or takes for things, and that arithmetic needs.

"The 51 of April" is a count, for April has no day 51; "as many as in April (40)" gives no age; "fell by a
third" is a share; "840,000 barrels" beside "40,000 barrels a day" is a measure; "2½ times" is a multiple.
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sayso.checks.factors import unit_of_noun
from sayso.checks.operand import Operand
from sayso.checks.words import any_of
from sayso.mentions.mention import Mention
from sayso.mentions.number.values import Bound
from sayso.reports.span import span_of

RECLAIMED = frozenset({"date", "bare age", "age", "ordinal"})
LAST_DAY = 31
FRACTIONS = {"third": Decimal("33.3"), "quarter": Decimal(25), "fifth": Decimal(20), "sixth": Decimal("16.7"),
             "seventh": Decimal("14.3"), "eighth": Decimal("12.5"), "ninth": Decimal("11.1"), "tenth": Decimal(10)}  # fmt: skip
FRACTION = re.compile(
    r"(?:(?:nearly|almost|about|roughly|more than|over|around) )?(?:an?|one) (?P<part>[a-z]+)", re.I
)
BY = re.compile(
    r"\b(?:by|of|up|down|than|fell|rose|dropped|lost) (?:nearly |almost |about |roughly |more than |over )?\Z",
    re.I,
)
COUNTED = re.compile(r"(?: (?:more|other|such|new|air|drone|civilian))* (?P<noun>[a-z]{3,}s)\b")
IN_MONTH = re.compile(r"(?:\A|[.;,–—] )In (?:early |late |mid-)?[A-Z][a-z]+ \Z")
IN_BRACKETS = re.compile(r"\b(?:in|from|than|on|against|of|during) [^().;]{2,30}\($")
NO_THING = re.compile(rf"{any_of('no-thing')}\Z")
AS_AS = re.compile(r"as (?P<word>[a-z]+) as (?:the )?", re.I)
THAN_THE = re.compile(r"(?P<word>more|fewer|less|higher|lower|greater) than (?:the|those) ", re.I)
RATIO = re.compile(r"\b(?:half|twice|times|third|quarter|fifth|tenth|thirds|quarters|doubled?) \Z", re.I)
MULTIPLE = re.compile(r" times (?=what|as|that|the |its |more|higher|greater|larger)")


def reclaimed(mention: Mention[Any], text: str) -> Operand | None:
    """The operand of a mention that is no figure to the ledger, None where it is none here either."""
    span, value = mention.span, mention.value
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    if value.excluded == "ordinal":
        match = FRACTION.fullmatch(span.exact)
        share = FRACTIONS.get(match["part"].lower()) if match else None
        return Operand(span, share, share, Bound.EXACT, "percent") if share and BY.search(before) else None
    if value.low is None or value.low != value.high:
        return None
    counted = COUNTED.match(after)
    if value.excluded == "date":
        no_day = value.low > LAST_DAY and (after.startswith(" of ") or counted)
        if not no_day and not (counted and IN_MONTH.search(before)):
            return None
    elif not (IN_BRACKETS.search(before) and after.startswith(")")):
        return None
    head = counted["noun"].removesuffix("s") if counted else None
    return Operand(span, value.low, value.high, value.bound, "count", value.digits, head)


def mended(operand: Operand, text: str) -> Operand:
    """An operand with its unit where the noun behind it is one, and without a noun that is none."""
    operand = _compared(operand, text)
    if operand.unit != "count" or operand.head is None:
        return operand
    if operand.head == "time" and MULTIPLE.match(text, operand.span.end):
        return replace(operand, unit="times", head=None, counted=None)
    unit = unit_of_noun(operand.head)
    if unit:
        return replace(operand, unit=unit, head=None, counted=None)
    return replace(operand, head=None, counted=None) if NO_THING.match(operand.head) else operand


def _compared(operand: Operand, text: str) -> Operand:
    """ "half as many as the 82", "as large as 1,000 pitches": the figure is compared with, it is no ceiling."""
    match = AS_AS.match(operand.span.exact) or THAN_THE.match(operand.span.exact)
    value = operand.high if operand.high is not None else operand.low
    start = operand.span.start
    if match is None or value is None:
        return operand
    if match["word"] in ("many", "much") and not RATIO.search(text[max(0, start - 16) : start]):
        return operand
    span = span_of(operand.span.part, text, start + match.end(), operand.span.end)
    return replace(operand, span=span, low=value, high=value, bound=Bound.EXACT)

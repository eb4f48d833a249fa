"""Events lent from figure to figure: "12 killed, three of them women", "9 men and 2 boys were killed"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.events.finding import BESIDE, event_of, noun_end
from sayso.claims.events.lexicon import is_fate
from sayso.claims.events.values import Event
from sayso.claims.figures import FigureAt

INCLUDED = re.compile(
    r"\b(?:includ\w+|among (?:them|whom|those)|of (?:them|whom|which)|as well as|along with)\b", re.IGNORECASE
)
LISTED = re.compile(r"[\s,;(]*(?:and|&|or|plus)?\s*")
JOINED = re.compile(r"\b(?:and|or)\b|&")
NEAR = 120  # characters between two figures of which one may borrow the other's event


def events_of(figures: Sequence[FigureAt]) -> list[Event | None]:
    """The event of each figure, in order; None where nothing is said to happen, or grammar is missing."""
    own = [event_of(at) for at in figures]
    found: list[Event | None] = []
    for place, event in enumerate(own):
        before = figures[place - 1] if place else None
        after = figures[place + 1] if place + 1 < len(figures) else None
        lent = _lent(before, found[place - 1], figures[place], event) if before else None
        if lent is None and after:
            lent = _lent_back(figures[place], event, after, own[place + 1])
        found.append(lent or event)
    return found


def _lent(before: FigureAt, lender: Event | None, at: FigureAt, own: Event | None) -> Event | None:
    """The event of the figure before, for one that goes with it: "12 killed, including three women"."""
    if lender is None or lender.agent or not _same_sentence(before, at):
        return None
    between = _between(before, at)
    if between is None or not is_fate(lender.cls):
        return None
    if INCLUDED.search(between) and not (own and own.rule in BESIDE):
        return replace(lender, rule="as the figure that includes it")
    weak = own is None or not is_fate(own.cls)
    if weak and at.mention.value.counted is None and at.mention.value.unit == "count":
        return replace(lender, rule="as the figure before")
    if weak and LISTED.fullmatch(between[noun_end(before) :]):
        return replace(lender, rule="as the figure before")
    return None


def _lent_back(at: FigureAt, own: Event | None, after: FigureAt, lender: Event | None) -> Event | None:
    """The event of the figure after: "37 soldiers and 101 militants were killed"."""
    if lender is None or lender.rule not in BESIDE or lender.token < (after.token or 0):
        return None
    between = _between(at, after)
    strong = own is not None and is_fate(own.cls)
    if between is None or strong or not _same_sentence(at, after):
        return None
    joined = LISTED.fullmatch(between[noun_end(at) :]) and JOINED.search(between)
    return replace(lender, rule="as the figure after") if joined else None


def _between(one: FigureAt, two: FigureAt) -> str | None:
    """The words between two figures of one part, if they are near."""
    if one.syntax is None or one.syntax is not two.syntax or two.span.start - one.span.end > NEAR:
        return None
    return one.syntax.analysis.text[one.span.end : two.span.start]


def _same_sentence(one: FigureAt, two: FigureAt) -> bool:
    if one.syntax is None or one.token is None or two.token is None or one.syntax is not two.syntax:
        return False
    return one.syntax.tokens[one.token].sentence == one.syntax.tokens[two.token].sentence

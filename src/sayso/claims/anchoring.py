"""Times that an event gives: "during the truce", "before the siege began", "in the first week of the siege".

They are worth what the report says elsewhere of the day of that event ("the truce began on 18 June"); where
it says nothing, they date nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sayso.claims.events.lexicon import any_of, is_beginning, words
from sayso.claims.material import Material
from sayso.claims.syntax import Syntax
from sayso.claims.timespan import FROM_TO, ONWARDS, UP_TO, Timespan
from sayso.mentions.mention import Mention
from sayso.mentions.period.values import Period
from sayso.reports.span import Part

DURING, FIRST_OF = "during <event>", "the first <week> of <event>"
DAYS = {"day": 1, "week": 7, "month": 30}
NUMBERS = {"": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
MOST = 8  # times of one sentence that are looked at for each event
NOUNS = ("fighting", "event", "act")  # kinds of words for what has a beginning


@dataclass(frozen=True, slots=True)
class Anchor:
    """When an event was: its first day, and its last where the report tells it; `exact` to the day."""

    start: date
    end: date | None
    exact: bool


def anchored(
    material: Material, part: Part, trees: Mapping[Part, Syntax], times: Sequence[Timespan]
) -> list[Timespan]:
    """The times of one part in reading order, with those that an event gives and "since <event>" dated."""
    syntax = trees.get(part)
    if syntax is None:
        return list(times)
    events = _Events(syntax, [time for time in times if time.start is not None and time.rule != ONWARDS])
    given: list[Timespan] = []
    for match in _pattern().finditer(material.report.part(part)):
        anchor = events.anchor(match["noun"], match.start())
        if anchor is not None and (anchor.exact or not match["unit"]):
            given.append(_given(match, anchor, part, material))
    starts = [time.span.start for time in given]
    kept = [time for time in times if not _inside(time.mention.span.start, starts, given)]
    return sorted([*(_dated_since(time, events) for time in kept), *given], key=lambda time: time.span)


def _inside(offset: int, starts: Sequence[int], given: Sequence[Timespan]) -> bool:
    """Whether an offset lies in one of some stretches in text order."""
    place = bisect_right(starts, offset) - 1
    return place >= 0 and offset < given[place].span.end


def _dated_since(time: Timespan, events: "_Events") -> Timespan:
    """A "since the battle began" with the day on which the report says that it did."""
    if time.rule != ONWARDS or time.start is not None:
        return time
    said = re.findall(r"[^\W\d_]+", time.span.exact.lower())
    nouns = [word for word in said if _singular(word) in _nouns()]
    anchor = events.anchor(nouns[-1], time.span.start) if nouns else None
    return replace(time, start=anchor.start, reason=None) if anchor else time


class _Events:
    """The events of a text that it gives a day, found once."""

    def __init__(self, syntax: Syntax, known: Sequence[Timespan]) -> None:
        self._syntax = syntax
        self._tops: dict[int, list[tuple[int, Timespan]]] = {}
        for time in known:
            top = syntax.top(time.mention.span.start, time.mention.span.end)
            if top is not None:
                self._tops.setdefault(syntax.tokens[top].sentence, []).append((top, time))
        self._told: dict[str, list[tuple[int, Anchor]]] = {}
        for noun, token in enumerate(syntax.tokens):
            name = syntax.lemma(noun) if token.upos in ("NOUN", "PROPN") else ""
            if name in _nouns() and token.sentence in self._tops and (anchor := self._day(noun)):
                self._told.setdefault(name, []).append((token.start, anchor))

    def anchor(self, noun: str, before: int) -> Anchor | None:
        """The day of an event of this name: the last that is told before an offset, else the first."""
        told = self._told.get(_singular(noun.lower()), [])
        place = bisect_left(told, before, key=lambda one: one[0])
        return told[max(0, place - 1)][1] if told else None

    def _day(self, noun: int) -> Anchor | None:
        """The day in the clause of a noun, or on the noun itself ("a truce from 8 to 10 May")."""
        syntax, clause = self._syntax, self._syntax.clause(noun)
        for top, time in self._tops[syntax.tokens[noun].sentence][:MOST]:
            if time.start and (syntax.clause(top) == clause or noun in syntax.above(top)):
                open_ended = is_beginning(syntax, clause) or syntax.word(clause) in words("turn")
                last = None if open_ended and time.rule != FROM_TO else time.end
                return Anchor(time.start, last, time.rule == FROM_TO or time.start == time.end)
        return None


def _given(match: re.Match[str], anchor: Anchor, part: Part, material: Material) -> Timespan:
    """The stretch of time of an event's words."""
    span, published = material.span(part, match.start(), match.end()), material.report.counted_from
    start: date | None = anchor.start
    if match["just"]:
        end, rule = anchor.start, DURING
    elif match["before"]:
        start, end, rule = None, anchor.start, UP_TO
    elif match["unit"]:
        days = DAYS[match["unit"].lower()] * NUMBERS[(match["number"] or "").lower()]
        end, rule = anchor.start + timedelta(days - 1), FIRST_OF
    else:
        end, rule = anchor.end or published or anchor.start, DURING
    mention = Mention("period", span, Period(None, start, end, "span", "day"), rule)
    return Timespan(mention, span, start, end, None, rule)


def _singular(noun: str) -> str:
    return noun if noun.endswith("ss") or noun in ("clashes", "hostilities") else noun.removesuffix("s")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(_singular(noun) for kind in NOUNS for noun in words(kind))


@cache
def _pattern() -> re.Pattern[str]:
    nouns = any_of(_nouns())
    turns = any_of(words("turn"))
    event = rf"(?:the|this|that|its)\s+(?:[\w’-]+\s+)?(?P<noun>{nouns})\b"
    number = "|".join(number for number in NUMBERS if number)
    first = rf"in\s+the\s+first\s+(?:(?P<number>{number})\s+)?(?P<unit>{'|'.join(DAYS)})s?\s+of"
    just = r"(?P<just>(?:just|shortly|right|minutes|hours)\s+)?"
    before = rf"{just}(?P<before>before)(?=\s+(?:[\w’-]+\s+){{2,4}}(?:{turns})\b)"
    return re.compile(
        rf"\b(?:during|throughout|{before}|{first})\s+{event}(?:\s+(?:{turns})\b)?", re.IGNORECASE
    )

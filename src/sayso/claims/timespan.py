"""The stretch of time that the words around a time expression make of it: since, until, by, from … to.

A mention is the bare expression ("March 2011"); the count it dates may run from it ("since March 2011") or
up to it ("by Saturday"). The span of the slot takes the preposition in, as the guidelines ask.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.claims.material import Material
from sayso.claims.ongoing import ONGOING, ongoing
from sayso.claims.undated import undated
from sayso.mentions.mention import Mention
from sayso.mentions.period.resolving import NO_PUBLISHED
from sayso.mentions.period.values import Period
from sayso.reports.span import Part, Span

SINCE = re.compile(r"\b(?:ever\s+)?since\b(?:\s+[\w’'-]+){0,14}\s+$", re.IGNORECASE)
THEN = re.compile(r"\b(?:ever\s+)?since\s+then\b", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|till|up\s+to|by|through)\s+(?:the\s+)?$", re.IGNORECASE)
SUPERLATIVE = re.compile(
    r"\b(?:first|worst|most|record|(?!west|east|rest|test|least|latest)\w{3,}est)\b", re.IGNORECASE
)
TO_DATE = re.compile(r"\b(?:until|till|up\s+to|to|at)\s+$", re.IGNORECASE)
NOWS = ("now", "right now", "currently", "presently", "date", "present")  # "to date", "at present"
AS_OF = re.compile(r"\bas\s+(?:of|at)\s+(?:the\s+)?$", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
TO = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+)?", re.IGNORECASE)
LEAD = re.compile(
    r"\b(?:(?:on|in|at|during|over|within|throughout|for|around|about|since|early|late|later)\s+)+(?:the\s+)?$",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:past|last|previous|recent|next|coming|this)\b", re.IGNORECASE)
BEFORE = 80  # characters before an expression in which the words that belong to it stand
BLANK = re.compile(r"\s*")
STOP = re.compile(r"[.;:!?\n,“”\"]")
FROM_TO, ONWARDS, UP_TO = "from <period> to <period>", "since <period>", "until <period>"
SINCE_THEN = "since then"
COMPARED = "deadliest since <period>"
OPENING = "<a day after> an event, at the head of the report"


@dataclass(frozen=True, slots=True)
class Timespan:
    """A time expression with its preposition and the inclusive days it stands for beside a count."""

    mention: Mention[Period]
    span: Span
    start: date | None
    end: date | None
    reason: str | None
    rule: str


def timespans(material: Material) -> list[Timespan]:
    """Those of a report, in reading order; bare durations and repetitions date nothing and are left out."""
    found: list[Timespan] = []
    for part in ("title", "text"):
        dated = [m for m in material.by_kind["period"] if m.span.part == part and not _dateline(m, material)]
        mentions = _outermost(dated)
        of_part = [*_of_part(material, part, mentions)]
        events = undated(material.report, part, [time.span for time in of_part])
        since = [*(_since_event(mention) for mention in events), *_since_then(material, part, of_part)]
        found += sorted([*of_part, *since], key=lambda time: time.span)
    return found


def _since_then(material: Material, part: Part, times: Sequence[Timespan]) -> Iterator[Timespan]:
    """ "since then": from the last day that was told of before it."""
    known = [time for time in times if time.start is not None]
    end = material.report.counted_from
    for match in THEN.finditer(material.report.part(part)):
        span = material.span(part, match.start(), match.end())
        place = bisect_left(known, span.start, key=lambda time: time.span.end)
        if place:
            before = known[place - 1]
            value = Period(None, before.start, end, "span", open="end")
            mention = Mention("period", span, value, SINCE_THEN)
            yield Timespan(mention, span, before.start, end, None if end else NO_PUBLISHED, ONWARDS)


def _since_event(mention: Mention[Period]) -> Timespan:
    return Timespan(mention, mention.span, None, mention.value.end, mention.value.reason, ONWARDS)


def _dateline(mention: Mention[Period], material: Material) -> bool:
    """Whether a date is the report's own: it dates the report, not what the report tells."""
    return material.report.dateline is not None and mention.span.overlaps(material.report.dateline)


def _outermost(mentions: Sequence[Mention[Period]]) -> list[Mention[Period]]:
    """Without the ends of stretches that the grammar has joined: "from 3 to 5 May" is one time."""
    kept: list[Mention[Period]] = []
    for mention in mentions:
        if not (kept and kept[-1].value.shape == "span" and kept[-1].span.covers(mention.span)):
            kept.append(mention)
    return kept


def _of_part(material: Material, part: Part, mentions: Sequence[Mention[Period]]) -> Iterator[Timespan]:
    text, place = material.report.part(part), 0
    while place < len(mentions):
        mention, floor = mentions[place], mentions[place - 1].span.end if place else 0
        before = STOP.split(text[max(floor, mention.span.start - BEFORE) : mention.span.start])[-1]
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        if following and (joined := _from_to(material, mention, following, before)):
            yield joined
            place += 2
            continue
        if not _dates_nothing(mention.value, mention.span.exact):
            yield _single(material, mention, before)
        elif gone_on := ongoing(mention, before, material.report):
            yield Timespan(mention, *gone_on, ONGOING)
        place += 1


def _dates_nothing(period: Period, exact: str) -> bool:
    """A bare duration ("three weeks") or repetition ("every day"); "the past three weeks" has days to be."""
    return (
        period.start is None
        and period.end is None
        and (period.shape == "set" or (period.shape == "duration" and not RELATIVE.search(exact)))
    )


def _from_to(material: Material, one: Mention[Period], two: Mention[Period], before: str) -> Timespan | None:
    """ "from 2013 to 2019", "between Monday and Friday", "3–7 May"."""
    text = material.report.part(one.span.part)
    between = text[one.span.end : two.span.start]
    if len(between) > 16 or not TO.fullmatch(between) or one.value.start is None or two.value.end is None:
        return None
    lead = FROM.search(before)
    plain = re.fullmatch(r"\s*[-–—]\s*", between)
    if (not lead and not plain) or one.value.start > two.value.end:
        return None
    start = one.span.start - (len(before) - lead.start() if lead else 0)
    span = material.span(one.span.part, start, two.span.end)
    return Timespan(
        one, span, one.value.start, _capped(one.value.start, two.value.end, material), None, FROM_TO
    )


def _single(material: Material, mention: Mention[Period], before: str) -> Timespan:
    value, published = mention.value, material.report.counted_from
    if value.timex == "PRESENT_REF" and mention.span.exact.lower() in NOWS:
        return _now(material, mention, before)
    if value.timex == "XXXX-XX-XX" and published and _at_head(mention, material):
        return Timespan(mention, mention.span, published, published, None, OPENING)
    if match := SINCE.search(before):
        span = _from(material, mention, len(before) - match.start())
        if SUPERLATIVE.search(before, 0, match.start()):
            return Timespan(mention, span, value.start, value.end, value.reason, COMPARED)
        reason = value.reason or (None if published else NO_PUBLISHED)
        return Timespan(mention, span, value.start, published if value.start else None, reason, ONWARDS)
    if match := UNTIL.search(before):
        span = _from(material, mention, len(before) - match.start())
        return Timespan(mention, span, None, value.end, value.reason, UP_TO)
    lead = LEAD.search(before) or AS_OF.search(before)
    span = _from(material, mention, len(before) - lead.start() if lead else 0)
    end = _capped(value.start, value.end, material)
    unsolved = value.start is None and end is None and published is None
    reason = value.reason or (NO_PUBLISHED if unsolved else None)
    return Timespan(mention, span, value.start, end, reason, mention.rule)


def _at_head(mention: Mention[Period], material: Material) -> bool:
    """Whether the text opens with a day that is counted from an event: "A day after the vote, …" is today."""
    blank = BLANK.match(material.report.part(mention.span.part))
    return blank is not None and blank.end() == mention.span.start


def _now(material: Material, mention: Mention[Period], before: str) -> Timespan:
    """ "now" and "at present" are the day of publication, "until now" and "to date" all up to it."""
    published, lead = material.report.counted_from, TO_DATE.search(before)
    span = _from(material, mention, len(before) - lead.start() if lead else 0)
    upto = lead is not None and not lead[0].lower().startswith("at")
    return Timespan(
        mention,
        span,
        None if upto else published,
        published,
        None if published else NO_PUBLISHED,
        UP_TO if upto else mention.rule,
    )


def _from(material: Material, mention: Mention[Period], back: int) -> Span:
    return material.span(mention.span.part, mention.span.start - back, mention.span.end)


def _capped(start: date | None, end: date | None, material: Material) -> date | None:
    """No later than the publication, where the period has begun by then: what is counted has happened."""
    day = material.report.counted_from
    return day if start and end and day and start < day < end else end

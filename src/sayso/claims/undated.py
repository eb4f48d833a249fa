"""Stretches of time that begin with an event which the report does not date: "since the truce collapsed".

They end at the publication; their beginning stays open, and the slot says why.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.claims.events.lexicon import any_of, words
from sayso.mentions.mention import Mention
from sayso.mentions.period.values import Period
from sayso.reports.report import Report
from sayso.reports.span import Part, Span

SINCE_EVENT = "since <event>"
NO_DATE = "the event is not dated in the report"
MOST_WORDS = 9  # between "since" and the word that tells of a beginning or an end


def undated(report: Report, part: Part, dated: Sequence[Span]) -> Iterator[Mention[Period]]:
    """The mentions of one part that lie outside every dated stretch, in reading order.

    `dated` are the spans of the stretches with a date, in reading order. "Since" in the sense of because
    ("since they had no fuel") names neither a beginning nor an end, and is passed over.
    """
    place = 0
    for match in _pattern().finditer(report.part(part)):
        span = report.span(part, match.start(), match.end())
        while place < len(dated) and dated[place].end <= span.start:
            place += 1
        if place == len(dated) or not dated[place].overlaps(span):
            value = Period(None, None, report.counted_from, "span", open="start", reason=NO_DATE)
            yield Mention("period", span, value, SINCE_EVENT)


@cache
def _pattern() -> re.Pattern[str]:
    turns = any_of(words("turn"))
    between = rf"(?:(?!(?:{turns})\b)[\w’'-]+\s+){{0,{MOST_WORDS}}}"
    tail = r"(?:\s+of\s+(?:the\s+|an?\s+)?[\w-]+)?"
    events = any_of(words("event"))
    named = rf"(?:the|its|that|this|their)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{events})"
    return re.compile(rf"\b(?:ever\s+)?since\s+(?:{between}(?:{turns})\b{tail}|{named}\b)", re.IGNORECASE)

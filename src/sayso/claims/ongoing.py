"""How long something has gone on: "in three days of fighting", "the five-year civil war".

Such a length ends with the report. Days and weeks are counted back from there; of months and years, which
are said roundly, the beginning stays open.
"""

import re
from datetime import date, timedelta
from functools import cache

from sayso.claims.events.lexicon import any_of, words
from sayso.mentions.mention import Mention
from sayso.mentions.period.resolving import NO_PUBLISHED
from sayso.mentions.period.values import Period
from sayso.reports.report import Report
from sayso.reports.span import Span

ONGOING = "<three days> of fighting"
ROUND = "a round length, so its beginning is open"
PARTS = ("the first", "first", "the last", "last", "the final", "final")  # "the first two weeks of the siege"
REACH = 80  # characters from a length to the event that it is the length of
LENGTH = re.compile(r"P(\d+)([DWMY])")
LEAD = re.compile(
    r"\b(?:in|over|during|through|throughout|after|within)\s+(?:the\s+|[\w’']+s\s+)?$", re.IGNORECASE
)
Gone = tuple[Span, date | None, date | None, str | None]


def ongoing(mention: Mention[Period], before: str, report: Report) -> Gone | None:
    """Words, first and last day and the reason where the first is missing; None for another duration.

    `before` are the words of the same clause before the mention.
    """
    part_of_it = mention.span.exact.lower().startswith(PARTS)
    length = None if part_of_it else LENGTH.fullmatch(mention.value.timex or "")
    text, span = report.part(mention.span.part), mention.span
    event = _event().match(text, span.start, span.start + REACH) if length else None
    if length is None or event is None or event.end() < span.end:
        return None
    lead = LEAD.search(before)
    whole = report.span(span.part, span.start - (len(before) - lead.start() if lead else 0), event.end())
    end = report.counted_from
    if end is None:
        return whole, None, None, NO_PUBLISHED
    number, unit = int(length[1]), length[2]
    if unit in "MY" or number > 366:
        return whole, None, end, ROUND
    return whole, end - timedelta(number - 1 if unit == "D" else 7 * number), end, None


@cache
def _event() -> re.Pattern[str]:
    nouns = any_of(words("fighting"))
    link = r"\s+of|-(?:old|long)|-(?:day|week|month|year)"
    return re.compile(rf"[\w\s-]{{2,30}}?(?:{link})\s+(?:[\w’'-]+\s+){{0,2}}?(?:{nouns})\b", re.IGNORECASE)

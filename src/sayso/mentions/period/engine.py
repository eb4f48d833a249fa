"""Finds periods: words become classes, shapes become meanings, and meanings in their order become days."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sayso.mentions.mention import Mention, Part
from sayso.mentions.period.carrying import carries
from sayso.mentions.period.doubtful import settle
from sayso.mentions.period.meaning import Draft, Point
from sayso.mentions.period.resolving import Setting, resolve
from sayso.mentions.period.scanning import scan
from sayso.mentions.period.sharing import shared
from sayso.mentions.period.tense import looks_ahead
from sayso.mentions.period.tokens import Tokens, pieces, tokenise
from sayso.mentions.period.values import Period
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of

SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
MANY = 4  # so many years named before that of publication make an account of the past


@dataclass(slots=True)
class _Course:
    """Where the reading of a report has come to."""

    setting: Setting
    at: int = 0


def find_periods(text: str, part: TextPart = "text", published: date | None = None) -> list[Mention[Period]]:
    """Every time expression of a text, in text order.

    Needs no network; time is linear in the text's length.
    """
    scanned = [
        (tokens, shared(tokens, scan(tokens)))
        for tokens in map(settle, (tokenise(text, *p) for p in pieces(text)))
    ]
    course = _Course(Setting(published, published is not None and _recent(scanned, published)))
    return [
        mention for tokens, drafts in scanned for mention in _mentions(text, part, tokens, drafts, course)
    ]


def _recent(scanned: Iterable[tuple[Tokens, list[Draft]]], published: date) -> bool:
    """Whether a report tells of its own time: most of the years that it names are those about publication."""
    points = [d.meaning for _, drafts in scanned for d in drafts if isinstance(d.meaning, Point)]
    years = [point.year for point in points if point.year]
    old = sum(year < published.year for year in years)
    today = sum(_is_of_today(point) for point in points) + len(years) - old
    return old < MANY or old <= 2 * today


def _is_of_today(point: Point) -> bool:
    """A weekday without a date, "yesterday", "last week": what reports of the day are dated by."""
    if point.frame:
        return point.frame.base == "now" or (point.frame.unit == "W" and point.frame.base == "near")
    return bool(point.weekday and not point.month)


def _mentions(
    text: str, part: TextPart, tokens: Tokens, drafts: list[Draft], course: _Course
) -> Iterable[Mention[Period]]:
    for draft in drafts:
        start, end = tokens.starts[draft.start], tokens.ends[draft.end - 1]
        setting = replace(
            course.setting,
            ahead=looks_ahead(tokens, draft.start, draft.end),
            near=SENTENCE_END.search(text, course.at, start) is None,
        )
        period, then = resolve(draft.meaning, setting)
        if then is not None and carries(tokens, draft, then, course.setting.then):
            course.setting, course.at = replace(course.setting, then=then), end
        span = span_of(part, text, start, end)
        yield Mention("period", span, period, draft.rule, (Part(span.exact, _means(period)),))


def _means(period: Period) -> str:
    days = f"{period.start}…{period.end}" if period.start != period.end else str(period.start)
    return (
        f"{period.timex} {days}"
        if period.start or period.end
        else f"{period.timex} ({period.reason or period.shape})"
    )

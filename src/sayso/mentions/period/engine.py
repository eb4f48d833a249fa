"""Finds periods: words become classes, shapes become meanings, and meanings in their order become days."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sayso.mentions.mention import Mention, Part
from sayso.mentions.period.carrying import Course
from sayso.mentions.period.doubtful import settle
from sayso.mentions.period.meaning import Draft, Point
from sayso.mentions.period.ranging import joined_at, stretch
from sayso.mentions.period.resolving import resolve
from sayso.mentions.period.scanning import scan
from sayso.mentions.period.setting import Setting
from sayso.mentions.period.sharing import shared
from sayso.mentions.period.tense import looks_ahead
from sayso.mentions.period.tokens import Tokens, pieces, tokenise
from sayso.mentions.period.values import Period
from sayso.reports.span import Part as TextPart
from sayso.reports.span import span_of

SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
MANY = 4  # so many years named before that of publication make an account of the past


@dataclass(slots=True)
class _Reading:
    """Where the reading of a report has come to: its course, and how far that lies back."""

    setting: Setting
    course: Course = Course()
    at: int = 0
    same_sentence: bool = False


def find_periods(text: str, part: TextPart = "text", published: date | None = None) -> list[Mention[Period]]:
    """Every time expression of a text, in text order.

    Needs no network; time is linear in the text's length.
    """
    scanned = [
        (tokens, shared(tokens, scan(tokens)))
        for tokens in map(settle, (tokenise(text, *p) for p in pieces(text)))
    ]
    reading = _Reading(Setting(published, published is not None and _recent(scanned, published)))
    return [
        mention for tokens, drafts in scanned for mention in _mentions(text, part, tokens, drafts, reading)
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
    text: str, part: TextPart, tokens: Tokens, drafts: list[Draft], reading: _Reading
) -> Iterable[Mention[Period]]:
    last: tuple[Draft, Period] | None = None
    for draft in drafts:
        period = _read(text, tokens, draft, reading)
        if last and reading.setting.recent and (stretch := _stretch(tokens, *last, draft, period, reading)):
            yield _mention(text, part, tokens, stretch[0], stretch[1])
        last = draft, period
        yield _mention(text, part, tokens, draft, period)


def _read(text: str, tokens: Tokens, draft: Draft, reading: _Reading) -> Period:
    """What an expression stands for where the report has come to; the report then goes on from it."""
    start, end = tokens.starts[draft.start], tokens.ends[draft.end - 1]
    if SENTENCE_END.search(text, reading.at, start):
        reading.same_sentence = False
    ahead = looks_ahead(tokens, draft.start, draft.end)
    setting = replace(reading.setting, then=reading.course.then, ahead=ahead, near=reading.same_sentence)
    period, day = resolve(draft.meaning, setting)
    course = reading.course.after(tokens, draft, day, ahead=ahead) if day else reading.course
    if course.then is not reading.course.then:
        reading.same_sentence = True
    reading.course, reading.at = course, end
    return period


def _stretch(
    tokens: Tokens, first: Draft, begins: Period, second: Draft, ends: Period, reading: _Reading
) -> tuple[Draft, Period] | None:
    at = joined_at(tokens, first, second)
    whole = stretch(begins, ends, second.meaning, reading.setting.published) if at is not None else None
    if at is None or whole is None:
        return None
    return Draft(at, second.end, second.meaning, f"{first.rule} to {second.rule}"), whole


def _mention(text: str, part: TextPart, tokens: Tokens, draft: Draft, period: Period) -> Mention[Period]:
    span = span_of(part, text, tokens.starts[draft.start], tokens.ends[draft.end - 1])
    return Mention("period", span, period, draft.rule, (Part(span.exact, _means(period)),))


def _means(period: Period) -> str:
    days = f"{period.start}…{period.end}" if period.start != period.end else str(period.start)
    return (
        f"{period.timex} {days}"
        if period.start or period.end
        else f"{period.timex} ({period.reason or period.shape})"
    )

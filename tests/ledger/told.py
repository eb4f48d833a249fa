"""Reports and claims written for the tests: each claim's figure stands in its report's text."""

from datetime import date
from decimal import Decimal

from sayso.claims.claim import Counted, Figure, FigureClaim, PeriodSlot, PlaceSlot, Source
from sayso.mentions.number.values import Bound
from sayso.reports.report import Report
from sayso.reports.span import Span

HARBIN = ("Harim", "SYR", "Idlib", 170892, 36.2, 36.5)


def report(name, text, published="2016-03-13", **more):
    return Report(name, text, published=date.fromisoformat(published), published_from="given", **more)


def sentence(told, start):
    """The sentence around a character: what lies between two full stops."""
    first = told.text.rfind(". ", 0, start) + 2 if ". " in told.text[:start] else 0
    last = told.text.find(". ", start) + 1 or len(told.text)
    return told.span("text", first, last)


def claim(told, words, value=None, **slots):
    """The figure claim for `words` in a report; `value` where the words are not digits."""
    start = told.text.index(words)
    figure = Decimal(value if value is not None else "".join(c for c in words if c.isdigit()))
    bound = slots.pop("bound", Bound.EXACT)
    high = slots.pop("high", figure)
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        high = None
    span = Span("text", start, start + len(words), words)
    day = slots.pop("day", None)
    place = slots.pop("place", None)
    who = slots.pop("source", None)
    group = slots.pop("group", None)
    head = slots.pop("head", group)
    return FigureClaim(
        id=f"{told.id}-{start}",
        report_id=told.id,
        evidence=sentence(told, start),
        figure=Figure(
            span, figure, None if high is None else Decimal(high), bound, slots.pop("unit", "count")
        ),
        measure=slots.pop("measure", "killed"),
        counted=Counted(span, head, group) if group else None,
        source=Source(None, who) if isinstance(who, str) else who,
        period=PeriodSlot(span, date.fromisoformat(day), date.fromisoformat(day)) if day else None,
        place=PlaceSlot(span, *place[:6], place[6] if len(place) > 6 else "place") if place else None,
        **slots,
    )

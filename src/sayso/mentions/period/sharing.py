"""Dates beside one another share what only one of them says: "18 August – 15 September 1951"."""

from dataclasses import replace

from sayso.mentions.period.meaning import OF_THE_DAY, Draft, Point
from sayso.mentions.period.tokens import Tokens

JOINING = ("dash", "to", "and", "or", "until", "comma", "from", "early", "late", "the", "mid", "through")


def shared(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts, each date without a year with that of the next one it is joined to."""
    out = list(drafts)
    for at in range(len(out) - 2, -1, -1):
        first, second = out[at], out[at + 1]
        if (
            isinstance(first.meaning, Point)
            and isinstance(second.meaning, Point)
            and _joined(tokens, first, second)
        ):
            out[at] = replace(
                first, meaning=_with_year(_with_day(first.meaning, second.meaning), second.meaning)
            )
    return out


def _with_day(first: Point, second: Point) -> Point:
    """A time of day by itself as one of the date behind: "from 3 pm to 5 pm on Monday" """
    alone = first.clock and first.frame == OF_THE_DAY and first.origin is None
    return replace(second, clock=first.clock) if alone and second.clock else first


def _joined(tokens: Tokens, first: Draft, second: Draft) -> bool:
    between = {tokens.name(at) for at in range(first.end, second.start)}
    return (
        bool(between) and second.start - first.end <= 3 and between <= set(JOINING) and between != {"comma"}
    )


def _with_year(first: Point, second: Point) -> Point:
    if first.year is not None or second.year is None or first.frame or second.frame or first.feast:
        return first
    if not (first.month or first.season or first.quarter):
        return first
    earlier = first.month and second.month and not second.bc and first.month > second.month
    return replace(first, year=second.year - bool(earlier), bc=second.bc)

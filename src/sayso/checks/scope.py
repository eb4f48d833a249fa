"""Scope: places and periods that a title leaves out, widens or exchanges."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from sayso.checks.counterpart import Counterpart
from sayso.checks.material import Sheet
from sayso.checks.passage import Passage
from sayso.mentions.mention import Mention

LONGER = 2  # times as long is another period


def widened(sheet: Sheet, title: Passage, found: Counterpart) -> str | None:
    """A period of the title that is not the body's, or one of two countries that the body names together."""
    return _periods(sheet, title, found) or _places(sheet, title, found)


def narrowed(sheet: Sheet, title: Passage, found: Sequence[Counterpart]) -> str | None:
    """A place that opens the body's sentence ("In Syria, …") and is nowhere in a title that has drifted already."""
    if sheet.named(title, "place"):
        return None
    for each in found:
        for place in sheet.named(each.passage, "place"):
            before = each.passage.text[each.passage.start : place.span.start].strip("\"'“”‘’ \n").lower()
            if before in ("in", "across", "throughout", "inside"):
                return f"“in {place.span.exact}” is left out"
    return None


def _periods(sheet: Sheet, title: Passage, found: Counterpart) -> str | None:
    mine = [m for m in sheet.named(title, "period") if _days(m)]
    theirs = [m for m in sheet.named(found.passage, "period") if _days(m)]
    theirs = [m for m in theirs if _days(m) != (sheet.published, sheet.published)]  # a dateline, or today
    if not mine or not theirs:
        return None
    told = mine[0]
    if any(_agree(told, other) for other in theirs):
        return None
    return f"the title says “{told.span.exact}”, the body “{theirs[0].span.exact}”"


def _days(mention: Mention[Any]) -> tuple[date, date] | None:
    value = mention.value
    if value.start is None or value.end is None or value.shape in ("duration", "set"):
        return None
    return value.start, value.end


def _agree(a: Mention[Any], b: Mention[Any]) -> bool:
    """Whether two periods overlap and are about as long, or one lies in the other by no more than days."""
    mine, theirs = _days(a), _days(b)
    if mine is None or theirs is None:
        return True
    if mine[1] < theirs[0] or theirs[1] < mine[0]:
        return False
    lengths = sorted(((mine[1] - mine[0]).days + 1, (theirs[1] - theirs[0]).days + 1))
    return lengths[1] < lengths[0] * LONGER or lengths[1] <= 7


def _places(sheet: Sheet, title: Passage, found: Counterpart) -> str | None:
    mine, theirs = _countries(sheet, title), _countries(sheet, found.passage)
    names, told = {m.value.name for m in theirs}, {m.value.name for m in mine}
    for first, second in _pairs(title, mine):
        if len(names) == 1 and len({first.value.name, second.value.name} & names) == 1:
            both = f"{first.span.exact} and {second.span.exact}"
            return f"the title speaks of {both}, the body of {next(iter(names))} alone"
    for first, second in _pairs(found.passage, theirs):
        if len(told) == 1 and len({first.value.name, second.value.name} & told) == 1:
            both = f"{first.span.exact} and {second.span.exact}"
            return f"the title speaks of {next(iter(told))} alone, the body of {both}"
    return None


def _countries(sheet: Sheet, passage: Passage) -> list[Mention[Any]]:
    named = sheet.named(passage, "place")
    return [m for m in named if m.value.precision == "country" and not m.value.demonym]


def _pairs(passage: Passage, named: Sequence[Mention[Any]]) -> Iterator[tuple[Mention[Any], Mention[Any]]]:
    """Countries that are named together: "Iraq and Syria"."""
    for first, second in pairwise(named):
        between = passage.text[first.span.end : second.span.start].strip().lower()
        if between in ("and", ",", "and in"):
            yield first, second

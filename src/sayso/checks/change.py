"""change: from A to B by C, "rose by 120 to 1,480 from 1,360"; doubled, halved, up 12 per cent.

Fails where start, end and size disagree after rounding, or where the figures move against the verb. How a
change is told is in `moves.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sayso.checks.finding import Finding
from sayso.checks.interval import Interval, exactly
from sayso.checks.material import Sheet, finding
from sayso.checks.moves import Move, alike, moves
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.rounding import MULTIPLE_SHARE, interval
from sayso.checks.wording import number, percent

CODE = "change"
TAKEN_UP = re.compile(
    r"(?:it|they|that|this|by [a-z]+|since then|now|the (?:number|figure|total|toll|price|force|garrison|population))\b"
)
OF_BEFORE = re.compile(
    r" (?:of )?(?:what|the (?:previous|earlier|former|original|old) |its (?:former|earlier|previous|old|original|peak) |the (?:level|number|figure|size|strength) )"
)


def change(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each change whose figures can be held against each other."""
    for passage in sheet.counted_body:
        seen: set[tuple[Operand, ...]] = set()
        for move in moves(passage):
            _begun(sheet, passage, move)
            for judged in _judge(sheet, move):
                key = tuple(o for o in (move.start, move.end) if o)
                if key not in seen:
                    yield judged
            seen.add(tuple(o for o in (move.start, move.end) if o))


def _begun(sheet: Sheet, passage: Passage, move: Move) -> None:
    """Fills the start of a change from the sentence before: "It was 6,000 strong. It has grown by 1,500, to 7,500"."""
    if move.start or not (move.end and move.by) or not passage.number or not TAKEN_UP.match(passage.shape):
        return
    last = sheet.passages[passage.number - 1]
    like = [o for o in last.operands if not o.excluded and comparable(*alike(o, move.end))]
    if last.paragraph == passage.paragraph and last.part == passage.part and len(like) == 1:
        move.start = like[0]


def _judge(sheet: Sheet, move: Move) -> Iterator[Finding]:
    if move.start is None or move.end is None:
        return
    start, end = alike(move.start, move.end)
    if not comparable(start, end) or not start.value:
        return
    if start.two_ended or end.two_ended:
        return
    by = [o for o in move.by if o.kind in ("share", "times") or comparable(o, start)]
    if start.kind == "share":
        by = [o for o in by if "point" in sheet.passage_of(o).after(o, 20) or o.kind == "times"]
    for operand in by:
        yield _by(sheet, move, start, end, operand)
    if not by and move.halved:
        yield _halved(sheet, start, end)
    elif not by and move.way and (end.value - start.value) * move.way < 0 and _plain(sheet, start, end):
        direction = "up" if move.way > 0 else "down"
        arithmetic = f"{number(start.value)} to {number(end.value)} is {'down' if move.way > 0 else 'up'}"
        says = (
            f"The words say {direction} ({move.words}), but {start.words} to {end.words} goes the other way."
        )
        yield finding(sheet, CODE, "fails", (start, end), says, arithmetic)


def _plain(sheet: Sheet, start: Operand, end: Operand) -> bool:
    """Whether the two stand close together in one sentence, so that the verb is surely theirs."""
    passage = sheet.passage_of(start)
    first, last = sorted((passage.place_of(start), passage.place_of(end)))
    return last - first < 40 and not interval(start).meets(interval(end))


def _by(sheet: Sheet, move: Move, start: Operand, end: Operand, by: Operand) -> Finding:
    after = sheet.passage_of(by).after(by, 40)
    if by.kind == "share" and OF_BEFORE.match(after):
        return _times(sheet, start, end, replace(by, low=_part(by.low), high=_part(by.high), unit="times"))
    if by.kind == "times":
        return _times(sheet, start, end, by)
    if by.kind == "share" and start.kind != "share":
        return _share(sheet, start, end, by)
    way = move.way or (1 if end.value >= start.value else -1)
    made = interval(end).minus(interval(start)) if way > 0 else interval(start).minus(interval(end))
    holds = made.meets(interval(by))
    true = (end.value - start.value) * way
    first, last = (end, start) if way > 0 else (start, end)
    arithmetic = f"{number(first.value)} - {number(last.value)} = {number(true)}" + (
        "" if holds else f", not {number(by.value)}"
    )
    says = f"From {start.words} to {end.words} is {'up' if way > 0 else 'down'} {number(true)}; the report says {by.words}."
    return finding(sheet, CODE, "holds" if holds else "fails", (start, end, by), says, arithmetic)


def _part(end: Decimal | None) -> Decimal | None:
    return None if end is None else end / 100


def _share(sheet: Sheet, start: Operand, end: Operand, by: Operand) -> Finding:
    hundred = exactly(Fraction(100))
    ratio = interval(end).over(interval(start)).times(hundred)
    up = end.value >= start.value
    made = ratio.minus(hundred) if up else hundred.minus(ratio)
    holds = made.meets(interval(by))
    true = abs(end.value - start.value) / start.value
    sign = (
        f"({number(end.value)} - {number(start.value)})"
        if up
        else f"({number(start.value)} - {number(end.value)})"
    )
    arithmetic = f"{sign} / {number(start.value)} = {percent(true)}"
    says = f"From {start.words} to {end.words} is {'up' if up else 'down'} {percent(true)}; the report says {by.words}."
    return finding(sheet, CODE, "holds" if holds else "fails", (start, end, by), says, arithmetic)


def _times(sheet: Sheet, start: Operand, end: Operand, by: Operand) -> Finding:
    up = end.value >= start.value
    up = up or by.value < 1  # "a quarter of what it was"
    made = interval(end).over(interval(start)) if up else interval(start).over(interval(end))
    point = Interval(end.value / start.value, end.value / start.value)
    strict = by.high is None or (by.low is None)
    holds = (point if strict else made).meets(interval(by))
    arithmetic = f"{number(end.value)} / {number(start.value)} = {number(Fraction(round(end.value / start.value * 100), 100))}"
    says = f"From {start.words} to {end.words} is {number(Fraction(round(end.value / start.value * 100), 100))} times; the report says {by.words}."
    return finding(sheet, CODE, "holds" if holds else "fails", (start, end, by), says, arithmetic)


def _halved(sheet: Sheet, start: Operand, end: Operand) -> Finding:
    true = end.value / start.value
    half = Fraction(1, 2)
    made = interval(end).over(interval(start))
    holds = made.meets(Interval(half * (1 - MULTIPLE_SHARE), half * (1 + MULTIPLE_SHARE)))
    arithmetic = f"{number(end.value)} / {number(start.value)} = {number(Fraction(round(true * 100), 100))}"
    says = f"From {start.words} to {end.words} leaves {percent(true)}; the report says halved."
    return finding(sheet, CODE, "holds" if holds else "fails", (start, end), says, arithmetic)

"""change: from A to B by C, "rose by 120 to 1,480 from 1,360"; doubled, halved, up 12 per cent.

The roles are told by the words before each figure: "from", "against" the start; "to" the end; "by",
"a rise of", "up" the difference, in numbers, per cent or times. Fails where they disagree after rounding,
or where the figures move against the verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from sayso.checks.finding import Finding
from sayso.checks.interval import Interval, exactly
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.rounding import MULTIPLE_SHARE, interval
from sayso.checks.shape import shape
from sayso.checks.wording import number, percent

CODE = "change"
UP = r"rose|risen|rises?|rising|grew|grown|grows?|growing|growth|climb\w*|jump\w*|increas\w*|soar\w*|surg\w*|swell\w*|swollen|swelled|rais(?:e|ed|es|ing)|expand\w*|expansion|gain\w*|up|higher|doubl\w*|trebl\w*|tripl\w*|quadrupl\w*|leap\w*|leapt|spiral\w*|mount\w*|balloon\w*|shot up|rocketed|went up|gone up|rise"
DOWN = r"fell|fallen|falls?|falling|drop\w*|declin\w*|decreas\w*|shrank|shrunk|shrink\w*|slid|slump\w*|sank|sunk|reduc\w*|cut|cuts|cutting|lower\w*|dwindl\w*|down|halv\w*|contract\w*|plung\w*|plummet\w*|tumbl\w*|slash\w*|dip\w*|eas(?:ed|ing)|thinn\w*|trimm\w*|loss|went down|gone down|eroded|dived"
MOVE = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b")
MORE_OF = r"(?:another |a further |a |some |about |around |roughly |nearly |almost |only |just |the )*"
FROM = re.compile(
    rf"(?:\bfrom|\bagainst|\bcompared (?:with|to)|\bversus|\bas against|\bup on|\bdown on|\bfrom the|\bup from|\bdown from|\binstead of|\bstarting at) (?:{MORE_OF}|(?:the |a )?(?:previous |earlier |total of |peak of |high of |low of |level of |figure of |original )*)\Z"
)
TO = re.compile(
    rf"\b(?:to|reaching|reached|stood at|stands at|standing at|now stands at|is now|are now|leaving|to reach|to stand at|to a total of|to a record|to a new high of|and (?:is|was|are|were) now|now) {MORE_OF}\Z"
)
BY = re.compile(
    rf"(?:\bby {MORE_OF}|\b(?:rise|increase|fall|drop|decline|decrease|contraction|reduction|growth|jump|cut|surge|gain|loss|expansion|leap|difference|change|climb) of (?:more than |over )?{MORE_OF}|\b(?:up|down) {MORE_OF}|\b(?:rose|risen|fell|fallen|grew|grown|jumped|climbed|dropped|shrank|shrunk|declined|increased|decreased|soared|plunged|surged) {MORE_OF})\Z"
)
SHARE_BEHIND = re.compile(
    r"(?:,|–|\() ?(?:or |that is |a |an |some |about |roughly |nearly |almost |down |up |by |which is |more than |just |of |the )*\Z"
)
CLAUSE = re.compile(r"[;!?]|\b(?:while|whereas)\b")
AGAIN = re.compile(r"\b(?:another|a further|again)\b")
HALVED = re.compile(r"\bhalv(?:ed|es|ing)\b")
FURTHER = shape(
    r"(?:a further|another|an additional) <by:cm$>(?P<words>[^;:!?]{0,160}?)(?:\b(?:now|total(?:s|led)?|reached|stands at|shelters?|holds?|hosts?|to|has|is)) <to:cm$>[^;:!?\ue000-\uf7ff]{0,30}?(?:against|up from|from|compared with|compared to|instead of) (?:the )?<start:cm$>",
    "a further <by> … now <to>, against <from>",
)
MORE_THAN = shape(
    r"<to:cm$>[^.;:!?\ue000-\uf7ff]{0,70}?(?:,|–|\() ?<by:cm$s> (?P<way>more|fewer|less|higher|lower|above|below|up|down)[^.;:!?\ue000-\uf7ff]{0,20}?(?:than|on|the) [^.;:!?\ue000-\uf7ff]{0,30}?<start:cm$>",
    "<to>, <by> more than the <from>",
)
REACH = 130  # characters between a verb and its last figure


@dataclass(slots=True)
class Move:
    """A change with the roles that its figures play; `way` is +1 up, -1 down, 0 not told."""

    way: int
    words: str = ""
    start: Operand | None = None
    end: Operand | None = None
    by: list[Operand] = field(default_factory=list)
    halved: bool = False

    @property
    def whole(self) -> bool:
        """Whether all three roles are filled."""
        return self.start is not None and self.end is not None and bool(self.by or self.halved)


def change(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each change whose figures can be held against each other."""
    for passage in sheet.body:
        seen: set[tuple[Operand, ...]] = set()
        for move in moves(passage):
            for judged in _judge(sheet, move):
                key = tuple(o for o in (move.start, move.end) if o)
                if key not in seen:
                    yield judged
            seen.add(tuple(o for o in (move.start, move.end) if o))


def moves(passage: Passage) -> Iterator[Move]:
    """Every change of a passage with its figures."""
    for match in FURTHER.find(passage):
        yield Move(1, "", match["start"], match["to"], [match["by"]])
    for match in MORE_THAN.find(passage):
        way = 1 if match.words("way") in ("more", "higher", "above", "up") else -1
        yield Move(way, "", match["start"], match["to"], [match["by"]])
    verbs = list(_verbs(passage))
    for at, (place, way, words) in enumerate(verbs):
        if at and place < verbs[at - 1][0] + 3:
            continue
        limit = _limit(passage, place)
        yield from _roles(passage, place, limit, way, words)


def _verbs(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """(place, way, word) of each word or figure ("doubled") that tells a change."""
    found = [(m.start(), 1 if m["up"] else -1, m[0]) for m in MOVE.finditer(passage.shape)]
    found += [
        (passage.place_of(o), 1, "") for o in passage.operands
        if o.kind == "times" and re.search(r"(?:ed|s|ing)\b", o.span.exact.lower().split()[-1])
    ]  # fmt: skip
    yield from sorted(found)


def _limit(passage: Passage, place: int) -> int:
    stop = CLAUSE.search(passage.shape, place)
    return stop.start() if stop else len(passage.shape)


def _roles(passage: Passage, place: int, limit: int, way: int, words: str) -> Iterator[Move]:
    """The change that begins at a verb, and those chained to it by "another" or "a further"."""
    move, last = Move(way, words, halved=bool(HALVED.match(words))), place
    for operand in passage.operands:
        at = passage.place_of(operand)
        if at < place or at >= limit:
            continue
        if at - last > REACH:
            break
        role = _role(passage, operand, move)
        if role is None:
            continue
        last = at
        if role == "by" and move.whole and move.end and operand.kind not in ("share", "times"):
            yield move
            chained = AGAIN.search(passage.before(operand, 24)) is not None
            move = Move(way, words, start=move.end if chained else None)
        _fill(move, role, operand)
    yield move


def _fill(move: Move, role: str, operand: Operand) -> None:
    if role == "from" and move.start is None:
        move.start = operand
    elif role == "to" and move.end is None:
        move.end = operand
    elif role == "by":
        move.by.append(operand)


def _role(passage: Passage, operand: Operand, move: Move) -> str | None:
    """What part an operand plays, by the words before it."""
    if operand.excluded or operand.kind == "time":
        return None
    before = re.split(r"[\ue000-\uf7ff]", passage.before(operand, 50))[-1]
    if operand.kind in ("share", "times"):
        moved = operand.kind == "times" and re.search(r"(?:ed|ing|s)\b", operand.span.exact.lower())
        fits = (
            moved
            or BY.search(before)
            or operand.change
            or (SHARE_BEHIND.search(before) and move.start and move.end)
        )
        return "by" if fits else _end(before) if operand.kind == "share" else None
    if BY.search(before):
        return "by"
    return _end(before)


def _end(before: str) -> str | None:
    return "from" if FROM.search(before) else "to" if TO.search(before) else None


def _judge(sheet: Sheet, move: Move) -> Iterator[Finding]:
    start, end = move.start, move.end
    if start is None or end is None or not comparable(start, end) or not start.value:
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

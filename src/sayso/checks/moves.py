"""Changes as they are told: a verb, and the figures that are its start, its end and its size.

The roles are told by the words before each figure: "from", "against" the start; "to" the end; "by",
"a rise of", "up" the difference, in numbers, per cent or times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.shape import shape

UP = r"rose|risen|rises?|rising|grew|grown|grows?|growing|growth|climb\w*|jump\w*|increas\w*|soar\w*|surg\w*|swell\w*|swollen|swelled|rais(?:e|ed|es|ing)|expand\w*|expansion|gain\w*|up|higher|doubl\w*|trebl\w*|tripl\w*|quadrupl\w*|leap\w*|leapt|spiral\w*|mount\w*|balloon\w*|shot up|rocketed|went up|gone up|rise"
DOWN = r"fell|fallen|falls?|falling|drop\w*|declin\w*|decreas\w*|shrank|shrunk|shrink\w*|slid|slump\w*|sank|sunk|reduc\w*|cut|cuts|cutting|lower\w*|dwindl\w*|down|halv\w*|contract\w*|plung\w*|plummet\w*|tumbl\w*|slash\w*|dip\w*|eas(?:ed|ing)|thinn\w*|trimm\w*|loss|went down|gone down|eroded|dived"
MOVE = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<other>(?:gone|went|going|moved|passed) from))\b")
MORE_OF = r"(?:another |a further |a |some |about |around |roughly |nearly |almost |only |just |the )*"
FROM = re.compile(
    rf"(?:\bfrom|\bagainst|\bcompared (?:with|to)|\bversus|\bas against|\bup on|\bdown on|\bfrom the|\bup from|\bdown from|\binstead of|\bstarting at|\b(?:it|they|there|which|that|number|figure|total|toll) (?:had )?(?:stood at|been|was|were|numbered|had been)|\bhad (?:stood at|been|numbered|totalled)) (?:{MORE_OF}|(?:the |a )?(?:previous |earlier |total of |peak of |high of |low of |level of |figure of |original )*)\Z"
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
CLAUSE = re.compile(
    r";(?! (?:it|they|the (?:number|figure|total|toll)) (?:had|was|were|stood)\b)|[!?]|\b(?:while|whereas)\b"
)
ON_THE = re.compile(r" on (?:the )?")  # "up by 400 on the 1,200 of the month before"
ADDED = re.compile(r"\b(?:after|with|when|as|adding|added) (?:another |a further |some )?\Z")
MORE = re.compile(r" (?:more|further|additional|others?)\b")
SINCE_THEN = re.compile(
    r"\b(?:up|down)(?: sharply| slightly)? from (?:the |about |some |just |only |around )*\Z"
)
AGAIN_AS = re.compile(r" (?:as (?:many|much|large|big|high) again|again as (?:many|much))")
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


def moves(passage: Passage) -> Iterator[Move]:
    """Every change of a passage with its figures; "up from 300; the price has tripled" is one."""
    last: Move | None = None
    for move in _told(passage):
        if last and last.start and last.end and not last.by and move.by and not (move.start or move.end):
            last.by = [o for o in move.by if o.kind in ("share", "times")]
        elif last and last.by and not (last.start or last.end) and move.start and move.end and not move.by:
            move.by = [o for o in last.by if o.kind in ("share", "times")]
        if last:
            yield last
        last = move
    if last:
        yield last


def _told(passage: Passage) -> Iterator[Move]:
    """The changes of a passage, one a verb."""
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
    found = [
        (m.start(), 1 if m["up"] else -1 if m["down"] else 0, m[0]) for m in MOVE.finditer(passage.shape)
    ]
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
    yield _filled(passage, move, place)


def _filled(passage: Passage, move: Move, place: int) -> Move:
    """A change with the end that stands before its verb: "96 raids, up from 51"; "3,200 strong, down to 2,400"."""
    before = [
        o for o in passage.operands if passage.place_of(o) < place and o.kind in ("count", "measure", "money")
    ]
    before = [o for o in before if not o.excluded]
    told = move.start and (SINCE_THEN.search(passage.before(move.start, 40)) or move.by)
    if told and move.start and not move.end and before:
        if comparable(*alike(move.start, before[-1])):
            move.end = before[-1]
    elif (
        move.end
        and not move.start
        and move.by
        and len(before) == 1
        and comparable(*alike(before[0], move.end))
    ):
        move.start = before[0] if move.by[0].kind in ("share", "times") else None
    return move


def alike(a: Operand, b: Operand) -> tuple[Operand, Operand]:
    """Two operands of one unit where one leaves it out: "to 1,700 calories a day from 2,000"."""
    if a.kind == "count" and a.head is None and b.kind in ("measure", "money"):
        return replace(a, unit=b.unit, per=b.per), b
    if b.kind == "count" and b.head is None and a.kind in ("measure", "money"):
        return a, replace(b, unit=a.unit, per=a.per)
    return a, b


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
            or (move.end and AGAIN_AS.match(passage.after(operand, 30)))
        )
        return "by" if fits else _end(before) if operand.kind == "share" else None
    if BY.search(before) or (ADDED.search(before) and MORE.match(passage.after(operand, 20))):
        return "by"
    if move.by and ON_THE.fullmatch(before):
        return "from"
    return _end(before)


def _end(before: str) -> str | None:
    return "from" if FROM.search(before) else "to" if TO.search(before) else None

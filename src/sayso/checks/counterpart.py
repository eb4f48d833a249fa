"""Counterparts: which figures of the body answer a figure of the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.material import Sheet
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.predicates import predicate
from sayso.checks.rounding import interval, slack
from sayso.checks.words import lists, words_of
from sayso.mentions.number.values import Bound

HUMAN = frozenset({"killed", "injured", "casualties", "lost", "missing", "captured", "detained", "abducted", "freed",
                   "displaced", "affected", "defected"})  # fmt: skip
THINGS = frozenset({"destroyed", "damaged", "ruined", "lost", "captured"})
ANYBODY = frozenset(
    {None, "people", "person", "dead", "body", "death", "life", "victim", "other", "casualty"}
)
KIN = tuple(words_of(name) for name in lists() if name.startswith("kin-"))
LEDE = 3  # passages of the body in which a figure that differs from the title's is taken for its counterpart
NEAR = Fraction(3)  # how many times greater or smaller a figure may be that is the title's gone wrong
SOON = 2  # passages, title included, in which the same share per cent is surely the title's
FAR = Fraction(10)  # the same, where the report's first sentence says the same of the same people
PART = re.compile(
    r"\b(?:including|among them|of whom|of which|another|a further|earlier|previous\w*|last (?:year|month|week)|since|so far this)\b"
)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A body figure that answers the title's; `same` whether its value does, `said` what the body says happened."""

    operand: Operand
    passage: Passage
    same: bool
    said: str | None


def what(sheet: Sheet, passage: Passage, operand: Operand) -> str | None:
    """What is said of an operand's people or things: by the words near it, else by its claim's measure."""
    said = predicate(passage, operand)
    if said:
        return said
    claim = sheet.claim_of(operand)
    return claim.measure if claim and claim.measure in HUMAN else None


def same_value(told: Operand, true: Operand) -> bool:
    """Whether a title's figure is the body's, a fair rounding, or a true bound of it."""
    value = true.value
    if told.two_ended:
        if true.two_ended and Bound.VAGUE not in (told.bound, true.bound):
            return interval(told).low == interval(true).low
        return interval(told).meets(interval(true))
    if true.two_ended:
        return Fraction(true.low or 0) <= told.value <= Fraction(true.high or 0)
    if told.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        fits = interval(told).meets(interval(true)) if true.bound is told.bound else value >= told.value
        strict = told.bound is Bound.MORE_THAN and true.bound is Bound.EXACT and value == told.value
        return fits and value <= told.value * Fraction(3, 2) and not strict
    if told.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return told.value * Fraction(4, 5) <= value <= told.value
    rough = (
        told.value * Fraction(1, 20)
        if told.value >= 100 and true.value != told.value and not told.value % 10
        else Fraction(0)
    )
    return abs(told.value - value) <= max(slack(told), rough)


def counterparts(sheet: Sheet, passage: Passage, told: Operand) -> list[Counterpart]:
    """The figures of the body that answer a title's figure: those of its value first, in reading order."""
    said = what(sheet, passage, told)
    same: list[Counterpart] = []
    other: list[Counterpart] = []
    loose: list[Counterpart] = []  # of other people, where the title's are not met again by their name
    for place, each in enumerate(sheet.body):
        for operand in each.operands:
            if not comparable(told, operand) or operand.excluded:
                continue
            theirs = what(sheet, each, operand)
            if same_value(told, operand):
                if _tied(passage, told, said, each, operand, theirs):
                    same.append(Counterpart(operand, each, same=True, said=theirs))
                elif told.kind == "count" and said == theirs and said in HUMAN:
                    loose.append(Counterpart(operand, each, same=True, said=theirs))
            elif place < LEDE and _rival(each, told, said, operand, theirs, first=not place):
                other.append(Counterpart(operand, each, same=False, said=theirs))
    same.sort(key=lambda c: c.said is not None and said is not None and c.said != said)
    return same or loose or other


def _tied(
    passage: Passage, told: Operand, said: str | None, each: Passage, operand: Operand, theirs: str | None
) -> bool:
    """Whether two figures of one value speak of the same thing."""
    if told.kind == "share" and not told.in_words and (said == theirs is not None or each.number <= SOON):
        return True
    if not kin(told.head, operand.head):
        return False
    if said and theirs and Bound.VAGUE in (told.bound, operand.bound) and told.bound is not operand.bound:
        return said == theirs  # "wounds dozens" is not "35 were killed"
    if said and theirs:
        return said == theirs or {said, theirs} <= HUMAN or {said, theirs} <= THINGS
    if told.kind != "count" or told.head == operand.head is not None or told.value >= 1000:
        return True
    shared = content(passage.shape) & content(each.shape)
    return bool(shared) and (told.head in ANYBODY or operand.head in ANYBODY)


NUMBER_OF = re.compile(r"\b(?:number|count|total|figure) of (?P<noun>[a-z-]+)\b[^.;:!?\ue000-\uf7ff]*\Z")


def noun(passage: Passage, operand: Operand) -> str | None:
    """The noun that an operand counts, also where it stands before: "the number of monks has reached 40"."""
    if operand.head or operand.kind != "count":
        return operand.head
    match = NUMBER_OF.search(passage.before(operand, 100))
    return match["noun"].removesuffix("s") if match else None


def _rival(
    each: Passage, told: Operand, said: str | None, operand: Operand, theirs: str | None, *, first: bool
) -> bool:
    """Whether a figure of another value must be the one that the title means: same word, same people, near in size."""
    theirs_head = noun(each, operand)
    if (
        not kin(told.head, theirs_head)
        or PART.search(each.before(operand, 60))
        or PART.search(each.after(operand, 24))
    ):
        return False
    far = FAR if first and said == theirs and said is not None else NEAR
    if not (told.value and 1 / far <= operand.value / told.value <= far):
        return False
    if told.kind == "count":
        named = told.head is not None and told.head == theirs_head and told.head not in ANYBODY
        return (said == theirs and said is not None) or (None in (said, theirs) and named)
    return told.kind in ("measure", "money") and (said == theirs or None in (said, theirs))


def kin(a: str | None, b: str | None) -> bool:
    """Whether two counted nouns may name the same people or things."""
    if a == b or a in ANYBODY or b in ANYBODY:
        return True
    return any(a in group and b in group for group in KIN)


STOP_WORDS = words_of("no-content")


def content(shape: str) -> set[str]:
    """The words of a passage that say what it is about, shortened to five letters."""
    return {w[:5] for w in re.findall(r"[a-z]{3,}", shape) if w not in STOP_WORDS}


def disputed(sheet: Sheet, told: Operand, found: Sequence[Counterpart]) -> list[Operand]:
    """Figures that another source puts on the same thing, where the body does not choose."""
    first = found[0]
    at = sheet.body.index(first.passage)
    rivals: list[Operand] = []
    for each in sheet.body[max(0, at - 1) : at + 3]:
        for operand in each.operands:
            if (
                operand == first.operand
                or operand.excluded
                or not comparable(operand, told)
                or not operand.value
            ):
                continue
            if (
                _puts(each, operand)
                and not same_value(told, operand)
                and kin(operand.head, first.operand.head)
                and what(sheet, each, operand) in (first.said, None)
            ):
                rivals.append(operand)
    return rivals


PUTS = re.compile(
    r"(?:\b(?:put|puts|gave|gives|set|estimat\w+|placed|counted|reported|listed|cited|spoke of|insist\w*|said|says|claim\w*)\b[^.;:!?\ue000-\uf7ff]{0,30}?"
    r"\b(?:figure|toll|number|count|total|dead|losses|it|tally|death toll|estimate|casualties|that|of|only|just|no more than)\b[^.;:!?\ue000-\uf7ff]{0,20}?"
    r"(?:at|as|of|was|were|is|only|just|that)?|\b(?:a |another |the )?(?:\w+ ){1,4}(?:said|says|put it at|counted|spoke of|reported|gave)) \Z"
)


def _puts(passage: Passage, operand: Operand) -> bool:
    """Whether the words before a figure say that a source puts the same thing at it."""
    before = re.split(r"[\ue000-\uf7ff]", passage.before(operand, 80))[-1]
    behind = passage.after(operand, 30)
    follows = re.match(
        r"(?: (?:dead|had died|people had died|were killed|died|people were killed|deaths|killed))?\s*[.,;–]|\s*(?:dead|people dead|people (?:had )?died|were killed)",
        behind,
    )
    return PUTS.search(before) is not None and follows is not None

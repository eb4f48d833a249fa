"""repeat: the same quantity given twice in the body in other words, "killing 38 people … the 28 dead".

A definite reference ("the 28 dead", "all 34 of the hospital's dead") speaks of a figure given before.
Fails where the values differ without a word of revision; other sources, places and groups are never
compared.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from sayso.checks.counterpart import HUMAN, kin
from sayso.checks.finding import Finding
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.predicates import predicate
from sayso.checks.rounding import interval, spread
from sayso.checks.shape import shape
from sayso.checks.wording import number
from sayso.mentions.number.values import Bound

CODE = "repeat"
DEFINITE = (
    shape(r"\b(?:the|those|these|all|all the|all of the|the same) <again:cm$>(?! (?:more|others?|remaining|days?|per|years?|hours?|months?|weeks?|sides?|countries|parties|men's)\b)(?! of (?:them|whom|which)\b)", "the <again>"),
    shape(r"\bthe (?:death )?toll of <again:c>", "the toll of <again>"),
    shape(r"\bthe (?:attack|blast|bombing|raid|strike|explosion|massacre|battle|ambush|shelling|crash|fire|stampede|assault|clash|fighting|killings?)[^.;:!?\ue000-\uf7ff]{0,40}?(?:that|which|,)[^.;:!?\ue000-\uf7ff]{0,20}? (?:killed|left|claimed|wounded|injured) <again:c>", "the attack, which killed <again>"),
)  # fmt: skip
REVISED = re.compile(
    r"\b(?:at first|initially|earlier|later|revis\w+|correct\w+|updat\w+|rose|risen|rising|climb\w*|now (?:at|stands?|puts?|says?|reckon\w*|known|counts?)|(?:is|was) now|previous\w*|raised|lowered|"
    r"increased|grown|by then|since then|died of|succumbed|overnight|next day|following day|originally|first (?:gave|put|said|reported)|"
    r"adjusted|downgraded|upgraded|scaled|new (?:count|figure|toll|tally)|final (?:count|figure|toll|tally)|no longer|of those|another|disput\w+|however|but (?:the|a|an))\b"
)
WHOLE = re.compile(r"[\ue000-\uf7ff] (?:out )?of (?:the|those|these) \Z")
PARTS = re.compile(
    r"\b(?:including|among them|of whom|of which|another|a further|other|first|last|remaining|more|former|latter)(?: [a-z-]+)?\s+\Z"
)
# "the 28 soldiers at the gate" are not the 40 soldiers that were told of before
RESTRICTED = re.compile(
    r" (?:(?!dead|were|was|had|are|is|now|have|has|will)[a-z'-]+ ){1,3}?(?:who|that|whose|which|in|at|from|near|inside|under|outside|across|between)\b"
)
ROUNDED = Fraction(1, 20)  # by more than this part of itself no figure is rounded when it is told again
FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN)
NEXT = 2  # sentences after which a noun alone no longer says that the same things are meant
LARGE = 1000  # from here on two roundings of one count are told from two counts
SMALL = 4  # "the two towns", "the three men" are seldom the count that was given before
BEYOND = 3  # a figure that is more than so many times the other is another thing


def repeat(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each figure that the body gives again."""
    used: set[Operand] = set()
    for at, passage in enumerate(sheet.body):
        if not passage.operands:
            continue
        for again in _definite(passage):
            if again in used or again.excluded:
                continue
            judged = _judge(sheet, sheet.body[max(0, at - 12) : at + 1], passage, again)
            if judged:
                used.add(again)
                yield judged
        yield from _rounded(sheet, at, passage, used)


def _definite(passage: Passage) -> Iterator[Operand]:
    for each in DEFINITE:
        for match in each.find(passage):
            if not WHOLE.search(passage.before(match["again"], 30)):
                yield match["again"]


def _judge(sheet: Sheet, earlier: Sequence[Passage], passage: Passage, again: Operand) -> Finding | None:
    said = predicate(passage, again)
    firsts = [
        (o, p) for p in earlier for o in p.operands
        if _before(p, o, passage, again) and _comparable(p, o, again) and _one_thing(p, o, again, said)
    ]  # fmt: skip
    same = [o for o, _ in firsts if _same(o, again)]
    if same:
        return _says(sheet, same[-1], again, holds=True)
    told = [(o, p) for o, p in firsts if _named_alike(p, o, again, said)]
    if not told or len({o.value for o, _ in told}) > 1:
        return None
    first, where = told[-1]
    return _says(sheet, first, again, holds=False) if _surely(sheet, where, first, passage, again) else None


def _before(where: Passage, first: Operand, passage: Passage, again: Operand) -> bool:
    return where.number < passage.number or passage.place_of(first) < passage.place_of(again)


def _same(first: Operand, again: Operand) -> bool:
    """Whether two figures are one number, rounded or not; a floor is only met by itself."""
    if first.bound is not again.bound and first.bound in FLOORS:
        return first.value == again.value
    small, large = sorted((first.value, again.value))
    return interval(first).meets(interval(again)) or (
        spread(first).meets(spread(again)) and small >= LARGE and large - small <= large * ROUNDED
    )


def _comparable(where: Passage, first: Operand, again: Operand) -> bool:
    """Whether an earlier figure may be the one that a later one speaks of."""
    if first == again or not comparable(first, again) or first.excluded or first.two_ended or again.two_ended:
        return False
    return not PARTS.search(where.before(first, 30)) and not re.match(
        r" of (?:them|whom|which)\b", where.after(first)
    )


def _one_thing(where: Passage, first: Operand, again: Operand, said: str | None) -> bool:
    """Whether two figures may count one thing: the same noun, or none, and nothing else said of it."""
    if again.kind != "count":
        return first.value == again.value
    theirs = predicate(where, first)
    if None not in (said, theirs) and said != theirs and {said, theirs} & HUMAN:
        return False
    if said is not None and said == theirs and said in HUMAN:
        return kin(first.head, again.head)
    alike = (
        again.head is None
        or first.head == again.head
        or (kin(first.head, again.head) and first.head is not None)
    )
    return alike and again.value >= SMALL


def _named_alike(where: Passage, first: Operand, again: Operand, said: str | None) -> bool:
    """Whether two different figures must count one thing: what befell them, or their noun, is the same."""
    if again.kind != "count" or again.value < SMALL:
        return False
    theirs = predicate(where, first)
    if said == theirs and said in HUMAN:
        return True
    if again.head is None:
        return False
    named = first.head == again.head or (
        kin(first.head, again.head) and again.head != first.head and None not in (first.head, again.head)
    )
    return named and (said is None or theirs is None or said == theirs) and _alone(where, first)


def _alone(where: Passage, first: Operand) -> bool:
    """Whether no other figure of its sentence counts such things."""
    return (
        sum(1 for o in where.operands if o.kind == "count" and not o.excluded and kin(o.head, first.head))
        == 1
    )


def _surely(sheet: Sheet, where: Passage, first: Operand, passage: Passage, again: Operand) -> bool:
    """Whether nothing speaks for two things: a revision, another source, another place, another size."""
    if REVISED.search(passage.shape) or RESTRICTED.match(passage.after(again, 60)):
        return False
    if passage.number - where.number > NEXT and predicate(passage, again) not in HUMAN:
        return False
    if first.bound in FLOORS and again.value >= first.value:
        return False
    small, large = sorted((first.value, again.value))
    if not small or large > small * BEYOND:
        return False
    if not kin(again.head, first.head) or again.value == 0:
        return False
    return not _other_source(sheet, first, again) and not _other_place(sheet, where, passage)


def _other_source(sheet: Sheet, first: Operand, again: Operand) -> bool:
    claims = [sheet.claim_of(o) for o in (first, again)]
    names = [c.source.name for c in claims if c and c.source]
    return len(set(names)) > 1


def _other_place(sheet: Sheet, where: Passage, passage: Passage) -> bool:
    mine = {m.value.name for m in sheet.named(where, "place") if not m.value.demonym}
    theirs = {m.value.name for m in sheet.named(passage, "place") if not m.value.demonym}
    return bool(mine and theirs and not mine & theirs and where.number != passage.number)


def _rounded(sheet: Sheet, at: int, passage: Passage, used: set[Operand]) -> Iterator[Finding]:
    """A large count given again in rounder words: 1,204,000 people displaced, 1.2m displaced."""
    for again in passage.operands:
        if again in used or again.value < LARGE or again.two_ended or again.excluded or again.kind != "count":
            continue
        said = predicate(passage, again)
        for earlier in sheet.body[max(0, at - 12) : at]:
            for first in earlier.operands:
                fits = said in HUMAN and _one_thing(earlier, first, again, said)
                if fits and first.value != again.value and _same(first, again):
                    used.add(again)
                    yield _says(sheet, first, again, holds=True)
                    break
            if again in used:
                break


def _says(sheet: Sheet, first: Operand, again: Operand, *, holds: bool) -> Finding:
    if holds:
        says = f"{again.words} is {first.words} given again."
        arithmetic = f"{number(first.value)} = {number(again.value)}" + (
            "" if first.value == again.value else ", rounded"
        )
    else:
        says = f"The report gives {first.words} and then {again.words} for the same thing, with no word of revision."
        arithmetic = f"{number(first.value)} is not {number(again.value)}"
    return finding(sheet, CODE, "holds" if holds else "fails", (first, again), says, arithmetic)

"""repeat: the same quantity given twice in the body in other words, "killing 38 people … the 28 dead".

A definite reference ("the 28 dead", "all 34 of the hospital's dead") speaks of a figure given before.
Fails where the values differ without a word of revision; other sources, places and groups are never
compared.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.checks.counterpart import HUMAN, kin, what
from sayso.checks.finding import Finding
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval, spread
from sayso.checks.shape import shape
from sayso.checks.wording import number

CODE = "repeat"
DEFINITE = (
    shape(r"\b(?:the|those|these|all|all the|all of the|the same) <again:cm$>(?! (?:more|others?|remaining|days?|per)\b)(?! of (?:them|whom|which)\b)", "the <again>"),
    shape(r"\bthe (?:death )?toll of <again:c>", "the toll of <again>"),
    shape(r"\bthe (?:attack|blast|bombing|raid|strike|explosion|massacre|battle|ambush|shelling|crash|fire|stampede|assault|clash|fighting|killings?)[^.;:!?\ue000-\uf7ff]{0,40}?(?:that|which|,)[^.;:!?\ue000-\uf7ff]{0,20}? (?:killed|left|claimed|wounded|injured) <again:c>", "the attack, which killed <again>"),
)  # fmt: skip
REVISED = re.compile(
    r"\b(?:at first|initially|earlier|later|revis\w+|correct\w+|updat\w+|rose|risen|rising|climb\w*|now|previous\w*|raised|lowered|"
    r"increased|grown|by then|since then|died of|succumbed|overnight|next day|following day|originally|first (?:gave|put|said|reported)|"
    r"adjusted|downgraded|upgraded|scaled|new (?:count|figure|toll|tally)|final (?:count|figure|toll|tally)|no longer|of those|another|disput\w+|however|but (?:the|a|an))\b"
)
WHOLE = re.compile(r"[\ue000-\uf7ff] (?:out )?of (?:the|those|these) \Z")
PARTS = re.compile(
    r"\b(?:including|among them|of whom|of which|another|a further|other|first|last|remaining|more|former|latter)(?: [a-z-]+)?\s+\Z"
)
LARGE = 1000  # from here on two roundings of one count are told from two counts
SMALL = 4  # "the two towns", "the three men" are seldom the count that was given before
BEYOND = 3  # a figure that is more than so many times the other is another thing


def repeat(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each figure that the body gives again."""
    used: set[Operand] = set()
    for at, passage in enumerate(sheet.body):
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
    said = what(sheet, passage, again)
    firsts = [
        (o, p) for p in earlier for o in p.operands
        if _before(p, o, passage, again) and _one_thing(sheet, p, o, again, said)
    ]  # fmt: skip
    if not firsts:
        return None
    same = [
        o
        for o, _ in firsts
        if interval(o).meets(interval(again)) or (spread(o).meets(spread(again)) and o.value >= LARGE)
    ]
    if same:
        return _says(sheet, same[-1], again, holds=True)
    first, where = firsts[-1]
    if len({o.value for o, _ in firsts}) > 1 or not _surely(sheet, where, first, passage, again):
        return None
    return _says(sheet, first, again, holds=False)


def _before(where: Passage, first: Operand, passage: Passage, again: Operand) -> bool:
    return where.number < passage.number or passage.place_of(first) < passage.place_of(again)


def _one_thing(sheet: Sheet, where: Passage, first: Operand, again: Operand, said: str | None) -> bool:
    """Whether an earlier figure counts what the later one refers to."""
    if first == again or not comparable(first, again) or first.excluded or first.two_ended or again.two_ended:
        return False
    if PARTS.search(where.before(first, 30)) or re.match(r" of (?:them|whom|which)\b", where.after(first)):
        return False
    theirs = what(sheet, where, first)
    if said in HUMAN or theirs in HUMAN:
        return said == theirs and kin(first.head, again.head) and again.kind == "count"
    return first.head is not None and first.head == again.head and again.value >= SMALL and said == theirs


def _surely(sheet: Sheet, where: Passage, first: Operand, passage: Passage, again: Operand) -> bool:
    """Whether nothing speaks for two things: a revision, another source, another place, another size."""
    if REVISED.search(passage.shape):
        return False
    small, large = sorted((first.value, again.value))
    if not small or large > small * BEYOND:
        return False
    if again.head not in (None, first.head, "people", "person", "victim", "body") or again.value == 0:
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
        said = what(sheet, passage, again)
        for earlier in sheet.body[max(0, at - 12) : at]:
            for first in earlier.operands:
                fits = said in HUMAN and _one_thing(sheet, earlier, first, again, said)
                if fits and first.value != again.value and spread(first).meets(spread(again)):
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

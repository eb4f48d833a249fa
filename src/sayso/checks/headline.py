"""headline: a figure of the title against its counterpart in the body, and how it drifted on its way.

Fails where value, predicate ("killed" for "lost", wounded, captured), bound ("up to 600" becomes 600),
scope (place or period dropped or widened) or certainty (what the body doubts or only expects, told as
fact) differs. A fair rounding holds; so does leaving out an attribution that nobody disputes.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from sayso.checks.counterpart import LEDE, Counterpart, counterparts, disputed, what
from sayso.checks.doubt import attributed, doubted, foreseen, hedged_title
from sayso.checks.finding import Finding
from sayso.checks.interval import Interval
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.relation import Relation, relations
from sayso.checks.rounding import interval
from sayso.checks.scope import narrowed, widened
from sayso.checks.wording import number
from sayso.mentions.number.values import Bound

CODE = "headline"
FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN)
CEILINGS = (Bound.AT_MOST, Bound.LESS_THAN)
STRONGER = {
    "killed": ("injured", "casualties", "lost", "missing", "captured", "detained", "abducted", "displaced", "defected", "affected"),
    "injured": ("killed", "casualties", "lost", "missing", "captured", "detained"),
    "captured": ("killed", "injured", "casualties", "missing"),
    "detained": ("killed", "injured", "missing", "freed"),
    "abducted": ("killed", "freed", "missing"),
    "freed": ("killed", "abducted", "detained", "missing"),
    "missing": ("killed", "detained", "captured", "abducted"),
    "casualties": ("missing", "captured", "displaced"),
    "displaced": ("killed", "affected", "injured"),
    "destroyed": ("damaged", "ruined"),
    "defected": ("killed", "captured"),
}  # fmt: skip
PAST = {"killed": "killed", "injured": "wounded", "casualties": "killed or wounded", "lost": "lost", "missing": "missing",
        "ruined": "damaged or destroyed", "defected": "defected"}  # fmt: skip
HALVES = re.compile(r"\bhalv(?:e|es|ed)\b")
CLOSE = Fraction(15, 100)
MANY = 8  # figures of the first sentences that are added up
PERSON = re.compile(
    r"\b(?:killing|and|,) an? (?:woman|man|child|girl|boy|baby|soldier|policeman|civilian|medic|teacher)\b"
)


def headline(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each figure of the title that has a counterpart in the body."""
    for passage in sheet.title:
        for told in passage.operands:
            if told.excluded or told.kind == "time":
                continue
            found = counterparts(sheet, passage, told)
            if found and not found[0].same and _added_up(sheet, told, what(sheet, passage, told)):
                continue
            if found:
                yield _judge(sheet, passage, told, found)
            elif told.kind in ("share", "times"):
                yield from _by_relation(sheet, passage, told)
        if HALVES.search(passage.shape):
            yield from _halves(sheet, passage)


def _added_up(sheet: Sheet, told: Operand, said: str | None) -> bool:
    """Whether figures of the report's first sentences make the title's: "120 fighters and 60 others", "ten
    in one strike … a woman and nine children in another"."""
    lede = sheet.body[:LEDE]
    like = [(p, o) for p in lede for o in p.operands if comparable(o, told) and not o.excluded]
    values = [o.value for p, o in like if what(sheet, p, o) in (said, None)]
    ones = min(1, sum(len(PERSON.findall(p.shape)) for p in lede))
    sums = {
        sum(some) + one for n in (2, 3) for some in combinations(values[:MANY], n) for one in range(ones + 1)
    }
    return told.value in sums


def _judge(sheet: Sheet, passage: Passage, told: Operand, found: list[Counterpart]) -> Finding:
    first = found[0]
    drifts = _drifts(sheet, passage, told, found)
    figures = (told, first.operand)
    if not drifts:
        rivals = [] if attributed(sheet, passage) else disputed(sheet, told, found)
        if rivals:
            words = f"{first.operand.words} and {rivals[0].words}"
            says = f"The title says {told.words}; the report's sources disagree ({words}) and it does not choose."
            return finding(sheet, CODE, "unclear", (*figures, rivals[0]), says, words, "value")
        arithmetic = _value_words(told, first.operand, holds=True)
        return finding(
            sheet,
            CODE,
            "holds",
            figures,
            f"The title's {told.words} is the body's {first.operand.words}.",
            arithmetic,
        )
    detail = ", ".join(drifts)
    says = "; ".join(drifts.values())
    arithmetic = _value_words(told, first.operand, holds=first.same)
    return finding(sheet, CODE, "fails", figures, f"{says[:1].upper()}{says[1:]}.", arithmetic, detail)


def _drifts(sheet: Sheet, passage: Passage, told: Operand, found: list[Counterpart]) -> dict[str, str]:
    """Kind of drift → its sentence; empty where the title says what the body says."""
    first = found[0]
    drifts: dict[str, str] = {}
    if not first.same:
        drifts["value"] = f"the title says {told.words}, the body {first.operand.words}"
        return drifts
    said = what(sheet, passage, told)
    if said and first.said in STRONGER.get(said, ()) and not any(c.said == said for c in found):
        drifts["predicate"] = (
            f"the title says {PAST.get(said, said)}, the body {PAST.get(first.said or '', first.said)}"
        )
    if bound := _bound(told, [c.operand for c in found]):
        drifts["bound"] = bound
    if scope := widened(sheet, passage, first):
        drifts["scope"] = scope
    elif drifts and (dropped := narrowed(sheet, passage, found)):
        drifts["scope"] = dropped
    if not attributed(sheet, passage) and not hedged_title(passage) and told.bound not in CEILINGS:
        doubt = doubted(sheet, first) or foreseen(first)
        if doubt:
            drifts["certainty"] = f"the title tells as fact what the body does not: “{doubt}”"
    return drifts


def _bound(told: Operand, others: list[Operand]) -> str | None:
    """A bound that the title leaves out or turns around."""
    words = f"the title says {told.words}, the body {others[0].words}"
    mine, theirs = told.bound, {o.bound for o in others}
    if theirs <= set(FLOORS) and mine not in (*FLOORS, Bound.VAGUE) and not (told.two_ended):
        return words
    if theirs <= {Bound.AT_MOST, Bound.LESS_THAN} and mine in (Bound.EXACT, *FLOORS):
        near = all(interval(o).low for o in others)  # "nearly 100" for 100 is a rounding
        return None if near and mine is Bound.EXACT else words
    ranged = all(o.bound is Bound.RANGE for o in others)
    if ranged and mine is Bound.EXACT and not told.two_ended:
        return words
    return None


def _value_words(told: Operand, true: Operand, *, holds: bool) -> str:
    if told.value == true.value:
        return f"{number(told.value)} = {number(true.value)}"
    ratio = number(Fraction(round(told.value * 1000 / true.value), 1000)) if true.value else "none"
    return f"{number(told.value)} / {number(true.value)} = {ratio}" + (", a fair rounding" if holds else "")


def _by_relation(sheet: Sheet, passage: Passage, told: Operand) -> Iterator[Finding]:
    """ "Two-thirds of posts abandoned" against 64 of 120; "raids double" against from 51 to 96."""
    for relation in relations(sheet, told.kind, fallen=_fallen(passage)):
        holds = _fits(told, relation.value)
        kind = f"{relation.sum_}"
        says = f"The title says {told.words}; by the body's figures it is {relation.words}."
        yield finding(
            sheet, CODE, "holds" if holds else "fails", (told, *relation.operands), says, kind,
            None if holds else "value",
        )  # fmt: skip
        return


FALL = re.compile(
    r"\b(?:fall|falls|fell|down|drop\w*|cut|cuts|lose|loses|lost|declin\w*|shrink\w*|slump\w*|reduc\w*|fewer|less|halv\w*)\b"
)
RISE = re.compile(r"\b(?:rise|rises|rose|up|grow\w*|jump\w*|increas\w*|climb\w*|surg\w*|soar\w*|more)\b")


def _fallen(passage: Passage) -> int:
    """-1 where the title tells a fall, 1 a rise, 0 neither."""
    return -1 if FALL.search(passage.shape) else 1 if RISE.search(passage.shape) else 0


def _fits(told: Operand, value: Fraction) -> bool:
    allowed = interval(told)
    if told.kind == "times":
        if told.bound in (Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST):
            return allowed.meets(Interval(value, value))
        return abs(value - told.value) <= told.value * CLOSE
    near = told.value * Fraction(5, 100) + 1
    if told.bound in (Bound.EXACT, Bound.ABOUT):
        return abs(value - told.value) <= max(near, (allowed.high or Fraction(0)) - told.value)
    return allowed.meets(Interval(value, value))


def _halves(sheet: Sheet, passage: Passage) -> Iterator[Finding]:
    for relation in relations(sheet, "times", fallen=-1):
        holds = abs(relation.value - Fraction(1, 2)) <= CLOSE / 2
        match = HALVES.search(passage.shape)
        if match:
            span = passage.span(match.start(), match.end())
            says = f"The title says {span.exact}; by the body's figures it is {relation.words}."
            yield finding(
                sheet, CODE, "holds" if holds else "fails", (span, *relation.operands), says, relation.sum_,
                None if holds else "value",
            )  # fmt: skip
        return


__all__ = ["Relation", "headline"]

"""A length and a width with the area that they make: "a strip 120km long and 30km deep, or 3,600 sq km"."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from sayso.checks.factors import factor
from sayso.checks.finding import Finding
from sayso.checks.interval import exactly
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.rounding import hedged, spread
from sayso.checks.shape import shape
from sayso.checks.wording import with_unit

CODE = "product"
SIDE = r"(?:long|in length|wide|deep|across|in width|broad|in depth|high)"
SIDES = (
    shape(r"<n:cm>(?: [a-z]+){0,3}? ?(?:by|x|×|times) ?(?:about |some |up to )?<m:cm>", "<n> by <m>"),
    shape(rf"<n:m> {SIDE}(?:,| and|, and| by)? (?:up to |about |some )?<m:cm>(?: {SIDE})?", "<n> long and <m> wide"),
    shape(r"(?:length|width|breadth) of <n:m>[^.;:!?\ue000-\uf7ff]{0,30}? (?:width|depth|breadth|length) of <m:m>", "a length of <n> and a width of <m>"),
)  # fmt: skip
FAR_OFF = Fraction(15, 100)  # beyond it an area fails, however round the sides are


def areas(sheet: Sheet, passage: Passage) -> Iterator[Finding]:
    """One finding for each area whose sides the passage gives."""
    totals = [o for o in passage.operands if o.kind == "measure" and o.per is None and factor(o.unit, "km2")]
    if not totals:
        return
    done: set[Operand] = set()
    for each in SIDES:
        for match in each.find(passage):
            n, m = _sides(match["n"], match["m"])
            end = passage.place_of(match["m"])
            behind = [o for o in totals if passage.place_of(o) > end] or totals
            if _length(n) and _length(m) and not done & {match["n"], match["m"]}:
                done |= {match["n"], match["m"]}
                yield _judge(sheet, (match["n"], n), (match["m"], m), behind[0])


def _sides(n: Operand, m: Operand) -> tuple[Operand, Operand]:
    """Both with a unit where one of them leaves it out: "15km by four"."""
    if m.kind == "count" and n.kind == "measure":
        return n, replace(m, unit=n.unit)
    return (replace(n, unit=m.unit), m) if n.kind == "count" and m.kind == "measure" else (n, m)


def _length(operand: Operand) -> bool:
    return operand.per is None and operand.kind == "measure" and factor(operand.unit, "m") is not None


def _judge(sheet: Sheet, n: tuple[Operand, Operand], m: tuple[Operand, Operand], total: Operand) -> Finding:
    made, value = exactly(Fraction(1)), Fraction(1)
    for _, side in (n, m):
        scale = factor(side.unit, "km") or Fraction(0)
        made = made.times(spread(side).scaled(scale))
        value *= side.value * scale
    unit = factor(total.unit, "km2") or Fraction(1)
    true = value / unit
    exact = not any(hedged(o) for o in (n[1], m[1], total))
    off = exact and abs(true - total.value) > total.value * FAR_OFF
    holds = made.meets(spread(total).scaled(unit)) and not off
    words = f"{n[0].words} × {m[0].words} = {with_unit(true, total.unit)}"
    says = f"{n[0].words} by {m[0].words} is {with_unit(true, total.unit)}; the report says {total.words}."
    arithmetic = words if holds else f"{words}, not {total.words}"
    return finding(sheet, CODE, "holds" if holds else "fails", (n[0], m[0], total), says, arithmetic)

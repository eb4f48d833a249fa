"""product: n things of m each, and a total, "four strikes, each of which killed three men, left 12 dead".

Also a length and a width with an area. Where m is a range, the total must be met by its middle: a total
that only one end of the range reaches is unclear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.finding import Finding, Verdict
from sayso.checks.interval import exactly
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.rounding import hedged, interval, spread
from sayso.checks.shape import Match, shape
from sayso.checks.wording import number, with_unit
from sayso.mentions.quantity.convert import convert

CODE = "product"
EACH = r"(?:each|apiece|per head|a head|per person|per family|per household|each time|every time|a time|to each|for each|a piece|per vehicle|per truck|a family|a man|per man)"
WORDS = r"[^.;:!?\ue000-\uf7ff]{0,70}?"
EACHES = (
    shape(rf"<n:c>{WORDS}\b(?:of|with|carrying|holding|at|for|taking|by|from|containing|housing|sheltering|received|got|getting|killed|killing|claimed|fired|firing|worth|paid|loaded with|brought|carried|were given|were paid|had|have|are|were|costing|cost|lost|losing|and) {WORDS}<m:cm$>(?: [^.;:!?–(\ue000-\uf7ff]{{0,40}}?)?,? ?\b{EACH}\b", "<n> of <m> each"),
    shape(rf"<n:c>{WORDS}\b(?:each|every one)\b{WORDS}<m:cm$>", "<n>, each <m>"),
    shape(rf"\beach of (?:the |its |their |his |these )?<n:c>{WORDS}<m:cm$>", "each of the <n> … <m>"),
    shape(rf"<m:cm$>{WORDS}\b(?:each|apiece|to each|for each|in each|from each|on each|at each)(?: of)?(?: (?:the|its|their|his|these))? {WORDS}<n:c>", "<m> each … <n>"),
    shape(r"<n:c> (?:families|households|groups|teams|crews|squads|boats|units|cells|companies|battalions|platoons|busloads|truckloads|convoys|batches|columns|waves) of <m:cm$>", "<n> families of <m>"),
    shape(rf"<n:c>{WORDS}<m:c>-(?:man|strong|member|person|truck|bed|vehicle)", "<n> <m>-man units"),
)  # fmt: skip
SIDES = (
    shape(r"<n:m>(?: [a-z]+){0,3}? (?:by|x|×|times) <m:m>", "<n> by <m>"),
    shape(r"<n:m> (?:long|in length|wide|deep|across|in width|broad)(?:,| and|, and| by)? (?:up to |about |some )?<m:m>(?: (?:wide|deep|long|across|in depth|in width|in length|broad))?", "<n> long and <m> wide"),
    shape(r"(?:length|width) of <n:m>[^.;:!?\ue000-\uf7ff]{0,30}? (?:width|depth|breadth|length) of <m:m>", "a length of <n> and a width of <m>"),
)  # fmt: skip
TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|all told|total|totalled|totalling|left|leaving|killing|making|or|makes|made|comes to|came to|sum|force of|worth|area of|covers?|covering|dead|that is|which is|together|amount\w*|adds up|overall|so|bringing|brought|strength|delivering|receiving|sheltering|cost|costing|bill|for|some|an area|carrying|enough for|killed|said|taking)\b|[:–=(]"
)


@dataclass(frozen=True, slots=True)
class Product:
    """n times m, and where the words for it stand."""

    n: Operand
    m: Operand
    match: Match
    area: bool = False


def product(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each product with its total."""
    for passage in sheet.body:
        done: set[Operand] = set()
        for one in _products(passage):
            total = None if one.m in done else _total(sheet, passage, one)
            judged = _judge(sheet, one, total) if total else None
            if judged:
                done |= {one.m, one.n}
                yield judged


def _products(passage: Passage) -> Iterator[Product]:
    for each in SIDES:
        for match in each.find(passage):
            n, m = match["n"], match["m"]
            if _length(n) and _length(m):
                yield Product(n, m, match, area=True)
    for each in EACHES:
        for match in each.find(passage):
            n, m = match["n"], match["m"]
            if n.excluded is None and m.excluded is None and not n.two_ended:
                yield Product(n, m, match)


def _length(operand: Operand) -> bool:
    return operand.per is None and convert(1, operand.unit, "m") is not None


def _total(sheet: Sheet, passage: Passage, one: Product) -> Operand | None:
    """The total that the sentence gives, or the next one announces."""
    fit = [o for o in passage.operands if o not in (one.n, one.m) and _fits(o, one)]
    end = passage.place_of(one.m)
    behind = [o for o in fit if passage.place_of(o) > end and _announced(passage, o)]
    before = [o for o in fit if passage.place_of(o) < passage.place_of(one.n)]
    if behind or before:
        return behind[0] if behind else before[-1] if _close(before[-1], one) else None
    if passage.number + 1 < len(sheet.passages):
        next_ = sheet.passages[passage.number + 1]
        said = [
            o
            for o in next_.operands
            if _fits(o, one)
            and re.search(r"\b(?:total|in all|altogether|all told|together|makes|made)\b", next_.shape)
        ]
        return said[0] if said else None
    return None


def _close(total: Operand, one: Product) -> bool:
    made = one.n.value * one.m.value
    return bool(made) and Fraction(1, 2) <= total.value / made <= 2


def _fits(total: Operand, one: Product) -> bool:
    if total.excluded or total.per:
        return False
    if one.area:
        return convert(1, total.unit, "km2") is not None
    return total.unit == one.m.unit and (
        total.head in (None, one.m.head) or one.m.head is None or total.kind == "count"
    )


def _announced(passage: Passage, operand: Operand) -> bool:
    before = re.split(r"[\ue000-\uf7ff]", passage.before(operand, 40))[-1]
    return TOTAL.search(before) is not None or TOTAL.search(passage.after(operand, 40)) is not None


def _judge(sheet: Sheet, one: Product, total: Operand) -> Finding | None:
    if one.area:
        return _area(sheet, one, total)
    made = interval(one.n).times(interval(one.m))
    middle = one.n.value * one.m.value
    told = interval(total)
    verdict: Verdict = "holds" if made.meets(told) else "fails"
    if (
        one.m.two_ended
        and verdict == "holds"
        and not interval(one.n).scaled(one.m.value).meets(told)
        and not total.two_ended
    ):
        verdict = "unclear"
    if (
        verdict == "fails"
        and not _close(total, one)
        and not re.search(r"\b(?:total|in all|altogether|all told)\b", one.match.passage.shape)
    ):
        return None
    ends = [Fraction(e) for e in (one.m.low, one.m.high) if e is not None]
    each = "–".join(number(e) for e in dict.fromkeys(ends))
    products = "–".join(number(one.n.value * e) for e in dict.fromkeys(ends))
    arithmetic = f"{number(one.n.value)} × {each} = {products}" + (
        f", not {total.words}" if verdict == "fails" else ""
    )
    ending = {
        "holds": "which agrees",
        "fails": "which does not agree",
        "unclear": f"which only one end of the range reaches (its middle makes {number(middle)})",
    }
    says = f"{one.n.words} times {one.m.words} makes {products}; the report says {total.words}, {ending[verdict]}."
    return finding(sheet, CODE, verdict, (one.n, one.m, total), says, arithmetic)


def _area(sheet: Sheet, one: Product, total: Operand) -> Finding:
    sides = [(o, Fraction(convert(1, o.unit, "km") or 0)) for o in (one.n, one.m)]
    made = exactly(Fraction(1))
    value = Fraction(1)
    for operand, factor in sides:
        made = made.times(spread(operand).scaled(factor))
        value *= operand.value * factor
    unit = Fraction(convert(1, total.unit, "km2") or 1)
    exact = not any(hedged(o) for o in (one.n, one.m, total))
    told = spread(total).scaled(unit)
    holds = made.meets(told) and not (
        exact and abs(value / unit - total.value) > total.value * Fraction(15, 100)
    )
    product_ = value / unit
    arithmetic = f"{one.n.words} × {one.m.words} = {with_unit(product_, total.unit)}" + (
        "" if holds else f", not {total.words}"
    )
    says = (
        f"{one.n.words} by {one.m.words} is {with_unit(product_, total.unit)}; the report says {total.words}."
    )
    return finding(sheet, CODE, "holds" if holds else "fails", (one.n, one.m, total), says, arithmetic)

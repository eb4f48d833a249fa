"""product: n things of m each, and a total, "four strikes, each of which killed three men, left 12 dead".

A length and a width with an area are `area.py`'s. Where m is a range, the total must be met by its middle:
a total that only one end of the range reaches is unclear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.area import areas
from sayso.checks.counterpart import kin
from sayso.checks.finding import Finding, Verdict
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval
from sayso.checks.shape import shape
from sayso.checks.totals import announced, closed, restated
from sayso.checks.wording import number
from sayso.checks.words import any_of

CODE = "product"
NEAR = r"[^.;:!?–(\ue000-\uf7ff]{0,45}?"
EACH_OF = (
    shape(rf"<m:cm$>(?:,? ?{NEAR}[ ,])?{{each}}(?! of\b)(?: (?:of|or))?\b", "<m> each"),
    shape(
        r"\b(?:each|every one)(?: of (?:which|them|whom))?(?! of\b)[ ,][^.;:!?\ue000-\uf7ff]{0,45}?<m:cm$>",
        "each … <m>",
    ),
)
PAIRS = (
    shape(r"\beach of (?:the |its |their |his |these |those |some |about )?<n:c>[^.;:!?\ue000-\uf7ff]{0,70}?<m:cm$>", "each of the <n> … <m>"),
    shape(r"<m:cm$>[^.;:!?\ue000-\uf7ff]{0,60}? (?:in|from|to|for|on|at|with|by) each of (?:the |its |their |these |some |about )?<n:c>", "<m> for each of the <n>"),
    shape(r"<n:c> (?:[a-z-]+ )?{of-size} of <m:cm$>", "<n> families of <m>"),
    shape(r"<n:c>[^.;:!?\ue000-\uf7ff]{0,40}? <m:c>-(?:man|strong|member|person|truck|bed|vehicle|round|shot)\b", "<n> <m>-man units"),
)  # fmt: skip
CARRIED = re.compile(r"\b{carried} \Z".replace("{carried}", any_of("carried")))
TWICE = Fraction(2)


@dataclass(frozen=True, slots=True)
class Product:
    """n times m, and the place of the passage where the words for it end."""

    n: Operand
    m: Operand
    end: int

    @property
    def value(self) -> Fraction:
        """The product of the two middles."""
        return self.n.value * self.m.value


def product(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each product with its total."""
    for passage in sheet.counted_body:
        yield from areas(sheet, passage)
        told = [(one, total) for one in _products(passage) for total in _totals(sheet, passage, one)]
        agreeing = [pair for pair in told if _agrees(*pair)]
        chosen = agreeing or [(one, total) for one, total in told if _sure(sheet, passage, one, total)]
        done: set[Operand] = set()
        for one, total in chosen:
            if not done & {one.n, one.m, total}:
                done |= {one.n, one.m, total}
                yield _judge(sheet, one, total)


def _products(passage: Passage) -> Iterator[Product]:
    """Every n and m that the words for "each" may mean, the likeliest first."""
    for each in PAIRS:
        for match in each.find(passage):
            yield from _made(match["n"], match["m"], match.found.end())
    for each in EACH_OF:
        for match in each.find(passage):
            m, at = match["m"], match.found.start()
            for n in _things(passage, m, at):
                yield from _made(n, m, match.found.end())


def _made(n: Operand, m: Operand, end: int) -> Iterator[Product]:
    fits = n.kind == "count" and n.value and m.value and not n.excluded and not m.excluded
    if fits and m.per is None and not n.two_ended:
        yield Product(n, m, end)


def _things(passage: Passage, m: Operand, at: int) -> list[Operand]:
    """The counts that may be the things of which each has m: those before the words, the nearest first."""
    return [
        o for o in reversed(passage.operands) if o != m and passage.place_of(o) < at and o.kind == "count"
    ][:2]


def _totals(sheet: Sheet, passage: Passage, one: Product) -> list[Operand]:
    """The figures that may be the total: of the sentence, else of the next where they are announced."""
    here = [o for o in passage.operands if o not in (one.n, one.m) and _fits(o, one)]
    if here or passage.number + 1 >= len(sheet.passages):
        return here
    following = sheet.passages[passage.number + 1]
    return [o for o in following.operands if _fits(o, one) and announced(following, o)]


def _fits(total: Operand, one: Product) -> bool:
    return total.unit == one.m.unit and not total.excluded and total.per is None


def _agrees(one: Product, total: Operand) -> bool:
    """Whether a total is the product: with a round or hedged figure, by no small number of things."""
    made = interval(one.n).times(interval(one.m))
    return made.meets(interval(total)) and (
        total.bound.value not in ("at_least", "more_than") or total.value * TWICE > one.value
    )


def _sure(sheet: Sheet, passage: Passage, one: Product, total: Operand) -> bool:
    """Whether a figure must be meant as the total, though it is not the product."""
    where = sheet.passage_of(total)
    at = where.place_of(total)
    if where.number == passage.number and at < one.end:
        return (
            at < passage.place_of(one.n)
            and total.head is None
            and _close(one, total)
            and not announced(where, one.n)
        )
    alike = kin(total.head, one.m.head) or None in (total.head, one.m.head)
    if alike and _close(one, total) and CARRIED.search(where.before(total, 16)):
        return len(_totals(sheet, passage, one)) == 1
    told = closed(where, total) or announced(where, total)
    return (told and (alike or closed(where, total))) or (
        restated(where, total) and alike and _close(one, total)
    )


def _close(one: Product, total: Operand) -> bool:
    return 1 / TWICE <= total.value / one.value <= TWICE


def _judge(sheet: Sheet, one: Product, total: Operand) -> Finding:
    verdict: Verdict = "holds" if _agrees(one, total) else "fails"
    middle = interval(one.n).scaled(one.m.value)
    if one.m.two_ended and verdict == "holds" and not middle.meets(interval(total)) and not total.two_ended:
        verdict = "unclear"
    ends = list(dict.fromkeys(Fraction(e) for e in (one.m.low, one.m.high) if e is not None))
    made = "–".join(number(one.n.value * e) for e in ends)
    arithmetic = f"{number(one.n.value)} × {'–'.join(number(e) for e in ends)} = {made}"
    ending = {
        "holds": "which agrees",
        "fails": "which does not agree",
        "unclear": f"which only one end of the range reaches (its middle makes {number(one.value)})",
    }[verdict]
    says = f"{one.n.words} times {one.m.words} makes {made}; the report says {total.words}, {ending}."
    arithmetic += f", not {total.words}" if verdict == "fails" else ""
    return finding(sheet, CODE, verdict, (one.n, one.m, total), says, arithmetic)

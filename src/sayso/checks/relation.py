"""Relations that the body's figures make: a share of a base, a change from one value to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.material import Sheet
from sayso.checks.moves import moves
from sayso.checks.operand import Kind, Operand, comparable
from sayso.checks.shape import shape
from sayso.checks.wording import number, percent

SHARES = (
    shape(r"<n:cm$>,? (?:out )?of (?!them|whom|which)(?:a total of )?(?:[^\W\d][\w'-]* ){0,5}?<m:cm$>", "<n> of <m>"),
    shape(r"\bof (?:the|its|their|those|these)?[ a-z']{0,24}<m:cm$>[^.;:!?\ue000-\uf7ff]{0,90}?,[^.;:!?\ue000-\uf7ff]{0,30}?<n:cm$>", "of <m>, <n>"),
    shape(r"<m:cm$>[^.:!?\ue000-\uf7ff]{0,90}?<n:cm$> of (?:them|which|whom)", "<m>, <n> of them"),
)  # fmt: skip
AGAINST = shape(
    r"<b:cm$>[^.;:!?\ue000-\uf7ff]{0,80}?,? (?:against|compared (?:with|to)|as against|up from|down from|from) (?:the |just |only |about |some )?<a:cm$>",
    "<b>, against <a>",
)


@dataclass(frozen=True, slots=True)
class Relation:
    """Two figures and what they make: per cent for a share or change, times for a multiple."""

    value: Fraction
    operands: tuple[Operand, Operand]
    sum_: str
    words: str


def relations(sheet: Sheet, kind: Kind, *, fallen: int) -> Iterator[Relation]:
    """The relations of the body of one kind; a title that tells a fall or rise asks for the change."""
    if kind == "share" and not fallen:
        yield from _shares(sheet)
    for passage in sheet.counted_body:
        ends = [(m.start, m.end) for m in moves(passage)] + [(m["a"], m["b"]) for m in AGAINST.find(passage)]
        for a, b in ends:
            if a is None or b is None or not comparable(a, b) or not a.value or not b.value:
                continue
            ratio = b.value / a.value
            if kind == "times":
                words = f"{number(Fraction(round(ratio * 100), 100))} times"
                yield Relation(ratio, (a, b), f"{number(b.value)} / {number(a.value)} = {words}", words)
            elif fallen:
                share = abs(b.value - a.value) / a.value
                words = percent(share)
                made = f"({number(max(a.value, b.value))} - {number(min(a.value, b.value))}) / {number(a.value)} = {words}"
                yield Relation(share * 100, (a, b), made, words)
    if kind == "share" and fallen:
        yield from _shares(sheet)


def _shares(sheet: Sheet) -> Iterator[Relation]:
    for passage in sheet.counted_body:
        for each in SHARES:
            for match in each.find(passage):
                n, m = match["n"], match["m"]
                if comparable(n, m) and m.value and not n.excluded and n.value <= m.value:
                    words = percent(n.value / m.value)
                    yield Relation(
                        n.value * 100 / m.value,
                        (n, m),
                        f"{number(n.value)} / {number(m.value)} = {words}",
                        words,
                    )

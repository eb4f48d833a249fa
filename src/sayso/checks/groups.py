"""Sums over several sentences: "15 strikes in Iraq … All of the Iraq strikes were in three areas. Near Mosul, eight …"."""

import re
from collections.abc import Iterator

from sayso.checks.material import Sheet
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage

FAR = 8  # sentences after the total in which its parts are listed
PLACED = re.compile(
    r" (?:more )?(?:[a-z]+ )?(?:in|near|at|around|across|over) (?P<name>[a-z][\w'-]*(?: [a-z][\w'-]*)?)"
)
COUNTED = r"(?P<all>all (?:of )?)?(?:the |its |their )?{name}(?:'s)? (?P<things>[a-z]{{3,}}s)\b"


def grouped(sheet: Sheet, passage: Passage) -> Iterator[tuple[Operand, tuple[Operand, ...], bool]]:
    """(total, parts, whether the words say that they are all) for totals told by place and split up later."""
    for total in passage.operands:
        match = (
            PLACED.match(passage.after(total, 40)) if total.kind == "count" and not total.excluded else None
        )
        if match is None:
            continue
        for name in dict.fromkeys((match["name"], match["name"].split()[0])):
            found = _split(sheet, passage, total, name)
            if found:
                yield found
                break


def _split(
    sheet: Sheet, passage: Passage, total: Operand, name: str
) -> tuple[Operand, tuple[Operand, ...], bool] | None:
    head = re.compile(COUNTED.format(name=re.escape(name)))
    later = sheet.passages[passage.number + 1 : passage.number + 1 + FAR]
    for at, each in enumerate(later):
        match = head.search(each.shape)
        if match is None or each.paragraph > passage.paragraph + 2:
            continue
        things = match["things"]
        parts = _parts(each, things)
        if len(parts) >= 2:
            return total, tuple(parts), match["all"] is not None or _areas(each) == len(parts)
        wanted = _areas(each)
        parts = []
        for following in later[at + 1 :]:
            if re.search(rf"\bthe [a-z]+ {things}\b", following.shape):
                break
            parts += _parts(following, things)[:1]
        if len(parts) >= 2:
            return total, tuple(parts), match["all"] is not None or wanted == len(parts)
    return None


def _parts(passage: Passage, things: str) -> list[Operand]:
    """The figures of a sentence that count those very things."""
    pattern = re.compile(rf" (?:[a-z-]+ ){{0,2}}{re.escape(things)}\b")
    return [o for o in passage.operands if o.kind == "count" and pattern.match(passage.after(o, 50))]


def _areas(passage: Passage) -> int | None:
    """How many areas, places or towns the sentence says there are."""
    for operand in passage.operands:
        if re.match(
            r" (?:areas|places|towns|districts|provinces|locations|cities|villages|sites)\b",
            passage.after(operand, 30),
        ):
            return int(operand.value)
    return None

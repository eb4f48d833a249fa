"""no-baseline (a note): a relative change of nothing stated, "violence is down by 80-90 per cent"."""

import re
from collections.abc import Iterator

from sayso.checks.finding import Finding
from sayso.checks.material import Sheet, finding
from sayso.checks.moves import moves
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage

CODE = "no-baseline"
MOVED = re.compile(
    r"\b(?:reduc\w*|fell|fallen|fall|falling|drop\w*|declin\w*|decreas\w*|cut|shr[aiu]nk|slump\w*|rose|risen|rise|rising|grew|grown|grow\w*|"
    r"increas\w*|jump\w*|climb\w*|soar\w*|surg\w*|up|down|lower\w*|rais\w*|plung\w*|plummet\w*)\b[^.;:!?\ue000-\uf7ff]{0,60}\bby\s+\Z|"
    r"\b(?:up|down|rise of|fall of|drop of|increase of|decrease of|decline of|reduction of|growth of|jump of)\s+\Z"
)
MULTIPLIED = re.compile(r"(?:doubled|tripled|trebled|quadrupled|doubling|tripling|-?fold)\b", re.I)


def no_baseline(sheet: Sheet) -> Iterator[Finding]:
    """One note for each relative change whose start and end the sentence leaves out."""
    for passage in sheet.counted_body:
        for operand in passage.operands:
            if _is_change(passage, operand) and not _based(passage, operand):
                says = f"{operand.words}: a change from what to what? The report gives no number that it is a change of."
                yield finding(sheet, CODE, "note", (operand,), says, "")


def _is_change(passage: Passage, operand: Operand) -> bool:
    if operand.kind == "share":
        return operand.change is not None or MOVED.search(passage.before(operand, 90)) is not None
    return operand.kind == "times" and MULTIPLIED.search(operand.span.exact) is not None


def _based(passage: Passage, operand: Operand) -> bool:
    """Whether a start or an end of the change is stated."""
    ends = [
        o for move in moves(passage) for o in (move.start, move.end) if o and o.kind not in ("share", "times")
    ]
    return any(not comparable(o, operand) for o in ends)

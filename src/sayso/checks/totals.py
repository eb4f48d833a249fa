"""How a total is told: announced by its words, or restated behind a comma, dash or colon."""

import re

from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.words import any_of

SIGN = "\ue000-\uf7ff"
ANNOUNCED = re.compile(rf"\b{any_of('total-before')}\b|[:=]\s*\Z")
CLOSED = re.compile(rf"(?:[^.;:!?–,{SIGN}]{{0,40}}[ ,]|[ ,]*)\b{any_of('total-behind')}\b")
RESTATED = re.compile(rf"(?:,|–|\(|:) ?(?:{any_of('restating')} )*\Z")


def announced(passage: Passage, operand: Operand) -> bool:
    """Whether the words around a figure say that it is a total: "a total of 12", "12 in all"."""
    before = re.split(f"[{SIGN}]", passage.before(operand, 40))[-1]
    return ANNOUNCED.search(before) is not None or closed(passage, operand)


def closed(passage: Passage, operand: Operand) -> bool:
    """Whether the words behind a figure say that it is a total: "12 in all"."""
    return CLOSED.match(re.split(f"[{SIGN}]", passage.after(operand, 60))[0]) is not None


def restated(passage: Passage, operand: Operand) -> bool:
    """Whether a figure stands behind a comma, dash, bracket or colon as the same thing in other words."""
    return RESTATED.search(re.split(f"[{SIGN}]", passage.before(operand, 50))[-1]) is not None

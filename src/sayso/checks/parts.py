"""The parts of a sum: figures of one kind linked by commas and "and", and what makes them surely parts."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage

NESTED = re.compile(
    r"\b(?:including|of whom|of which|among (?:them|whom|which)|counting|(?!^)with|included|and of those)\b"
)
LINK = re.compile(
    r"(?:,|;| and| plus| while|\() ?(?:and |the |another |at least |a further |some |in |at |near |on |for |by |from |to |the (?:other|remaining|rest) )*(?:[^,;:.–()\ue000-\uf7ff]{0,40})\Z"
)
PLACED = re.compile(
    r" (?:(?:more|others?|of them|people|dead|were|was) )*(?:in|at|on|near|from|by|for|to|outside|around|off|of|along|inside|under|over|between|with)\b| of (?:them|whom|which|those)\b|[,;) ]*\Z"
)
ARTICLE = re.compile(r"[^.;:!?–(),\ue000-\uf7ff]{0,40}?,? and an? [a-z-]+(?: [a-z-]+){0,2}(?=[.;–),]|\Z)")
AN = re.compile(r", an? [a-z-]+(?: [a-z-]+)?(?=,| and)")
ONE = re.compile(r"[^.;:!?–(),\ue000-\uf7ff]{0,40}?,? and one (?!of\b|more\b|another\b|day\b)")
VERB = re.compile(r"\b(?:was|were|is|are|has|had|have|been|total|further|few)\b")
GROUPS = frozenset({
    "man", "woman", "child", "boy", "girl", "soldier", "civilian", "policeman", "police", "fighter", "militant",
    "rebel", "officer", "guard", "teacher", "student", "doctor", "nurse", "driver", "farmer", "worker", "gunman",
    "attacker", "insurgent", "trooper", "conscript", "volunteer", "patient", "visitor", "villager", "male", "female",
    "adult", "infant", "baby", "family", "elder", "monk", "priest", "foreigner", "local", "minor", "marine", "troop",
})  # fmt: skip


def lists(passage: Passage, total: Operand, start: int, end: int) -> Iterator[tuple[Operand, ...]]:
    """The parts between two places, linked by commas and "and"; without and with those of inner lists."""
    inside = [o for o in passage.operands if start <= passage.place_of(o) < end]
    plain = chain(passage, like(total, [o for o in inside if not nested(passage, o)]))
    yield plain
    full = chain(passage, like(total, inside))
    if full != plain and not any(nested(passage, o) for o in full):
        yield full


def chain(passage: Passage, parts: Sequence[Operand]) -> tuple[Operand, ...]:
    """The parts up to the first that no comma or "and" links to the one before."""
    kept: list[Operand] = []
    for part in parts:
        if kept and not LINK.search(passage.before(part, 70)):
            break
        kept.append(part)
    return tuple(kept)


def like(total: Operand, operands: Sequence[Operand]) -> tuple[Operand, ...]:
    """The operands that may be parts of a total: of its unit and kind."""
    return tuple(o for o in operands if comparable(o, total) and o.kind == total.kind and o.excluded is None)


def inner(passage: Passage, operand: Operand) -> bool:
    """Whether the words before it open an inner list: "including two officers"."""
    return NESTED.search(re.split(r"[\ue000-\uf7ff]", passage.before(operand, 50))[-1]) is not None


def broken(passage: Passage, parts: Sequence[Operand]) -> bool:
    """Whether the list goes on with something that is no part by its figure: "and five to 20 years"."""
    at = passage.operands.index(parts[-1]) + 1 if parts else 0
    following = passage.operands[at] if 0 < at < len(passage.operands) else None
    return (
        following is not None
        and following.two_ended
        and following.kind != "count"
        and (passage.between(parts[-1], following).endswith((" and ", ", ")))
    )


def ones(passage: Passage, parts: Sequence[Operand]) -> int:
    """How many things the list tells by an article: "three tankers and a bulldozer"."""
    if not parts or parts[-1] not in passage.operands:
        return 0
    match = ARTICLE.match(passage.after(parts[-1], 70))
    between = sum(len(AN.findall(passage.between(a, b))) for a, b in pairwise(parts) if a.place == b.place)
    last = (match and not VERB.search(match[0])) or ONE.match(passage.after(parts[-1], 60))
    return between + bool(last)


def nested(passage: Passage, operand: Operand) -> bool:
    """Whether it stands in an inner list: "eight soldiers, including two officers"."""
    words = re.split(r"[\ue000-\uf7ff]", passage.before(operand, 50))[-1]
    if operand.value == 1 and re.search(r"\b(?:in|at|on|from|near|to|by|for|with|of) \Z", words):
        return True  # "260 in one camp and 234 in another"
    return NESTED.search(words) is not None or (
        re.match(r" of (?:them|whom|which)\b", passage.after(operand)) is not None and "," not in words
    )


def clean(total: Operand, parts: Sequence[Operand]) -> bool:
    """Whether a list that was opened by a sign speaks of the total's own kind of thing."""
    if not parts:
        return False
    heads = {o.head for o in parts if o.head}
    whole = total.head in (
        None,
        "people",
        "person",
        "body",
        "dead",
        "death",
        "casualty",
        "victim",
        "civilian",
    )
    return whole or heads <= GROUPS or total.head in heads or not heads


def parallel(passage: Passage, total: Operand, parts: Sequence[Operand]) -> bool:
    """Whether each part is told in the same way: "15 in Iraq and nine in Syria", "15 men and nine women"."""
    if len(parts) < 2:
        return False
    placed = [PLACED.match(passage.after(o, 40)) is not None and o.head is None for o in parts]
    grouped = [o.head in GROUPS for o in parts]
    people = total.head in (
        None,
        "people",
        "person",
        "body",
        "victim",
        "casualty",
        "death",
        "hostage",
        "prisoner",
    )
    return all(placed) or (all(grouped) and people)

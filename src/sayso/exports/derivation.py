"""How a claim came about: for each slot its words, its value and the rule that filled it.

3,000 sq km · territory
├─ figure   “3,000 sq km” = 3,000 km2, exact      <number> <unit>
│  ├─ “3,000” means 3,000
│  └─ “sq km” means km2
└─ source   “Mr Kerry” = John Kerry               <content> <cue> <source>
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.claims.claim import Claim, FigureClaim
from sayso.exports.wording import days, interval, sentence_of, shown
from sayso.mentions.mention import Mention
from sayso.reading import Reading
from sayso.reports.span import Span

KINDS = {"figure": "quantity", "counted": "quantity", "place": "place", "period": "period"}
PARTIES = ("source", "by", "affected", "to")


@dataclass(frozen=True, slots=True)
class Node:
    """A step of a derivation: what it is of, in words, the rule behind it, and its parts."""

    label: str
    words: str
    rule: str | None = None
    parts: tuple["Node", ...] = field(default=())

    def lines(self, stem: str = "") -> Iterator[str]:
        """The tree below this node in box-drawing signs, this node's own line left out."""
        width = max((len(part.label) for part in self.parts), default=0)
        for number, part in enumerate(self.parts, 1):
            last = number == len(self.parts)
            rule = f"   ← {part.rule}" if part.rule else ""
            yield f"{stem}{'└─ ' if last else '├─ '}{part.label:<{width}}  {part.words}{rule}"
            yield from part.lines(stem + ("   " if last else "│  "))


def explain(reading: Reading, claim: str | int | None = None) -> str:
    """The derivations of a reading's claims, or of one (its id, or its number from 1), as a text tree.

    Raises KeyError for a claim that the reading does not have.
    """
    chosen = reading.claims if claim is None else (find_claim(reading, claim),)
    trees = (derivation(each, reading) for each in chosen)
    return "\n\n".join("\n".join([f"{tree.label}  {tree.words}", *tree.lines()]) for tree in trees)


def find_claim(reading: Reading, claim: str | int) -> Claim:
    """The claim of that id, or of that number (from 1, as the terminal view counts)."""
    for number, each in enumerate(reading.claims, 1):
        if str(claim) in (each.id, str(number)):
            return each
    raise KeyError(claim)


def derivation(claim: Claim, reading: Reading) -> Node:
    """The derivation of one claim."""
    slots = [_slot(name, claim, reading) for name in _slots(claim)]
    return Node(claim.id, sentence_of(claim, reading.report), None, tuple(slot for slot in slots if slot))


def _slots(claim: Claim) -> list[str]:
    """The slots that are filled or accounted for, in the order of the export."""
    order = (
        ("figure", "counted", "measure", "predicate", "basis", "accumulation", "by", "affected", "source",
         "cue", "mode", "modality", "place", "period")
        if isinstance(claim, FigureClaim)
        else ("content", "source", "cue", "mode", "modality", "to")
    )  # fmt: skip
    return [*order, *(name for name in claim.how if name not in order)]


def _slot(name: str, claim: Claim, reading: Reading) -> Node | None:
    value = getattr(claim, name, None)
    rule = claim.how.get(name)
    if value is None and rule is None:
        return None
    span = getattr(value, "span", None)
    mention = _mention(name, span, reading) if isinstance(span, Span) else None
    return Node(name, _words(name, value), rule or (mention.rule if mention else None), _parts(mention, rule))


def _parts(mention: Mention[Any] | None, rule: str | None) -> tuple[Node, ...]:
    """The parts of the mention behind a slot; its rule too, where the slot names another."""
    if mention is None:
        return ()
    parts = tuple(Node(f"“{shown(part.exact)}”", f"means {shown(part.means)}") for part in mention.parts)
    if rule is None or rule == mention.rule:
        return parts
    return (Node(mention.kind, f"“{shown(mention.span.exact)}”", mention.rule, parts),)


def _mention(slot: str, span: Span, reading: Reading) -> Mention[Any] | None:
    """The mention that a slot stands on: of the slot's kind, and sharing characters with it."""
    kind = KINDS.get(slot) or ("actor" if slot in PARTIES else None)
    if kind is None:
        return None
    near = (m for m in reading.mentions if m.kind == kind and m.span.overlaps(span))
    if slot == "counted":
        return None
    return min(near, key=lambda m: abs(m.span.start - span.start) + abs(m.span.end - span.end), default=None)


def _words(name: str, value: Any) -> str:
    """A slot's words and what they were taken for."""
    if value is None:
        return "open"
    if name == "content":
        return " … ".join(f"“{shown(span.exact)}”" for span in value)
    span = getattr(value, "span", None)
    if span is None:
        return shown(str(getattr(value, "name", value)))
    meaning = _meaning(name, value)
    return f"“{shown(span.exact)}”" + (f" = {meaning}" if meaning else "")


def _meaning(name: str, value: Any) -> str:
    if name == "figure":
        return f"{interval(value)} {value.unit}, {value.bound}"
    if name == "period":
        return days(value.start, value.end) if value.start or value.end else value.reason or ""
    if name == "counted":
        return str(value.group or value.head)
    if name == "place":
        return ", ".join(str(known) for known in (value.name, value.admin1, value.country) if known)
    return shown(str(getattr(value, "name", None) or getattr(value, "lemma", None) or value.cls))

"""The rules that find attributions, in the order in which they are asked, and how their finds are joined."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.layout import BLOCK, SAYS_SOURCE, blocks, headlines
from sayso.claims.attribution.passing import passed_on
from sayso.claims.attribution.repairing import speaker
from sayso.claims.attribution.phrases import according, by_reports, nominal
from sayso.claims.attribution.speaking import spoken
from sayso.claims.attribution.values import Chars, Draft

NETWORK = "<source> <cue> <content>, by the network"
STRONGER = frozenset({SAYS_SOURCE, BLOCK})  # rules of layout that know better than the network


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to find attributions in one part of a report."""

    name: str
    find: Callable[[Ground], Iterable[Draft]]


def learnt(ground: Ground) -> Iterator[Draft]:
    """What the network found, the sources put right by the tree."""
    for found in ground.analysis.attributions:
        yield Draft(speaker(ground, found.source), found.cue, found.contents, NETWORK)


RULES: tuple[Rule, ...] = (
    Rule("network", learnt),
    Rule("according to", according),
    Rule("verb of saying", spoken),
    Rule("by reports", by_reports),
    Rule("noun of saying", nominal),
    Rule("headline", headlines),
    Rule("statement", blocks),
)


def drafts(ground: Ground) -> list[Draft]:
    """The attributions of a part in the order of their cues; one cue has one attribution."""
    found: list[Draft] = []
    for rule in RULES:
        for draft in rule.find(ground):
            _join(found, draft)
    return passed_on(ground, sorted(found, key=place))


def place(draft: Draft) -> int:
    """Where an attribution stands: at its cue, else where its contents begin."""
    return draft.cue[0] if draft.cue else min((start for start, _ in draft.contents), default=0)


def _join(found: list[Draft], new: Draft) -> None:
    """Add an attribution, or what it knows better to the one that has the same cue."""
    for number, old in enumerate(found):
        if old.cue and new.cue and _touch(old.cue, new.cue):
            found[number] = _joined(old, new)
            return
    found.append(new)


def _joined(old: Draft, new: Draft) -> Draft:
    source = old.source or new.source
    if new.rule in STRONGER:
        return replace(new, source=new.source or old.source, contents=new.contents)
    contents = old.contents + tuple(c for c in new.contents if not any(_touch(c, o) for o in old.contents))
    return replace(old, source=source, contents=_united(old.contents, new.contents) or contents)


def _united(old: Sequence[Chars], new: Sequence[Chars]) -> tuple[Chars, ...]:
    """Contents of two finds: those that touch become one."""
    spans: list[Chars] = []
    for span in sorted([*old, *new]):
        if spans and span[0] <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], span[1]))
        else:
            spans.append(span)
    return tuple(spans)


def _touch(one: Chars, two: Chars) -> bool:
    return one[0] < two[1] and two[0] < one[1]

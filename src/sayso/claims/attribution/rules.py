"""The rules that find attributions, in the order in which they are asked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.joining import completed, joined
from sayso.claims.attribution.layout import BLOCK, SAYS_SOURCE, blocks, headlines
from sayso.claims.attribution.passing import passed_on
from sayso.claims.attribution.phrases import according, by_reports, nominal
from sayso.claims.attribution.repairing import speaker, without_accused
from sayso.claims.attribution.speaking import spoken
from sayso.claims.attribution.stances import stances
from sayso.claims.attribution.values import Draft

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
    Rule("stance", stances),
)


def drafts(ground: Ground) -> list[Draft]:
    """The attributions of a part in the order of their cues; one cue has one attribution."""
    found = joined(ground, (draft for rule in RULES for draft in rule.find(ground)), STRONGER)
    return passed_on(ground, [without_accused(ground, draft) for draft in completed(ground, found)])

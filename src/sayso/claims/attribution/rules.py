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
from sayso.claims.attribution.subjects import actor_before
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
        source = _named_before(ground, found.cue, found.source) or speaker(ground, found.source)
        yield Draft(source, found.cue, found.contents, NETWORK)


def _named_before(ground: Ground, cue: Chars | None, source: Chars | None) -> Chars | None:
    """The actor right before the verb of a cue, where the words that the network takes for the source stand
    elsewhere and name nobody ("… in the east state television reported")."""
    syntax = ground.syntax
    verb = next((token for token in syntax.within(*cue) if syntax.is_verb(token)), None) if cue else None
    named = actor_before(ground, verb) if verb is not None else None
    if source is None or named is None:
        return None
    phrase = ground.phrase(named)
    apart = phrase[1] <= source[0] or source[1] <= phrase[0]
    names = any(ground.actor_at(token) for token in syntax.within(*source))
    return phrase if apart and not names else None


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

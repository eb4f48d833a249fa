"""An actor found in a text, and the names of the rules that find them."""

from sayso.mentions.actor.values import Actor
from sayso.mentions.mention import Mention
from sayso.mentions.mention import Part as Piece
from sayso.reports.span import Part, span_of

RULE_ALIAS = "<alias of the actor table>"
RULE_CONTEXT = "<ambiguous alias>, decided by the countries of the report"
RULE_OPEN = "<ambiguous alias>, left open"
RULE_STATE = "<country> as an actor"
RULE_INSTITUTION = "<nationality> <institution>"
RULE_ROLE = "<role without a name>"
RULE_NAME = "<name that grammar calls a person or an organisation>"

Found = Mention[Actor]


def found(text: str, part: Part, start: int, end: int, actor: Actor, rule: str) -> Found:
    """The actor named by the characters [start, end) of one part of a report."""
    span = span_of(part, text, start, end)
    return Mention("actor", span, actor, rule, (Piece(span.exact, f"{actor.name} ({actor.kind})"),))

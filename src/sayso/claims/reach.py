"""How far a time reaches: which figures it may date at all, and from when to when it then counts.

"The war, which began in 2011, has killed 4,000" counts from 2011 on, though the words name a year alone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.claims.anchoring import DURING, FIRST_OF
from sayso.claims.events.lexicon import is_beginning, words
from sayso.claims.nearness import Nearness, Spot
from sayso.claims.ongoing import ONGOING
from sayso.claims.syntax import Syntax
from sayso.claims.timespan import COMPARED, FROM_TO, ONWARDS, STOP, UP_TO, Timespan
from sayso.reports.span import Span

CLOSE = 50  # characters between a figure and the time behind it with only a verb between
PERFECT = ("have", "has", "’ve", "'ve")
OF_AN_EVENT = (ONGOING, DURING, FIRST_OF)
BOUNDED = (ONWARDS, UP_TO, FROM_TO, COMPARED, *OF_AN_EVENT)


@dataclass(frozen=True, slots=True)
class Dated:
    """A stretch of time as it is meant for one figure, with its place in the tree."""

    time: Timespan
    spot: Spot


def may_date(one: Dated, near: Nearness, figures: Sequence[int]) -> bool:
    """Whether a time can be that of a figure at all; `figures` says where those of its part begin, in order.

    "Since …" dates its own sentence and those after it, none before; an event, or its length, what is told of
    that event; and what is the deadliest "since the flood of 2011, in which 40 died", only that flood.
    """
    if one.time.rule in OF_AN_EVENT:
        of_it = near.hangs_on(one.time.span) or _right_before(one.time.span, near, figures)
        return one.spot.sentence == near.sentence and of_it
    if one.time.rule == COMPARED:
        return one.spot.sentence == near.sentence and _told_behind(one.time.span.end, near)
    return one.time.rule != ONWARDS or one.spot.sentence <= near.sentence


def _right_before(span: Span, near: Nearness, figures: Sequence[int]) -> bool:
    """Whether nothing but the verb parts a figure from words behind it: "150 bodies were found during the
    truce", which holds also where the tree is wrong."""
    at, syntax = near.at.span, near.at.syntax
    if syntax is None or not 0 <= span.start - at.end <= CLOSE:
        return False
    alone = bisect_left(figures, span.start) - bisect_right(figures, at.start) == 0
    return alone and STOP.search(syntax.analysis.text, at.end, span.start) is None


def _told_behind(end: int, near: Nearness) -> bool:
    """Whether the verb of the figure's clause stands behind an offset."""
    syntax = near.at.syntax
    return syntax is not None and near.clause >= 0 and syntax.tokens[near.clause].start >= end


def meant(time: Timespan, one: Spot, near: Nearness, published: date | None) -> Timespan:
    """What a time means for a figure: from the beginning of what goes on it counts up to the publication."""
    if time.start is None or published is None or time.rule in BOUNDED or one.syntax is None:
        return time
    begun = one.syntax.clause(one.top) if one.top is not None else near.clause
    if begun == near.clause or not is_beginning(one.syntax, begun):
        return time
    goes_on = _perfect(near) or (one.syntax is near.at.syntax and _of_its_event(begun, one.syntax, near))
    return replace(time, end=published, rule=ONWARDS) if goes_on else time


def _perfect(near: Nearness) -> bool:
    """Whether the figure's clause tells what has come about by now ("has killed 4,000 and displaced …")."""
    syntax, verb = near.at.syntax, near.clause
    if syntax is None or verb < 0:
        return False
    while syntax.relation(verb) == "conj" and not syntax.children(verb, "aux", "nsubj"):
        verb = syntax.tokens[verb].head
    return any(syntax.word(aux) in PERFECT for aux in syntax.children(verb, "aux"))


def _of_its_event(begun: int, syntax: Syntax, near: Nearness) -> bool:
    """Whether a beginning is that of an event in the figure's clause ("died in a war that began …")."""
    noun = syntax.tokens[begun].head
    if syntax.relation(begun) != "acl" or syntax.word(noun) not in words("fighting"):
        return False
    return syntax.clause(noun) == near.clause

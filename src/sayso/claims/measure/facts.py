"""What a figure's words are, in the classes of `measure.txt`."""

from sayso.claims.events import Event
from sayso.claims.figures import FigureAt
from sayso.claims.measure.lexicon import lexicon
from sayso.claims.measure.values import Facts


def facts_of(at: FigureAt, event: Event | None) -> Facts:
    """The facts of a figure with its event."""
    unit = at.mention.value.unit
    unit_class = (
        "count" if unit == "count" else lexicon().units.get(unit, "money" if unit.isupper() else "other")
    )
    happened = "-" if event is None else "do" if event.agent else event.cls
    return Facts(happened, _thing(at), unit_class)


def _thing(at: FigureAt) -> str | None:
    """The class of the noun counted: its last word, else an earlier one that a class knows."""
    value = at.mention.value
    things = lexicon().things
    if value.counted is None:
        return _subject(at) or "-" if value.unit == "percent" else "-"
    if value.head and (cls := things.get(value.head.lower())):
        return cls
    if at.syntax and at.noun is not None and (cls := things.get(at.syntax.lemma(at.noun))):
        return cls
    return None


def _subject(at: FigureAt) -> str | None:
    """The class of what a share is predicated of: "turnout was 61 per cent"."""
    if at.syntax is None or at.token is None:
        return None
    heads = (at.token, *at.syntax.above(at.token))
    subjects = (below for head in heads[:3] for below in at.syntax.children(head, "nsubj"))
    return next((cls for below in subjects if (cls := lexicon().things.get(at.syntax.lemma(below)))), None)

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
    if value.counted is None:
        return "-"
    things = lexicon().things
    if value.head and (cls := things.get(value.head.lower())):
        return cls
    if at.syntax and at.noun is not None and (cls := things.get(at.syntax.lemma(at.noun))):
        return cls
    return None

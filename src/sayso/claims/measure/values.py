"""What a measure is decided by, and the decision."""

from dataclasses import dataclass
from typing import Literal

Strength = Literal["sure", "likely"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a figure: classes of `measure.txt`, None for a word that no class knows.

    `event` is "-" where nothing is said to happen, "do" where the thing counted does it to others;
    `thing` is "-" where the noun is elided. `unit` is the class of the unit, "count" for plain counts.
    """

    event: str | None
    thing: str | None
    unit: str = "count"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of `measure.txt`: the classes that it asks for and the measure that it gives."""

    strength: Strength
    events: frozenset[str]
    things: frozenset[str]
    units: frozenset[str]
    measure: str

    @property
    def name(self) -> str:
        """The rule as the shape that it matches."""
        named = (f"<{'/'.join(sorted(part))}>" for part in (self.events, self.things) if part != ANYTHING)
        unit = "" if self.units == COUNT else f" in <{'/'.join(sorted(self.units))}>"
        return f"{' '.join(named) or '<figure>'}{unit} → {self.measure}"


ANYTHING = frozenset("*")
COUNT = frozenset(["count"])

"""How sure a claim is of itself: one line of `certainty.txt`."""

from dataclasses import dataclass
from typing import Literal

Slot = Literal["basis", "accumulation", "modality"]
Where = Literal["aux", "above", "mark", "before", "after", "cue", "near"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that decide a slot from where they stand.

    `aux` are auxiliaries of the event's verb, `above` verbs and adjectives that govern it, `mark` words
    that open its clause, `before` and `after` words within a few words of the figure, `cue` classes of the
    attributing word, `near` words anywhere in the clause.
    """

    slot: Slot
    value: str
    where: Where
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """The rule as the shape that it matches."""
        return f"<{self.where}: {self.value}>"

"""What happened to the thing counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """The word for what happened, its class in `measure.txt` (None where it has none), and the way to it.

    `agent` says that the thing counted did it ("two gunmen killed five" → the two).
    """

    token: int
    cls: str | None
    rule: str
    agent: bool = False

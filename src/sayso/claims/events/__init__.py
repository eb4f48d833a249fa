"""What happened to the things counted: the word for it, its class, and the way to it."""

from sayso.claims.events.lending import events_of
from sayso.claims.events.values import Event

__all__ = ["Event", "events_of"]

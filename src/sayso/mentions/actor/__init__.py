"""Actors: who a report names, with kind, country, conflicts and identifiers."""

from sayso.mentions.actor.finding import find_actors
from sayso.mentions.actor.resolve import best_actor, best_name

__all__ = ["best_actor", "best_name", "find_actors"]

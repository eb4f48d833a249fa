"""Whether two names are of one party to a conflict: by the actor table, a state with its forces as one."""

from functools import cache

from sayso.ledger.origins.families import families
from sayso.mentions.actor.lexicon import actors, automaton

ARMS_OF_STATE = {"state", "government", "military", "police"}
GOVERNMENT = "Government of "  # how publishers write a state's side


@cache
def parties(name: str) -> frozenset[str]:
    """Keys of the parties that a name stands for; a publisher lists allies with commas."""
    return frozenset(key for piece in name.split(", ") for key in _keys(piece.strip()) if piece.strip())


def _keys(name: str) -> set[str]:
    bare = name.removeprefix(GOVERNMENT)
    found = {_party(alias.actor) for form in (name, bare) for alias in automaton().get(form, ())}
    return found | {families().of(name)}


def _party(identifier: str) -> str:
    actor = actors()[identifier]
    return f"state-{actor.country.lower()}" if actor.country and actor.kind in ARMS_OF_STATE else identifier

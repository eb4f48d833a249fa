"""Whether a source fights in the conflict that a report is about."""

from collections.abc import Sequence
from functools import cache

from sayso.mentions.actor.lexicon import actors as table
from sayso.mentions.actor.lexicon import offices
from sayso.mentions.actor.values import Actor
from sayso.mentions.mention import Mention

FOR_A_STATE = frozenset({"state", "government", "military", "police", "official"})


def party_to_conflict(actor: Actor | None, actors: Sequence[Mention[Actor]]) -> bool | None:
    """True where the source fights in a conflict that another actor of the report fights in, False where
    it is known and fights in none of them, None where it is not known.

    A state's people (government, forces, police, holders of its offices) fight where its forces do.
    """
    if actor is None or (actor.id is None and actor.country is None):
        return None
    fights = frozenset(actor.party_to) | (_of_state(actor.country) if _for_a_state(actor) else frozenset())
    if not fights:
        return False if actor.id else None
    others = (m.value for m in actors if m.value.name != actor.name)
    return any(fights & frozenset(other.party_to) for other in others)


@cache
def _of_state(country: str | None) -> frozenset[str]:
    """The conflicts that the forces and governments of a country fight in."""
    rows = (a for a in table().values() if a.country == country and a.kind in FOR_A_STATE)
    return frozenset(conflict for row in rows for conflict in row.party_to)


def _for_a_state(actor: Actor) -> bool:
    return actor.kind in FOR_A_STATE or actor.name in _holders()


@cache
def _holders() -> frozenset[str]:
    return frozenset(office.name for office in offices() if not office.title.startswith("un "))

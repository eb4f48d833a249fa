"""Who somebody is: an entry of the actor table, or a name as the report gives it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, force, armed group, monitor, agency, outlet …

    `name` is the preferred name, `id` the table's identifier (None for a name that the table does not
    know), `kind` one of state, government, military, police, armed_group, coalition, official,
    person, monitor, igo, ngo, medical, media, civilians, other. `country` is ISO 3166-1 alpha-3.
    `party_to` are the conflicts that it fights in; empty is "none known". `title_only` marks a role
    without a name ("the Secretary of State"). `alternatives` lists other entries when the context
    left the name ambiguous.
    """

    name: str
    id: str | None = None
    kind: str = "other"
    country: str | None = None
    party_to: tuple[str, ...] = ()
    ucdp: int | None = None
    wikidata: str | None = None
    title_only: bool = False
    alternatives: tuple[str, ...] = ()

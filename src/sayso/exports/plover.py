"""Claims as PLOVER events, JSON lines, where an event applies: an act by or on somebody.

PLOVER (Open Event Data Alliance) has sixteen event types. Deaths and injuries are ASSAULT,
abductions ASSAULT with mode abduct, detentions COERCE with mode arrest, aid AID; of the positions
accusations are ACCUSE, refusals REJECT, demands REQUEST, threats THREATEN. Others are left out.
"""

import json
from collections.abc import Iterator

from sayso.claims.as_json import Json, day_as_json, number_as_json
from sayso.claims.claim import Claim, FigureClaim, Party, PlaceSlot, Position, Source
from sayso.exports.told import Told

EVENTS: dict[str, tuple[str, str | None]] = {
    "killed": ("ASSAULT", None), "injured": ("ASSAULT", None), "casualties": ("ASSAULT", None),
    "abducted": ("ASSAULT", "abduct"), "detained": ("COERCE", "arrest"), "aid": ("AID", None),
}  # fmt: skip
MAGNITUDES = {"killed": "dead", "injured": "injured"}
STANCES = {
    "accuse": "ACCUSE",
    "reject": "REJECT",
    "deny": "REJECT",
    "demand": "REQUEST",
    "threaten": "THREATEN",
}


class Events:
    """Writes readings as PLOVER JSON lines."""

    def begin(self) -> str:
        """Nothing stands before the first line."""
        return ""

    def add(self, told: Told) -> str:
        """The events of one reading."""
        return "".join(json.dumps(event, allow_nan=False) + "\n" for event in events(told))

    def end(self) -> str:
        """Nothing stands after the last line."""
        return ""


def events(told: Told) -> Iterator[Json]:
    """The claims that are events, asserted ones only."""
    for claim in told.claims:
        kind = _kind(claim)
        if kind and claim.modality == "asserted":
            yield _event(claim, told, *kind)


def _kind(claim: Claim) -> tuple[str, str | None] | None:
    if isinstance(claim, FigureClaim):
        return EVENTS.get(claim.measure)
    stance = STANCES.get(claim.cue.cls) if claim.cue else None
    return (stance, None) if stance else None


def _event(claim: Claim, told: Told, kind: str, mode: str | None) -> Json:
    by, on = (claim.by, claim.affected) if isinstance(claim, FigureClaim) else (claim.source, claim.to)
    period = claim.period if isinstance(claim, FigureClaim) else None
    first = (period.start or period.end) if period else None
    return {
        "id": claim.id,
        "event_date": day_as_json(first),
        "event_type": kind,
        "event_mode": mode,
        "actor": _actor(by),
        "recipient": _actor(on),
        "location": _location(claim.place if isinstance(claim, FigureClaim) else None),
        "magnitude": _magnitude(claim),
        "attribution": claim.source.name if claim.source else None,
        "text": claim.evidence.exact,
        "publisher": told.report.outlet,
        "pub_date": day_as_json(told.report.published),
        "version": "PLOVER-like",
    }


def _actor(party: Party | Source | None) -> Json | None:
    return {"name": party.name, "id": party.id, "kind": party.kind} if party else None


def _location(place: PlaceSlot | None) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name, "country": place.country, "admin1": place.admin1, "geonameid": place.geonameid,
        "latitude": place.latitude, "longitude": place.longitude,
    }  # fmt: skip


def _magnitude(claim: Claim) -> Json | None:
    if isinstance(claim, Position) or claim.measure not in MAGNITUDES:
        return None
    low, high = number_as_json(claim.figure.low), number_as_json(claim.figure.high)
    return {MAGNITUDES[claim.measure]: {"low": low, "high": high, "bound": str(claim.figure.bound)}}

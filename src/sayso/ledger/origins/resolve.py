"""Whose count a claim goes back to: its named source, the report's monitor, or the same figure nearby."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.ledger.entry import Entry, Origin
from sayso.ledger.origins.families import families

Named = Mapping[str, str | None]  # the sources that one report names, and their kinds


def origin_of(name: str, kind: str | None, via: Sequence[str], named: Named) -> Origin | None:
    """The origin that a source's name stands for; None where it only passes claims on.

    `named` are the report's other sources: a bare role ("the monitoring group") stands for the one
    of them that is of its kind.
    """
    known = families()
    if known.is_wire(name):
        return None
    role = known.kind_of(name)
    if role is None:
        return Origin(name, known.of(name), "named", kind, tuple(via))
    bearers = {
        known.of(other): other for other, sort in named.items() if sort == role and not known.kind_of(other)
    }
    if len(bearers) != 1:
        return Origin(name, name, "a role, not a name", kind, tuple(via))
    [(family, bearer)] = bearers.items()
    return Origin(bearer, family, "the report's only one of its kind", kind, tuple(via))


def spread(entries: Sequence[Entry]) -> list[Entry]:
    """Give an unattributed claim the origin of the same figure in the same report (a headline's, say)."""
    sources: dict[tuple[str, object, object], Origin] = {}
    for entry in entries:
        if entry.origin:
            sources.setdefault(_figure(entry), entry.origin)
    return [
        entry if entry.origin or _figure(entry) not in sources else _inherit(entry, sources[_figure(entry)])
        for entry in entries
    ]


def _figure(entry: Entry) -> tuple[str, object, object]:
    if entry.point is not None:
        return entry.report_id, entry.point, None
    return entry.report_id, entry.low, entry.high


def _inherit(entry: Entry, origin: Origin) -> Entry:
    return replace(entry, origin=replace(origin, how="the same figure in the report"))

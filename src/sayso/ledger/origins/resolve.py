"""Whose count a claim goes back to: its named source, who a role stands for, or the same figure nearby."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.ledger.entry import Entry, Origin
from sayso.ledger.origins.families import families

SAME_FIGURE, SAME_SENTENCE = "the same figure in the report", "the same sentence"
OFFICE = "speaks for it by office"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a bare role is understood by: the report's words and named sources, the claim's country."""

    text: str = ""
    country: str | None = None
    named: frozenset[tuple[str, str | None]] = frozenset()


def origin_of(
    name: str, kind: str | None, via: Sequence[str], around: Surroundings, exact: str | None = None
) -> Origin | None:
    """The origin that a source's name stands for; None where it only passes claims on.

    `exact` are the words of the report that name the source, which may tell a person's office.
    """
    known = families()
    if known.is_wire(name):
        return None
    name, agency = known.without_wire(name)
    via = (*via, agency) if agency else via
    family = known.known(name)
    if family:
        return Origin(name, family, "named", kind, tuple(via))
    if body := known.body_of(name, exact or ""):
        return Origin(body, body, OFFICE, kind, tuple(via))
    role = known.kind_of(name)
    bearers = _bearers(role, around) if role else []
    if len(bearers) == 1:
        return Origin(bearers[0], bearers[0], "the report's only one of its kind", kind, tuple(via))
    unnamed = role or known.role_of(name)
    if unnamed:
        return Origin(name, unnamed, "a role, not a name", kind, tuple(via))
    return Origin(name, name, "named", kind, tuple(via))


def _bearers(role: str, around: Surroundings) -> list[str]:
    known = families()
    if role == "state":
        family = known.states.get(around.country or "")
        return [family] if family else []
    names = [known.without_wire(name)[0] for name, kind in around.named if kind == role]
    here = {known.of(name) for name in names if not known.kind_of(name)}
    return sorted(here) or known.of_kind(role, around.text)


def spread(entries: Sequence[Entry]) -> list[Entry]:
    """Give unattributed claims an origin: of the same figure in the report (a headline's), or sentence."""
    figures: dict[tuple[object, ...], Origin] = {}
    sentences: dict[tuple[str, str], set[Origin]] = {}
    for entry in entries:
        if entry.origin:
            figures.setdefault(_figure(entry), entry.origin)
            sentences.setdefault((entry.report_id, entry.evidence), set()).add(entry.origin)
    return [entry if entry.origin else _given(entry, figures, sentences) for entry in entries]


def _given(
    entry: Entry, figures: dict[tuple[object, ...], Origin], sentences: dict[tuple[str, str], set[Origin]]
) -> Entry:
    same = figures.get(_figure(entry))
    if same:
        return replace(entry, origin=replace(same, how=SAME_FIGURE))
    near = sentences.get((entry.report_id, entry.evidence), set())
    if len({origin.family for origin in near}) == 1:
        return replace(entry, origin=replace(min(near, key=lambda origin: origin.name), how=SAME_SENTENCE))
    return entry


def _figure(entry: Entry) -> tuple[object, ...]:
    if entry.point is not None:
        return entry.report_id, entry.measure, entry.point
    return entry.report_id, entry.measure, entry.low, entry.high

"""Claims as values: somebody says how much of what (figure claim), or says something (position).

The exported fields are fixed by the design; a slot that the report does not fill is None and `how`
names, for each filled slot, the rule that filled it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from sayso.mentions.number.values import Bound
from sayso.reports.span import Span

Mode = Literal["direct", "indirect", "narrator"]
Modality = Literal["asserted", "denied", "future", "hypothetical"]
Basis = Literal["documented", "estimated", "verified", "claimed"]
Accumulation = Literal["increment", "cumulative"]

MEASURES = (
    "killed", "injured", "casualties", "missing", "detained", "abducted", "freed", "displaced",
    "affected", "strength", "participants", "attacks", "equipment", "buildings", "territory",
    "places", "aid", "money", "change", "share", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure itself: its words (with bound and unit, without the counted noun) and value."""

    span: Span
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str
    digits: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase counted, its head in the singular, and the group it stands for
    (civilians, children, women, women_and_children, fighters, soldiers, police, …)."""

    span: Span
    head: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """The word that says what happened to the thing counted ("killed", "lost")."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Party:
    """Who did it or who suffered it: the words, the best name, the actor table's id."""

    span: Span | None
    name: str
    id: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever the report says the claim comes from; `via` passed it on (nearest first)."""

    span: Span | None
    name: str
    id: str | None = None
    kind: str | None = None
    party_to_conflict: bool | None = None
    via: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that attributes ("said") and its class (say, claim, confirm, deny, estimate, …)."""

    span: Span
    cls: str


@dataclass(frozen=True, slots=True)
class PlaceSlot:
    """Where the counted thing happened or is; `span` may lie in another sentence."""

    span: Span
    name: str
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class PeriodSlot:
    """When: the words and the inclusive days; `reason` says why days are missing."""

    span: Span
    start: date | None = None
    end: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """Somebody's figure about some thing, place and period, tied to its characters."""

    id: str
    report_id: str
    evidence: Span
    figure: Figure
    measure: str
    counted: Counted | None = None
    predicate: Predicate | None = None
    basis: Basis | None = None
    accumulation: Accumulation | None = None
    by: Party | None = None
    affected: Party | None = None
    source: Source | None = None
    cue: Cue | None = None
    mode: Mode = "narrator"
    modality: Modality = "asserted"
    place: PlaceSlot | None = None
    period: PeriodSlot | None = None
    how: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Position:
    """Somebody says, demands, rejects, accuses …: a claim without a figure."""

    id: str
    report_id: str
    evidence: Span
    content: tuple[Span, ...]
    source: Source | None = None
    cue: Cue | None = None
    mode: Mode = "indirect"
    modality: Modality = "asserted"
    to: Party | None = None
    how: Mapping[str, str] = field(default_factory=dict)


Claim = FigureClaim | Position

"""A tally: the claims, from any number of reports, that answer the same question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from sayso.ledger.best import Estimate, estimate
from sayso.ledger.drifts import Drift, drifts
from sayso.ledger.entry import Entry
from sayso.ledger.occasions.side import Where
from sayso.ledger.origins.echoes import Echo, echoes
from sayso.ledger.relations import (
    FARTHEST,
    Contradiction,
    Relation,
    Revision,
    contradictions,
    relation,
    revisions,
)

# Groups that the dead of one event may consist of; children and women never are the whole by arithmetic.
CAN_BE_ALL = {"fighters", "soldiers", "police", "evacuees", "protesters", "migrants", "prisoners", "other"}


@dataclass(frozen=True)
class Tally:
    """What is claimed in answer to one question: how many of whom, what happened, where and when.

    `id` is stable for a ledger ("17-killed-all"). `entries` are in reading order; `texts` holds the
    words of their reports, for finding copies. Everything else is worked out from these.
    """

    id: str
    occasion: int
    measure: str
    unit: str
    group: str
    entries: tuple[Entry, ...]
    texts: Mapping[str, str]
    where: Where
    first: date | None = None
    last: date | None = None

    @property
    def place(self) -> str | None:
        """The name of the place."""
        return self.where.name

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3 of the land."""
        return self.where.country

    @cached_property
    def asserted(self) -> tuple[Entry, ...]:
        """The claims that somebody asserts: forecasts, denials and hypotheses are shown, not compared."""
        return tuple(entry for entry in self.entries if entry.modality == "asserted")

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports, in reading order."""
        return tuple(dict.fromkeys(entry.report_id for entry in self.entries))

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The independent voices, in the order in which they speak."""
        return tuple(dict.fromkeys(entry.family for entry in self.entries if entry.family))

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The actors that the claims name as doing it or suffering it."""
        named = (name for entry in self.asserted for name in (entry.cause, entry.affected))
        return tuple(dict.fromkeys(name for name in named if name))

    @cached_property
    def relation(self) -> Relation:
        """How the claims stand to each other, in one word."""
        return relation(self.asserted)

    @cached_property
    def revisions(self) -> tuple[Revision, ...]:
        """Each origin's changes of its own figure."""
        return revisions(self.asserted)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Different origins' different counts for the same moment."""
        return contradictions(self.asserted)

    @cached_property
    def drifts(self) -> tuple[Drift, ...]:
        """Claims whose wording moved away from the one they go back to."""
        return drifts(self.entries)

    @cached_property
    def echoes(self) -> tuple[Echo, ...]:
        """Reports that only repeat one origin."""
        return echoes(self.asserted, self.texts)

    def estimate(self, rule: str = "latest") -> Estimate:
        """Low, best and high under one of `best.RULES`."""
        return estimate(self.asserted, rule)


def whole_and_parts(groups: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    """Groups as they are compared: a part that outgrows the whole in one report is the whole.

    Where a report's toll of fighters exceeds its toll of people, the dead are the fighters, and
    both words count the same. Fighters of no side named are those of the only side that is.
    """
    merged = _of_one_side(groups)
    for part in [name for name in merged if _kind(name) in CAN_BE_ALL and "all" in merged]:
        if _outgrows(merged[part], merged["all"]):
            merged["all"] = [*merged["all"], *merged.pop(part)]
    return merged


def _kind(group: str) -> str:
    """A group without the side that it belongs to."""
    return group.partition("_of_")[0]


def _of_one_side(groups: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    merged = dict(groups)
    for kind in {_kind(name) for name in groups if "_of_" in name}:
        sides = [name for name in groups if _kind(name) == kind and name != kind]
        if len(sides) == 1:
            merged[kind] = [*merged.get(kind, ()), *merged.pop(sides[0])]
    return merged


def by_magnitude(group: str, entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """A group's claims, counts an order of magnitude apart under names of their own.

    Six dead of one bomb and 3,000 of a siege told in the same breath do not answer one question. The
    fullest cluster keeps the group's name; loose words stay with it.
    """
    counted = sorted((entry for entry in entries if entry.point), key=lambda entry: entry.point or 0)
    clusters: list[list[Entry]] = []
    for entry in counted:
        apart = not clusters or (entry.point or 0) > FARTHEST * (clusters[-1][-1].point or 0)
        if apart:
            clusters.append([])
        clusters[-1].append(entry)
    if len(clusters) < 2:
        return {group: list(entries)}
    main = max(clusters, key=len)
    others = [cluster for cluster in clusters if cluster is not main]
    away = {entry.key for cluster in others for entry in cluster}
    named = {f"{group}_{_about(cluster)}": cluster for cluster in others}
    return {group: [entry for entry in entries if entry.key not in away]} | named


def _about(cluster: Sequence[Entry]) -> str:
    return f"about_{10 ** (len(str(int(cluster[0].point or 0))) - 1)}"


def _outgrows(part: Sequence[Entry], whole: Sequence[Entry]) -> bool:
    most: dict[str, Decimal] = {}
    for entry in whole:
        if entry.point is not None:
            most[entry.report_id] = max(entry.point, most.get(entry.report_id, entry.point))
    return any(e.report_id in most and e.point is not None and e.point > most[e.report_id] for e in part)

"""A side: what one report says of one occasion, and how a report's claims fall into sides."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.claims.claim import FigureClaim
from sayso.ledger.occasions.words import Wording, context_words
from sayso.mentions.number.values import Bound
from sayso.reports.report import Report

LONG = timedelta(days=10)  # a longer period is no event but a running toll
BEFORE = timedelta(days=3)  # news without a date tells of the last days


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a side, as far as its claims say."""

    country: str | None = None
    admin1: str | None = None
    name: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Where and when one report puts some of its claims, and the words around them.

    `first` and `last` are inclusive days; `dated` tells whether the report gives them, or whether
    they are the days before its publication. `counts` are the counts themselves ("killed:126"), and
    `lands` the countries under which the side is filed: its own and the one that the report names most.
    """

    where: Where
    first: date | None
    last: date | None
    dated: bool
    words: Wording
    counts: frozenset[str]
    lands: tuple[str, ...]
    claims: tuple[int, ...]

    @property
    def running(self) -> bool:
        """Whether this is a running toll over a long period rather than an event."""
        return self.first is not None and self.last is not None and self.last - self.first > LONG


def sides_of(report: Report, claims: Sequence[FigureClaim]) -> list[Side]:
    """The sides of a report; `claims` are named by their position in the sequence.

    Claims of one place and period belong together; a claim without a place or period of its own
    goes with the claims before it, as readers take it.
    """
    groups: dict[tuple[object, ...], list[int]] = {}
    for position, claim in enumerate(claims):
        groups.setdefault(_key(claim), []).append(position)
    land = _usual_country(claims)
    return [_side(report, claims, positions, land) for positions in _joined(groups)]


def _key(claim: FigureClaim) -> tuple[object, ...]:
    place, period = claim.place, claim.period
    where = (place.geonameid or place.name) if place else None
    return where, period.start if period else None, period.end if period else None


def _joined(groups: dict[tuple[object, ...], list[int]]) -> Iterable[list[int]]:
    """Groups that leave place or period open, put to the fullest group that they do not contradict."""
    full = sorted((key for key in groups if None not in key), key=lambda key: -len(groups[key]))
    for key in [key for key in groups if None in key and full]:
        host = next((other for other in full if _agree(key, other)), None)
        if host:
            groups[host] = sorted(groups[host] + groups.pop(key))
    return groups.values()


def _agree(open_key: tuple[object, ...], full_key: tuple[object, ...]) -> bool:
    return all(mine in (None, theirs) for mine, theirs in zip(open_key, full_key, strict=True))


def _usual_country(claims: Sequence[FigureClaim]) -> str | None:
    seen = Counter(claim.place.country for claim in claims if claim.place and claim.place.country)
    return seen.most_common(1)[0][0] if seen else None


def _side(report: Report, claims: Sequence[FigureClaim], positions: list[int], land: str | None) -> Side:
    mine = [claims[position] for position in positions]
    place = next((claim.place for claim in mine if claim.place), None)
    where = Where(land)
    if place:
        where = Where(
            place.country or land, place.admin1, place.name, place.geonameid,
            place.latitude, place.longitude, place.precision,
        )  # fmt: skip
    first, last, dated = _days(report, mine)
    counts = frozenset(filter(None, map(_count, mine)))
    lands = tuple(dict.fromkeys(name for name in (where.country, land) if name))
    return Side(where, first, last, dated, context_words(report, mine), counts, lands, tuple(positions))


def _count(claim: FigureClaim) -> str | None:
    """A claim's count for comparison; None for words and ranges."""
    figure = claim.figure
    value = figure.low if figure.low is not None else figure.high
    loose = value is None or figure.bound in {Bound.VAGUE, Bound.RANGE}
    return None if loose else f"{claim.measure}:{value}"


def _days(report: Report, claims: Sequence[FigureClaim]) -> tuple[date | None, date | None, bool]:
    period = next((c.period for c in claims if c.period and (c.period.start or c.period.end)), None)
    if period:
        return period.start or period.end, period.end or period.start, True
    if report.published:
        return max(report.published, date.min + BEFORE) - BEFORE, report.published, False
    return None, None, False

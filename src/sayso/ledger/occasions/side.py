"""A side: what one report says of one occasion, and how a report's claims fall into sides."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sayso.claims.claim import FigureClaim, PeriodSlot
from sayso.ledger.occasions.words import Wording, context_words
from sayso.mentions.number.values import Bound
from sayso.reports.report import Report

Key = tuple[str, object, object, object]  # family, place, first and last day
NEAR = 60  # claims on either side among which a claim looks for the place or period that it lacks
LONG = timedelta(days=10)  # a longer period is no event but a running toll
BEFORE = 3  # days: news without a date tells of the last days
# Measures that are told of one occasion: who was harmed, who was held, who moved or was helped, who
# fought with what, what was won; a bombing and the evacuation that it stopped are two occasions.
FAMILIES = {
    "harm": ("killed", "injured", "casualties", "missing"),
    "custody": ("detained", "abducted", "freed"),
    "people": ("displaced", "affected", "participants", "aid"),
    "force": ("strength", "equipment", "attacks", "buildings"),
    "ground": ("territory", "places"),
}
FAMILY = {measure: family for family, measures in FAMILIES.items() for measure in measures}


class Where(NamedTuple):
    """The place of a side, as far as its claims say."""

    country: str | None = None
    admin1: str | None = None
    name: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None

    @property
    def wide(self) -> bool:
        """Whether the name stands for a region or country, or for the region that a town is called after."""
        return self.precision in {"region", "country"} or self.name == self.admin1

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude of a place that is a point of the map; None for wide ones."""
        if self.latitude is None or self.longitude is None or self.wide:
            return None
        return self.latitude, self.longitude


class Side(NamedTuple):
    """Where and when one report puts some of its claims, and the words around them.

    `first` and `last` are inclusive days; `dated` tells whether the report gives them, or whether
    they are the days before its publication. `counts` are the counts themselves ("killed:126"), and
    `lands` the countries under which the side is filed: its own and the one that the report names most;
    `family` is the kind of its measures (one of `FAMILIES`).
    """

    where: Where
    first: date | None
    last: date | None
    dated: bool
    words: Wording
    counts: frozenset[str]
    lands: tuple[str, ...]
    claims: tuple[int, ...]
    family: str = "other"

    @property
    def running(self) -> bool:
        """Whether this is a running toll over a long period rather than an event."""
        return self.first is not None and self.last is not None and self.last - self.first > LONG


def sides_of(report: Report, claims: Sequence[FigureClaim]) -> list[Side]:
    """The sides of a report; `claims` are named by their position in the sequence.

    Claims of one place, period and family of measures belong together; a claim without a place or
    period of its own goes with the nearest that says more, those before it first, as readers take it.
    A figure that the report repeats, in its headline or further down, is one figure.
    """
    land = _usual_country(claims)
    keys = [_key(claim, report.published) for claim in claims]
    groups: dict[Key, list[int]] = {}
    for position in range(len(keys)):
        groups.setdefault(_home(position, keys), []).append(position)
    return [_side(report, claims, positions, land) for positions in _repeated(claims, groups)]


def _repeated(claims: Sequence[FigureClaim], groups: dict[Key, list[int]]) -> Iterable[list[int]]:
    """Groups of claims, those that share a telling figure joined where their days allow it."""
    seen: dict[tuple[str, str], Key] = {}
    joined: dict[Key, list[int]] = {}
    for key, positions in groups.items():
        counts = (_count(claims[position]) for position in positions)
        told = {(key[0], count) for count in counts if count and _telling(count)}
        home = next((seen[each] for each in told if each in seen and _days_allow(seen[each], key)), key)
        joined.setdefault(home, []).extend(positions)
        for each in told:
            seen.setdefault(each, home)
    return [sorted(positions) for positions in joined.values()]


def _telling(count: str) -> bool:
    """Whether a count is large enough not to meet by chance."""
    return len(count.rpartition(":")[2]) >= 2


def _days_allow(one: Key, other: Key) -> bool:
    """Whether two keys leave their days open, or give days that meet or follow each other."""
    (first, last), (start, end) = one[2:], other[2:]
    if not (isinstance(first, date) and isinstance(last, date)):
        return True
    if not (isinstance(start, date) and isinstance(end, date)):
        return True
    return max((first - end).days, (start - last).days) <= 1


def _key(claim: FigureClaim, published: date | None) -> Key:
    place, period = claim.place, _period(claim, published)
    where = (place.geonameid or place.name) if place else None
    days = (period.start, period.end) if period else (None, None)
    return (FAMILY.get(claim.measure, "other"), where, *days)


def _home(position: int, keys: Sequence[Key]) -> Key:
    """The key of a claim, or where it leaves something open, of the nearest claim that fills it in."""
    mine = keys[position]
    if None not in mine:
        return mine
    before = keys[max(0, position - NEAR) : position][::-1]
    full = (key for key in (*before, *keys[position + 1 : position + NEAR]) if None not in key)
    return next((key for key in full if _agree(mine, key)), mine)


def _agree(open_key: Key, full_key: Key) -> bool:
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
    family = FAMILY.get(mine[0].measure, "other")
    words = context_words(report, mine)
    return Side(where, first, last, dated, words, counts, lands, tuple(positions), family)


def _count(claim: FigureClaim) -> str | None:
    """A claim's count for comparison; None for words and ranges."""
    figure = claim.figure
    value = figure.low if figure.low is not None else figure.high
    loose = value is None or figure.bound in {Bound.VAGUE, Bound.RANGE}
    return None if loose else f"{claim.measure}:{value}"


def _days(report: Report, claims: Sequence[FigureClaim]) -> tuple[date | None, date | None, bool]:
    """The inclusive days of some claims, and whether the report gives them; else those before it."""
    found = sorted(
        (claim for claim in claims if _period(claim, report.published)),
        key=_carried,  # their own sentences first
    )
    if found and found[0].period:
        first, last = found[0].period.start, found[0].period.end
        return first or last, last or first, True
    if report.published:
        return shifted(report.published, -BEFORE), report.published, False
    return None, None, False


def _period(claim: FigureClaim, published: date | None) -> PeriodSlot | None:
    """A claim's period where it tells the days of the event.

    One that is carried over from another sentence counts only while it is news: a report's other
    dates (of a photograph, of the war's beginning) are easily taken for those of the event.
    """
    period = claim.period
    first = (period.start or period.end) if period else None
    if first is None:
        return None
    old = published is not None and _carried(claim) and first < shifted(published, -BEFORE)
    return None if old else period


def _carried(claim: FigureClaim) -> bool:
    return claim.how.get("period", "").startswith("same event")


def shifted(day: date, days: int) -> date:
    """A day so many days on, within what the calendar holds."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))

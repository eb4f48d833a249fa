"""The report's own geography: where the other names lie, by country and division, and how near."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import cos, radians, sqrt

from sayso.mentions.place.entry import Entry
from sayso.mentions.place.toponym import Toponym

NEAR_KM = 150.0
MOST_POINTS = 40  # points that distances are taken to
REPEATED = 0.3  # what each further mention of a name adds to its vote, up to five
SOUNDED = 0.3  # the part of its vote that a name has that is read by its sound
PEOPLE = 0.6  # the vote of one nationality ("Syrian"), up to three
DEGREE = 111.2  # km of a degree of latitude

Demonyms = Mapping[str, float]  # country → how often its people are named


def kilometres(a: Entry, b: Entry) -> float:
    """About how far two entries lie apart (flat earth: good to a few per cent where it matters)."""
    north = (a.latitude - b.latitude) * DEGREE
    east = abs(a.longitude - b.longitude)
    return sqrt(
        north**2 + (min(east, 360 - east) * DEGREE * cos(radians((a.latitude + b.latitude) / 2))) ** 2
    )


class Setting:
    """Where the other names of a report lie, one vote a name. `chosen` are the readings taken so far."""

    def __init__(
        self, toponyms: Sequence[Toponym], chosen: Sequence[Entry | None], demonyms: Demonyms
    ) -> None:
        self._by_key: dict[str, Entry] = {}
        counts: Counter[str] = Counter()
        sounded = {t.key for t in toponyms if t.sounded}
        for toponym, entry in zip(toponyms, chosen, strict=True):
            if entry and entry.country:
                self._by_key.setdefault(toponym.key, entry)
                counts[toponym.key] += 1
        self._votes = {
            key: (1 + REPEATED * min(5, n - 1)) * (SOUNDED if key in sounded else 1)
            for key, n in counts.items()
        }
        self._countries: dict[str, float] = defaultdict(float)
        self._inside: dict[str, float] = defaultdict(float)
        self._divisions: dict[tuple[str, str], float] = defaultdict(float)
        self._named: dict[tuple[str, str], str] = {}
        for key, entry in self._by_key.items():
            self._count(key, entry)
        for country, times in demonyms.items():
            self._countries[country] += PEOPLE * min(3.0, times)
        self._all = sum(self._countries.values())
        self._points = [(k, e) for k, e in self._by_key.items() if _is_point(e)][:MOST_POINTS]

    def _count(self, key: str, entry: Entry) -> None:
        vote, country = self._votes[key], entry.country or ""
        self._countries[country] += vote
        if entry.kind != "country":
            self._inside[country] += vote
        if entry.admin1:
            self._divisions[country, entry.admin1] += vote
        if entry.kind == "admin1" and entry.admin1:
            self._named[country, entry.admin1] = key

    def country(self, entry: Entry, key: str) -> float:
        """The share of the other names that lie in the entry's country."""
        own, vote = self._by_key.get(key), self._votes.get(key, 0.0)
        there = self._countries.get(entry.country or "", 0.0)
        mine = vote if own and own.country == entry.country else 0.0
        return _share(there - mine, self._all - (vote if own else 0.0))

    def division(self, entry: Entry, key: str) -> float:
        """The share of the other names that lie in the entry's division."""
        if not entry.admin1:
            return 0.0
        own, vote = self._by_key.get(key), self._votes.get(key, 0.0)
        there = self._divisions.get((entry.country or "", entry.admin1), 0.0)
        if not there:
            return 0.0
        whole = sum(self._divisions.values()) - (vote if own and own.admin1 else 0.0)
        same = own and (own.country, own.admin1) == (entry.country, entry.admin1)
        return _share(there - (vote if same else 0.0), whole)

    def names_division(self, entry: Entry, key: str) -> bool:
        """Whether another name of the report is the entry's division itself."""
        named = self._named.get((entry.country or "", entry.admin1 or ""))
        return named is not None and named != key

    def sisters(self, entry: Entry, key: str) -> int:
        """How many other divisions of the entry's country the report names."""
        return sum(country == entry.country and named != key for (country, _), named in self._named.items())

    def near(self, entry: Entry, key: str) -> int:
        """How many other names lie near, at most two."""
        count = 0
        for other, point in self._points:
            if abs(point.latitude - entry.latitude) * DEGREE > NEAR_KM or other == key:
                continue
            if point.number != entry.number and kilometres(entry, point) < NEAR_KM:
                count += 1
                if count == 2:
                    break
        return count

    def main(self, key: str) -> tuple[str | None, float]:
        """The country of most other names of the report, and its share of them."""
        return self._most(self._countries, key, counts=True)

    def scene(self, key: str) -> tuple[str | None, float]:
        """The same by the names inside countries alone: powers that speak or act are no scene."""
        own = self._by_key.get(key)
        return self._most(self._inside, key, counts=bool(own and own.kind != "country"))

    def _most(self, table: Mapping[str, float], key: str, *, counts: bool) -> tuple[str | None, float]:
        votes = dict(table)
        own = self._by_key.get(key)
        if counts and own and own.country in votes:
            votes[own.country] -= self._votes[key]
        country = max(votes, key=lambda c: votes[c], default=None)
        return country, _share(votes[country], sum(votes.values())) if country else 0.0


def _is_point(entry: Entry) -> bool:
    return entry.kind in ("city", "admin2", "site", "admin1")


def _share(there: float, whole: float) -> float:
    return max(0.0, there) / (max(0.0, whole) + 1.0)

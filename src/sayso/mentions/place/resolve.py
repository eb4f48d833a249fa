"""Which reading of a name is meant: size first, then the report's own geography.

A reading gains when other names of the report lie in its country or division or near it, and most when
the name beside it says where it is ("Tripoli, Lebanon"). One name means one place within a report, unless
the words beside it say otherwise. The weights were set by hand and checked on development articles.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from sayso.mentions.place.entry import Entry
from sayso.mentions.place.toponym import Toponym
from sayso.reports.span import Part

SIZE = 0.7  # a tenfold population
KIND = {
    "country": 1.2,
    "continent": 1.0,
    "water": 0.3,
    "region": 0.3,
    "admin1": -0.3,
    "admin2": -0.6,
    "site": 0.5,
}
ALTERNATE = -1.2  # known under this name, but not its own
COUNTRY = 1.6  # all other names of the report lie in the same country
DIVISION = 1.4  # or in the same first-order division
NEAR = 0.7  # for each of up to two names within NEAR_KM
NEAR_KM = 150.0
CONTAINED = 4.0  # the name after the comma contains it
ASSERTED = 2.5  # the word beside it says its kind
OPEN = 0.5  # readings this close to the best are left as alternatives
ROUNDS = 3
MAIN = 0.5  # the share of a report's other names that makes a country its main one
HEARD = 0.2  # the share of the report's names in a country that lets a name be read by its sound there
LITTLE = 3.3  # prior score below which a reading far from all others is not believed
_WITHIN = re.compile(
    r"(?:,\s+(?:in\s+)?|\s+\(|\s+in\s+(?:the\s+)?)(?:(?:north|south|east|west|central)\w*\s+)?"
)

Demonyms = Mapping[str, float]  # country → how often its people are named


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading chosen, what spoke for it, and the readings that stay possible."""

    entry: Entry | None
    why: tuple[str, ...] = ()
    alternatives: tuple[Entry, ...] = ()
    country: str | None = None


def resolve(texts: Mapping[Part, str], toponyms: Sequence[Toponym], demonyms: Demonyms) -> list[Choice]:
    """One choice for each toponym, in order."""
    containers = [_container(texts, toponyms, n) for n in range(len(toponyms))]
    chosen: list[Entry | None] = [max(t.readings, key=_prior, default=None) for t in toponyms]
    for _ in range(ROUNDS):
        setting = _Setting(toponyms, chosen, demonyms)
        chosen = [_best(t, setting, _inside(chosen, c)) for t, c in zip(toponyms, containers, strict=True)]
        chosen = _one_sense(toponyms, chosen, containers)
    setting = _Setting(toponyms, chosen, demonyms)
    return [
        _explained(t, e, setting, _inside(chosen, c))
        for t, e, c in zip(toponyms, chosen, containers, strict=True)
    ]


def _prior(entry: Entry) -> float:
    return SIZE * entry.size + KIND.get(entry.kind, 0.0) + (ALTERNATE if entry.alternate else 0.0)


def kilometres(a: Entry, b: Entry) -> float:
    """About how far two entries lie apart (flat earth: good to a few per cent where it matters)."""
    north = (a.latitude - b.latitude) * 111.2
    east = abs(a.longitude - b.longitude)
    return sqrt(north**2 + (min(east, 360 - east) * 111.2 * cos(radians((a.latitude + b.latitude) / 2))) ** 2)


class _Setting:
    """Where the other names of the report lie, by country and division, one vote a name."""

    def __init__(
        self, toponyms: Sequence[Toponym], chosen: Sequence[Entry | None], demonyms: Demonyms
    ) -> None:
        self.by_key: dict[str, Entry] = {}
        counts: Counter[str] = Counter()
        for toponym, entry in zip(toponyms, chosen, strict=True):
            if entry and entry.country:
                self.by_key.setdefault(toponym.key, entry)
                counts[toponym.key] += 1
        self._countries: dict[str, float] = defaultdict(float)
        self._divisions: dict[tuple[str, str], float] = defaultdict(float)
        self._votes = {key: 1 + 0.3 * min(5, n - 1) for key, n in counts.items()}
        for key, entry in self.by_key.items():
            self._countries[entry.country or ""] += self._votes[key]
            if entry.admin1:
                self._divisions[entry.country or "", entry.admin1] += self._votes[key]
        for country, times in demonyms.items():
            self._countries[country] += 0.6 * min(3.0, times)
        self._points = [
            (k, e) for k, e in self.by_key.items() if e.kind in ("city", "admin2", "site", "admin1")
        ][:40]

    def country(self, entry: Entry, key: str) -> float:
        """The share of the other names that lie in the entry's country."""
        own, vote = self.by_key.get(key), self._votes.get(key, 0.0)
        there = self._countries.get(entry.country or "", 0.0)
        whole = sum(self._countries.values()) - (vote if own else 0.0)
        return _share(there - (vote if own and own.country == entry.country else 0.0), whole)

    def main(self, key: str) -> tuple[str | None, float]:
        """The country of most other names of the report, and its share of them."""
        votes = dict(self._countries)
        own, vote = self.by_key.get(key), self._votes.get(key, 0.0)
        if own and own.country in votes:
            votes[own.country] -= vote
        country = max(votes, key=lambda c: votes[c], default=None)
        return country, _share(votes[country], sum(votes.values())) if country else 0.0

    def division(self, entry: Entry, key: str) -> float:
        """The share of the other names that lie in the entry's division."""
        if not entry.admin1:
            return 0.0
        own, vote = self.by_key.get(key), self._votes.get(key, 0.0)
        there = self._divisions.get((entry.country or "", entry.admin1), 0.0)
        whole = sum(self._divisions.values()) - (vote if own and own.admin1 else 0.0)
        same = own and (own.country, own.admin1) == (entry.country, entry.admin1)
        return _share(there - (vote if same else 0.0), whole)

    def near(self, entry: Entry, key: str) -> int:
        """How many other names lie near, at most two."""
        count = 0
        for other, point in self._points:
            if other != key and point.number != entry.number and kilometres(entry, point) < NEAR_KM:
                count += 1
                if count == 2:
                    break
        return count


def _share(there: float, whole: float) -> float:
    return max(0.0, there) / (max(0.0, whole) + 1.0)


def _score(toponym: Toponym, entry: Entry, setting: _Setting, container: Entry | None) -> float:
    score = _prior(entry) + COUNTRY * setting.country(entry, toponym.key)
    score += DIVISION * setting.division(entry, toponym.key)
    if entry.kind in ("city", "admin2", "site"):
        score += NEAR * setting.near(entry, toponym.key)
    if container is not None and _lies_in(entry, container):
        score += CONTAINED
    if toponym.generic and toponym.generic == entry.kind:
        score += ASSERTED
    return score


def _best(toponym: Toponym, setting: _Setting, container: Entry | None) -> Entry | None:
    return max(toponym.readings, key=lambda e: _score(toponym, e, setting, container), default=None)


def _lies_in(entry: Entry, container: Entry) -> bool:
    if entry.number == container.number:
        return False
    if container.kind == "country":
        return entry.country == container.country
    if entry.country != container.country:
        return False
    if container.kind == "admin1":
        return entry.admin1 is not None and entry.admin1 in (container.name, container.admin1)
    return kilometres(entry, container) < 80


def _container(texts: Mapping[Part, str], toponyms: Sequence[Toponym], number: int) -> int | None:
    """The place in the list of the toponym that follows and may contain this one."""
    if number + 1 == len(toponyms):
        return None
    this, following = toponyms[number], toponyms[number + 1]
    between = texts[this.part][this.end : following.start] if this.part == following.part else ""
    return number + 1 if 0 < len(between) < 40 and _WITHIN.fullmatch(between) else None


def _inside(chosen: Sequence[Entry | None], container: int | None) -> Entry | None:
    return chosen[container] if container is not None else None


def _one_sense(
    toponyms: Sequence[Toponym], chosen: list[Entry | None], containers: Sequence[int | None]
) -> list[Entry | None]:
    """Every mention of a name takes the reading of a mention whose container decides it."""
    decided: dict[str, Entry] = {}
    for toponym, entry, container in zip(toponyms, chosen, containers, strict=True):
        within = _inside(chosen, container)
        if entry and within and _lies_in(entry, within):
            decided.setdefault(toponym.key, entry)
    result = []
    for toponym, entry, container in zip(toponyms, chosen, containers, strict=True):
        within = _inside(chosen, container)
        held = bool(entry and within and _lies_in(entry, within)) or toponym.generic is not None
        result.append(entry if held else decided.get(toponym.key, entry))
    return result


def _out_of_place(toponym: Toponym, entry: Entry, setting: _Setting, container: Entry | None) -> bool:
    """Whether a little-known reading lies in a country that the report, all about another, never names."""
    if container is not None and _lies_in(entry, container):
        return False
    if toponym.sounded and setting.country(entry, toponym.key) < HEARD:
        return True
    country, share = setting.main(toponym.key)
    elsewhere = country is not None and entry.country != country and not setting.country(entry, toponym.key)
    return elsewhere and share >= MAIN and _prior(entry) < LITTLE


def _supposed(setting: _Setting, container: Entry | None, key: str) -> Choice:
    """A name without a reading lies where the name after it says, or in the report's one country."""
    if container is not None and container.country:
        return Choice(None, (f"country of {container}, which follows",), country=container.country)
    country, share = setting.main(key)
    if country and share >= MAIN:
        return Choice(None, (f"country of {share:.0%} of the report's other places",), country=country)
    return Choice(None)


def _explained(toponym: Toponym, entry: Entry | None, setting: _Setting, container: Entry | None) -> Choice:
    if entry is None or _out_of_place(toponym, entry, setting, container):
        return _supposed(setting, container, toponym.key)
    best = _score(toponym, entry, setting, container)
    close = (
        e for e in toponym.readings if e is not entry and best - _score(toponym, e, setting, container) < OPEN
    )
    others = tuple(e for e in close if kilometres(e, entry) > 50)[:4]
    why = [f"{len(toponym.readings)} readings"]
    if container is not None and _lies_in(entry, container):
        why.append(f"in {container}")
    if (share := setting.country(entry, toponym.key)) >= 0.3:
        why.append(f"{share:.0%} of the report's other places are in {entry.country}")
    if toponym.generic == entry.kind:
        why.append(f"called a {toponym.generic}")
    return Choice(entry, tuple(why), others)

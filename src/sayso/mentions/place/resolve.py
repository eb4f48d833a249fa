"""Which reading of a name is meant: size first, then the report's own geography.

A reading gains when other names of the report lie in its country or division or near it, and most when
the name beside it says where it is ("Tripoli, Lebanon"). One name means one place within a report, unless
the words beside it say otherwise. Names decide each other, so the choice is made in rounds, from several
beginnings: each name's most likely reading, and the divisions that most of the names could lie in; the
beginning that ends with the highest sum of scores is kept. The weights were set by hand and checked on
development articles.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.mentions.place.beside import containers, lists, parts_of
from sayso.mentions.place.entry import Entry
from sayso.mentions.place.setting import Demonyms, Setting, kilometres
from sayso.mentions.place.toponym import Toponym
from sayso.reports.span import Part

SIZE = 0.7  # a tenfold population
RENOWN = 0.8  # a tenfold population beyond that of a city known everywhere
RENOWNED = 5.3  # log10 of its inhabitants
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
STATED = 0.4  # the report names the division itself
SISTER = 0.8  # for a division: the report names another one of the same country
NEAR = 0.7  # for each of up to two names within NEAR_KM
CONTAINED = 4.0  # the name after the comma contains it
ASSERTED = 2.5  # the word beside it says its kind
LISTED = 2.5  # most members of the list that it stands in are of its kind and country
OPEN = 0.5  # readings this close to the best are left as alternatives
ROUNDS = 3
BEGINNINGS = 3  # divisions that are tried as a beginning
REACH = 3.0  # how much likelier another reading may be than one that a beginning takes
MAIN = 0.5  # the share of a report's other names that makes a country its main one
HEARD = 0.2  # the share of the report's names in a country that lets a name be read by its sound there
LITTLE = 3.3  # prior score below which a reading far from all others is not believed,
ELSEWHERE = 0.6  # where this share of them lies in one other country

Chosen = list[Entry | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading chosen, what spoke for it, and the readings that stay possible."""

    entry: Entry | None
    why: tuple[str, ...] = ()
    alternatives: tuple[Entry, ...] = ()
    country: str | None = None
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside one toponym at some round: what contains it, what its list is made of."""

    container: Entry | None = None
    listed: tuple[str, str | None] | None = None  # kind, country
    is_part: bool = False  # called a part of its container ("district of")

    def holds(self, entry: Entry) -> bool:
        """Whether what follows contains the entry."""
        return self.container is not None and _lies_in(entry, self.container)


def resolve(texts: Mapping[Part, str], toponyms: Sequence[Toponym], demonyms: Demonyms) -> list[Choice]:
    """One choice for each toponym, in order."""
    report = _Report(texts, toponyms, demonyms)
    ends = [report.settle(beginning) for beginning in report.beginnings()]
    chosen = max(ends, key=report.total) if len(ends) > 1 else ends[0]
    setting = Setting(toponyms, chosen, demonyms)
    beside = _same_parts(toponyms, report.beside(chosen))
    return [_explained(t, e, setting, b) for t, e, b in zip(toponyms, chosen, beside, strict=True)]


def _same_parts(toponyms: Sequence[Toponym], beside: Sequence[_Beside]) -> list[_Beside]:
    """What is once called a part of a place ("the Marjeh district of Aleppo") is that everywhere."""
    known = {t.key: b for t, b in zip(toponyms, beside, strict=True) if b.is_part and b.container}
    return [b if b.container else known.get(t.key, b) for t, b in zip(toponyms, beside, strict=True)]


def _prior(entry: Entry) -> float:
    score = SIZE * entry.size + KIND.get(entry.kind, 0.0) + (ALTERNATE if entry.alternate else 0.0)
    return score + (RENOWN * max(0.0, entry.size - RENOWNED) if entry.kind == "city" else 0.0)


class _Report:
    """The toponyms of one report while their readings are chosen."""

    def __init__(self, texts: Mapping[Part, str], toponyms: Sequence[Toponym], demonyms: Demonyms) -> None:
        self._toponyms = toponyms
        self._demonyms = demonyms
        self._containers = containers(texts, toponyms)
        self._parts = parts_of(texts, toponyms)
        self._wholes = {n: max(readings, key=_prior) for n, readings in self._parts.items()}
        self._lists = list(lists(texts, toponyms))

    def beginnings(self) -> list[Chosen]:
        """Each name's likeliest reading; then, for divisions that many may lie in, the readings there."""
        likeliest: Chosen = [max(t.readings, key=_prior, default=None) for t in self._toponyms]
        names = list(zip(self._toponyms, likeliest, strict=True))
        return [likeliest, *([_there(t, e, division) for t, e in names] for division in self._divisions())]

    def _divisions(self) -> list[tuple[str | None, str]]:
        """The divisions that most names have a likely reading in."""
        gain: dict[tuple[str | None, str], float] = defaultdict(float)
        names = {t.key: t for t in self._toponyms if len(t.readings) > 1}
        for toponym in names.values():
            best: dict[tuple[str | None, str], float] = {}
            top = max(map(_prior, toponym.readings))
            for entry in toponym.readings:
                if entry.admin1 and entry.kind != "country":
                    place = entry.country, entry.admin1
                    best[place] = max(best.get(place, 0.0), _prior(entry) - top + REACH)
            for place, amount in best.items():
                gain[place] += amount
        return sorted(gain, key=lambda place: -gain[place])[:BEGINNINGS] if len(names) > 1 else []

    def settle(self, chosen: Chosen) -> Chosen:
        """The readings after rounds in which every name is decided by the others."""
        for _ in range(ROUNDS):
            before = chosen
            setting, beside = Setting(self._toponyms, chosen, self._demonyms), self.beside(chosen)
            decided: dict[tuple[str, str | None, _Beside], Entry | None] = {}
            chosen = []
            for toponym, stands in zip(self._toponyms, beside, strict=True):
                same = toponym.key, toponym.generic, stands
                if same not in decided:
                    decided[same] = _best(toponym, setting, stands)
                chosen.append(decided[same])
            chosen = _one_sense(self._toponyms, chosen, self.beside(chosen))
            if chosen == before:
                break
        return chosen

    def total(self, chosen: Chosen) -> float:
        """The sum of the scores, one a name."""
        setting = Setting(self._toponyms, chosen, self._demonyms)
        scores: dict[str, float] = {}
        for toponym, entry, stands in zip(self._toponyms, chosen, self.beside(chosen), strict=True):
            if entry:
                scores.setdefault(toponym.key, _score(toponym, entry, setting, stands))
        return sum(scores.values())

    def beside(self, chosen: Chosen) -> list[_Beside]:
        """What stands beside each toponym, as the readings are now."""
        listed: dict[int, tuple[str, str | None]] = {}
        for members in self._lists:
            kinds = [(e.kind, e.country) for n in members if (e := chosen[n])]
            most = max(kinds, key=kinds.count, default=None)
            if most and most[0] != "city" and 2 * kinds.count(most) > len(members):
                listed.update(dict.fromkeys(members, most))
        return [
            _Beside(self._container(n, chosen) if n not in listed else None, listed.get(n), n in self._parts)
            for n in range(len(chosen))
        ]

    def _container(self, number: int, chosen: Chosen) -> Entry | None:
        """What follows a toponym and contains it: a toponym as it is read now, or words that say so."""
        following = self._containers[number]
        named = chosen[following] if following is not None else None
        return named or self._wholes.get(number)


def _there(toponym: Toponym, likeliest: Entry | None, division: tuple[str | None, str]) -> Entry | None:
    there = [e for e in toponym.readings if (e.country, e.admin1) == division]
    return max(there, key=_prior, default=likeliest)


def _score(toponym: Toponym, entry: Entry, setting: Setting, beside: _Beside) -> float:
    score = _prior(entry) + COUNTRY * setting.country(entry, toponym.key)
    score += DIVISION * setting.division(entry, toponym.key)
    if entry.kind in ("city", "admin2", "site"):
        score += NEAR * setting.near(entry, toponym.key)
        score += STATED * setting.names_division(entry, toponym.key)
    elif entry.kind == "admin1":
        score += SISTER * (setting.sisters(entry, toponym.key) > 0)
    if beside.holds(entry):
        score += CONTAINED
    if beside.listed == (entry.kind, entry.country):
        score += LISTED
    if toponym.generic and toponym.generic == entry.kind:
        score += ASSERTED
    return score


def _best(toponym: Toponym, setting: Setting, beside: _Beside) -> Entry | None:
    possible = [entry for entry in toponym.readings if not _outside(entry, beside)]
    if len(possible) <= 1:
        return next(iter(possible), None)
    return max(possible, key=lambda e: _score(toponym, e, setting, beside))


def _outside(entry: Entry, beside: _Beside) -> bool:
    """Whether a reading lies in another country than what its name is called a part of."""
    whole = beside.container if beside.is_part else None
    return whole is not None and whole.country is not None and entry.country != whole.country


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


def _one_sense(toponyms: Sequence[Toponym], chosen: Chosen, beside: Sequence[_Beside]) -> Chosen:
    """Every mention of a name takes the reading of a mention whose container decides it."""
    decided: dict[str, Entry] = {}
    for toponym, entry, stands in zip(toponyms, chosen, beside, strict=True):
        if entry and stands.holds(entry):
            decided.setdefault(toponym.key, entry)
    result: Chosen = []
    for toponym, entry, stands in zip(toponyms, chosen, beside, strict=True):
        held = bool(entry and stands.holds(entry)) or toponym.generic is not None
        result.append(entry if held else decided.get(toponym.key, entry))
    return result


def _out_of_place(toponym: Toponym, entry: Entry, setting: Setting, beside: _Beside) -> bool:
    """Whether a reading lies outside what it is called a part of, or is little known and lies in a country
    that the report, all about another, never names."""
    if beside.holds(entry):
        return False
    if _outside(entry, beside):
        return True
    if toponym.sounded and setting.country(entry, toponym.key) < HEARD:
        return True
    country, share = setting.main(toponym.key)
    elsewhere = country is not None and entry.country != country and not setting.country(entry, toponym.key)
    return elsewhere and share >= ELSEWHERE and _prior(entry) < LITTLE


def _supposed(setting: Setting, beside: _Beside, key: str) -> Choice:
    """A name without a reading lies where the name after it says, or in the report's one country."""
    container = beside.container
    if container is not None and container.country:
        admin1 = container.admin1 if beside.is_part else None
        follows = f"country of {container}, which follows"
        return Choice(None, (follows,), country=container.country, admin1=admin1)
    country, share = setting.scene(key)
    if country and share >= MAIN:
        why = f"country of {share:.0%} of the report's other places inside countries"
        return Choice(None, (why,), country=country)
    country, share = setting.main(key)
    if country and share >= MAIN:
        return Choice(None, (f"country of {share:.0%} of the report's other places",), country=country)
    return Choice(None)


def _explained(toponym: Toponym, entry: Entry | None, setting: Setting, beside: _Beside) -> Choice:
    if entry is None or _out_of_place(toponym, entry, setting, beside):
        return _supposed(setting, beside, toponym.key)
    best = _score(toponym, entry, setting, beside)
    close = (
        e for e in toponym.readings if e is not entry and best - _score(toponym, e, setting, beside) < OPEN
    )
    others = tuple(e for e in close if kilometres(e, entry) > 50)[:4]
    why = [f"{len(toponym.readings)} readings"]
    if beside.holds(entry):
        why.append(f"in {beside.container}")
    if beside.listed == (entry.kind, entry.country):
        why.append(f"in a list of {entry.kind}")
    if (share := setting.country(entry, toponym.key)) >= 0.3:
        why.append(f"{share:.0%} of the report's other places are in {entry.country}")
    if toponym.generic == entry.kind:
        why.append(f"called a {toponym.generic}")
    return Choice(entry, tuple(why), others)

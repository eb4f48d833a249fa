"""Whether two sides tell of one occasion: blocking by land and day, then a score over the rest."""

from collections.abc import Sequence
from datetime import date
from math import asin, cos, radians, sin, sqrt

from sayso.ledger.occasions.side import Side, Where
from sayso.ledger.occasions.words import likeness

ENOUGH = 1.7  # the score from which two sides are one occasion
SURE = 2.0  # the score from which a side makes one occasion of two
ONE_REPORT = 0.4  # what it weighs that one report tells both
WORDING = 4.0  # the weight of the wording that two sides share
MOST_FOR_COUNTS = 1.6  # the most that shared counts can weigh
NEAR_KM = 25.0  # as far as two gazetteer points for one event lie apart
EARTH_KM = 6371.0


def blocks(side: Side) -> list[str]:
    """The keys under which a side is filed: its days in each land, or the month a long toll starts in."""
    return _in_lands(side, _days(side, 0))


def neighbours(side: Side) -> list[str]:
    """The keys under which a side looks: its own, and a day or month more at either end."""
    return _in_lands(side, _days(side, 1))


def _in_lands(side: Side, days: Sequence[str]) -> list[str]:
    return [f"{land}|{day}" for land in side.lands or ("?",) for day in days]


def _days(side: Side, more: int) -> list[str]:
    if side.first is None or side.last is None:
        return ["undated"]
    if side.running:
        months = {f"{shifted(side.first, n * more):%Y-%m}" for n in (-27, 0, 27)}
        return [f"since|{month}" for month in sorted(months)]
    length = (side.last - side.first).days
    return [str(shifted(side.first, n)) for n in range(-more, length + 1 + more)]


def shifted(day: date, days: int) -> date:
    """A day so many days on, within what the calendar holds."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def score(mine: Side, theirs: Side) -> float:
    """How likely two sides of one block are one occasion; `ENOUGH` and more is one."""
    if mine.running != theirs.running:
        return 0.0
    known = _place(mine.where, theirs.where) + _time(mine, theirs)
    return known + WORDING * likeness(mine.words, theirs.words) + _counts(mine.counts, theirs.counts)


def _counts(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """What the counts that both give weigh: the larger and the less round, the less by chance."""
    return min(MOST_FOR_COUNTS, sum(_rarity(count.rpartition(":")[2]) for count in mine & theirs))


def _rarity(figure: str) -> float:
    digits = figure.lstrip("0").rstrip("0") or "0"
    size = min(len(figure), 4)
    return 0.2 * size if len(digits) == 1 else 0.4 * size


def _time(mine: Side, theirs: Side) -> float:
    if not (mine.dated and theirs.dated):
        return 0.0
    apart = _apart(mine, theirs)
    return 0.0 if apart is None else 0.8 if apart <= 0 else 0.2


def days_meet(mine: Side, theirs: Side) -> bool:
    """Whether both sides give days, and they overlap or follow each other."""
    apart = _apart(mine, theirs)
    return mine.dated and theirs.dated and apart is not None and apart <= 1


def _apart(mine: Side, theirs: Side) -> int | None:
    """The days from the end of the earlier side to the start of the later one; below one where they meet."""
    if mine.first is None or mine.last is None or theirs.first is None or theirs.last is None:
        return None
    return max((mine.first - theirs.last).days, (theirs.first - mine.last).days)


def _place(mine: Where, theirs: Where) -> float:
    if mine.name is None or theirs.name is None:
        return 0.0
    if (mine.geonameid is not None and mine.geonameid == theirs.geonameid) or mine.name == theirs.name:
        return 0.1 if mine.precision == "country" else 0.5 if _wide(mine) else 0.9
    if mine.precision == "country" or theirs.precision == "country":
        return 0.0
    same_region = mine.admin1 is not None and mine.admin1 == theirs.admin1
    if _wide(mine) or _wide(theirs):
        return 0.3 if same_region else -0.3
    apart = kilometres(mine, theirs)
    if apart is None:
        return 0.0 if same_region else -0.3
    return max(-0.8, 0.8 - 1.6 * apart / NEAR_KM)


def _wide(place: Where) -> bool:
    """Whether a name stands for a region: its own, or that of the town that it is called after."""
    return place.precision == "region" or place.name == place.admin1


def kilometres(one: Where, other: Where) -> float | None:
    """The great-circle distance between two places (haversine), None where a point is missing."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    up, along = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    chord = sin(up / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(along / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))

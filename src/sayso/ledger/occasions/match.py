"""Whether two sides tell of one occasion: blocking by land and day, then a score over the rest."""

from datetime import date
from math import asin, cos, radians, sin, sqrt

from sayso.ledger.occasions.side import Side, Where
from sayso.ledger.occasions.words import likeness

ENOUGH = 1.6  # the score from which two sides are one occasion
NEAR_KM = 25.0  # as far as two gazetteer points for one event lie apart
EARTH_KM = 6371.0


def blocks(side: Side) -> list[str]:
    """The keys under which a side is filed: one for each of its days, or for the month a long toll starts."""
    land = side.where.country or "?"
    if side.first is None or side.last is None:
        return [f"{land}|undated"]
    if side.running:
        return [f"{land}|since|{side.first:%Y-%m}"]
    return [f"{land}|{shifted(side.first, n)}" for n in range((side.last - side.first).days + 1)]


def neighbours(side: Side) -> list[str]:
    """The keys under which a side looks: its own, and a day or month more at either end."""
    land = side.where.country or "?"
    keys = blocks(side)
    if side.first and side.last and side.running:
        months = {f"{shifted(side.first, n):%Y-%m}" for n in (-27, 0, 27)}
        return [f"{land}|since|{month}" for month in sorted(months)]
    if side.first and side.last:
        keys = [f"{land}|{shifted(side.first, -1)}", *keys, f"{land}|{shifted(side.last, 1)}"]
    return keys


def shifted(day: date, days: int) -> date:
    """A day so many days on, within what the calendar holds."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def score(mine: Side, theirs: Side) -> float:
    """How likely two sides of one block are one occasion; `ENOUGH` and more is one."""
    if mine.running != theirs.running:
        return 0.0
    return _place(mine.where, theirs.where) + _time(mine, theirs) + 4.0 * likeness(mine.words, theirs.words)


def _time(mine: Side, theirs: Side) -> float:
    if None in (mine.first, mine.last, theirs.first, theirs.last):
        return 0.0
    if not (mine.dated and theirs.dated):
        return 0.0
    apart = max(_gap(mine.first, theirs.last), _gap(theirs.first, mine.last))
    return 0.8 if apart <= 0 else 0.2


def _gap(start: date | None, end: date | None) -> int:
    return (start - end).days if start and end else 0


def _place(mine: Where, theirs: Where) -> float:
    if mine.name is None or theirs.name is None:
        return 0.0
    if (mine.geonameid is not None and mine.geonameid == theirs.geonameid) or mine.name == theirs.name:
        return {"country": 0.1, "region": 0.5}.get(mine.precision or "", 0.9)
    apart = kilometres(mine, theirs)
    precise = mine.precision == theirs.precision == "place"
    if precise and apart is not None:
        return max(-1.6, 0.8 - 1.6 * apart / NEAR_KM)
    if mine.admin1 and theirs.admin1 and mine.admin1 != theirs.admin1:
        return -1.0
    return 0.2 if mine.admin1 and mine.admin1 == theirs.admin1 else 0.0


def kilometres(one: Where, other: Where) -> float | None:
    """The great-circle distance between two places (haversine), None where a point is missing."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    up, along = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    chord = sin(up / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(along / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))

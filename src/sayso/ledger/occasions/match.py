"""How likely two sides of one block tell of one occasion: a score over place, days, counts and wording."""

import re
from datetime import date
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from sayso.ledger.occasions.side import Side, Where
from sayso.ledger.occasions.words import likeness
from sayso.ledger.origins.families import plain

ENOUGH = 1.7  # the score from which two sides are one occasion
SURE = 2.0  # the score from which a side makes one occasion of two
ONE_REPORT = 0.4  # what it weighs that one report tells both
WORDING = 4.0  # the weight of the wording that two sides share
OWN_WORDING = 2.0  # the same within one report, whose words stand around all its figures
MOST_FOR_COUNTS = 1.6  # the most that shared counts can weigh
NEAR_KM = 25.0  # as far as two gazetteer points for one event lie apart
EARTH_KM = 6371.0
Days = tuple[date | None, date | None]  # first and last, inclusive
FEWEST_SOUNDS = 3  # consonants by which a name can be known in another spelling


def score(mine: Side, theirs: Side, *, one_report: bool = False) -> float:
    """How likely two sides of one block are one occasion; `ENOUGH` and more is one."""
    if mine.running != theirs.running:
        return 0.0
    known = _place(mine.where, theirs.where) + _time(mine, theirs) + _counts(mine.counts, theirs.counts)
    alike = likeness(mine.words, theirs.words)
    return known + (OWN_WORDING * alike + ONE_REPORT if one_report else WORDING * alike)


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
    between = apart((mine.first, mine.last), (theirs.first, theirs.last))
    return 0.8 if between <= 0 else 0.2


def days_meet(mine: Side, theirs: Side) -> bool:
    """Whether a side gives days, and the other's (or its news, where it gives none) meet or follow them."""
    events = theirs.first is not None and not (mine.running or theirs.running)
    return mine.dated and events and apart((mine.first, mine.last), (theirs.first, theirs.last)) <= 1


def apart(mine: Days, theirs: Days) -> int:
    """Days from the end of the earlier to the start of the later; below one where they meet or are open."""
    (first, last), (start, end) = mine, theirs
    if first is None or last is None or start is None or end is None:
        return 0
    return max((first - end).days, (start - last).days)


def _place(mine: Where, theirs: Where) -> float:
    if mine.name is None or theirs.name is None:
        return 0.0
    if (mine.geonameid is not None and mine.geonameid == theirs.geonameid) or _one_name(mine, theirs):
        return 0.1 if mine.precision == "country" else 0.5 if mine.wide else 0.9
    if mine.precision == "country" or theirs.precision == "country":
        return 0.0
    same_region = mine.admin1 is not None and mine.admin1 == theirs.admin1
    if mine.wide or theirs.wide:
        return 0.3 if same_region else -0.3
    apart = kilometres(mine, theirs)
    if apart is None:
        return 0.0 if same_region else -0.3
    return max(-0.8, 0.8 - 1.6 * apart / NEAR_KM)


def _one_name(mine: Where, theirs: Where) -> bool:
    """Whether two names are one, as written or as the same sounds spelt in another way."""
    if mine.name == theirs.name or mine.name is None or theirs.name is None:
        return mine.name == theirs.name
    found = {mine.geonameid, theirs.geonameid}
    return None in found and _sound_alike(mine.name, theirs.name)


def _sound_alike(one: str, other: str) -> bool:
    """Whether two names have the same consonants, or one ends in the other ("Karam's Old Town")."""
    if not (skeleton(one) and skeleton(other)):
        return False
    short, long = sorted((one, other), key=lambda name: len(skeleton(name)))
    words = long.split()
    return any(skeleton(" ".join(words[first:])) == skeleton(short) for first in range(len(words)))


_ARTICLE = re.compile(r"(?:^|\s)(?:al|el|ul|ash|a[drstznl]|e[drstznl])(?=[\s-])")


@lru_cache(maxsize=10_000)
def skeleton(name: str) -> str:
    """The consonants of a name without its articles, doubles once; empty where fewer than three are left.

    Names from scripts that write no short vowels reach the press in many spellings ("Salah al-Din",
    "Salaheddin").
    """
    bare = _ARTICLE.sub(" ", plain(name.replace("-", " - ")))
    sounds = re.sub(r"(.)\1+", r"\1", re.sub(r"[^\w]|[aeiouyh\d_]", "", bare))
    return sounds if len(sounds) >= FEWEST_SOUNDS else ""


def kilometres(one: Where, other: Where) -> float | None:
    """The great-circle distance between two places (haversine), None where a point is missing."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    up, along = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    chord = sin(up / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(along / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))

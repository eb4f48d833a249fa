"""Feasts with names: where they stand in a text, and on which days they fall."""

from datetime import date, timedelta
from functools import cache

from sayso.mentions.period.calendar import nth_weekday
from sayso.mentions.period.lexicon import Feast, feasts
from sayso.mentions.period.tokens import Tokens

MONTHS_OF_29 = 29


@cache
def _by_first() -> dict[str, list[tuple[tuple[str, ...], Feast]]]:
    """First word → the names that begin with it, longest first, in the words that the tokens have."""
    out: dict[str, list[tuple[tuple[str, ...], Feast]]] = {}
    for name, feast in feasts().items():
        words = tuple(" ".join(name).replace("’", "'").replace("'", " ' ").replace("-", " - ").split())
        out.setdefault(words[0], []).append((words, feast))
    for names in out.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return out


def feast_at(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """(place behind, name) of the feast whose name begins at a word."""
    for words, feast in _by_first().get(tokens.words[at], ()) if at < len(tokens.words) else ():
        found = [word.replace("’", "'") for word in tokens.words[at : at + len(words)]]
        if tuple(found) == words:
            return at + len(words), feast.name
    return None


def feast_days(name: str, year: int) -> tuple[date, date] | None:
    """First and last day of a feast that begins in a year of ours; None where it cannot be computed."""
    feast = next(f for f in feasts().values() if f.name == name)
    try:
        first = _first_day(feast.dated, year)
        return (first, first + timedelta(feast.days - 1)) if first else None
    except (ValueError, OverflowError):
        return None


def _first_day(dated: str, year: int) -> date | None:
    words = dated.split()
    if dated.startswith("easter"):
        from dateutil.easter import easter  # type: ignore[import-untyped,unused-ignore]

        sunday: date = easter(year)
        return sunday + timedelta(int(dated.removeprefix("easter")))
    if words[0] == "hijri":
        month, day = (int(n) for n in words[1].split("-"))
        return _hijri(month, day, year)
    if words[0] == "nth":
        nth, weekday, month = (int(n) for n in words[1:4])
        found = nth_weekday(year, month, weekday, nth)
        return found + timedelta(int(words[4])) if found and len(words) > 4 else found
    month, day = (int(n) for n in words[0].split("-"))
    return date(year, month, day)


def _hijri(month: int, day: int, year: int) -> date | None:
    """The first such Islamic date in a year of ours, which may have two; none before 1924."""
    from hijridate import Gregorian, Hijri

    first = Gregorian(year, 1, 1).to_hijri().year
    for islamic in (first, first + 1):
        found = Hijri(islamic, month, day).to_gregorian()
        if found.year == year:
            return date(found.year, found.month, found.day)
    return None

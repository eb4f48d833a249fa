"""What a stretch of text may mean: the readings of a name, exact, without its generic word, or by sound."""

from collections.abc import Iterator

from sayso.mentions.country import countries
from sayso.mentions.place.entry import Entry
from sayso.mentions.place.gazetteer import gazetteer
from sayso.mentions.place.key import name_key, sound_key
from sayso.mentions.place.lexicon import generics, words

KNOWN = 4.7  # log10 inhabitants of a city that may stand in the name of an office
LEAST_HEARD = 2.5  # log10 inhabitants below which a name heard alike is no reading


def empty(exact: str) -> bool:
    """Whether a word that grammar calls a place is only a generic, a direction or a nationality."""
    key = name_key(exact)
    return (
        key in generics()
        or key in words()["direction"]
        or key in words()["people"]
        or any(exact in c.demonyms for c in countries().values())
    )


def readings_of(exact: str) -> tuple[Entry, ...]:
    """What a name may mean: by its key, or without its generic word."""
    key = name_key(exact)
    tries = [key, *_without_generic(key)]
    known = gazetteer().look_up(tries)
    for attempt in tries:
        if attempt in known:
            return known[attempt]
    return ()


def prominent(exact: str) -> bool:
    """Whether the best reading of a name is a country, a first-order division or a city that news name."""
    best = readings_of(exact)[:1]
    return any(e.kind in ("country", "admin1") or e.size >= KNOWN for e in best if not e.alternate)


def heard_alike(exact: str) -> tuple[Entry, ...]:
    """Entries of countries whose names reach English from other scripts, that sound like this one."""
    heard = gazetteer().look_up([sound_key(exact)])
    return tuple(e for entries in heard.values() for e in entries if e.size >= LEAST_HEARD)


def _without_generic(key: str) -> Iterator[str]:
    parts = key.split()
    if len(parts) > 1 and parts[-1] in generics():
        yield " ".join(parts[:-1])
    if len(parts) > 2 and parts[1] == "of" and parts[0] in generics():
        yield " ".join(parts[2:])
    if len(parts) > 1 and parts[0] in words()["direction"] | set(generics()):
        yield " ".join(parts[1:])

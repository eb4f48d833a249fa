"""Places of a whole report at once: recognised in each part, then understood together."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.mentions.country import countries
from sayso.mentions.mention import Mention
from sayso.mentions.mention import Part as Piece
from sayso.mentions.place.recognise import recognise
from sayso.mentions.place.resolve import Choice, resolve
from sayso.mentions.place.scene import NameLike
from sayso.mentions.place.toponym import Toponym
from sayso.mentions.place.values import Place
from sayso.reports.span import Part, span_of

NONE: Mapping[Part, Sequence[NameLike]] = {}


def find_places(
    texts: Mapping[Part, str], names: Mapping[Part, Sequence[NameLike]] = NONE
) -> list[Mention[Place]]:
    """The places that a report names, part by part in text order, put on the map together.

    `texts` are the parts of one report and `names` what grammar calls names in each (may be empty). A name
    that the gazetteer does not know stays, with its name only. Demonyms are evidence here, not places:
    `find_demonyms` gives them as mentions of their own.
    """
    toponyms = [t for part, text in texts.items() for t in recognise(part, text, names.get(part, ()))]
    people = Counter(m.value.country for part, text in texts.items() for m in find_demonyms(text, part))
    choices = resolve(texts, toponyms, {c: float(n) for c, n in people.items() if c})
    return [_mention(texts, t, c) for t, c in zip(toponyms, choices, strict=True)]


def find_demonyms(text: str, part: Part = "text") -> list[Mention[Place]]:
    """The words for a country's people or things ("Syrian troops"): weak evidence of place."""
    return [
        Mention("place", span_of(part, text, m.start(), m.end()), _demonym(m.group()), "<demonym>",
                (Piece(m.group(), "people or things of " + (_DEMONYMS()[m.group()])),))
        for m in _pattern().finditer(text)
    ]  # fmt: skip


@cache
def _DEMONYMS() -> dict[str, str]:  # noqa: N802 - a table made on first use
    return {word: code for code, country in countries().items() for word in country.demonyms}


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(_DEMONYMS(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b")


def _demonym(word: str) -> Place:
    country = countries()[_DEMONYMS()[word]]
    return Place(
        country.name, country.alpha3, None, None, country.latitude, country.longitude, "country", demonym=True
    )


def _mention(texts: Mapping[Part, str], toponym: Toponym, choice: Choice) -> Mention[Place]:
    span = span_of(toponym.part, texts[toponym.part], toponym.start, toponym.end)
    entry = choice.entry
    if entry is None:
        why = Piece(toponym.exact, "; ".join(("no reading", *choice.why)))
        return Mention(
            "place", span, Place(toponym.exact, choice.country, choice.admin1), toponym.rule, (why,)
        )
    value = Place(
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        geonameid=entry.geonameid,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=entry.precision,
        alternatives=tuple(map(str, choice.alternatives)),
    )
    return Mention(
        "place", span, value, toponym.rule, (Piece(toponym.exact, "; ".join((str(entry), *choice.why))),)
    )

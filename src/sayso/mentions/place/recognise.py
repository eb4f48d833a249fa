"""Where places are named: what grammar calls a place, and capitalised words that the gazetteer knows.

Each way of seeing a place is a named rule (`RULE_*`); a stretch that grammar calls a person or an
organisation hides the place names inside it ("Paris Hilton", "Bank of England").
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.mentions.place.entry import Entry
from sayso.mentions.place.gazetteer import gazetteer
from sayso.mentions.place.key import name_key
from sayso.mentions.place.labels import place_names
from sayso.mentions.place.lexicon import codes, generics, words
from sayso.mentions.place.named import made, named, short_form
from sayso.mentions.place.office import RULE_OFFICE, office_places
from sayso.mentions.place.reading import readings_of
from sayso.mentions.place.scene import COMMA, NameLike, Scene, runs, split_words
from sayso.mentions.place.toponym import Toponym
from sayso.reports.span import Part

RULE_KNOWN = "<capitalised name of the gazetteer>"


def recognise(part: Part, text: str, names: Sequence[NameLike]) -> list[Toponym]:
    """The toponyms of one part in text order, none overlapping another."""
    scene = Scene(part, text, split_words(text), names)
    spans = {(scene.words[a].start, scene.words[b].end): None for a, b in runs(text, scene.words)}
    keys = {span: name_key(text[span[0] : span[1]]) for span in spans}
    known = gazetteer().look_up(keys.values())
    places = place_names(scene)
    # by their ends, the longest last and so the one that is kept
    longest = sorted(keys.items(), key=lambda item: -item[0][0])
    wider = {end: (start, known[key]) for (start, end), key in longest if key in known}
    found = [_whole(scene, t, wider) for n in places for t in named(scene, n)]
    found += [t for n in names if n not in places for t in _of_office(scene, n)]
    others = [(n.start, n.end) for n in names if n not in places]
    blocked = _Cover([*((t.start, t.end) for t in found), *others])
    for (start, end), key in sorted(keys.items(), key=lambda item: (item[0][0], -item[0][1])):
        free = key in known and not blocked.meets(start, end)
        if free and acceptable(scene, start, end, known[key]):
            blocked.add(start, end)
            found.append(made(scene, start, end, RULE_KNOWN, known[key]))
    found += shortened(scene, found, blocked)
    return sorted(found, key=lambda t: t.start)


def _whole(scene: Scene, part: Toponym, wider: Mapping[int, tuple[int, tuple[Entry, ...]]]) -> Toponym:
    """The longer name of the gazetteer that ends with what grammar marked ("Greater London")."""
    start, readings = wider.get(part.end, (part.start, ()))
    if start < part.start:
        return made(scene, start, part.end, RULE_KNOWN, readings)
    return part


def _of_office(scene: Scene, name: NameLike) -> Iterator[Toponym]:
    if name.label in ("person", "organisation"):
        for start, end in office_places(scene, name):
            yield made(scene, start, end, RULE_OFFICE)


class _Cover:
    """Characters already spoken for."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._taken: set[int] = set()
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        self._taken.update(range(start, end))

    def meets(self, start: int, end: int) -> bool:
        return any(at in self._taken for at in range(start, end))


def acceptable(scene: Scene, start: int, end: int, readings: tuple[Entry, ...]) -> bool:
    """Whether a capitalised name of the gazetteer that grammar does not mark is a place here."""
    exact = scene.text[start:end]
    best = readings[0]
    if len(exact) < 3 and exact not in ("US", "UK"):
        return False
    if (exact.isupper() and len(exact) <= 4 and best.kind != "country") or _part_of_more(scene, start, end):
        return False
    if exact.lower() in words()["ordinary"] or (exact.lower() in codes() and not exact.isupper()):
        return False
    prominent = (
        best.kind in ("country", "continent", "region", "water")
        or (best.size >= 5.3 and not best.alternate)
        or (best.kind == "admin1" and not best.alternate)
    )
    if scene.names:
        return prominent
    return prominent or _located(scene, start, end)


def _located(scene: Scene, start: int, end: int) -> bool:
    before = scene.before(start)
    return before in words()["locating"] or scene.after(end) in generics()


def _part_of_more(scene: Scene, start: int, end: int) -> bool:
    """Whether the name is only a piece of a longer one ("Paris Hilton", "Bank of England")."""
    before, after = scene.before(start), scene.after(end)
    lead = scene.text[max(0, start - len(before) - 2) : start].strip()
    if before in words()["title"] and lead[:1].isupper():
        return True
    if (
        scene.next_capital(end)
        and (after in words()["named after"] or not scene.names)
        and after not in generics()
    ):
        return not (exact_country(scene.text[start:end]))
    if before == "of" and re.search(
        r"(?:University|Bank|Bishop|Duke|Church|Institute|College) of (?:the )?$",
        scene.text[max(0, start - 24) : start],
    ):
        return True
    return bool(
        not scene.names
        and lead[:1].isupper()
        and before not in words()["locating"]
        and not scene.opens_sentence(start - len(before) - 1)
    )


def exact_country(exact: str) -> bool:
    """Whether the words are a country's name."""
    return any(e.kind == "country" for e in readings_of(exact)[:1])


def shortened(scene: Scene, found: Sequence[Toponym], blocked: _Cover) -> Iterator[Toponym]:
    """Abbreviated divisions after a comma that follows a place ("Paris, Tex.")."""
    for before in found:
        comma = COMMA.match(scene.text, before.end)
        short = short_form(scene, comma.end()) if comma else None
        if short and not blocked.meets(short.start, short.end):
            yield short

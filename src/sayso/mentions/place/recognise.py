"""Where places are named: what grammar calls a place, and capitalised words that the gazetteer knows.

Each way of seeing a place is a named rule (`RULE_*`); a stretch that grammar calls a person or an
organisation hides the place names inside it ("Paris Hilton", "Bank of England").
"""

import re
from collections.abc import Iterator, Sequence

from sayso.mentions.place.entry import Entry
from sayso.mentions.place.gazetteer import gazetteer
from sayso.mentions.place.key import name_key
from sayso.mentions.place.lexicon import abbreviations, generics, words
from sayso.mentions.place.reading import empty, heard_alike, readings_of
from sayso.mentions.place.scene import ARTICLE, COMMA, POSSESSIVE, WORD, NameLike, Scene, runs, split_words
from sayso.mentions.place.toponym import Toponym
from sayso.reports.span import Part

RULE_NAMED = "<name that grammar calls a place>"
RULE_KNOWN = "<capitalised name of the gazetteer>"
RULE_SHORT = "<place>, <abbreviation>"


def recognise(part: Part, text: str, names: Sequence[NameLike]) -> list[Toponym]:
    """The toponyms of one part in text order, none overlapping another."""
    scene = Scene(part, text, split_words(text), names)
    spans = {(scene.words[a].start, scene.words[b].end): None for a, b in runs(text, scene.words)}
    keys = {span: name_key(text[span[0] : span[1]]) for span in spans}
    known = gazetteer().look_up(keys.values())
    places = [n for n in names if n.label == "place" or _is_place(scene, n)]
    found = [t for n in places for t in named(scene, n)]
    others = [(n.start, n.end) for n in names if n not in places]
    blocked = _Cover([*((t.start, t.end) for t in found), *others])
    for (start, end), key in sorted(keys.items(), key=lambda item: (item[0][0], -item[0][1])):
        free = key in known and not blocked.meets(start, end)
        if free and acceptable(scene, start, end, known[key]):
            blocked.add(start, end)
            found.append(_toponym(scene, start, end, RULE_KNOWN, known[key]))
    found += shortened(scene, found, blocked)
    return sorted(found, key=lambda t: t.start)


PLAIN = 5.0  # log10 inhabitants above which a whole organisation's name that is a city's is the city


def _is_place(scene: Scene, name: NameLike) -> bool:
    """Whether a name that grammar calls otherwise is, as a whole, a country or a city.

    One that grammar calls a person must also stand where a place stands ("in Kharkiv"), unless
    it is a country of two words ("Hong Kong").
    """
    exact = scene.text[name.start : name.end]
    best = readings_of(exact)[:1]
    located = scene.before(name.start) in words()["locating"]
    if name.label == "person" and not located and not (" " in exact and best and best[0].kind == "country"):
        return False
    plain = [e for e in best if name_key(e.name) == name_key(exact) or e.kind == "country" or not e.alternate]
    return any(e.kind in ("country", "continent") or e.size >= PLAIN for e in plain) and len(exact) > 1


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


_SPLIT = re.compile(r",\s+|['’]s\s+|\s+and\s+(?=al-|[A-Z])|\s+\(|\n+")


def named(scene: Scene, name: NameLike) -> Iterator[Toponym]:
    """The toponyms of a name that grammar calls a place: itself, or the parts between its commas."""
    at = name.start
    for piece in pieces(scene.text[name.start : name.end]):
        start, end = trimmed(scene.text, at, at + len(piece))
        if start < end and not empty(scene.text[start:end]):
            yield _short_form(scene, start) or _toponym(
                scene, start, end, RULE_NAMED, readings_of(scene.text[start:end])
            )
        at += len(piece)


def pieces(exact: str) -> Iterator[str]:
    """The parts of a name in order, separators included: it is cut at commas and after a country's 's."""
    rest = exact
    while cut := _SPLIT.search(rest):
        head = rest[: cut.start()]
        if "s" in cut.group() and not any(e.kind == "country" for e in readings_of(head)[:1]):
            break
        yield head
        yield cut.group()
        rest = rest[cut.end() :]
    yield rest


def _short_form(scene: Scene, start: int) -> Toponym | None:
    """The abbreviated division that stands after a comma, or with its full stop, at an offset."""
    match = _FORM.match(scene.text, start)
    form = match.group().replace(" ", "") if match else ""
    after_comma = bool(re.search(r",\s{1,2}$", scene.text[max(0, start - 3) : start]))
    if not match or form not in abbreviations() or not (after_comma or form.endswith(".")):
        return None
    name, country = abbreviations()[form]
    readings = tuple(e for e in readings_of(name) if e.country == country)
    return Toponym(scene.part, start, match.end(), match.group(), name_key(name), RULE_SHORT, readings)


_FORM = re.compile(r"(?:[A-Z][a-z]{0,4}\. ?)*[A-Z][a-z]{0,4}\.|[A-Z]{2}(?!\w)")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without what is no part of the name at its ends: articles, lower-case words, signs, 's.

    Empty (start = end) where no capitalised word is left.
    """
    words = list(WORD.finditer(text, start, end))
    keep = [n for n, w in enumerate(words) if w.group() != w.group().lower() or w.group()[:1].isdigit()]
    if not keep:
        return start, start
    first, last = keep[0], keep[-1]
    if first and ARTICLE.match(words[first - 1].group()) and text[words[first].start() - 1] in "-‐-–—":
        first -= 1
    if words[first].group() == "The" and first < last and name_key(text[start:end]) not in _THE:
        first += 1
    begin, finish = words[first].start(), words[last].end()
    finish -= len(m.group()) if (m := POSSESSIVE.search(text[begin:finish])) else 0
    return begin, finish + (
        text[finish : finish + 1] == "." and finish - begin > 1 and text[finish - 2] == "."
    )


_THE = frozenset({"the hague", "the gambia", "the bronx"})


def _toponym(scene: Scene, start: int, end: int, rule: str, readings: tuple[Entry, ...]) -> Toponym:
    exact = scene.text[start:end]
    last = exact.lower().split()[-1] if exact.split() else ""
    kind = generics().get(scene.after(end)) or (generics().get(last) if " " in exact else None)
    sounded = not readings
    readings = readings or heard_alike(exact)
    return Toponym(scene.part, start, end, exact, name_key(exact), rule, readings, kind, sounded)


def acceptable(scene: Scene, start: int, end: int, readings: tuple[Entry, ...]) -> bool:
    """Whether a capitalised name of the gazetteer that grammar does not mark is a place here."""
    exact = scene.text[start:end]
    best = readings[0]
    if len(exact) < 3 and exact not in ("US", "UK"):
        return False
    if (exact.isupper() and len(exact) <= 4 and best.kind != "country") or _part_of_more(scene, start, end):
        return False
    if exact.lower() in words()["ordinary"]:
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
        short = _short_form(scene, comma.end()) if comma else None
        if short and not blocked.meets(short.start, short.end):
            yield short

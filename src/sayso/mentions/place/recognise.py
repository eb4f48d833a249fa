"""Where places are named: what grammar calls a place, and capitalised words that the gazetteer knows.

Each way of seeing a place is a named rule (`RULE_*`); a stretch that grammar calls a person or an
organisation hides the place names inside it ("Paris Hilton", "Bank of England").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.mentions.place.entry import Entry
from sayso.mentions.place.gazetteer import gazetteer
from sayso.mentions.place.key import name_key
from sayso.mentions.place.lexicon import abbreviations, generics, words
from sayso.mentions.place.reading import empty, heard_alike, readings_of
from sayso.mentions.place.toponym import Toponym
from sayso.reports.span import Part

RULE_NAMED = "<name that grammar calls a place>"
RULE_KNOWN = "<capitalised name of the gazetteer>"
RULE_SHORT = "<place>, <abbreviation>"
LONGEST = 6  # words in a name


class NameLike(Protocol):
    """What grammar says of a name: its offsets and its label."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""

    @property
    def label(self) -> str:
        """person, organisation, place, group, weapon, platform or vehicle."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of letters and digits."""

    start: int
    end: int
    lower: str
    capital: bool


_WORD = re.compile(r"[^\W_]+(?:['’ʻʿ][^\W_]+)*")
_JOIN = re.compile(r"[ \u00a0]?[-‐-―'’][ ]?|[ \u00a0]|\.[ ]?|[ ]?/[ ]?")
_ARTICLE = re.compile(r"(?:al|el|ad|ash|ar|as|an|at|az|ez|es|er|ed)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_COMMA = re.compile(r",\s{1,2}")


def split_words(text: str) -> list[Word]:
    """The words of a text, possessive endings left off."""
    found = []
    for match in _WORD.finditer(text):
        exact = _POSSESSIVE.sub("", match.group())
        start, end = match.start(), match.start() + len(exact)
        found.append(Word(start, end, exact.lower(), exact[:1].isupper()))
    return found


def runs(text: str, found: list[Word]) -> Iterator[tuple[int, int]]:
    """(first, last) words of every stretch that could be a name: capital first and last, joined."""
    for first, word in enumerate(found):
        if not (word.capital or _ARTICLE.match(word.lower)):
            continue
        for last in range(first, min(len(found), first + LONGEST)):
            if last > first and not _JOIN.fullmatch(text, found[last - 1].end, found[last].start):
                break
            end = found[last]
            if not (
                end.capital
                or end.lower in words()["inside"]
                or _ARTICLE.match(end.lower)
                or end.lower.isdigit()
            ):
                break
            if end.capital and (last > first or word.capital):
                yield first, last


@dataclass(frozen=True, slots=True)
class Scene:
    """One part of a report while places are looked for in it."""

    part: Part
    text: str
    words: list[Word]
    names: Sequence[NameLike]

    def before(self, start: int) -> str:
        """The word before an offset, in lower case; empty where a sign other than a space parts them."""
        match = re.search(r"([^\W_]+)\.?[ \u00a0]$", self.text[max(0, start - 40) : start])
        return match.group(1).lower() if match else ""

    def after(self, end: int) -> str:
        """The word after an offset in lower case."""
        match = re.match(r"[ \u00a0-]([^\W_]+)", self.text[end : end + 40])
        return match.group(1).lower() if match else ""

    def next_capital(self, end: int) -> bool:
        """Whether the next word, after a space, has a capital."""
        return bool(re.match(r"[ \u00a0][A-Z]", self.text[end : end + 2]))

    def opens_sentence(self, start: int) -> bool:
        """Whether nothing but the end of a sentence, a quotation mark or a line end stands before."""
        before = self.text[:start].rstrip("\"'“”‘’«» (")[-1:]
        return before in ("", ".", "!", "?", "\n", ":") or self.text[max(0, start - 1) : start] == "\n"


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
    words = list(_WORD.finditer(text, start, end))
    keep = [n for n, w in enumerate(words) if w.group() != w.group().lower() or w.group()[:1].isdigit()]
    if not keep:
        return start, start
    first, last = keep[0], keep[-1]
    if first and _ARTICLE.match(words[first - 1].group()) and text[words[first].start() - 1] in "-‐-–—":
        first -= 1
    if words[first].group() == "The" and first < last and name_key(text[start:end]) not in _THE:
        first += 1
    begin, finish = words[first].start(), words[last].end()
    finish -= len(m.group()) if (m := _POSSESSIVE.search(text[begin:finish])) else 0
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
        comma = _COMMA.match(scene.text, before.end)
        short = _short_form(scene, comma.end()) if comma else None
        if short and not blocked.meets(short.start, short.end):
            yield short

"""What grammar calls a place, cut into the toponyms that it is made of."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.mentions.place.entry import Entry
from sayso.mentions.place.key import name_key
from sayso.mentions.place.lexicon import abbreviations, generics, words
from sayso.mentions.place.reading import empty, heard_alike, prominent, readings_of
from sayso.mentions.place.scene import ARTICLE, POSSESSIVE, WORD, NameLike, Scene
from sayso.mentions.place.toponym import Toponym

RULE_NAMED = "<name that grammar calls a place>"
RULE_SHORT = "<place>, <abbreviation>"

_SPLIT = re.compile(r",\s+|['’]s\s+|\s+and\s+(?=al-|[A-Z])|\s+\(|\n+")


def named(scene: Scene, name: NameLike) -> Iterator[Toponym]:
    """The toponyms of a name that grammar calls a place: itself, or the parts between its commas."""
    exact = scene.text[name.start : name.end]
    if scene.after(name.end) in words()["given to a thing"] or _no_name(exact):
        return
    at = name.start
    for piece in [exact] if readings_of(exact) else pieces(exact):
        start, end = trimmed(scene.text, at, at + len(piece))
        if start < end and not empty(scene.text[start:end]):
            yield short_form(scene, start) or made(scene, start, end, RULE_NAMED)
        at += len(piece)


def _no_name(exact: str) -> bool:
    """Whether a name has no letters, or is an abbreviation that the gazetteer does not know ("ISIL")."""
    if not any(map(str.isalpha, exact)):
        return True
    return exact.isupper() and exact.isalpha() and len(exact) <= CODE and not readings_of(exact)


CODE = 5  # letters of a word in capitals that, unknown to the gazetteer, is likelier no place


def pieces(exact: str) -> Iterator[str]:
    """The parts of a name in order, separators included.

    It is cut at commas, after a country's 's, before and after "district of", and, where commas were lost,
    between names that are all well known ("Aleppo Hama Damascus").
    """
    rest = exact
    while cut := _SPLIT.search(rest):
        head = rest[: cut.start()]
        if "s" in cut.group() and not any(e.kind == "country" for e in readings_of(head)[:1]):
            break
        yield from _joined(head)
        yield cut.group()
        rest = rest[cut.end() :]
    yield from _joined(rest)


def _joined(exact: str) -> Iterator[str]:
    """A part as it is, or cut again: at "district of", or into well-known names put side by side."""
    if cut := _part_of().search(exact):
        yield from (exact[: cut.start()], cut.group(), exact[cut.end() :])
        return
    parts = re.split(r"(\s+)", exact)
    known = _known_parts(parts) if len(parts) > 2 and not readings_of(exact) else None
    yield from known or [exact]


@cache
def _part_of() -> re.Pattern[str]:
    nouns = "|".join(sorted(words()["part of"], key=len, reverse=True))
    return re.compile(rf"\s+(?:{nouns})\s+of\s+(?:the\s+)?")


def _known_parts(parts: list[str]) -> list[str] | None:
    """Words and spaces put together into names that are all well known; None where they are not."""
    found: list[str] = []
    at = 0
    while at < len(parts):
        size = next((n for n in (5, 3, 1) if prominent("".join(parts[at : at + n]))), 0)
        if not size:
            return None
        found += ["".join(parts[at : at + size]), *parts[at + size : at + size + 1]]
        at += size + 1
    return found


def short_form(scene: Scene, start: int) -> Toponym | None:
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


def made(scene: Scene, start: int, end: int, rule: str, readings: tuple[Entry, ...] | None = None) -> Toponym:
    """The toponym of a stretch, its readings looked up unless they are given."""
    exact = scene.text[start:end]
    readings = readings_of(exact) if readings is None else readings
    last = exact.lower().split()[-1] if exact.split() else ""
    kind = generics().get(scene.after(end)) or (generics().get(last) if " " in exact else None)
    sounded = not readings
    readings = readings or heard_alike(exact)
    return Toponym(scene.part, start, end, exact, name_key(exact), rule, readings, kind, sounded)

"""Nationality and institution ("Malian army"), and roles without either ("health officials").

The noun is found first, then the words before it: so the many names of countries are asked for only where
a noun of `roles.txt` stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.mentions.actor.found import RULE_INSTITUTION, RULE_ROLE, Found, found
from sayso.mentions.actor.lexicon import governments, roles
from sayso.mentions.actor.nations import nation
from sayso.mentions.actor.values import Actor
from sayso.mentions.country import countries
from sayso.reports.span import Part

MODIFIERS = re.compile(
    r"(?:(?<!\w)(?:senior|local|top|former|two|three|several|some|other|opposition|pro-government|military|"
    r"security|health|defence|defense|interior|foreign|police|army|provincial|regional|medical|state|unnamed|"
    r"government|hospital|humanitarian|intelligence|rebel|city|village|tribal|ministry|rights|human|"
    r"US-backed)\s+){1,3}$",
    re.IGNORECASE,
)
BEFORE = 70  # characters before a noun in which its modifiers, or the name of a country, stand
LAST_WORDS = re.compile(r"(?<!\w)(?:[\w.'’&-]+\s+){0,6}[\w.'’&-]+\s+$")
POSSESSIVE = re.compile(r"['’]s?$")
SIDED = re.compile(r"(?:pro|anti)-", re.IGNORECASE)  # on a country's side, not its own
OWNED = ("government", "military", "police")  # institutions that a country has one of


@dataclass(frozen=True, slots=True)
class Held:
    """An actor and where it begins with its owner, where without ("army" of "Malian army"), and ends."""

    begin: int
    start: int
    end: int
    actor: Actor
    rule: str


def by_institution(text: str, part: Part) -> Iterator[Found]:
    """The institutions and roles of a text, in reading order; a longer one swallows those inside it."""
    held: Held | None = None
    for match in _nouns().finditer(text):
        start = _modified(text, match.start())
        overlaps = held is not None and start < held.end
        if held and overlaps:
            start = min(start, held.start)
        following = _held(text, start, match)
        if held and not overlaps:
            yield found(text, part, held.begin, held.end, held.actor, held.rule)
        held = following
    if held:
        yield found(text, part, held.begin, held.end, held.actor, held.rule)


def _modified(text: str, start: int) -> int:
    """Where the modifiers before a noun begin; the noun's own start where it has none."""
    floor = max(0, start - BEFORE)
    match = MODIFIERS.search(text[floor:start])
    return floor + match.start() if match else start


def _held(text: str, start: int, noun: re.Match[str]) -> Held | None:
    """The actor that a noun names; None where its owner only looks like a country ("us officials")."""
    begin, owner = _owner(text, start) or (start, None)
    code = nation(owner) if owner else None
    if owner and code is None and not SIDED.match(owner):
        return None
    kind = roles()[" ".join(noun.group().lower().split())]
    name = " ".join(text[begin : noun.end()].split())
    actor = Actor(name=name, kind=kind, country=code, title_only=True)
    if code and kind in OWNED and start == noun.start():
        number = governments().get(code) if kind != "police" else None
        actor = replace(actor, id=f"{kind}-{code.lower()}", ucdp=number, title_only=False)
    return Held(begin, start, noun.end(), actor, RULE_INSTITUTION if code else RULE_ROLE)


def _owner(text: str, end: int) -> tuple[int, str] | None:
    """The country or nationality that ends before an offset: where it begins, and its words."""
    floor = max(0, end - BEFORE)
    if not (match := LAST_WORDS.search(text[floor:end])):
        return None
    for first in re.finditer(r"\S+", match.group()):
        start = floor + match.start() + first.start()
        name = POSSESSIVE.sub("", " ".join(text[start:end].split()))
        if SIDED.sub("", name.lower()) in _owners():
            return start, name
    return None


@cache
def _owners() -> frozenset[str]:
    table = countries().values()
    return frozenset(word.lower() for c in table for word in (c.name, *c.aliases, *c.demonyms))


@cache
def _nouns() -> re.Pattern[str]:
    nouns = sorted(roles(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, nouns)) + r")(?![\w-])", re.IGNORECASE)

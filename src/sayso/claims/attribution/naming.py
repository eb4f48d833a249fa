"""The best full name that a report gives for an actor: people without their titles, initials spelt out."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from sayso.claims.attribution.roles import PERSON, called
from sayso.claims.attribution.values import Chars
from sayso.mentions.actor import best_name
from sayso.mentions.actor.lexicon import actors as known_actors
from sayso.mentions.actor.lexicon import automaton as known_aliases
from sayso.mentions.actor.resolve import best_actor
from sayso.mentions.actor.values import Actor
from sayso.mentions.country import countries
from sayso.mentions.mention import Mention
from sayso.reports.report import Report
from sayso.reports.span import Part

ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z]{1,11})\)")
NAME_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
LINKS = frozenset({"of", "for", "and", "the", "on", "in", "de", "du", "des", "to", "against", "&"})
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "abu", "de", "der", "van", "von", "da", "dos", "del", "la", "y", "ul"}
)
TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "lord",
        "lady",
        "gen",
        "col",
        "maj",
        "major",
        "lt",
        "lieutenant",
        "capt",
        "captain",
        "sgt",
        "brigadier",
        "brig",
        "admiral",
        "rear",
        "vice",
        "sheikh",
        "ayatollah",
        "sen",
        "rep",
        "hon",
    }
)
LONGEST_NAME = 12  # words before an abbreviation in brackets
CLOSEST_FORM = 2  # words from which a written form of a person counts as a full name

OF_A_STATE = frozenset({"government", "military", "police"})  # called by many names in one report
BODIES = frozenset({"monitor", "ngo", "igo", "government", "military", "medical", "media"})

Named = tuple[str, Actor | None]


class Names:
    """What a report's actors are called, asked by mention."""

    def __init__(self, report: Report, actors: Sequence[Mention[Actor]]) -> None:
        self.report, self.actors = report, actors
        self._by_part = {
            part: sorted((m for m in actors if m.span.part == part), key=lambda m: m.span.start)
            for part in ("title", "text")
        }
        self._starts = {part: [m.span.start for m in found] for part, found in self._by_part.items()}
        self._best: dict[str, Named] = {}

    def inside(self, part: Part, span: Chars) -> list[Mention[Actor]]:
        """The actors that share a character with a span."""
        found, starts = self._by_part[part], self._starts[part]
        first = bisect_left(starts, span[0])
        first -= first > 0 and found[first - 1].span.end > span[0]
        return found[first : bisect_left(starts, span[1])]

    def before(self, part: Part, offset: int, most: int) -> list[Mention[Actor]]:
        """The last actors before an offset, nearest first."""
        last = bisect_left(self._starts[part], offset)
        return self._by_part[part][max(0, last - most) : last][::-1]

    def best(self, one: Mention[Actor]) -> Named:
        """The name and the actor that a mention stands for."""
        exact, day, at = one.span.exact, self.report.published, (one.span.part, one.span.start)
        key = f"{one.value.id or one.value.kind}\x1f{exact}"
        if key not in self._best:
            self._best[key] = self._named(one, exact, best_actor(exact, self.actors, published=day, at=at))
        return self._best[key]

    def _named(self, one: Mention[Actor], exact: str, found: Actor | None) -> Named:
        plain = bare(exact.removeprefix("of "))
        actor = found or one.value
        if full := self.abbreviations.get(plain):
            return full, actor
        if actor.id is None and (state := _states().get(plain)):
            return state.name, state
        if one.value.kind == "person" and one.value.id is None and _is_body(plain):
            return plain, _alias(plain)
        if actor.kind == "person":
            own = person_name(exact)
            same = len(own.split()) < CLOSEST_FORM or own.split()[0] in actor.name.split()
            return self._person(exact, actor if same else one.value), actor if same else one.value
        name = best_name(
            exact, self.actors, published=self.report.published, at=(one.span.part, one.span.start)
        )
        name = self.abbreviations.get(bare(name), bare(name))
        own_words = set(plain.lower().split())
        kept = actor.kind in OF_A_STATE and len(own_words) > 1 and not own_words <= set(name.lower().split())
        return plain if kept else name, actor

    def _person(self, exact: str, actor: Actor) -> str:
        """The longest form of a person's name that the report has; the table's where it has only one word."""
        own = person_name(exact)
        if len(own.split()) >= CLOSEST_FORM:
            return own
        last = own
        forms = {*self._people.get(last, ()), *self._people.get(actor.name.split()[-1], ())}
        full = [form for form in forms if len(form.split()) >= CLOSEST_FORM]
        return (
            max(full, key=lambda form: (len(form), form))
            if full
            else actor.name
            if actor.id
            else own or actor.name
        )

    @cached_property
    def _told(self) -> Counter[str]:
        """How often each form of a person's name stands in the report."""
        people = (m for m in self.actors if m.value.kind == "person" and not m.value.title_only)
        return Counter(name for name in (person_name(m.span.exact) for m in people) if name)

    @cached_property
    def _people(self) -> dict[str, set[str]]:
        """Forms of people's names by their last word."""
        found: dict[str, set[str]] = {}
        for name in self._told:
            found.setdefault(name.split()[-1], set()).add(name)
        return found

    def office(self, exact: str) -> Named | None:
        """The person whom the report, or the day, puts into an office ("the US Secretary of State")."""
        itself = {exact, bare(exact)}
        others = [m for m in self.actors if m.value.kind != "person" or m.span.exact not in itself]
        actor = best_actor(exact, others, published=self.report.published)
        if actor is None or actor.kind != "person" or actor.title_only or actor.name == bare(exact):
            return None
        return self._person(actor.name, actor), actor

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Initials → the name that the report puts before them ("Red Crescent (RC)")."""
        pairs = (pair for _, text in self.report.parts() for pair in _spelt_out(text))
        return dict(reversed(list(pairs)))

    @cached_property
    def monitors(self) -> list[Mention[Actor]]:
        """One mention of every monitor of the actor table that the report names."""
        known: dict[str, Mention[Actor]] = {}
        for m in self.actors:
            actor = m.value if m.value.id else _alias(bare(m.span.exact.removeprefix("of ")))
            if actor and actor.kind == "monitor" and actor.id:
                known.setdefault(actor.id, m)
        return list(known.values())


@cache
def _states() -> dict[str, Actor]:
    """States by the names of their countries, for what grammar calls a person ("Russia")."""
    table = known_actors()
    return {
        name: table[f"state-{code.lower()}"]
        for code, country in countries().items()
        for name in (country.name, *country.aliases)
    }


def _is_body(name: str) -> bool:
    """Whether a name that grammar calls a person's is an institution's ("Coordination Center in Qarah")."""
    kinds = [called().get(word.lower(), frozenset()) for word in NAME_WORD.findall(name)]
    return not any(PERSON in found for found in kinds) and any(found & BODIES for found in kinds)


def _alias(name: str) -> Actor | None:
    """The one entry of the actor table that is written so."""
    certain = [alias for alias in known_aliases().get(name, ()) if not alias.only_in]
    return known_actors()[certain[0].actor] if certain else None


def bare(exact: str) -> str:
    """A mention without its definite article, white space as one space."""
    name = " ".join(exact.split())
    return name[4:] if name[:4].lower() == "the " and len(name) > 4 else name


def person_name(exact: str) -> str:
    """A person's name without titles and functions before it and what follows it; may be empty.

    A function is lower-case words, or capitalised ones up to a noun that calls people ("Minister").
    """
    words = NAME_WORD.findall(exact.removesuffix("'s").removesuffix("’s"))
    start = 0
    for number, word in enumerate(words):
        plain = word.lower().strip(".")
        lower = word[:1].islower() and plain.partition("-")[0] not in PARTICLES
        if lower or plain in TITLES or PERSON in called().get(plain, frozenset()):
            start = number + 1
    if start == len(words) and start:  # what follows the name: "Jane Roe head of", "Jane Roe, director"
        return _before_function(words)
    return " ".join(words[start:])


def _before_function(words: list[str]) -> str:
    kept: list[str] = []
    for word in words:
        plain = word.lower().strip(".")
        function = word[:1].islower() and plain.partition("-")[0] not in PARTICLES
        if function or PERSON in called().get(plain, frozenset()):
            if kept:
                break
        elif plain not in TITLES:
            kept.append(word)
    return " ".join(kept)


def _spelt_out(text: str) -> Iterator[tuple[str, str]]:
    for match in ABBREVIATION.finditer(text):
        short = match[1]
        before = text[max(0, match.start() - 160) : match.start()].rpartition("\n")[2]
        words = before.replace(",", " , ").split()[-LONGEST_NAME:]
        for number, word in enumerate(words):
            rest = words[number:]
            proper = all(w[:1].isupper() or w.lower() in LINKS for w in rest)
            if proper and word[:1].upper() == short[0] and word.lower() not in LINKS and _fits(short, rest):
                yield short, " ".join(rest)
                break


def _fits(short: str, words: list[str]) -> bool:
    """Whether letters stand for words: each capital begins one, in order."""
    initials = iter("".join(word[0] for word in words).upper())
    capitals = [sign for sign in short if sign.isupper()]
    return len(words) > 1 and all(any(sign == initial for initial in initials) for sign in capitals)

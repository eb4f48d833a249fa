"""The speakers of a report: each mention of one with the best name, pronouns and roles resolved."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.lexicon import cues
from sayso.claims.attribution.standing import party_to_conflict
from sayso.claims.attribution.values import Chars
from sayso.claims.claim import Source
from sayso.errors import DataFileError
from sayso.mentions.actor import best_name
from sayso.mentions.actor.resolve import best_actor
from sayso.mentions.actor.values import Actor
from sayso.mentions.mention import Mention
from sayso.reports.report import Report

HE = frozenset({"he", "him", "his"})
SHE = frozenset({"she", "her", "hers"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "both", "these", "those"})
SELF = frozenset(
    {"i", "we", "us", "our", "ours", "my", "me", "you", "your", "one", "everyone", "nobody", "somebody"}
)
PEOPLE = frozenset({"person", "official"})
ARTICLES = ("the ", "The ", "THE ")
DEFINITE = frozenset({"the", "that", "this", "same", "its", "their", "his", "her"})
ISSUED = frozenset({
    "report", "statement", "toll", "datum", "data", "figure", "release", "statistic", "survey", "study", "count",
    "tally", "bulletin", "website", "estimate", "record", "letter", "tweet", "post", "update", "advisory",
})  # fmt: skip
MEMORY = 40  # earlier speakers that a pronoun or a role may mean
NEAREST = 12  # actors looked at before a pronoun whose speaker nobody introduced


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker that the report has named, with the words it was named by."""

    source: Source
    words: frozenset[str]
    person: bool
    plural: bool


@cache
def called() -> dict[str, frozenset[str]]:
    """Noun → the kinds of actor that it may stand for. Raises DataFileError for an odd line."""
    found: dict[str, set[str]] = {}
    text = files("sayso.claims.attribution").joinpath("roles.txt").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            nouns, bar, kinds = line.partition(" | ")
            if not bar:
                raise DataFileError("roles.txt", number, "expected 'nouns | kinds'")
            for noun in nouns.split("; "):
                found.setdefault(noun, set()).update(kinds.split("; "))
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


@dataclass
class Speakers:
    """Names the speakers of one report in reading order, and remembers them."""

    report: Report
    actors: Sequence[Mention[Actor]]
    told: list[Told] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_part = {
            part: sorted((m for m in self.actors if m.span.part == part), key=lambda m: m.span.start)
            for part in ("title", "text")
        }
        self._starts = {part: [m.span.start for m in found] for part, found in self._by_part.items()}

    def source(self, ground: Ground, mention: Chars) -> Source | None:
        """The source that a mention stands for; None where it is no one in particular ("we", "you")."""
        source, head = self.party(ground, mention), ground.head(mention)
        if source and head is not None:
            self._remember(ground, source, head)
        return source

    def party(self, ground: Ground, mention: Chars) -> Source | None:
        """The same of somebody who is no speaker and is not remembered as one."""
        head = ground.head(mention)
        if head is None:
            return None
        word = ground.syntax.word(head)
        if word in SELF:
            return None
        span = self.report.span(ground.part, *mention)
        found = self._meant(ground, mention, head, word)
        if isinstance(found, Source):
            return Source(span, found.name, found.id, found.kind, found.party_to_conflict)
        name, actor = found
        kind = actor.kind if actor else _kind(ground, head)
        identity = actor.id if actor else None
        return Source(span, name, identity, kind, party_to_conflict(actor, self.actors))

    def _meant(
        self, ground: Ground, mention: Chars, head: int, word: str
    ) -> Source | tuple[str, Actor | None]:
        if word in HE | SHE | IT | THEY:
            return self._pronoun(ground, word, mention) or (ground.exact(mention), None)
        inside = self._inside(ground.part, mention)
        named = self._named(ground, mention, head, inside)
        if named:
            return named
        return self._called(ground, mention, head) or (_bare(ground.exact(mention)), None)

    def _inside(self, part: str, span: Chars) -> list[Mention[Actor]]:
        found, starts = self._by_part.get(part, []), self._starts.get(part, [])
        first = bisect_left(starts, span[0])
        first -= first > 0 and found[first - 1].span.end > span[0]
        last = bisect_left(starts, span[1])
        return found[first:last]

    def _named(
        self, ground: Ground, mention: Chars, head: int, inside: Sequence[Mention[Actor]]
    ) -> tuple[str, Actor | None] | None:
        """By a name in the mention: a person's, else the organisation's at its head, else the issuer's."""
        at = ground.analysis.tokens[head]
        people = [m for m in inside if m.value.kind == "person"]
        heading = [m for m in inside if m.span.start < at.end and at.start < m.span.end]
        for one in (*people[-1:], *(m for m in heading if not m.value.title_only)):
            return self._best(one)
        lemma = ground.syntax.lemma(head)
        if lemma in ISSUED:
            for one in (m for m in inside if not m.value.title_only):
                return self._best(one)
        if heading or inside:
            exact = ground.exact(mention)
            actor = best_actor(exact, self.actors, published=self.report.published)
            if actor and not actor.title_only:
                return best_name(exact, self.actors, published=self.report.published), actor
        for one in heading:
            if not self._called(ground, mention, head):
                return _bare(ground.exact(mention)), one.value
        return None

    def _best(self, one: Mention[Actor]) -> tuple[str, Actor]:
        at = (one.span.part, one.span.start)
        exact, day = one.span.exact, self.report.published
        actor = best_actor(exact, self.actors, published=day, at=at) or one.value
        return best_name(exact, self.actors, published=day, at=at), actor

    def _pronoun(self, ground: Ground, word: str, mention: Chars) -> Source | tuple[str, Actor | None] | None:
        for told in reversed(self.told[-MEMORY:]):
            if _agrees(word, told):
                return told.source
        starts = self._starts[ground.part]
        last = bisect_left(starts, mention[0])
        for one in reversed(self._by_part[ground.part][max(0, last - NEAREST) : last]):
            human = one.value.kind in PEOPLE
            if not one.value.title_only and human == (word in HE | SHE):
                return self._best(one)
        return None

    def _called(self, ground: Ground, mention: Chars, head: int) -> Source | tuple[str, Actor | None] | None:
        """By its kind: an earlier speaker of these words or this kind, else the report's only one."""
        lemma = ground.syntax.lemma(head)
        definite = self._definite(ground, mention, head)
        if definite:
            for told in reversed(self.told[-MEMORY:]):
                if lemma in told.words:
                    return told.source
        kinds = called().get(lemma)
        if not kinds or "person" in kinds:
            return None
        if definite:
            for told in reversed(self.told[-MEMORY:]):
                if told.source.kind in kinds:
                    return told.source
        return self._only(kinds) if definite or "monitor" in kinds else None

    def _definite(self, ground: Ground, mention: Chars, head: int) -> bool:
        first = next(iter(ground.syntax.within(*mention)), head)
        word = ground.syntax.word(first)
        return word in DEFINITE or (ground.part == "title" or first == head)

    def _only(self, kinds: frozenset[str]) -> tuple[str, Actor | None] | None:
        """The only named actor of the report of the first of these kinds that there is."""
        if "monitor" not in kinds:
            return None
        found = {m.value.name: m for m in self.actors if m.value.kind == "monitor" and not m.value.title_only}
        return self._best(next(iter(found.values()))) if len(found) == 1 else None

    def _remember(self, ground: Ground, source: Source, head: int) -> None:
        words = set(_words(source.name)) | set(_lemmas(ground, head))
        plural = ground.syntax.tokens[head].xpos in ("NNS", "NNPS") or ground.syntax.word(head) in THEY
        person = source.kind in PEOPLE or ground.syntax.word(head) in HE | SHE
        self.told.append(Told(source, frozenset(words), person, plural))


def _agrees(word: str, told: Told) -> bool:
    mister = told.source.span is not None and told.source.span.exact.startswith(("Mr ", "Mr. ", "King "))
    if word in HE:
        return told.person and not told.plural
    if word in SHE:
        return told.person and not told.plural and not mister
    if word in IT:
        return not told.person and not told.plural
    return told.plural or not told.person


def _lemmas(ground: Ground, head: int) -> Iterator[str]:
    """The nouns of a mention and of what stands in apposition to it."""
    syntax = ground.syntax
    tops = [head, *syntax.children(head, "appos")]
    for top in tops:
        for token in syntax.within(*ground.phrase(top)):
            if syntax.tokens[token].upos in ("NOUN", "PROPN"):
                yield syntax.lemma(token)


def _words(name: str) -> Iterator[str]:
    return (word.strip(".,()'\"").lower() for word in name.split())


def _kind(ground: Ground, head: int) -> str | None:
    """The kind of an unnamed speaker by its noun: a person, a document has none."""
    lemma = ground.syntax.lemma(head)
    if lemma in cues().nouns:
        return None
    kinds = called().get(lemma, frozenset())
    return "person" if "person" in kinds else next(iter(sorted(kinds)), None) if len(kinds) == 1 else None


def _bare(exact: str) -> str:
    name = " ".join(exact.split())
    for article in ARTICLES:
        name = name.removeprefix(article)
    return name or exact

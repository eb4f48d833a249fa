"""The speakers of a report: each mention of one with the best name, pronouns and roles resolved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.lexicon import cues
from sayso.claims.attribution.naming import Named, Names, bare
from sayso.claims.attribution.roles import PERSON, called
from sayso.claims.attribution.standing import party_to_conflict
from sayso.claims.attribution.values import Chars
from sayso.claims.claim import Source
from sayso.mentions.actor.values import Actor
from sayso.mentions.mention import Mention
from sayso.reports.report import Report

HE = frozenset({"he", "him", "his"})
SHE = frozenset({"she", "her", "hers"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "both", "these", "those"})
PRONOUNS = HE | SHE | IT | THEY
NOBODY = frozenset(
    {
        "i",
        "we",
        "us",
        "our",
        "ours",
        "my",
        "me",
        "you",
        "your",
        "one",
        "everyone",
        "nobody",
        "somebody",
        "there",
        "what",
        "this",
        "that",
    }
)
PEOPLE = frozenset({"person", "official"})
DEFINITE = frozenset({"the", "that", "this", "same", "its", "their", "his", "her"})
ISSUED = frozenset(
    {
        "report",
        "statement",
        "toll",
        "datum",
        "data",
        "figure",
        "release",
        "statistic",
        "survey",
        "count",
        "tally",
        "bulletin",
        "website",
        "estimate",
        "record",
        "letter",
        "tweet",
        "post",
        "update",
        "advisory",
    }
)
UTTERED = frozenset({"statement", "claim", "communique", "communiqué", "declaration", "announcement"})
UTTERING = re.compile(r"(?i)\b(?:statement|claim|communiqu|declar|announc)")
ABBREVIATED = re.compile(r"\s+\([A-Z][\w.-]*\)\s+")  # "the Islamic State (IS) group"
MEMORY = 40  # earlier speakers that a pronoun or a role may mean
NEAREST = 12  # actors looked at before a pronoun whose speaker nobody introduced


Found = Mention[Actor]


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker that the report has named, with the words it was named by."""

    source: Source
    words: frozenset[str]
    person: bool
    plural: bool


class Speakers:
    """Names the speakers of one report in reading order, and remembers them."""

    def __init__(self, report: Report, actors: Sequence[Mention[Actor]]) -> None:
        self.report, self.actors = report, actors
        self.names = Names(report, actors)
        self.told: list[Told] = []

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
        word = _pronoun_word(ground, head)
        if word in NOBODY:
            return None
        span = self.report.span(ground.part, *mention)
        found = (
            self._pronoun(ground, word, mention) if word in PRONOUNS else self._noun(ground, mention, head)
        )
        if isinstance(found, Source):
            return Source(span, found.name, found.id, found.kind, found.party_to_conflict)
        name, actor = found or (ground.exact(mention), None)
        kind = actor.kind if actor else _kind(ground, head)
        identity = actor.id if actor else None
        return Source(span, name, identity, kind, party_to_conflict(actor, self.actors))

    def _noun(self, ground: Ground, mention: Chars, head: int) -> Source | Named:
        at = ground.analysis.tokens[head]
        inside = [m for m in self.names.inside(ground.part, mention) if _is_name(m)]
        heading = [m for m in inside if m.span.start < at.end and at.start < m.span.end]
        apart = self.names.inside(ground.part, _apart(ground, head))
        if not self._unnamed_person(ground, mention, inside):
            for one in self._telling(ground, head, inside, heading, apart):
                office = self.names.office(one.span.exact) if one.value.id is None else None
                return office or self.names.best(one)
        exact = ground.exact(mention)
        if full := self.names.abbreviations.get(bare(exact)):
            return full, heading[0].value if heading else None
        if PERSON in called().get(ground.syntax.lemma(head), frozenset()) or heading:
            found = self.names.office(exact)
            if found:
                return found
        return self._called(ground, mention, head) or (bare(exact), heading[0].value if heading else None)

    def _telling(
        self, ground: Ground, head: int, inside: list[Found], heading: list[Found], apart: list[Found]
    ) -> Iterator[Found]:
        """The actors that name a mention: at its head, beside a noun of its kind, apart, the issuer."""
        lemma, end = ground.syntax.lemma(head), ground.analysis.tokens[head].end
        generic = lemma in called()
        behind = [m for m in inside if generic and end <= m.span.start <= end + 1]
        issuers = inside if lemma in ISSUED else []
        start = ground.analysis.tokens[head].start
        joined = [m for m in inside if generic and ABBREVIATED.fullmatch(ground.text, m.span.end, start)]
        for one in (
            *heading,
            *joined,
            *(m for m in apart if generic or m.value.kind == "person"),
            *behind,
            *issuers,
        ):
            if not one.value.title_only:
                yield one

    def _unnamed_person(self, ground: Ground, mention: Chars, inside: list[Found]) -> bool:
        """Whether a mention ends with a role that no name covers ("a Red Cross spokesperson")."""
        last = ground.syntax.within(*mention)[-1]
        at = ground.analysis.tokens[last]
        role = (
            PERSON in called().get(ground.syntax.lemma(last), frozenset())
            and ground.exact(mention)[-1].islower()
        )
        named = (m for m in inside if not m.value.title_only)
        return role and not any(m.span.end >= at.end or m.value.kind == "person" for m in named)

    def _pronoun(self, ground: Ground, word: str, mention: Chars) -> Source | Named | None:
        beside = self._beside(ground, mention)
        for told in reversed(self.told[-MEMORY:]):
            if _agrees(word, told) and told.source.name != beside:
                return told.source
        for one in self.names.before(ground.part, mention[0], NEAREST):
            if not one.value.title_only and (one.value.kind in PEOPLE) == (word in HE | SHE):
                return self.names.best(one)
        return None

    def _beside(self, ground: Ground, mention: Chars) -> str | None:
        """Whoever "he" cannot be: "Mr Brown, he said, was wrong" is somebody else's say."""
        for one in self.names.before(ground.part, mention[0], 1):
            if ground.text[one.span.end : mention[0]].strip() in (",", ", "):
                return self.names.best(one)[0]
        return None

    def _called(self, ground: Ground, mention: Chars, head: int) -> Source | Named | None:
        """By its kind: an earlier speaker of these words or this kind, of "the statement" who made
        one; else the report's only monitor."""
        lemma = ground.syntax.lemma(head)
        kinds = called().get(lemma, frozenset()) - {PERSON}
        if _definite(ground, mention, head):
            earlier = self.told[-MEMORY:][::-1]
            same = next((told for told in earlier if lemma in told.words), None)
            same = same or next((told for told in earlier if told.source.kind in kinds), None)
            if not same and lemma in UTTERED:
                same = next((told for told in earlier if _uttered(ground, told)), None)
            if same:
                return same.source
        if "monitor" in kinds and len(self.names.monitors) == 1:
            return self.names.best(self.names.monitors[0])
        return None

    def _remember(self, ground: Ground, source: Source, head: int) -> None:
        word = _pronoun_word(ground, head)
        words = {part.strip(".,()'\"").lower() for part in source.name.split()}
        words.update(_lemmas(ground, head))
        plural = ground.syntax.tokens[head].xpos in ("NNS", "NNPS") or word in THEY
        person = source.kind in PEOPLE or word in HE | SHE
        self.told.append(Told(source, frozenset(words), person, plural))


def _pronoun_word(ground: Ground, head: int) -> str:
    """A word that may be a pronoun, in lower case; "US", "WHO" and "IT" in capitals are none."""
    exact = ground.analysis.exact(ground.analysis.tokens[head])
    return "" if len(exact) > 1 and exact.isupper() else exact.lower()


def _is_name(one: Mention[Actor]) -> bool:
    return one.value.title_only or any(map(str.isupper, one.span.exact))


def _apart(ground: Ground, head: int) -> Chars:
    """The apposition of a mention, where its name may stand ("the envoy, Jane Roe")."""
    found = [child for child in ground.syntax.children(head, "appos") if child > head]
    at = ground.analysis.tokens[head]
    return ground.phrase(found[0]) if found else (at.end, at.end)


def _definite(ground: Ground, mention: Chars, head: int) -> bool:
    """With an article or a pronoun before it, or a bare singular as in headlines."""
    first = next(iter(ground.syntax.within(*mention)), head)
    alone = first == head and (ground.part == "title" or ground.syntax.tokens[head].xpos in ("NN", "NNP"))
    return alone or ground.syntax.word(first) in DEFINITE


def _agrees(word: str, told: Told) -> bool:
    mister = told.source.span is not None and told.source.span.exact.startswith(("Mr ", "Mr. ", "King "))
    if word in HE:
        return told.person and not told.plural
    if word in SHE:
        return told.person and not told.plural and not mister
    if word in IT:
        return not told.person and not told.plural
    return told.plural or not told.person


def _uttered(ground: Ground, told: Told) -> bool:
    """Whether a speaker made a statement in the sentence that names it ("the group said in a statement")."""
    span = told.source.span
    token = ground.analysis.token_at(span.start) if span and span.part == ground.part else None
    if span is None or token is None:
        return False
    return bool(UTTERING.search(ground.text, span.end, ground.sentence(token)[1]))


def _lemmas(ground: Ground, head: int) -> Iterator[str]:
    """The nouns of a mention and of what stands in apposition to it."""
    syntax = ground.syntax
    for top in (head, *syntax.children(head, "appos")):
        for token in syntax.within(*ground.phrase(top)):
            if syntax.tokens[token].upos in ("NOUN", "PROPN"):
                yield syntax.lemma(token).lower()


def _kind(ground: Ground, head: int) -> str | None:
    """The kind of an unnamed speaker by its noun; a document has none."""
    lemma = ground.syntax.lemma(head)
    kinds = called().get(lemma, frozenset())
    if lemma in cues().nouns or not kinds:
        return None
    return PERSON if PERSON in kinds else next(iter(kinds)) if len(kinds) == 1 else None

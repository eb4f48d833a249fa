"""Who suffered what a figure counts, and who did it: actors around the event, by their place in the tree."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.claims.claim import Party
from sayso.claims.events import Event
from sayso.claims.events.lexicon import words
from sayso.claims.figures import FigureAt
from sayso.claims.syntax import JOINED, Syntax
from sayso.mentions.actor.values import Actor
from sayso.mentions.mention import Mention
from sayso.reports.span import Part

ACTS = frozenset(
    ["armed_group", "military", "police", "state", "government", "coalition"]
)  # kinds that fight
DONE_BY = frozenset(
    ["kill", "injure", "harmed", "detain", "abduct", "free", "displace", "strike", "destroy", "seize"]
)
OF = frozenset(["of", "from", "among"])
BY = frozenset(["by", "from"])
Found = tuple[Party | None, str | None]
NOBODY: Found = (None, None)


class Parties:
    """The fighting parties that a report names, asked by where they stand."""

    def __init__(self, actors: Sequence[Mention[Actor]]) -> None:
        self._by_part: dict[Part, list[Mention[Any]]] = {}
        for mention in actors:
            if mention.value.kind in ACTS:
                self._by_part.setdefault(mention.span.part, []).append(mention)
        self._starts: Mapping[Part, list[int]] = {
            part: [m.span.start for m in found] for part, found in self._by_part.items()
        }

    def over(self, part: Part, start: int, end: int) -> Mention[Actor] | None:
        """The first party that shares a character with a stretch; a bare role without a name is none."""
        found, starts = self._by_part.get(part, []), self._starts.get(part, [])
        place = max(0, bisect_left(starts, start) - 1)
        near = (m for m in found[place : place + 8] if m.span.start < end and start < m.span.end)
        return next((m for m in near if m.value.id or not m.value.title_only), None)

    def affected(self, at: FigureAt, event: Event | None) -> Found:
        """Who suffered it: the party in the noun counted, or the one that lost it."""
        if at.syntax is None or at.noun is None or at.token is None:
            return NOBODY
        counted = at.mention.value.counted
        end = counted.end if counted else at.span.end
        if mention := self.over(at.span.part, at.span.start, end):
            return _party(mention), "party in the words counted"
        for below in at.syntax.children(at.noun, "nmod", "compound", "amod"):
            within = at.syntax.preposition(below) in OF | {""}
            if within and (found := self._phrase(at.span.part, at.syntax, below)):
                return _party(found), "<counted> of <party>"
        if event and at.syntax.lemma(event.token) in words("loser"):
            return self._subject(at, at.syntax, event, "<party> lost <figure>")
        return NOBODY

    def by(self, at: FigureAt, event: Event | None) -> Found:
        """Who did it: "by" after the event, the subject of an active one, the party whose act it was."""
        syntax = at.syntax
        if syntax is None or event is None or event.cls not in DONE_BY or event.agent:
            return NOBODY
        part, around = at.span.part, syntax.children(event.token, "obl", "nmod")
        for below in around:
            if syntax.preposition(below) in BY and (found := self._phrase(part, syntax, below)):
                return _party(found), "<event> by <party>"
        if (doer := self._subject(at, syntax, event, "<party> <event> <figure>"))[0]:
            return doer
        for below in around:
            if syntax.lemma(below) in words("act") and (found := self._phrase(part, syntax, below)):
                return _party(found), "<event> in <act> of <party>"
        return NOBODY

    def _subject(self, at: FigureAt, syntax: Syntax, event: Event, rule: str) -> Found:
        for verb in _doing(syntax, event.token):
            for below in _subjects(syntax, verb):
                active = syntax.tokens[below].deprel == "nsubj" and below not in (at.token, at.noun)
                if active and (found := self._phrase(at.span.part, syntax, below)):
                    return _party(found), rule
        return NOBODY

    def _phrase(self, part: Part, syntax: Syntax, head: int) -> Mention[Actor] | None:
        """The party that a phrase names by its head, its modifiers or, for acts, whose acts they are."""
        for number in (head, *syntax.children(head, "compound", "amod", "flat", "nmod")):
            token = syntax.tokens[number]
            if number != head and syntax.relation(number) == "nmod" and not _owns(syntax, number, head):
                continue
            if found := self.over(part, token.start, token.end):
                return found
        return None


def _subjects(syntax: Syntax, verb: int) -> list[int]:
    """The verb's subjects; without any, one before it that the tree hangs on the verb's object."""
    if own := syntax.children(verb, "nsubj"):
        return own
    return [
        below
        for thing in syntax.children(verb, "obj")
        for below in syntax.children(thing, "nsubj")
        if below < verb
    ]


def _owns(syntax: Syntax, number: int, head: int) -> bool:
    """Whether a noun below names whose act, or whose men, the head is: "strikes by the army"."""
    owner = syntax.tokens[number].deprel == "nmod:poss"
    return owner or (syntax.lemma(head) in words("act") and syntax.preposition(number) in BY | OF)


def _doing(syntax: Syntax, token: int) -> Iterator[int]:
    """The verb itself and those above it whose subject it shares: "the army attacked, killing 12"."""
    yield token
    here = token
    for _, head in zip(range(3), syntax.above(token), strict=False):
        relation = syntax.relation(here)
        if relation not in ("advcl", "xcomp", "acl") and relation not in JOINED:
            return
        yield head
        here = head


def _party(mention: Mention[Actor]) -> Party:
    actor = mention.value
    return Party(mention.span, actor.name, actor.id, actor.kind)

"""What the rules of attribution look at: one part of a report with its tree, quotations and actors."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.claims.attribution.values import Chars
from sayso.claims.syntax import Syntax
from sayso.language.analysis import Analysis
from sayso.language.quotation import Quotation, quotations, touching
from sayso.mentions.actor.values import Actor
from sayso.mentions.mention import Mention
from sayso.reports.span import Part

OUTSIDE = ("acl", "parataxis", "advcl", "ccomp", "dep", "discourse", "vocative", "appos", "csubj", "orphan")
NOUNS = ("NOUN", "PROPN", "PRON")
LONGEST_PHRASE = 40  # tokens of a noun phrase; a longer one is a mistake of the tree


@dataclass(frozen=True)
class Ground:
    """One part of a report, ready for the rules."""

    part: Part
    analysis: Analysis
    actors: Sequence[Mention[Actor]] = field(default=())  # those of the part, in text order

    @cached_property
    def syntax(self) -> Syntax:
        """The tree of the part."""
        return Syntax(self.analysis)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The outermost quotations of the part; each ends with its paragraph."""
        return quotations(self.analysis.text, self.analysis.paragraphs)

    @cached_property
    def _actor_starts(self) -> list[int]:
        return [mention.span.start for mention in self.actors]

    def actor_at(self, token: int) -> Mention[Actor] | None:
        """The actor whose name or role covers a token."""
        at = self.analysis.tokens[token]
        number = bisect_right(self._actor_starts, at.start) - 1
        return self.actors[number] if number >= 0 and self.actors[number].span.end >= at.end else None

    @property
    def text(self) -> str:
        """The characters of the part, furniture blanked."""
        return self.analysis.text

    def exact(self, span: Chars) -> str:
        """The characters of a span."""
        return self.text[span[0] : span[1]]

    def quoted(self, offset: int) -> bool:
        """Whether a character stands in quotation marks."""
        return bool(touching((offset, offset + 1), self.quotations))

    def chars(self, first: int, last: int) -> Chars:
        """From the first character of a token to the last of another."""
        return self.analysis.tokens[first].start, self.analysis.tokens[last].end

    def head(self, span: Chars) -> int | None:
        """The token that heads a span: of several the subject; its last noun where the tree makes a verb or
        an adjective the head."""
        top, tokens = self.syntax.top(*span), self.analysis.tokens
        if top is None:
            return None
        inside = self.syntax.within(*span)
        if tokens[top].upos in NOUNS:
            return self._subject(inside, top)
        return inside[-1] if tokens[inside[-1]].upos in NOUNS[:2] else top

    def _subject(self, inside: range, top: int) -> int:
        """The first subject among the nouns of a span that hang on none of it; else the one given."""
        nouns = (n for n in inside if self.analysis.tokens[n].upos in NOUNS)
        heads = (n for n in nouns if self.analysis.tokens[n].head not in inside)
        return next((n for n in heads if self.syntax.relation(n) == "nsubj"), top)

    def phrase(self, token: int) -> Chars:
        """The noun phrase that a token heads, without clauses, appositions and punctuation at its ends."""
        syntax, kept, waiting = self.syntax, {token}, [token]
        while waiting and len(kept) < LONGEST_PHRASE:
            here = waiting.pop()
            for child in syntax.children(here):
                governs = here == token and syntax.relation(child) in ("case", "mark", "cc")
                if syntax.relation(child) not in OUTSIDE and not governs:
                    kept.add(child)
                    waiting.append(child)
        first = last = token
        while first - 1 in kept:
            first -= 1
        while last + 1 in kept:
            last += 1
        return self.chars(*self._trimmed(first, last, token))

    def _trimmed(self, first: int, last: int, head: int) -> tuple[int, int]:
        tokens = self.analysis.tokens
        while last > head and tokens[last].upos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
            last -= 1
        while first < head and tokens[first].upos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
            first += 1
        return first, last

    def sentence(self, token: int) -> Chars:
        """The characters of the sentence that a token stands in."""
        sentence = self.analysis.sentences[self.analysis.tokens[token].sentence]
        return sentence.start, sentence.end

    def tree_span(self, token: int, without: frozenset[int] = frozenset()) -> Chars:
        """From the first to the last character of a token's subtree, some branches left out."""
        first = last = token
        waiting = [token]
        while waiting:
            for child in self.syntax.children(waiting.pop()):
                if child not in without:
                    first, last = min(first, child), max(last, child)
                    waiting.append(child)
        return self.chars(first, last)

"""The tree of a text with its branches counted once, and the questions that claims ask of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sayso.language.analysis import Analysis, Token
from sayso.language.lemma import lemma

VERBAL = ("VERB", "AUX")
FARTHEST = 40  # heads looked above a token: no sentence of a report nests deeper
JOINED = ("conj", "appos", "flat", "compound", "fixed", "list")  # what shares its head's function


class Syntax:
    """One analysis with the children of every token; made in one pass over the text."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self._starts = [token.start for token in analysis.tokens]
        self._ends = [token.end for token in analysis.tokens]
        self._words = [analysis.text[token.start : token.end].lower() for token in analysis.tokens]
        self._relations = [token.deprel.partition(":")[0] for token in analysis.tokens]
        self._lemmas: dict[int, str] = {}
        self._children: dict[int, list[int]] = {}
        for number, token in enumerate(analysis.tokens):
            if token.head >= 0:
                self._children.setdefault(token.head, []).append(number)

    def children(self, token: int, *relations: str) -> list[int]:
        """The tokens that hang on this one, in text order, all or by relation (subtypes included)."""
        below = self._children.get(token, [])
        return [n for n in below if self._relations[n] in relations] if relations else below

    def relation(self, token: int) -> str:
        """How a token hangs on its head, without the subtype ("nsubj:pass" → nsubj)."""
        return self._relations[token]

    def word(self, token: int) -> str:
        """The word in lower case."""
        return self._words[token]

    def lemma(self, token: int) -> str:
        """The dictionary form of a token in lower case."""
        if (known := self._lemmas.get(token)) is not None:
            return known
        it = self.tokens[token]
        found = self._lemmas[token] = lemma(self.analysis.exact(it), it.upos).lower()
        return found

    def above(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        for _ in range(FARTHEST):
            token = self.tokens[token].head
            if token < 0:
                return
            yield token

    def clause(self, token: int) -> int:
        """The verb (or the root) that governs a token: what its clause is about."""
        here = token
        for head in self.above(token):
            here = head
            if self.is_verb(head):
                break
        return here

    def is_verb(self, token: int) -> bool:
        """Whether a token is a full verb."""
        return self.tokens[token].upos == "VERB"

    def within(self, start: int, end: int) -> range:
        """The tokens that share a character with [start, end)."""
        first = bisect_right(self._ends, start)
        return range(first, max(first, bisect_left(self._starts, end)))

    def top(self, start: int, end: int) -> int | None:
        """The head of a stretch: its token whose own head lies outside; None where there is no token."""
        inside = self.within(start, end)
        for number in inside:
            if self.tokens[number].head not in inside:
                return number
        return inside[0] if inside else None

    def distance(self, one: int, two: int) -> int | None:
        """How many branches lie between two tokens; None for tokens of different sentences."""
        if self.tokens[one].sentence != self.tokens[two].sentence:
            return None
        up = {head: steps for steps, head in enumerate((one, *self.above(one)))}
        for steps, head in enumerate((two, *self.above(two))):
            if head in up:
                return steps + up[head]
        return None

    def preposition(self, token: int) -> str:
        """The preposition of the phrase that a token heads, in lower case; empty without one."""
        case = self.children(token, "case")
        return self.word(case[0]) if case else ""

    def token(self, number: int) -> Token:
        """The token itself."""
        return self.tokens[number]

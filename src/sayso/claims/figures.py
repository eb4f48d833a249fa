"""A figure where it stands: its numeral, the noun it counts and what happened, as tokens of the tree."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.claims.syntax import Syntax
from sayso.mentions.mention import Mention
from sayso.mentions.number.lexicon import lexicon
from sayso.mentions.quantity.values import Quantity
from sayso.reports.span import Part, Span

NO_NUMBERS = {"a", "an", "of", "and", "or", "even", "many", "upon"}  # words inside phrases of the lexicon
ALSO_NUMBERS = {"no", "none", "double", "twice", "triple", "couple", "third", "thirds", "fifth", "tenth"}


@dataclass(frozen=True, slots=True)
class FigureAt:
    """A figure with the tokens that matter; None where grammar is missing.

    `token` begins the numeral: what the network's links are asked by. `noun` heads what is counted,
    the numeral's phrase itself where the noun is elided.
    """

    mention: Mention[Quantity]
    syntax: Syntax | None = None
    token: int | None = None
    noun: int | None = None

    @property
    def span(self) -> Span:
        """The words of the figure."""
        return self.mention.span


def figure_at(mention: Mention[Quantity], trees: Mapping[Part, Syntax]) -> FigureAt:
    """A figure with its tokens."""
    syntax = trees.get(mention.span.part)
    inside = syntax.within(mention.span.start, mention.span.end) if syntax else range(0)
    if syntax is None or not inside:
        return FigureAt(mention)
    token = next((number for number in inside if is_numeral(syntax.word(number))), inside[-1])
    counted = mention.value.counted
    noun = syntax.top(counted.start, counted.end) if counted else None
    return FigureAt(mention, syntax, token, token if noun is None else noun)


def is_numeral(word: str) -> bool:
    """Whether a word in lower case begins a number: in digits, or a number word of the lexicon."""
    return word[:1].isdigit() or bool(_parts(word) & _number_words())


def _parts(word: str) -> set[str]:
    return set(re.split(r"[-–]", word))


@cache
def _number_words() -> frozenset[str]:
    known = lexicon()
    tables = (known.small, known.tens, known.scale, known.part, known.vague)
    words = {word for table in tables for phrase in table for word in phrase.split()}
    return frozenset(words - NO_NUMBERS) | ALSO_NUMBERS

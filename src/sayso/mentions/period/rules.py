"""Every shape of a time expression as a named rule, found by the two words that it may begin with."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.mentions.period import (
    composing,
    dating,
    daytime,
    lasting,
    pairing,
    pointing,
    relating,
    spanning,
    yearing,
)
from sayso.mentions.period.beginning import beginnings
from sayso.mentions.period.lexicon import lexicon
from sayso.mentions.period.shape import expand
from sayso.mentions.period.tokens import NOTHING

WEAK = (
    "the",
    "a",
    "of",
    "in",
    "on",
    "at",
    "to",
    "from",
    "about",
    "over",
    "more",
    "less",
    "up",
    "just",
    "some",
    "it",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named shape with what it makes of its words: a meaning, or None when they mean no time."""

    name: str
    pattern: re.Pattern[str]
    make: Callable[..., Any]


class Book:
    """Rules in order of priority, by the letters that they may begin with."""

    def __init__(self, rows: Iterable[tuple[str, str, Callable[..., Any]]]) -> None:
        written = [(name, expand(shape), make) for name, shape, make in rows]
        self.rules = [(Rule(name, re.compile(p), make), beginnings(p)) for name, p, make in written]
        self.first = frozenset(letters[0] for _, starts in self.rules for letters in starts)
        self._known: dict[str, tuple[Rule, ...]] = {}

    def at(self, letters: str, at: int) -> tuple[Rule, ...]:
        """The rules that may match at a place."""
        two = letters[at : at + 2]
        found = self._known.get(two)
        if found is None:
            found = tuple(rule for rule, starts in self.rules if two[:1] in starts or two in starts)
            self._known[two] = found
        return found


@cache
def simple() -> Book:
    """Rules for whole expressions."""
    parts = (dating, spanning, pointing, daytime, relating, yearing, lasting)
    return Book(row for part in parts for row in part.RULES)


@cache
def pairs() -> Book:
    """Rules for two expressions that share words."""
    return Book(pairing.RULES)


@cache
def prefixes() -> Book:
    """Rules for what stands before a date and changes it."""
    return Book(composing.PREFIXES)


@cache
def suffixes() -> Book:
    """Rules for what stands behind a date and changes it."""
    return Book(composing.SUFFIXES)


@cache
def start() -> re.Pattern[str]:
    """Where an expression may begin: little words only before another word of time."""
    letters = lexicon().letters
    beginning = simple().first | pairs().first | prefixes().first | {letters["feast"]}
    weak = {letters[name] for name in WEAK} & beginning
    return re.compile(f"[{''.join(sorted(beginning - weak))}]|[{''.join(sorted(weak))}](?=[^{NOTHING}])")

"""Finds time expressions among the words: at each place the longest shape wins, earlier rules at equal length."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sayso.mentions.period import composing, dating, lasting, pairing, pointing, relating, spanning, yearing
from sayso.mentions.period.feasting import feast_at, starts_feast
from sayso.mentions.period.first import first_letters
from sayso.mentions.period.lexicon import lexicon
from sayso.mentions.period.meaning import Draft, Meaning, Point, Step
from sayso.mentions.period.shape import Hit, expand
from sayso.mentions.period.tokens import NOTHING, Tokens

DEEPEST = 3
WEAK = ("the", "a", "of", "in", "on", "at", "to", "from", "about", "over", "more", "less", "up", "just", "some", "it")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named shape with what it makes of its words: a meaning, or None when they mean no time."""

    name: str
    pattern: re.Pattern[str]
    make: Callable[..., Any]


def _table(rows: tuple[tuple[str, str, Callable[..., Any]], ...]) -> dict[str, tuple[Rule, ...]]:
    """Rules by the letter that they may begin with."""
    out: dict[str, list[Rule]] = {}
    for name, shape, make in rows:
        written = expand(shape)
        rule = Rule(name, re.compile(written), make)
        for letter in first_letters(written):
            out.setdefault(letter, []).append(rule)
    return {letter: tuple(rules) for letter, rules in out.items()}


@cache
def simple() -> dict[str, tuple[Rule, ...]]:
    """Rules for whole expressions."""
    return _table(
        (*dating.RULES, *spanning.RULES, *pointing.RULES, *relating.RULES, *yearing.RULES, *lasting.RULES)
    )


@cache
def pairs() -> dict[str, tuple[Rule, ...]]:
    """Rules for two expressions that share words."""
    return _table(pairing.RULES)


@cache
def prefixes() -> dict[str, tuple[Rule, ...]]:
    """Rules for what stands before a date and changes it."""
    return _table(composing.PREFIXES)


@cache
def suffixes() -> dict[str, tuple[Rule, ...]]:
    """Rules for what stands behind a date and changes it."""
    return _table(composing.SUFFIXES)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(expand("the? unit=unit"))


@cache
def _start() -> re.Pattern[str]:
    """Where an expression may begin: little words only before another word of time."""
    letters = lexicon().letters
    beginning = {*simple(), *pairs(), *prefixes(), letters["feast"]}
    weak = {letters[name] for name in WEAK} & beginning
    return re.compile(f"[{''.join(beginning - weak)}]|[{''.join(weak)}](?=[^{NOTHING}])")


def scan(tokens: Tokens) -> list[Draft]:
    """Every time expression of a piece of text, left to right, none overlapping."""
    found: list[Draft] = []
    at = 0
    start = _start()
    while here := start.search(tokens.letters, at):
        at = here.start()
        drafts = longest(tokens, at, 0)
        if drafts:
            found += drafts
            at = drafts[-1].end
        else:
            at += 1
    return found


def longest(tokens: Tokens, at: int, depth: int) -> list[Draft]:
    """The expression that begins at a word and reaches furthest; two where a shape holds two."""
    best: list[Draft] = []
    end = at
    letter = tokens.letters[at]
    for rule in simple().get(letter, ()):
        match = rule.pattern.match(tokens.letters, at)
        if match and match.end() > end:
            meaning = rule.make(Hit(tokens, match))
            if meaning is not None:
                best, end = [Draft(at, match.end(), meaning, rule.name)], match.end()
    feast = _feast(tokens, at)
    if feast and feast.end >= end:
        best, end = [feast], feast.end
    if best:
        best = _extended(tokens, best)
        end = best[-1].end
    for rule in pairs().get(letter, ()):
        match = rule.pattern.match(tokens.letters, at)
        if match and match.end() > end:
            two = rule.make(Hit(tokens, match))
            if two:
                best = [Draft(*span, meaning, rule.name) for span, meaning in two]
                end = match.end()
    return _prefixed(tokens, at, depth, best)


def _feast(tokens: Tokens, at: int) -> Draft | None:
    step = at
    if step >= len(tokens.words) or not starts_feast(tokens.words[step]):
        return None
    found = feast_at(tokens, step)
    if not found:
        return None
    end, name = found
    point = Point(feast=name)
    if end < len(tokens.words) and tokens.name(end) == "year":
        point, end = replace(point, year=int(tokens.words[end])), end + 1
    return Draft(at, end, point, "<feast>")


def _extended(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The last of the drafts with what stands behind it and belongs to it."""
    last = drafts[-1]
    for _ in range(2):
        if last.end >= len(tokens.letters):
            break
        for rule in suffixes().get(tokens.letters[last.end], ()):
            match = rule.pattern.match(tokens.letters, last.end)
            meaning = rule.make(Hit(tokens, match), last.meaning) if match else None
            if match and meaning is not None:
                last = Draft(last.start, match.end(), meaning, rule.name.replace("<date>", last.rule))
                break
        else:
            break
    return [*drafts[:-1], last]


def _prefixed(tokens: Tokens, at: int, depth: int, best: list[Draft]) -> list[Draft]:
    end = best[-1].end if best else at
    if depth >= DEEPEST:
        return best
    for rule in prefixes().get(tokens.letters[at], ()):
        match = rule.pattern.match(tokens.letters, at)
        if not match or match.end() >= len(tokens.letters):
            continue
        inner = longest(tokens, match.end(), depth + 1) or _bare_unit(tokens, match.end())
        if inner and inner[-1].end > end and inner[0].start == match.end():
            meaning: Meaning | None = rule.make(Hit(tokens, match), inner[0].meaning)
            if meaning is not None:
                first = Draft(at, inner[0].end, meaning, rule.name.replace("<date>", inner[0].rule))
                best, end = (
                    _extended(tokens, [first]) if len(inner) == 1 else [first, *inner[1:]],
                    inner[-1].end,
                )
    return best


def _bare_unit(tokens: Tokens, at: int) -> list[Draft]:
    """ "the month" behind "the end of": the one that the report is in."""
    match = _bare().match(tokens.letters, at)
    if not match:
        return []
    unit = Hit(tokens, match).value("unit")
    if unit in lasting.SUBDAY:
        return []
    return [Draft(at, match.end(), Point(frame=Step(unit, 0, "near")), "the <month>")]

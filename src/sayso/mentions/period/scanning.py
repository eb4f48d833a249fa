"""Finds time expressions among the words: the longest shape wins, the earlier rule at equal length."""

import re
from dataclasses import replace
from functools import cache

from sayso.mentions.period.eventful import with_event
from sayso.mentions.period.feasting import feast_at
from sayso.mentions.period.lasting import SUBDAY
from sayso.mentions.period.meaning import Draft, Point, Step
from sayso.mentions.period.rules import pairs, prefixes, simple, start, suffixes
from sayso.mentions.period.shape import Hit, expand
from sayso.mentions.period.tokens import Tokens

DEEPEST = 3  # prefixes before one another: "early in the morning of the last day of May"


def scan(tokens: Tokens) -> list[Draft]:
    """Every time expression of a piece of text, left to right, none overlapping."""
    found: list[Draft] = []
    at, beginning = 0, start()
    while here := beginning.search(tokens.letters, at):
        at = here.start()
        drafts = longest(tokens, at, 0)
        if drafts:
            drafts[-1] = with_event(tokens, drafts[-1])
        found += drafts
        at = drafts[-1].end if drafts else at + 1
    return found


def longest(tokens: Tokens, at: int, depth: int) -> list[Draft]:
    """The expression that begins at a word and reaches furthest; two where a shape holds two."""
    best = _whole(tokens, at)
    best = [_extended(tokens, best[-1])] if best else best
    end = best[-1].end if best else at
    for rule in pairs().at(tokens.letters, at):
        match = rule.pattern.match(tokens.letters, at)
        if match and match.end() > end and (two := rule.make(Hit(tokens, match))):
            best, end = [Draft(span[0], span[1], meaning, rule.name) for span, meaning in two], match.end()
    return best if depth >= DEEPEST else _prefixed(tokens, at, depth, best)


def _whole(tokens: Tokens, at: int) -> list[Draft]:
    best: list[Draft] = []
    end = at
    for rule in simple().at(tokens.letters, at):
        match = rule.pattern.match(tokens.letters, at)
        if match and match.end() > end and (meaning := rule.make(Hit(tokens, match))) is not None:
            best, end = [Draft(at, match.end(), meaning, rule.name)], match.end()
    feast = _feast(tokens, at)
    return [feast] if feast and feast.end >= end else best


def _feast(tokens: Tokens, at: int) -> Draft | None:
    found = feast_at(tokens, at)
    if not found or (tokens.is_word(at - 1) and at and tokens.text[tokens.start(at - 1)].isupper()):
        return None  # "Operation Ramadan"
    end, point = found[0], Point(feast=found[1])
    if end < len(tokens.words) and tokens.name(end) == "year":
        point, end = replace(point, year=int(tokens.words[end])), end + 1
    return Draft(at, end, point, "<feast>")


def _extended(tokens: Tokens, draft: Draft) -> Draft:
    """A draft with what stands behind it and belongs to it: "Monday" + "evening" + "at 8 pm"."""
    for _ in range(2):
        for rule in suffixes().at(tokens.letters, draft.end):
            match = rule.pattern.match(tokens.letters, draft.end)
            meaning = rule.make(Hit(tokens, match), draft.meaning) if match else None
            if match and meaning is not None:
                draft = Draft(draft.start, match.end(), meaning, rule.name.replace("<date>", draft.rule))
                break
        else:
            break
    return draft


def _prefixed(tokens: Tokens, at: int, depth: int, best: list[Draft]) -> list[Draft]:
    """What reaches further than `best`: words that change a date, and the date behind them."""
    end = best[-1].end if best else at
    for rule in prefixes().at(tokens.letters, at):
        match = rule.pattern.match(tokens.letters, at)
        if not match or match.end() >= len(tokens.letters):
            continue
        inner = longest(tokens, match.end(), depth + 1) or _bare_unit(tokens, match.end())
        if not inner or inner[-1].end <= end:
            continue
        meaning = rule.make(Hit(tokens, match), inner[0].meaning)
        if meaning is not None:
            first = Draft(at, inner[0].end, meaning, rule.name.replace("<date>", inner[0].rule))
            best = [first, *inner[1:]] if len(inner) > 1 else [_extended(tokens, first)]
            end = best[-1].end
    return best


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(expand("the? unit=unit"))


def _bare_unit(tokens: Tokens, at: int) -> list[Draft]:
    """ "the month" behind "the end of": the one that the report is in."""
    match = _bare().match(tokens.letters, at)
    unit = Hit(tokens, match).unit if match else ""
    if not match or unit in SUBDAY:
        return []
    return [Draft(at, match.end(), Point(frame=Step(unit, 0, "near")), "the <month>")]

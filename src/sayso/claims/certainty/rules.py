"""Basis, accumulation and modality of a figure, each by the first rule of `certainty.txt` that fits."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from sayso.claims.certainty.lexicon import rules
from sayso.claims.certainty.values import Rule, Slot
from sayso.claims.events import Event
from sayso.claims.figures import FigureAt
from sayso.claims.syntax import Syntax

BESIDE = 28  # characters in which the words before and after a figure stand
CLIMB = 3  # heads above the event that may govern it
CLAUSE: Final = re.compile(
    r"[;:]|,? (?:and|but|while|whereas) (?=\w+ (?:\w+ )?(?:was|were|is|are|has|have|had)\b)"
)


def decide(slot: Slot, at: FigureAt, event: Event | None, cue: str | None) -> Rule | None:
    """The rule that decides a slot; None where none fits. `cue` is the class of the attributing word."""
    return next((rule for rule in rules() if rule.slot == slot and _fits(rule, at, event, cue)), None)


def _fits(rule: Rule, at: FigureAt, event: Event | None, cue: str | None) -> bool:
    if rule.where == "cue":
        return cue in rule.words
    if at.syntax is None:
        return False
    if rule.where in TREE:
        return event is not None and TREE[rule.where](rule, at.syntax, event.token)
    return TEXT[rule.where](rule, at, at.syntax)


def _aux(rule: Rule, syntax: Syntax, token: int) -> bool:
    verb = token if syntax.is_verb(token) else syntax.clause(token)
    below = syntax.children(verb, "aux", "advmod")
    return any(syntax.word(one) in rule.words for one in below)


def _above(rule: Rule, syntax: Syntax, token: int) -> bool:
    here = token
    for _, head in zip(range(CLIMB), syntax.above(token), strict=False):
        if syntax.relation(here) not in ("xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod"):
            return False
        if syntax.lemma(head) in rule.words or syntax.word(head) in rule.words:
            return syntax.relation(here) in ("xcomp", "acl", "advcl") or not syntax.is_verb(here)
        here = head
    return False


def _mark(rule: Rule, syntax: Syntax, token: int) -> bool:
    return any(
        syntax.word(one) in rule.words for one in syntax.children(syntax.clause(token), "mark", "advmod")
    )


def _before(rule: Rule, at: FigureAt, syntax: Syntax) -> bool:
    start = max(0, at.span.start - BESIDE)
    text = syntax.analysis.text[start : at.span.start].lower()
    within = at.span.exact.lower()
    return any(text.rstrip().endswith(phrase) for phrase in _words(rule, text)) or any(
        within.startswith(phrase + " ") for phrase in rule.words
    )


def _words(rule: Rule, text: str) -> list[str]:
    """The phrases that stand in a text as whole words."""
    pattern = _pattern(rule.words)
    return [match.group() for match in pattern.finditer(text)]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")


def _after(rule: Rule, at: FigureAt, syntax: Syntax) -> bool:
    counted = at.mention.value.counted
    text = syntax.analysis.text
    places = {at.span.end, counted.end if counted else at.span.end}
    return any(_pattern(rule.words).match(text[end : end + BESIDE].lower().lstrip(" ,")) for end in places)


def _near(rule: Rule, at: FigureAt, syntax: Syntax) -> bool:
    if at.token is None:
        return False
    sentence = syntax.analysis.sentences[syntax.tokens[at.token].sentence]
    text = syntax.analysis.text
    start = max(sentence.start, at.span.start - 160)
    before = CLAUSE.split(text[start : at.span.start])[-1]
    after = CLAUSE.split(text[at.span.end : min(sentence.end, at.span.end + 160)])[0]
    return _pattern(rule.words).search(f"{before} # {after}".lower()) is not None


TREE: Mapping[str, Callable[[Rule, Syntax, int], bool]] = {"aux": _aux, "above": _above, "mark": _mark}
TEXT: Mapping[str, Callable[[Rule, FigureAt, Syntax], bool]] = {
    "before": _before,
    "after": _after,
    "near": _near,
}

"""Actors of a text: table aliases, nationality and institution, roles, and names that grammar found."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from sayso.mentions.actor.found import (
    RULE_ALIAS,
    RULE_CONTEXT,
    RULE_INSTITUTION,
    RULE_NAME,
    RULE_OPEN,
    RULE_ROLE,
    RULE_STATE,
    Found,
    found,
)
from sayso.mentions.actor.institution import by_institution
from sayso.mentions.actor.lexicon import Alias, actors, automaton, governments
from sayso.mentions.actor.nations import report_countries
from sayso.mentions.actor.values import Actor
from sayso.reports.span import Part


class NameLike(Protocol):
    """What grammar says of a name: its offsets and its label."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""

    @property
    def label(self) -> str:
        """person, organisation, place, group, weapon, platform or vehicle."""


def find_actors(text: str, part: Part = "text", names: Sequence[NameLike] = ()) -> list[Found]:
    """The actors that a text names, in text order, longest first where they overlap.

    `names` are what grammar calls names (may be empty). A role without a name ("health officials") has
    `title_only`; an alias that the report's countries do not decide keeps its `alternatives`.
    """
    about = report_countries(text)
    every = [*_by_alias(text, part, about), *by_institution(text, part), *_by_name(text, part, names)]
    return sorted(_longest(every), key=lambda m: m.span.start)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends at word boundaries."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _by_alias(text: str, part: Part, about: Counter[str]) -> Iterator[Found]:
    for last, aliases in automaton().iter(text):
        end = last + 1
        start = end - len(aliases[0].written)
        if _whole(text, start, end) and not _shouted(text, start, end):
            mention = _meant(text, part, start, end, aliases, about)
            if mention:
                yield mention


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether a short capital alias stands in a line of capitals, where it may be any word."""
    exact = text[start:end]
    if not (exact.isupper() and len(exact) <= 4):
        return False
    around = [w for w in re.findall(r"[^\W\d_]{2,}", text[max(0, start - 30) : end + 30]) if w != exact]
    return len(around) >= 3 and all(w.isupper() for w in around)


def _meant(
    text: str, part: Part, start: int, end: int, aliases: Sequence[Alias], about: Counter[str]
) -> Found | None:
    certain = [a for a in aliases if not a.only_in]
    if certain:
        actor = actors()[certain[0].actor]
        if actor.kind == "state":
            return _state(text, part, start, end, actor)
        return found(text, part, start, end, actor, RULE_ALIAS)
    weighed = {a.actor: sum(about[c] for c in a.only_in) for a in aliases}
    ranked = sorted((a for a in weighed if weighed[a]), key=lambda a: -weighed[a])
    if not ranked:
        return None
    if len(ranked) > 1 and weighed[ranked[0]] < 2 * weighed[ranked[1]]:
        actor = replace(actors()[ranked[0]], alternatives=tuple(ranked[1:]))
        return found(text, part, start, end, actor, RULE_OPEN)
    return found(text, part, start, end, actors()[ranked[0]], RULE_CONTEXT)


_WHERE = re.compile(
    r"\b(?:in|into|inside|across|throughout|from|within|near|around|outside|to|of|over|leave|left|fled|fleeing|"
    r"northern|southern|eastern|western|central|north|south|east|west|war-torn|neighbouring|neighboring|for|,)"
    r"(?:\s+the)?\s+$",
    re.IGNORECASE,
)


def _state(text: str, part: Part, start: int, end: int, actor: Actor) -> Found | None:
    """A country acts where it is no mere place: not after "in", not before another noun's 's."""
    if _WHERE.search(text[max(0, start - 24) : start]) or text[end : end + 2] in ("'s", "’s"):
        return None
    if not re.match(r"\s+(?:and\s+[A-Z]|[a-z])", text[end : end + 12]):
        return None
    actor = replace(actor, ucdp=governments().get(actor.country or ""))
    return found(text, part, start, end, actor, RULE_STATE)


_SAYS = {
    "police": "police",
    "medical": "hospital|health|medical|red cross|red crescent|civil defen[cs]e",
    "government": "ministry|government|department|parliament|embassy",
    "armed_group": r"brigades?|front|liberation|mujahid\w+|militia|rebels?|liwa|jaysh|jaish|harakat",
    "military": "army|military|navy|air force|armed forces|division|battalion",
    "media": "news|times|post|tv|television|radio|agency|media|press|daily",
    "monitor": "observatory|monitor(?:ing)?|watch|rights",
    "igo": r"un|u\.n\.|united nations",
}
_KIND = [(kind, re.compile(rf"\b(?:{says})(?!\w)", re.IGNORECASE)) for kind, says in _SAYS.items()]


def _by_name(text: str, part: Part, names: Sequence[NameLike]) -> Iterator[Found]:
    for name in names:
        exact = text[name.start : name.end]
        if name.label == "person" and exact.strip():
            yield found(text, part, name.start, name.end, Actor(_tidy(exact), kind="person"), RULE_NAME)
        elif name.label == "organisation" and exact.strip():
            kind = next((kind for kind, pattern in _KIND if pattern.search(exact)), "other")
            yield found(text, part, name.start, name.end, Actor(_tidy(exact), kind=kind), RULE_NAME)


def _tidy(exact: str) -> str:
    bare = re.sub(r"['’]s?$", "", " ".join(exact.split()))
    return bare.removeprefix("the ").removeprefix("The ") or bare


_RANK = {
    RULE_ALIAS: 0,
    RULE_CONTEXT: 1,
    RULE_OPEN: 1,
    RULE_NAME: 2,
    RULE_INSTITUTION: 3,
    RULE_ROLE: 4,
    RULE_STATE: 5,
}


def _longest(every: Sequence[Found]) -> Iterator[Found]:
    """Longest first, then the more telling rule; what overlaps a taken stretch is dropped."""
    taken: set[int] = set()
    for m in sorted(every, key=lambda m: (m.span.start - m.span.end, _RANK[m.rule], m.span.start)):
        if not any(at in taken for at in range(m.span.start, m.span.end)):
            taken.update(range(m.span.start, m.span.end))
            yield m

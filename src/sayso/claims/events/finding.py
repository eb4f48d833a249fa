"""The event of one figure, found beside it, then in the tree.

The words beside the figure are looked at first ("12 people were killed", "killing 12"), for they hold also
where the tree is wrong; then the tree: participles below the noun, the noun itself ("12 deaths"), the verb
above it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.events.lexicon import class_of, is_fate, leaves_home, words
from sayso.claims.events.values import Event
from sayso.claims.figures import FigureAt
from sayso.claims.measure.lexicon import lexicon
from sayso.claims.syntax import JOINED, Syntax

LIVES = re.compile(
    r"\b(?:lives|life|bodies|death|deaths|killing|murder|execution)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
OWN_LIVES = re.compile(r"\s+(?:have\s+|had\s+)?los(?:t|ing|e)\s+their\s+lives\b", re.IGNORECASE)
KILLED_AND_HURT = re.compile(
    r"\b(?:kill\w*|dead|deaths?)\s*(?:,|and|or|&|/)+\s*(?:wound\w*|injur\w*)\b|"
    r"\b(?:wound\w*|injur\w*)\s*(?:and|or|&|/)+\s*(?:kill\w*|dead)\b",
    re.IGNORECASE,
)
REACH = 6  # words looked at beside the figure
CLIMB = 5  # heads looked at above it


def event_of(at: FigureAt) -> Event | None:
    """The event of a figure; None where nothing is said to happen, or grammar is missing."""
    if at.syntax is None or at.token is None or at.noun is None:
        return None
    found = [*_candidates(at.syntax, at, at.token, at.noun)]
    known = _fate(found)
    known = known or next((event for event in found if event.cls), None)
    best = known or next(iter(found), None)
    return _with_harm(at.syntax, best) if best else None


def _fate(found: Sequence[Event]) -> Event | None:
    """What became of people; what they were before ("98 evacuees were killed") where nothing else did."""
    fates = [event for event in found if is_fate(event.cls)]
    first = next(iter(fates), None)
    if first is None or first.rule != ITSELF or first.cls not in STANDINGS:
        return first
    return next((event for event in fates if event.rule != ITSELF and not event.agent), first)


def _with_harm(syntax: Syntax, event: Event) -> Event:
    """Killed and wounded in one breath are both: class `harmed`."""
    if event.cls not in ("kill", "injure"):
        return event
    token, text = syntax.tokens[event.token], syntax.analysis.text
    for match in KILLED_AND_HURT.finditer(text, max(0, token.start - 24), token.end + 24):
        if match.start() <= token.start < match.end():
            return replace(event, cls="harmed", rule=f"{event.rule}, killed and wounded together")
    return event


LIVES_OF = "<lives of> <figure>"
PARTICIPLE = "<figure> <participle>"
VERB = "<verb> <figure>"
ITSELF = "<counted noun> says it"
STANDINGS = ("displace", "detain", "abduct", "free")  # classes of nouns for people: refugees, detainees
BESIDE = (LIVES_OF, PARTICIPLE, VERB)


def _candidates(syntax: Syntax, at: FigureAt, token: int, noun: int) -> Iterator[Event]:
    top = token if token in syntax.above(noun) else noun
    end = at.span.end + noun_end(at)
    yield from _lives(syntax, at.span.start, end)
    yield from _after(syntax, end)
    yield from _before(syntax, at.span.start)
    yield from _below(syntax, top)
    yield from _itself(syntax, {noun, top})
    yield from _over(syntax, top)


def _lives(syntax: Syntax, start: int, end: int) -> Iterator[Event]:
    """ "claimed the lives of 12", "12 people lost their lives"."""
    text = syntax.analysis.text
    match = LIVES.search(text, max(0, start - 30), start) or OWN_LIVES.match(text, end, end + 40)
    token = syntax.analysis.token_at(match.start()) if match and match.start() < start else None
    if match and token is None:
        token = syntax.analysis.token_at(match.end() - 1)
    if token is not None:
        yield Event(token, "kill", LIVES_OF)


def _after(syntax: Syntax, end: int) -> Iterator[Event]:
    """The participle that follows: "12 people were killed", "six wounded"."""
    inside = [token for token in syntax.within(end, end + 70) if syntax.tokens[token].start >= end]
    for token in inside[:REACH]:
        word, cls = syntax.word(token), class_of(syntax, token)
        if word in words("passed") and not is_fate(cls):
            continue
        if word in words("aboard") or cls == "gather":
            yield Event(token, "gather", PARTICIPLE)
        elif is_fate(cls) and not _going_on(word) and not _active(syntax, token):
            yield Event(token, cls, PARTICIPLE)
        return


def _active(syntax: Syntax, token: int) -> bool:
    """Whether a verb form has an object of its own or is a present participle."""
    suffers = syntax.lemma(token) in words("middle") or leaves_home(syntax, token)
    if syntax.tokens[token].upos != "VERB" or suffers:
        return False
    return bool(syntax.children(token, "obj")) or _going_on(syntax.word(token))


def _going_on(word: str) -> bool:
    """Whether a word is a present participle; "missing" is a state and stands in the lexicon itself."""
    return word.endswith("ing") and word not in lexicon().events


def _before(syntax: Syntax, start: int) -> Iterator[Event]:
    """The verb right before: "killing 12", "wounded at least 30", "beheads 8"."""
    inside = syntax.within(max(0, start - 40), start)
    for token in reversed(inside[-REACH:]):
        if syntax.word(token) in words("passed before"):
            continue
        cls = class_of(syntax, token)
        if cls and (
            syntax.is_verb(token) or (is_fate(cls) and syntax.word(token).endswith(("ed", "s", "ing")))
        ):
            yield Event(token, cls, VERB)
        return


def _below(syntax: Syntax, top: int) -> Iterator[Event]:
    """Participles and adjectives that hang on the noun: "the wounded soldiers", "people who were killed"."""
    for below in syntax.children(top, "acl", "amod"):
        if cls := class_of(syntax, below):
            active = syntax.relation(below) == "acl" and _active(syntax, below)
            yield Event(below, cls, "<noun> with <participle>", agent=active)


def _itself(syntax: Syntax, tokens: set[int]) -> Iterator[Event]:
    """The noun that says it itself: "12 deaths", "30 wounded"."""
    for token in sorted(tokens):
        if (cls := class_of(syntax, token)) in words("fate") and syntax.tokens[token].upos != "NUM":
            yield Event(token, cls, ITSELF)


def _over(syntax: Syntax, top: int) -> Iterator[Event]:
    """The words above: the verb whose subject or object it is, the noun that it completes."""
    here = top
    for _, head in zip(range(CLIMB), syntax.above(top), strict=False):
        relation = syntax.relation(here)
        if syntax.is_verb(head) or relation in ("nsubj", "obj", "csubj"):
            yield from _verb(syntax, here, head)
            return
        if relation in JOINED:
            yield from _below(syntax, head)
        elif cls := _says(syntax, head):
            yield Event(head, cls, "<figure> under <noun>")
        here = head


def _says(syntax: Syntax, token: int) -> str | None:
    """The class of a noun, of an amount through what it is of: "the number of wounded"."""
    if cls := class_of(syntax, token):
        return cls
    if syntax.lemma(token) not in words("amount"):
        return None
    below = syntax.children(token, "nmod", "acl", "compound")
    deeper = [token for one in below for token in (one, *syntax.children(one, "acl", "amod"))]
    return next((cls for one in deeper if (cls := class_of(syntax, one))), None)


def _verb(syntax: Syntax, here: int, head: int) -> Iterator[Event]:
    """A verb and what it brings with it: "left 12 dead", "suffered injuries", "the toll rose to 12"."""
    relation, cls = syntax.relation(here), class_of(syntax, head)
    for below in syntax.children(head, "xcomp", "advcl"):
        if (brought := class_of(syntax, below)) in words("fate") and not _active(syntax, below):
            yield Event(below, brought, "<verb> <figure> <participle>")
    if syntax.lemma(head) in words("support"):
        for below in syntax.children(head, "obj"):
            if below != here and (brought := class_of(syntax, below)):
                yield Event(below, brought, "<figure> <verb> <noun>")
    if not is_fate(cls) and relation != "nsubj":
        for below in syntax.children(head, "nsubj", "obj"):
            if below != here and (brought := _says(syntax, below)) in words("fate"):
                yield Event(below, brought, "<noun> <verb> <figure>")
    agent = syntax.tokens[here].deprel == "nsubj" and _active(syntax, head)
    yield Event(head, cls, f"<figure> as {relation} of <verb>", agent)


def noun_end(at: FigureAt) -> int:
    """Where the noun of a figure ends, from the end of the figure."""
    counted = at.mention.value.counted
    return max(0, counted.end - at.span.end) if counted else 0

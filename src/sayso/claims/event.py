"""What happened to the thing counted: the word that says so, and on which side of it the figure stands.

The words beside the figure are looked at first ("12 people were killed", "killing 12"), for they hold also
where the tree is wrong; then the tree: participles below the noun, the noun itself ("12 deaths"), the verb
above it. A figure that says nothing of its own goes with its neighbour ("12 killed, three of them women").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims.figures import FigureAt
from sayso.claims.measure.lexicon import lexicon
from sayso.claims.syntax import JOINED, Syntax
from sayso.language.lemma import lemma

PASSED = frozenset([
    "of", "the", "them", "whom", "were", "was", "are", "is", "be", "been", "being", "have", "has", "had", "also",
    "more", "others", "other", "people", "persons", "men", "women", "children", "civilians", "reportedly", "either",
    "still", "now", "all", "so", "far", "yesterday", "feared", "believed", "confirmed", "reported", "thought",
    "presumed", "to", "later", "then", "on", "seriously", "critically", "brutally", "originally", "found", "got",
])  # fmt: skip
BEFORE_PASSED = frozenset(
    [
        "a",
        "the",
        "another",
        "some",
        "nearly",
        "all",
        "least",
        "at",
        "up",
        "to",
        "of",
        "as",
        "many",
        "more",
        "than",
    ]
)
FATES = frozenset(["kill", "injure", "harmed", "harm", "miss", "detain", "abduct", "free", "displace"])
MIDDLE = frozenset(["die", "drown", "disappear", "vanish", "perish", "flee", "escape"])  # no object, no agent
SUPPORT = frozenset([
    "suffer", "sustain", "receive", "lose", "take", "claim", "cost", "hold", "stage", "join", "make", "carry",
    "launch", "conduct", "report", "attend", "leave", "cause",
])  # fmt: skip
AMOUNTS = frozenset(["number", "toll", "total", "figure", "count", "tally"])
LIVES = re.compile(
    r"\b(?:lives|life|bodies|death|deaths|killing|murder|execution)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
OWN_LIVES = re.compile(r"\s+(?:have\s+|had\s+)?los(?:t|ing|e)\s+their\s+lives\b", re.IGNORECASE)
KILLED_AND_HURT = re.compile(
    r"\b(?:kill\w*|dead|deaths?)\s*(?:,|and|or|&|/)+\s*(?:wound\w*|injur\w*)\b|"
    r"\b(?:wound\w*|injur\w*)\s*(?:and|or|&|/)+\s*(?:kill\w*|dead)\b",
    re.IGNORECASE,
)
INCLUDED = re.compile(
    r"\b(?:includ\w+|among (?:them|whom|those)|of (?:them|whom|which)|as well as|along with)\b", re.I
)
LISTED = re.compile(r"[\s,;(]*(?:and|&|or|plus)?\s*")
REACH = 6  # words looked at beside the figure
CLIMB = 5  # heads looked at above it
NEAR = 120  # characters between two figures of which one may borrow the other's event


@dataclass(frozen=True, slots=True)
class Event:
    """The word for what happened, its class in `measure.txt` (None where it has none), and the way to it.

    `agent` says that the thing counted did it ("two gunmen killed five" → the two).
    """

    token: int
    cls: str | None
    rule: str
    agent: bool = False


def events_of(figures: Sequence[FigureAt]) -> list[Event | None]:
    """The event of each figure, in order; None where nothing is said to happen, or grammar is missing."""
    own = [_own(at) for at in figures]
    found: list[Event | None] = []
    for place, event in enumerate(own):
        before = figures[place - 1] if place else None
        after = figures[place + 1] if place + 1 < len(figures) else None
        if before and (lent := _lent(before, found[place - 1], figures[place], event)):
            event = lent
        elif after and (lent := _lent_back(figures[place], event, after, own[place + 1])):
            event = lent
        found.append(event)
    return found


def _lent(before: FigureAt, lender: Event | None, at: FigureAt, own: Event | None) -> Event | None:
    """The event of the figure before, for one that goes with it: "12 killed, including three women"."""
    if lender is None or lender.agent or not _same_sentence(before, at):
        return None
    between = _between(before, at)
    if between is None or lender.cls not in FATES:
        return None
    if INCLUDED.search(between) and not (own and own.rule in BESIDE):
        return replace(lender, rule="as the figure that includes it")
    weak = own is None or own.cls not in FATES
    if weak and at.mention.value.counted is None and at.mention.value.unit == "count":
        return replace(lender, rule="as the figure before")
    if weak and LISTED.fullmatch(between[_noun_end(before) :]):
        return replace(lender, rule="as the figure before")
    return None


def _lent_back(at: FigureAt, own: Event | None, after: FigureAt, lender: Event | None) -> Event | None:
    """The event of the figure after: "37 soldiers and 101 militants were killed"."""
    if lender is None or lender.rule not in BESIDE or lender.token < (after.token or 0):
        return None
    between = _between(at, after)
    strong = own is not None and own.cls in FATES
    if between is None or strong or not _same_sentence(at, after):
        return None
    joined = LISTED.fullmatch(between[_noun_end(at) :]) and re.search(r"\b(?:and|or)\b|&", between)
    return replace(lender, rule="as the figure after") if joined else None


def _noun_end(at: FigureAt) -> int:
    """Where the noun of a figure ends, from the end of the figure."""
    counted = at.mention.value.counted
    return max(0, counted.end - at.span.end) if counted else 0


def _between(one: FigureAt, two: FigureAt) -> str | None:
    """The words between two figures of one part, if they are near."""
    if one.syntax is None or one.syntax is not two.syntax or two.span.start - one.span.end > NEAR:
        return None
    return one.syntax.analysis.text[one.span.end : two.span.start]


def _same_sentence(one: FigureAt, two: FigureAt) -> bool:
    if one.syntax is None or one.token is None or two.token is None or one.syntax is not two.syntax:
        return False
    return one.syntax.tokens[one.token].sentence == one.syntax.tokens[two.token].sentence


def _own(at: FigureAt) -> Event | None:
    if at.syntax is None or at.token is None or at.noun is None:
        return None
    found = [*_candidates(at.syntax, at, at.token, at.noun)]
    known = next((event for event in found if event.cls in FATES), None)
    known = known or next((event for event in found if event.cls), None)
    best = known or next(iter(found), None)
    return _with_harm(at.syntax, best) if best else None


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
BESIDE = (LIVES_OF, PARTICIPLE, VERB)


def _candidates(syntax: Syntax, at: FigureAt, token: int, noun: int) -> Iterator[Event]:
    top = token if token in syntax.above(noun) else noun
    end = at.span.end + _noun_end(at)
    yield from _lives(syntax, at.span.start, end)
    yield from _after(syntax, end)
    yield from _before(syntax, at.span.start)
    yield from _below(syntax, top)
    yield from _itself(syntax, {noun, top})
    yield from _over(syntax, top)


def class_of(syntax: Syntax, token: int) -> str | None:
    """The class of a word as an event: by its lemma, itself, or as the verb form that it may be."""
    events, word = lexicon().events, syntax.word(token)
    return events.get(syntax.lemma(token)) or events.get(word) or events.get(lemma(word, "VERB"))


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
        if word in PASSED and cls not in FATES:
            continue
        if word == "board" or cls == "gather":
            yield Event(token, "gather", PARTICIPLE)
        elif cls in FATES and not word.endswith("ing") and not _active(syntax, token):
            yield Event(token, cls, PARTICIPLE)
        return


def _active(syntax: Syntax, token: int) -> bool:
    """Whether a verb form has an object of its own or is a present participle."""
    if syntax.tokens[token].upos != "VERB" or syntax.lemma(token) in MIDDLE:
        return False
    return bool(syntax.children(token, "obj")) or syntax.word(token).endswith("ing")


def _before(syntax: Syntax, start: int) -> Iterator[Event]:
    """The verb right before: "killing 12", "wounded at least 30", "beheads 8"."""
    inside = syntax.within(max(0, start - 40), start)
    for token in reversed(inside[-REACH:]):
        if syntax.word(token) in BEFORE_PASSED:
            continue
        cls = class_of(syntax, token)
        if cls and (
            syntax.is_verb(token) or (cls in FATES and syntax.word(token).endswith(("ed", "s", "ing")))
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
        if (cls := class_of(syntax, token)) in FATES and syntax.tokens[token].upos != "NUM":
            yield Event(token, cls, "<counted noun> says it")


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
    if syntax.lemma(token) not in AMOUNTS:
        return None
    below = syntax.children(token, "nmod", "acl", "compound")
    deeper = [token for one in below for token in (one, *syntax.children(one, "acl", "amod"))]
    return next((cls for one in deeper if (cls := class_of(syntax, one))), None)


def _verb(syntax: Syntax, here: int, head: int) -> Iterator[Event]:
    """A verb and what it brings with it: "left 12 dead", "suffered injuries", "the toll rose to 12"."""
    relation, cls = syntax.relation(here), class_of(syntax, head)
    for below in syntax.children(head, "xcomp", "advcl"):
        if (brought := class_of(syntax, below)) in FATES and not _active(syntax, below):
            yield Event(below, brought, "<verb> <figure> <participle>")
    if syntax.lemma(head) in SUPPORT:
        for below in syntax.children(head, "obj"):
            if below != here and (brought := class_of(syntax, below)):
                yield Event(below, brought, "<figure> <verb> <noun>")
    if cls not in FATES and relation != "nsubj":
        for below in syntax.children(head, "nsubj", "obj"):
            if below != here and (brought := _says(syntax, below)) in FATES:
                yield Event(below, brought, "<noun> <verb> <figure>")
    agent = syntax.tokens[here].deprel == "nsubj" and _active(syntax, head)
    yield Event(head, cls, f"<figure> as {relation} of <verb>", agent)

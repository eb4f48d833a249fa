"""Attributions by layout: headlines that name their source, statements that an introduction opens."""

import re
from collections.abc import Iterator, Sequence

from sayso.claims.attribution.cueing import verb_class
from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.repairing import noun_above, speaks
from sayso.claims.attribution.roles import called
from sayso.claims.attribution.speaking import TELLING
from sayso.claims.attribution.subjects import subject
from sayso.claims.attribution.values import Chars, Draft

SAYS_SOURCE = "<headline>, <verb of saying> <source>"
SOURCE_COLON = "<source>: <headline>"
DASH_SOURCE = "<headline> – <source>"
SOURCE_WIRE = "<headline> <source> <agency> <day>"
BLOCK = "<source> <verb of saying>: <paragraphs>"

MOST_OF_HEADLINE = 30  # tokens
MOST_OF_SOURCE = 7
WIRE = re.compile(
    r"\s(?:AFP|Reuters|AP|DPA|dpa|UPI|ANI|Xinhua|Sputnik|TASS|RT|BBC|CNN)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?"
    r"\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}"
)
DASH = re.compile(r"\s[-–—]\s+(?=\S)")
LEAD = re.compile(r"(?<=[^\s:]):\s+(?=\S)")
COUNTERS = frozenset(
    {"monitor", "ngo", "igo", "government", "police", "medical", "official", "person", "media"}
)
LONGEST_LEAD = 60  # characters of a source before a colon
CLOSES = re.compile(
    r"(?:further information|notes? (?:to|for) editors?|ends\b|background\b|media enquiries|related|follow )",
    re.IGNORECASE,
)


def headlines(ground: Ground) -> Iterator[Draft]:
    """The source that a headline names: the title, and short first paragraphs without a full stop."""
    for start, end in _headlines(ground):
        yield from _says_source(ground, start, end)
        yield from _source_colon(ground, start, end)
        yield from _dash_source(ground, start, end)
    if ground.part == "text":
        yield from _source_wire(ground)
        yield from _run_together(ground)


def _headlines(ground: Ground) -> Iterator[Chars]:
    spans = ground.analysis.paragraphs if ground.part == "title" else ground.analysis.paragraphs[:1]
    for start, end in spans:
        words = ground.exact((start, end)).rstrip()
        short = 0 < len(ground.syntax.within(start, end)) <= MOST_OF_HEADLINE
        if short and (ground.part == "title" or not words.endswith((".", "!", "?", "”", '"'))):
            yield start, start + len(words)


def _says_source(ground: Ground, start: int, end: int) -> Iterator[Draft]:
    """ "…, says Jane Roe": a verb of saying after a comma, and only a name behind it."""
    syntax = ground.syntax
    inside = syntax.within(start, end)
    for token in inside[2:]:
        if syntax.word(token - 1) not in (",", "–", "—", "-") or verb_class(ground, token) is None:
            continue
        rest = inside[inside.index(token) + 1 :]
        verbal = any(syntax.tokens[t].upos in ("VERB", "AUX", "PUNCT") for t in rest)
        finite = syntax.tokens[token].xpos in ("VBZ", "VBP", "VBD", "NNS", "NN")
        if rest and finite and not verbal and len(rest) <= MOST_OF_SOURCE:
            it = syntax.tokens[token]
            source = ground.chars(rest[0], rest[-1])
            content = (start, syntax.tokens[token - 2].end)
            yield Draft(source, (it.start, it.end), (content,), SAYS_SOURCE)


def _source_colon(ground: Ground, start: int, end: int) -> Iterator[Draft]:
    """ "Jane Roe: …": somebody's name before a colon."""
    match = LEAD.search(ground.text, start, min(end, start + LONGEST_LEAD))
    if match and _is_source(ground, start, match.start()):
        yield Draft((start, match.start()), None, ((match.end(), end),), SOURCE_COLON)


def _dash_source(ground: Ground, start: int, end: int) -> Iterator[Draft]:
    """ "… – monitor", "…: UN": somebody's name after the last dash or colon."""
    marks = [*DASH.finditer(ground.text, start, end), *LEAD.finditer(ground.text, start, end)]
    last = max(marks, key=lambda mark: mark.start(), default=None)
    if last and last.start() - start > LONGEST_LEAD // 4:
        yield from _behind(ground, last, start, end)


def _behind(ground: Ground, mark: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """What stands before a mark, said by whoever is named behind it, if somebody is."""
    if _is_source(ground, mark.end(), end):
        yield Draft((mark.end(), end), None, ((start, mark.start()),), DASH_SOURCE)


def _is_source(ground: Ground, start: int, end: int) -> bool:
    syntax = ground.syntax
    inside = syntax.within(start, end)
    if not 0 < len(inside) <= MOST_OF_SOURCE or any(syntax.tokens[t].upos in ("VERB", "NUM") for t in inside):
        return False
    head = syntax.top(start, end)
    noun = noun_above(ground, head) if head is not None else None
    return any(speaks(ground, t) for t in (noun, inside[-1]) if t is not None and t in inside)


def _source_wire(ground: Ground) -> Iterator[Draft]:
    """A headline run together with its source and the agency's line, as copied pages have it."""
    for match in WIRE.finditer(ground.text, 0, 2000):
        token = ground.analysis.token_at(match.start() - 1) if match.start() else None
        if token is None or not _counts(ground, token):
            continue
        line = ground.text.rfind("\n", 0, match.start()) + 1
        first = _name_start(ground, token)
        if first > line:
            yield Draft((first, ground.analysis.tokens[token].end), None, ((line, first),), SOURCE_WIRE)


def _run_together(ground: Ground) -> Iterator[Draft]:
    """ "…: monitor." as the first sentence of a text: a headline copied into its line."""
    if not ground.analysis.sentences:
        return
    start, end = ground.analysis.sentences[0].start, ground.analysis.sentences[0].end
    end -= ground.text[start:end].endswith(".")
    *_, last = (None, *LEAD.finditer(ground.text, start, end))
    inside = ground.syntax.within(last.end(), end) if last else range(0)
    if last and inside and _counts(ground, inside[-1]):
        yield from _behind(ground, last, start, end)


def _counts(ground: Ground, token: int) -> bool:
    """Whether a noun names who counts: monitors, authorities, people in office; no fighters, no victims."""
    kinds = called().get(ground.syntax.lemma(token), frozenset())
    actor = ground.actor_at(token)
    return bool(kinds & COUNTERS) or (actor is not None and actor.value.kind in COUNTERS)


def _name_start(ground: Ground, token: int) -> int:
    """Where the name that ends with a token begins: its actor's first character, else the token's."""
    actor = ground.actor_at(token)
    at = ground.analysis.tokens[token]
    return actor.span.start if actor and actor.span.end == at.end else at.start


def blocks(ground: Ground) -> Iterator[Draft]:
    """Paragraphs that "X said:" opens, without quotation marks, up to whoever speaks next."""
    paragraphs = ground.analysis.paragraphs
    for number, (start, end) in enumerate(paragraphs[:-1]):
        if not ground.exact((start, end)).rstrip().endswith(":"):
            continue
        opened = _introduced(ground, start, end)
        block = _block(ground, paragraphs[number + 1 :])
        if opened and block:
            source, cue = opened
            yield Draft(source, cue, (block,), BLOCK, block=True)


def _introduced(ground: Ground, start: int, end: int) -> tuple[Chars, Chars] | None:
    """The speaker and the verb of saying with which a paragraph ends."""
    syntax = ground.syntax
    for token in reversed(syntax.within(start, end)[-40:]):
        if syntax.tokens[token].upos == "VERB" and verb_class(ground, token) in TELLING:
            found = subject(ground, token)
            if found is not None and speaks(ground, found):
                at = syntax.tokens[token]
                return ground.phrase(found), (at.start, at.end)
    return None


def _block(ground: Ground, following: Sequence[Chars]) -> Chars | None:
    last: Chars | None = None
    for start, end in following:
        words = ground.exact((start, end)).strip()
        if words.endswith(":") or words[:1] in "\"“'‘«" or CLOSES.match(words):
            break
        last = (start, end)
    return (following[0][0], last[1]) if last else None

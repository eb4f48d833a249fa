"""Furniture: lines that are not reporting, marked by the rules of `furniture.txt`.

A phrase list does for what pages repeat word for word; three shapes stand here: a byline, a credit
in brackets, a bare address. Each rule takes a line as compared and says whether it is furniture.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import DataFileError
from sayso.reports.span import Part, Span, span_of

FILE = Path(__file__).with_name("furniture.txt")
KINDS = ("is", "begins", "opens", "holds", "ends", "button", "outlet", "edition")
SHORT = 14  # words; a longer line that merely begins like furniture may be reporting
LONGEST = 400  # characters; no line of furniture is longer
LINE = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")
SPACE = re.compile(r"\s+")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
EDGES = " \t\u00a0.,:;!?…·•|»«›‹→>*-–—_\"'"
NAME = r"(?:[A-Z][\w'’.-]+|de|van|von|al|el|bin|der|la)"
BYLINE = re.compile(
    rf"\s*By:?\s+{NAME}(?:\s+{NAME}){{1,4}}(?:(?:\s*,|\s+and)\s+{NAME}(?:\s+{NAME}){{0,4}}){{0,9}}\s*"
)
CREDIT = re.compile(
    r"\s*[\[(](?:Photo|Image|Picture|File|Credit|Getty|Reuters|AFP|AP|EPA)\b[^\])]{0,120}[\])]\s*", re.I
)
ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*|\s*@\w{2,30}\s*|\s*\S+@\S+\.\w{2,10}\s*", re.I)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of the data file by kind, ready to be compared."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    opens: tuple[str, ...]
    holds: tuple[str, ...]
    ends: tuple[str, ...]
    buttons: frozenset[str]
    outlets: frozenset[str]
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named reason for taking a line as furniture; it sees the line and the line as compared."""

    name: str
    holds: Callable[[str, str], bool]


@cache
def phrases() -> Phrases:
    """The shipped phrases. Raises DataFileError for a line that does not follow the grammar."""
    return parse(FILE.read_text(encoding="utf-8"), FILE.name)


def parse(content: str, name: str) -> Phrases:
    """Phrases from the text of a data file called `name`."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, *given = (cell.strip() for cell in line.split("|"))
        if kind not in KINDS or not given or not all(given):
            kinds = ", ".join(KINDS)
            raise DataFileError(name, number, f"expected 'kind | phrase | …' with a kind of {kinds}")
        found[kind] += [SPACE.sub(" ", phrase.lower()) for phrase in given]
    whole = frozenset(phrase.strip(EDGES) for phrase in found["is"])
    begins, opens, holds, ends = (tuple(found[kind]) for kind in ("begins", "opens", "holds", "ends"))
    editions = tuple(sorted(found["edition"], key=len, reverse=True))
    return Phrases(
        whole, begins, opens, holds, ends, frozenset(found["button"]), frozenset(found["outlet"]), editions
    )


def _is_buttons(line: str) -> bool:
    """Whether the words divide into buttons; greedy, longest first, is enough for so small a set."""
    words, place, buttons = line.split(), 0, phrases().buttons
    while place < len(words):
        step = next((n for n in (2, 1) if " ".join(words[place : place + n]) in buttons), 0)
        if not step:
            return False
        place += step
    return bool(words)


def _is_outlet(line: str) -> bool:
    if line in phrases().outlets:
        return True
    rest = next((line[: -len(e)].strip() for e in phrases().editions if line.endswith(e)), None)
    return rest is not None and rest in phrases().outlets


def _is_short(line: str) -> bool:
    return len(line.split()) <= SHORT


RULES = (
    Rule("<whole phrase>", lambda _, line: line.strip(EDGES) in phrases().whole),
    Rule("<phrase that opens>…", lambda _, line: line.startswith(phrases().opens)),
    Rule("<phrase> <few words>", lambda _, line: line.startswith(phrases().begins) and _is_short(line)),
    Rule("<few words> <phrase>", lambda _, line: line.endswith(phrases().ends) and _is_short(line)),
    Rule("…<phrase>…", lambda _, line: _is_short(line) and any(p in line for p in phrases().holds)),
    Rule("<button> <button>…", lambda _, line: _is_short(line) and _is_buttons(line.strip(EDGES))),
    Rule("<outlet> <edition>", lambda _, line: _is_short(line) and _is_outlet(line.strip(EDGES))),
    Rule("By <Name>", lambda raw, _: BYLINE.fullmatch(raw) is not None),
    Rule("(Photo: <credit>)", lambda raw, _: CREDIT.fullmatch(raw) is not None),
    Rule("<address>", lambda raw, _: ADDRESS.fullmatch(raw) is not None),
)


def rule_of(raw: str, outlet: str | None = None) -> str | None:
    """The name of the rule by which a line is furniture, or None; `outlet` is the report's own."""
    if len(raw) > LONGEST:
        return None
    line = SPACE.sub(" ", raw.translate(STRAIGHT).lower()).strip()
    if outlet and line.strip(EDGES) == SPACE.sub(" ", outlet.lower()).strip(EDGES):
        return "<own outlet>"
    return next((rule.name for rule in RULES if rule.holds(raw, line)), None)


def furniture_lines(text: str, outlet: str | None = None) -> Iterator[tuple[int, int, str]]:
    """(start, end, rule name) of every line that is furniture, white space at its ends left out."""
    for match in LINE.finditer(text):
        raw = match.group()
        if raw.isspace():
            continue
        rule = rule_of(raw, outlet)
        if rule:
            start = match.start() + len(raw) - len(raw.lstrip())
            yield start, match.start() + len(raw.rstrip()), rule


def find_furniture(text: str, part: Part = "text", outlet: str | None = None) -> tuple[Span, ...]:
    """The spans of one part of a report that are furniture, in text order."""
    return tuple(span_of(part, text, start, end) for start, end, _ in furniture_lines(text, outlet))


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text as it is read: furniture turned into spaces, so that every offset stays true."""
    pieces, place = [], 0
    for span in sorted(spans):
        pieces += [text[place : span.start], " " * (span.end - max(span.start, place))]
        place = max(place, span.end)
    return "".join([*pieces, text[place:]]) if pieces else text

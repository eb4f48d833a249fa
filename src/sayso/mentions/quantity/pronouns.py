"""When a numeral counts nothing, or only names, times or places something."""

import re

from sayso.mentions.number.rules import Numeral
from sayso.mentions.quantity.counting import CountedNoun
from sayso.mentions.quantity.lexicon import units, words

SUPERLATIVE = re.compile(
    r"\s+of\s+(?:the|its|his|her|their|our|my|your|these|those)\s+(?:\w+\s+){0,2}?(?:most|worst|best|biggest|\w{3,}est|least|first|last|few|main|key|top|many|leading|major|longest-\w+)\b",
    re.I,
)
STATE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:killed|dead|wounded|injured|missing|arrested|detained|captured|hurt|died|in\s+\d|other\s+\w+|of\s+(?:whom|them|the\s+\w+|those|its|his|their))\b",
    re.I,
)
DETERMINED = re.compile(
    r"(?:\b(?:the|this|that|these|those|which|each|every|any|no|another|some|other|only|last|next|first|big|bad|good|new)\s+)$",
    re.I,
)
DURATION = re.compile(
    r"[\s\u00a0-]*(?:(?:more|further|full|consecutive|straight|long|or\s+more|other|successive|whole|additional|previous|past|last|working|calendar|school|odd|bloody|short|solid)\s+)?(?P<noun>[A-Za-z]+)(?P<more>[\s-]+[A-Za-z]+)?"
)
NUMBERED = re.compile(r"(?:\b[A-Z][\w’'-]*\s+)$")
LOCATING = re.compile(
    r"\s*\)?\s*(?:\([^)]{1,30}\)\s*)?(?:to\s+the\s+)?(?:(?:due|just|further)\s+)?(?P<word>[a-z-]+)", re.I
)


def why_no_count(
    text: str, unit: str, numeral: Numeral, start: int, end: int, counted: CountedNoun | None
) -> str | None:
    """The reason why this numeral is no figure, or None when it is one."""
    if unit == "count":
        return (
            _duration(text, end)
            or _pronoun(text, numeral, end, counted)
            or _name(text, numeral, start, end, counted)
        )
    known = units().by_id.get(unit)
    if known and known.dimension == "length":
        return _locating(text, start, end)
    return "angle" if unit == "degree" and numeral.words else None


def _duration(text: str, end: int) -> str | None:
    match = DURATION.match(text, end)
    if not match:
        return None
    noun = match["noun"].lower()
    if noun not in words("duration"):
        return None
    if match["more"] and match["more"].strip(" -").lower() in ("old", "olds"):
        return "age"
    return "duration"


def _pronoun(text: str, numeral: Numeral, end: int, counted: CountedNoun | None) -> str | None:
    if not numeral.words or numeral.low not in (1, 2, 3) or numeral.share:
        return None
    before = text[max(0, numeral.start - 16) : numeral.start]
    if numeral.low == 1:
        if SUPERLATIVE.match(text, end):
            return "one of the most …"
        if counted is None and not STATE.match(text, end):
            return "pronoun"
        if counted and counted.head in words("nocount"):
            return "pronoun"
        return (
            "pronoun"
            if DETERMINED.search(before) and not STATE.match(text, end) and counted is None
            else None
        )
    return (
        "pronoun"
        if counted is None
        and re.search(r"\b(?:the|these|those)\s+$", before, re.I)
        and not STATE.match(text, end)
        else None
    )


def _name(text: str, numeral: Numeral, start: int, end: int, counted: CountedNoun | None) -> str | None:
    """A capitalised word right before bare digits names something ("Camp 7") where nothing is counted."""
    if numeral.words or counted or start != numeral.start:
        return None
    match = NUMBERED.search(text[max(0, start - 24) : start])
    if not match or match[0].split()[-1].lower() not in words("label"):
        return None
    return "name"


def _locating(text: str, start: int, end: int) -> str | None:
    match = LOCATING.match(text, end)
    if match and match["word"].lower().rstrip("s") in words("place"):
        return "locating distance"
    if re.search(
        r"\b(?:within|at\s+a\s+distance\s+of|located|situated|lies|lying)\s+(?:about\s+|some\s+|around\s+)?$",
        text[max(0, start - 26) : start],
        re.I,
    ):
        return "locating distance"
    return None

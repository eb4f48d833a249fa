"""When a numeral counts nothing, or only names, times or places something."""

import re

from sayso.mentions.number.numerals import Numeral
from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.counting import CountedNoun, is_plural
from sayso.mentions.quantity.lexicon import units, words

SUPERLATIVE = re.compile(
    r"\s+of\s+(?:the|its|his|her|their|our|my|your|these|those|(?:[\w.]+\s+){0,3}?[\w.]+['’]s)\s+(?:\w+\s+){0,2}?"
    r"(?:most|worst|best|biggest|\w{3,}est|least|first|last|few|main|key|top|many|leading|major|constituent|premiere?|longest-\w+)\b",
    re.I,
)
STATE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:killed|dead|wounded|injured|missing|arrested|detained|captured|hurt|died|in\s+\d|others?\b"
    r"|on\s+board|aboard|of\s+(?:whom|which|them|the\s+\w+|those|its|his|their))\b",
    re.I,
)
PICKED = re.compile(r"\s+(?:via|with|by|at|in|from|near|on|of\s+(?:whom|which|them))\b", re.I)
ONE_IN_A_ROW = re.compile(r"(?:,|;|—|–|\band)\s+(?:and\s+)?$")
IT_IS = re.compile(r"\b(?:it|this|that)\s+(?:is|was)\s+(?:just\s+|only\s+|all\s+)?$", re.I)
IS_ONE = re.compile(
    r"\b(?:is|was|are|were|be|been|being|as|became|become|remains?|considered)\s+(?:just\s+|only\s+)?$", re.I
)
SPOKE = re.compile(
    r"(?:\s+[\w’'-]+){1,4}?\s+(?:said|says|told|recounted|stated|recalled|claimed|wrote|tweeted|noted|added|explained)\b"
)
DETERMINED = re.compile(
    r"\b(?:the|this|that|these|those|which|each|every|any|no|another|some|other|only|last|next|first|big|bad|good|new|number)\s+$",
    re.I,
)
THAT_ONE = re.compile(r"\b(?:that|only)\s+$", re.I)  # "had only one doctor", "said that one inmate fled"
ALL = re.compile(r"\b(?:the|these|those|all|both|first|last|other|latter|top|bottom)\s+$", re.I)
DURATION = re.compile(
    r"[\s\u00a0\]-]{0,3}(?:(?:more|further|full|consecutive|straight|long|or\s+more|other|previous|past|successive|whole|additional|working|calendar|school|odd|bloody|short|solid|further)\s+)?(?P<noun>[A-Za-z]+)"
)
NAME_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*)\)?[ \u00a0(-]\s?$")
VERBAL = ("ed", "ing", "s", "least", "than", "most")
YEARS = re.compile(r"(?:(?:between|from)\s)?(?:1[5-9]|20)\d\d(?:\s(?:and|to)\s(?:1[5-9]|20)\d\d)?", re.I)
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|by|from|the|a|an|this|that|its|his|their|our|early|late|mid|of|\w+['’]s)\s+$", re.I
)
ERA = re.compile(r"\s*(?:B\.?C\.?E?\b|A\.?D\.?\b|C\.?E\.?\b)")
LOCATING = re.compile(
    r"\s*\)?\s*(?:\([^)]{1,30}\)\s*)?(?:to\s+the\s+)?(?:(?:due|just|further)\s+)?(?P<word>[a-z-]+)", re.I
)
WEAPON = re.compile(
    r"[\s-]+(?:[a-z-]+\s)?(?:machine|guns?|mortars?|cannons?|howitzers?|rockets?|shells?|rounds?|artillery|calib|pistols?|rifles?|bullets?|ammunition|cartridges?)",
    re.I,
)
LOCATED = re.compile(
    r"\b(?:within|at\s+(?:a|an)\s+(?:distance|depth|altitude|height)(?:\s+of)?|located|situated|lies|lying)\s+(?:about\s+|some\s+|around\s+)?$",
    re.I,
)


def why_no_count(
    text: str, unit: str, numeral: Numeral, start: int, end: int, counted: CountedNoun | None
) -> str | None:
    """The reason why this numeral is no figure, or None when it is one."""
    if unit == "count":
        return (
            _duration(text, end)
            or _year(text, numeral, start, end, counted)
            or _pronoun(text, numeral, start, end, counted)
            or _name(text, numeral, start, end, counted)
        )
    known = units().by_id.get(unit)
    if known is None or known.dimension != "length":
        return None
    return "calibre" if unit == "mm" and WEAPON.match(text, end) else _locating(text, start, end)


def _duration(text: str, end: int) -> str | None:
    return "duration" if time_unit(text, end) else None


def time_unit(text: str, end: int) -> tuple[str, int] | None:
    """The unit of time that a number ending at `end` measures, and where it ends: "weeks", "years of age"."""
    match = DURATION.match(text, end)
    if not match or match["noun"].lower() not in words("duration"):
        return None
    unit = match["noun"].lower()
    unit = SHORT_TIMES.get(unit) or SHORT_TIMES.get(unit.removesuffix("s")) or unit.removesuffix("s")
    aged = OLD.match(text, match.end("noun"))
    return (f"{unit} of age", aged.end()) if aged else (unit, match.end("noun"))


SHORT_TIMES = {"hr": "hour", "min": "minute", "sec": "second", "yr": "year", "centuries": "century"}
OLD = re.compile(r"[\s-]{1,3}(?:olds?|of\s+age)\b", re.I)


def _year(text: str, numeral: Numeral, start: int, end: int, counted: CountedNoun | None) -> str | None:
    """A bare 1500–2099 is a year unless it counts: people always, other plurals where it is round or old."""
    if ERA.match(text, end):
        return "year"
    if numeral.words or not YEARS.fullmatch(text, numeral.start, numeral.end) or numeral.scale > 1:
        return None
    if numeral.bound is not Bound.RANGE and start != numeral.start:
        until = text[start : numeral.start].strip().lower() == "up to"
        return "year" if until and numeral.low % 50 and counted is None else None
    if STATE.match(text, end) or (counted and counted.head in words("person")):
        return None
    if counted is None or not is_plural(text[counted.start : counted.end].rsplit(maxsplit=1)[-1]):
        return "year"
    dated = YEAR_BEFORE.search(text[max(0, start - 8) : start]) is not None
    return "year" if numeral.low >= 1900 and (dated or numeral.low % 50) else None


def _pronoun(text: str, numeral: Numeral, start: int, end: int, counted: CountedNoun | None) -> str | None:
    if not numeral.words or numeral.low > 20 or numeral.share or numeral.bound is not Bound.EXACT:
        return None
    before = text[max(0, start - 16) : start]
    if numeral.low == 1:
        return _one(text, before, end, counted) if start == numeral.start else _one_or_more(text, end)
    alone = counted is None and not STATE.match(text, end)
    return "pronoun" if alone and ALL.search(before) else None


def _one_or_more(text: str, end: int) -> str | None:
    return "one or more" if text[max(0, end - 4) : end].lower() == "more" else None


def _one(text: str, before: str, end: int, counted: CountedNoun | None) -> str | None:
    """ "one" counts when one concrete thing is picked out and something happens to it."""
    if text[max(0, end - 4) : end].lower() == "more":
        return "one or more"
    if SUPERLATIVE.match(text, end):
        return "one of the most …"
    if re.match(r"\s+of\b", text[end : end + 5]) and IS_ONE.search(before) and not _killed_of(text, end):
        return "one of a kind"
    if SPOKE.match(text, end):
        return "one speaker"
    if counted is None:
        picked = ONE_IN_A_ROW.search(before) and PICKED.match(text, end)
        return None if STATE.match(text, end) or picked or _killed_of(text, end) else "pronoun"
    if IT_IS.search(before) and not STATE.match(text, counted.end):
        return "one of a kind"
    determined = DETERMINED.search(before) and not THAT_ONE.search(before)
    if counted.head in words("nocount") or (determined and not STATE.match(text, end)):
        return "pronoun"
    return None


def _killed_of(text: str, end: int) -> bool:
    return (
        re.match(
            r"\s+of\s+(?:the\s+)?(?:at\s+least\s+|about\s+)?(?:\d|\w+\s+(?:killed|wounded|arrested))",
            text[end : end + 40],
        )
        is not None
    )


def _name(text: str, numeral: Numeral, start: int, end: int, counted: CountedNoun | None) -> str | None:
    """A capitalised word right before a bare number names something ("Camp 7") where nothing is counted."""
    match = NAME_BEFORE.search(text[max(0, start - 30) : start])
    if not match or start != numeral.start or numeral.bound is not Bound.EXACT or STATE.match(text, end):
        return None
    word = match["word"].lower()
    if counted and STATE.match(text, counted.end):
        return None
    if word == "magnitude" or (counted and text[end : end + 1] == "-"):
        return None
    if word in words("label"):
        return (
            "name"
            if not counted or not is_plural(text[counted.start : counted.end].rsplit(maxsplit=1)[-1])
            else None
        )
    if (
        numeral.words
        or numeral.scale > 1
        or "," in text[numeral.start : numeral.end]
        or (word.endswith(VERBAL) and word not in words("singular"))
    ):
        return None
    if word in words("stop") or (
        counted and is_plural(text[counted.start : counted.end].rsplit(maxsplit=1)[-1])
    ):
        return None
    return "name"


def _locating(text: str, start: int, end: int) -> str | None:
    match = LOCATING.match(text, end)
    if match and match["word"].lower().rstrip("s") in words("place"):
        return "locating distance"
    return "locating distance" if LOCATED.search(text[max(0, start - 34) : start]) else None

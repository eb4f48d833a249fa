"""What happened to those counted, by the nearest word that says so: killed, wounded, lost, captured …

Read from the words alone, finer than the measure of a claim: a headline that says "killed" where the
quotation says "lost" is a drift, though both may be counted as casualties.
"""

import re
from functools import cache
from pathlib import Path

from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.errors import DataFileError

FILE = Path(__file__).with_name("predicates.txt")
SIGN = re.compile("[\ue000-\uf7ff]")
STOP = re.compile(r"[;:–()]")
GOVERNS = re.compile(
    r"\s*(?:(?:at|to|as|is|was|were|by|another|a|the|further|more|of|up|stands|stood|reached|has|had)\s+)*\Z"
)
ACTIVE = re.compile(
    r"(?:kill|wound|injur|captur|detain|arrest|abduct|kidnapp?|displac|execut|murder|free|releas|rescu|sav)(?:e|s|es|ed|d|ing)?"
)
PASSIVE = re.compile(
    r"(?:[\ue000-\uf7ff](?: [a-z-]+)?|\b(?:was|were|been|being|be|are|is|get|got|of those|of the)(?: [a-z]+ly)?) \Z"
)
GROUPS = frozenset({"hostage", "hostages", "prisoners", "refugees", "detainees", "deserters"})
NOUN_OF = re.compile(r" (?:[a-z-]+ )?")
REACH = 70  # characters to the right in which a verb may follow its subject


@cache
def classes() -> dict[str, str]:
    """Phrase → class. Raises DataFileError for a line that does not follow the grammar."""
    found: dict[str, str] = {}
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, bar, words = line.partition(" | ")
        if not bar:
            raise DataFileError(FILE.name, number, "expected 'class | words'")
        found |= {word.strip().replace("+", " "): name.strip() for word in words.split(",")}
    return found


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(classes(), key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + r")(?![\w-])"
    )


def class_of(words: str) -> str:
    """The class of a phrase found by the pattern."""
    return classes()[" ".join(words.split())]


def predicate(passage: Passage, operand: Operand) -> str | None:
    """The class of what is said of an operand's people or things; None where no word near says it."""
    found = predicate_word(passage, operand)
    return class_of(found[0]) if found else None


def predicate_word(passage: Passage, operand: Operand) -> tuple[str, int] | None:
    """The word that says what happened to those counted, and its place in the passage's shape."""
    at = passage.place_of(operand)
    before = _before(passage.shape, at)
    if (
        before
        and _active(passage.shape, before)
        and GOVERNS.match(passage.shape[before[1] + len(before[0]) : at])
    ):
        return before  # "killing 100 people and wounding several": its own verb stands right before it
    after = _after(passage.shape, at)
    if (
        after
        and before
        and after[0] in GROUPS
        and GOVERNS.match(passage.shape[before[1] + len(before[0]) : at])
    ):
        return before  # "freed 62 hostages": the noun says what they had been
    return after or before


def _active(shape: str, word: tuple[str, int]) -> bool:
    """Whether a verb takes the figure behind it as its object: "kills 12", "killed 12", not "were killed"."""
    return ACTIVE.fullmatch(word[0]) is not None and not PASSIVE.search(shape[: word[1]])


def _after(shape: str, at: int) -> tuple[str, int] | None:
    end = min(len(shape), at + 1 + REACH)
    following = SIGN.search(shape, at + 1)
    next_ = following.start() if following else len(shape)
    stop = STOP.search(shape, at + 1, end)
    end = min(end, stop.start() if stop else end, next_)
    noun = None
    for match in _pattern().finditer(shape, at + 1, end):
        adjacent = match.start() <= at + 2  # "among the 57 killed were five children"
        if (
            not adjacent
            and next_ == end
            and GOVERNS.match(shape[match.end() : next_])
            and match.end() < next_
        ):
            continue  # "12 and killed 30": it speaks of the next figure
        if match[0] in GROUPS and NOUN_OF.fullmatch(shape[at + 1 : match.start()]):
            noun = noun or (match[0], match.start())
            continue  # "15 refugees froze to death": the noun says what they were
        return match[0], match.start()
    return noun


def _before(shape: str, at: int) -> tuple[str, int] | None:
    begin = 0
    for stop in STOP.finditer(shape, 0, at):
        begin = stop.end()
    for sign in SIGN.finditer(shape, begin, at):
        begin = sign.end()
    found = None
    for match in _pattern().finditer(shape, begin, at):
        found = match
    return (found[0], found.start()) if found else None

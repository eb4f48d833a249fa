"""Bound words before and after a figure ("at least 13", "60-plus", "20 or more")."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.lexicon import bound_words, phrases

REACH = 44  # characters: longer than any bound phrase with its blanks


@dataclass(frozen=True, slots=True)
class BoundPhrase:
    """The bound that words give, where they stand, and the words in lower case."""

    bound: Bound
    start: int
    end: int
    words: str


@cache
def _before() -> re.Pattern[str]:
    spoken = phrases(word for word in bound_words("before") if word[0].isalpha())
    signs = phrases(word for word in bound_words("before") if not word[0].isalpha())
    glue = r"(?P<glue>\s+another|\s+the|\s+an?|\s+these|\s+its|\s+their)?"
    return re.compile(
        rf"(?:(?:(?<![A-Za-z])|(?<=\\n))(?P<words>{spoken}){glue}|(?P<sign>{signs}))\s*-?$", re.I
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s*-?\s*(?P<words>{phrases(bound_words('after'))})(?![A-Za-z0-9])", re.I)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<words>{phrases(bound_words('tail'))})(?![A-Za-z0-9])", re.I)


BLANKS, SPACES = re.compile(r"[\s-]+"), re.compile(r"\s+")
FIRST = re.compile(r"\s*-?\s*(?P<first>[A-Za-z]+|.)", re.DOTALL)
LAST = re.compile(r"(?P<last>[A-Za-z]+|[^\sA-Za-z-])\s{0,2}-?$")
GLUE = frozenset({"another", "the", "a", "an", "these", "its", "their"})


@cache
def _lasts() -> frozenset[str]:
    """What bound phrases end in: a quick look before the long expression."""
    found = (LAST.search(phrase) for phrase in bound_words("before"))
    return GLUE | {match["last"].lower() for match in found if match}


@cache
def _firsts(where: str) -> frozenset[str]:
    """What bound phrases behind a figure begin with: a quick look before the long expression."""
    found = (FIRST.match(phrase) for phrase in bound_words(where))
    return frozenset(match["first"].lower() for match in found if match)


def _may_end_in_bound(text: str, at: int) -> bool:
    last = LAST.search(text, max(0, at - 18), at)
    return last is not None and last["last"].lower() in _lasts()


def bound_before(text: str, at: int) -> BoundPhrase | None:
    """The bound words that end right before `at`.

    Bounds pile up ("up to about 60", "at least some 30"): the leftmost decides, except that a plain
    "about" never weakens a real bound.
    """
    found: BoundPhrase | None = None
    while _may_end_in_bound(text, at) and (match := _before().search(text, max(0, at - REACH), at)):
        written = (match["words"] or match["sign"]).lower()
        words = BLANKS.sub(" ", written)
        bound = bound_words("before").get(words) or bound_words("before").get(written)
        if bound is None or not _bounds_a_number(text, match, words):
            break
        if found is None or bound is not Bound.ABOUT:
            found = BoundPhrase(bound, match.start(), at, words)
        else:
            found = BoundPhrase(found.bound, match.start(), at, f"{words} {found.words}")
        at = match.start()
        while at and text[at - 1].isspace() and match.start() - at < 3:
            at -= 1
        if at == match.start():
            break
    return found


def _bounds_a_number(text: str, match: re.Match[str], words: str) -> bool:
    """Not every "over" is a bound: "over the past three weeks", "handed over 12", "some of"."""
    if words in ("over", "about", "under", "above", "around") and match["glue"]:
        return False
    before = text[max(0, match.start() - 14) : match.start()].rstrip().lower()
    if words.startswith("up to"):  # "climbed back up to 40" says where it went, not how far at most
        return not before.endswith(REACHED)
    if words == "over":
        if OVER_TIME.match(text, match.end()) and not before.endswith(LONGER):
            return False
        return not before.endswith(
            ("hand", "handed", "handing", "turn", "turned", "took", "take", "taken", "taking")
        )
    return True


# "10 raids over five years" is during; "held for over five years" is more
OVER_TIME = re.compile(
    r"(?:\d[\d,.]*|[a-z]+(?:-[a-z]+)?)\s+(?:year|month|week|day|hour|minute|season|decade)s\b", re.I
)
LONGER = ("for", "after", "lasted", "lasts", "last", "took", "take", "takes", "spent", "waited", "been", "of",
          "just", "well", "is", "was", "in")  # fmt: skip
REACHED = ("back", "go", "went", "gone", "going", "goes", "inched", "inching", "crept", "jumped", "climbed",
           "shot", "ticked", "edged")  # fmt: skip


def bound_after(text: str, at: int) -> BoundPhrase | None:
    """The bound words that begin at or shortly after `at`."""
    return _behind(text, at, _after(), "after")


def bound_tail(text: str, at: int) -> BoundPhrase | None:
    """The bound words behind the noun that is counted ("20 civilians at least")."""
    return _behind(text, at, _tail(), "tail")


def _behind(text: str, at: int, pattern: re.Pattern[str], where: str) -> BoundPhrase | None:
    first = FIRST.match(text, at)
    match = pattern.match(text, at) if first and first["first"].lower() in _firsts(where) else None
    if not match:
        return None
    words = SPACES.sub(" ", match["words"].lower())
    bound = bound_words(where).get(words) or bound_words(where).get(words.replace("-", " ").strip())
    follows = text[match.end() : match.end() + 4]
    if (
        bound is None
        or (words == "+" and follows.lstrip()[:1].isdigit())
        or (words in OPENS and NUMBER_NEXT.match(text, match.end()))
        or (words.endswith(" than") and not CLAUSE_ENDS.match(text, match.end()))
        or (words in ("maximum", "minimum") and NOUN_NEXT.match(text, match.end()))
    ):
        return None
    return BoundPhrase(bound, match.start(), match.end(), words)


OPENS = ("or more", "or less", "or greater", "at least", "at most", "maximum", "minimum", "or fewer")
CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")  # "200 or more than." but "200 or more than that"
NOUN_NEXT = re.compile(r"\s+[a-z]")  # "five maximum security prisons"
NUMBER_NEXT = re.compile(
    r"\s+(?:than\b|or\s+equal|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|a|an)\b|people\s+\d)",
    re.I,
)

"""Bound words before and after a figure ("at least 13", "60-plus", "20 or more")."""

import re
from functools import cache

from sayso.mentions.number.values import Bound
from sayso.mentions.quantity.lexicon import bound_words, phrases

REACH = 40  # characters: longer than any bound phrase with its blanks
GLUE = r"(?:\s+(?:a|an|another|some|the|around|about))?"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z])(?P<words>{phrases(bound_words('before'))})(?P<glue>\s+another|\s+the|\s+an?|\s+these|\s+its|\s+their)?\s*-?$",
        re.I,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s*-?\s*(?P<words>{phrases(bound_words('after'))})(?![A-Za-z0-9])", re.I)


def bound_before(text: str, at: int) -> tuple[Bound, int, str] | None:
    """The bound words that end right before `at`: (bound, where they begin, the words).

    Bounds pile up ("up to about 60", "at least some 30"): the leftmost decides, except that a plain
    "about" never weakens a real bound.
    """
    found: tuple[Bound, int, str] | None = None
    while match := _before().search(text, max(0, at - REACH), at):
        words = re.sub(r"[\s-]+", " ", match["words"].lower())
        bound = bound_words("before").get(words) or bound_words("before").get(match["words"].lower())
        if bound is None or not _bounds_a_number(text, match, words):
            break
        if found is None or bound is not Bound.ABOUT:
            found = (bound, match.start(), words)
        else:
            found = (found[0], match.start(), found[2])
        at = len(text[: match.start()].rstrip())
        if at == match.start() and at and text[at - 1].isalnum():
            break
    return found


def _bounds_a_number(text: str, match: re.Match[str], words: str) -> bool:
    """Not every "over" is a bound: "over the past three weeks", "handed over 12", "some of"."""
    if words in ("over", "about", "under", "above", "around") and match["glue"]:
        return False
    before = text[max(0, match.start() - 14) : match.start()].rstrip().lower()
    if words == "over":
        return not before.endswith(
            ("hand", "handed", "handing", "turn", "turned", "took", "take", "taken", "taking")
        )
    if words == "some":
        return not before.endswith(("in", "and in"))
    return True


def bound_after(text: str, at: int) -> tuple[Bound, int, str] | None:
    """The bound words that begin at or shortly after `at`: (bound, where they end, the words)."""
    match = _after().match(text, at)
    if not match:
        return None
    words = re.sub(r"\s+", " ", match["words"].lower())
    bound = bound_words("after").get(words) or bound_words("after").get(words.replace("-", " ").strip())
    if bound is None or (words == "+" and re.match(r"\s*\d", text[match.end() : match.end() + 3])):
        return None
    return bound, match.end(), words

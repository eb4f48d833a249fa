"""Whether the words round a date speak of what has happened or of what is to come."""

from functools import cache

from sayso.mentions.period.lexicon import lexicon
from sayso.mentions.period.tokens import Tokens

REACH = 14  # words before a date in which its verb is looked for
FEW = 6  # words behind it


@cache
def _letters() -> tuple[str, str, str]:
    letters = lexicon().letters
    return letters["ahead"], letters["behind"], letters["dot"]


def looks_ahead(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the nearest verb that tells, before the date or else behind it, looks ahead."""
    ahead, behind, dot = _letters()
    for at in range(start - 1, max(-1, start - REACH), -1):
        letter = tokens.letters[at]
        if letter == ahead:
            return True
        if letter == behind or (tokens.words[at].endswith("ed") and letter == " "):
            return at > 0 and tokens.letters[at - 1] == ahead
        if letter == dot:
            break
    for at in range(end, min(len(tokens.letters), end + FEW)):
        letter = tokens.letters[at]
        if letter == ahead:
            return True
        if letter in (behind, dot) or (tokens.words[at].endswith("ed") and letter == " "):
            return False
    return False

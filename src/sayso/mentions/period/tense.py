"""Whether the words round a date speak of what has happened or of what is to come."""

from functools import cache

from sayso.mentions.period.lexicon import lexicon
from sayso.mentions.period.tokens import NOTHING, Tokens

REACH = 14  # words before a date in which its verb is looked for
BE = ("is", "are", "was", "were")
FEW = 6  # words behind it


@cache
def _letters() -> tuple[str, str, str]:
    letters = lexicon().letters
    return letters["ahead"], letters["behind"], letters["dot"]


def tense(tokens: Tokens, start: int, end: int) -> int:
    """What the nearest verb that tells, before the date or else behind it, speaks of.

    1 for what is to come, -1 for what has been, 0 where no verb near it tells.
    """
    ahead, behind, dot = _letters()
    for at in range(start - 1, max(-1, start - REACH), -1):
        letter = tokens.letters[at]
        if letter == ahead:
            return 1
        if tokens.words[at] == "to" and at and tokens.words[at - 1] in BE:
            return 1  # "are to leave in May"
        if letter == behind or (letter == NOTHING and tokens.words[at].endswith("ed")):
            lead = at - 1 - (at > 1 and tokens.words[at - 1] == "be")
            return 1 if lead >= 0 and tokens.letters[lead] == ahead else -1
        if letter == dot:
            break
    for at in range(end, min(len(tokens.letters), end + FEW)):
        letter = tokens.letters[at]
        if letter == ahead:
            return 1
        if letter in (behind, dot) or (letter == NOTHING and tokens.words[at].endswith("ed")):
            return 0 if letter == dot else -1
    return 0

"""The event that a span of time is counted from or filled with: "a day after the battle", "weeks of war".

What dates such words is the event, so it belongs to the mention (as TIMEX2 has it). Its end is only known
without grammar where a mark closes it soon: up to a comma, a full stop or a bracket, over words that are
neither numbers nor verbs that tell.
"""

from dataclasses import replace

from sayso.mentions.period.meaning import Draft, Length, Reference
from sayso.mentions.period.tokens import NOTHING, Tokens

FARTHEST = 6  # words of an event's name, articles included
LITTLE = frozenset({"the", "a", "its", "of", "and", "in", "second"})
MARKS = frozenset({"comma", "dot", "closed", "quotes", "colon"})


def with_event(tokens: Tokens, draft: Draft) -> Draft:
    """The draft with the event behind it, where it has one that ends soon; else the same."""
    begins = _begins(tokens, draft)
    end = _end(tokens, begins) if begins is not None else None
    return draft if end is None else replace(draft, end=end, rule=f"{draft.rule} of an event")


def _begins(tokens: Tokens, draft: Draft) -> int | None:
    """The first word of the event: behind "of", or behind the "after" that the draft ends with."""
    said = draft.meaning
    of = draft.end < len(tokens.letters) and tokens.name(draft.end) == "of"
    if isinstance(said, Length) and of and not said.window and said.inside is None:
        return draft.end + 1
    if not isinstance(said, Reference) or said.timex not in (None, "XXXX-XX-XX"):
        return None
    if of and said.timex:
        return draft.end + 1
    return draft.end if tokens.name(draft.end - 1) in ("after", "before", "following") else None


def _end(tokens: Tokens, at: int) -> int | None:
    """The place behind the event's last word; None where no mark closes it soon."""
    last = min(len(tokens.letters), at + FARTHEST)
    end = at
    while end < last and (tokens.letters[end] == NOTHING or tokens.name(end) in LITTLE):
        if not tokens.words[end][0].isalpha() and tokens.words[end] not in MARKS:
            break
        end += 1
    closed = end == len(tokens.letters) or tokens.name(end) in MARKS or tokens.words[end] == ";"
    words = tokens.words[at:end]
    if not words or not closed or tokens.name(end - 1) in LITTLE or words[-1].endswith("ed"):
        return None
    return end

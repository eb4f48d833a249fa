"""Which dates later ones are counted from: not those mentioned in passing."""

from sayso.mentions.period.meaning import Draft, Point
from sayso.mentions.period.tokens import NOTHING, Tokens

FAR = 15  # years; a year so far from the course of an account is mentioned in passing


def carries(tokens: Tokens, draft: Draft, date: Point, then: Point | None) -> bool:
    """Whether the account goes on from a date: not from "(2003)", "the 1911 edition", "since 1882"."""
    if then is None or then.year is None or date.year is None:
        return True
    if _alone(date) and date.year == then.year and date.bc == then.bc:
        return False
    before = tokens.name(draft.start - 1) if draft.start else ""
    after = tokens.letters[draft.end] if draft.end < len(tokens.letters) else ""
    if _alone(date) and draft.rule == "<year>":
        passing = before == "open" and tokens.name(draft.end) == "closed" if after else False
        attribute = after == NOTHING and before not in PLACES and tokens.words[draft.end].isalpha()
        if passing or attribute:
            return False
    earlier = (date.year < then.year) != date.bc
    if before == "since" and earlier:
        return False
    return date.bc != then.bc or abs(date.year - then.year) <= FAR or draft.start == 0


def _alone(date: Point) -> bool:
    return not (date.month or date.season or date.quarter or date.week or date.half)


PLACES = frozenset({"in", "by", "until", "from", "during", "of", "between", "and", "to", "dash", "before", "after", "comma", "unit"})

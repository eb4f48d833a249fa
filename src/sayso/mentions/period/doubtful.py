"""Words that only sometimes speak of time ("may", "march", "sun", "sat", "fall", "spring"): when they do."""

import re
from functools import cache

from sayso.mentions.period.lexicon import lexicon
from sayso.mentions.period.tokens import NOTHING, Tokens

BEFORE = frozenset({
    "in", "by", "since", "until", "of", "last", "this", "next", "early", "late", "mid", "from",
    "during", "through", "between", "before", "after", "past", "previous", "following", "coming",
    "that", "same", "begin", "end", "at",
})  # fmt: skip
POINTS = frozenset({
    "last", "this", "next", "on", "past", "previous", "following", "coming", "by", "until", "since",
    "from", "open", "comma", "every", "each",
})  # fmt: skip
FOLLOWED = frozenset({
    "the", "on", "in", "by", "for", "of", "from", "during", "until", "within", "over", "that",
    "unit", "units",
})  # fmt: skip
COUNTS = frozenset({"day", "small", "number", "year", "real", "one", "teen", "tens", "half", "few"})
NUMERALS = frozenset({"day", "ordinal", "rank", "second", "year"})


def settle(tokens: Tokens) -> Tokens:
    """The same words with every doubtful one decided."""
    if not _doubtful().search(tokens.letters):
        return tokens
    lex, out = lexicon(), list(tokens.letters)
    for match in _doubtful().finditer(tokens.letters):
        at = match.start()
        kind = lex.names[match[0]].removeprefix("perhaps_")
        out[at] = lex.letters[kind] if DECIDE[kind](tokens, at) else NOTHING
    return Tokens(tokens.text, "".join(out), tokens.found, tokens.words)


@cache
def _doubtful() -> re.Pattern[str]:
    return re.compile("[" + "".join(lexicon().letters[f"perhaps_{kind}"] for kind in DECIDE) + "]")


def _name(tokens: Tokens, at: int) -> str:
    return tokens.name(at) if 0 <= at < len(tokens.words) else ""


def _after(tokens: Tokens, at: int) -> tuple[str, str]:
    """The classes of the next two words, a full stop or comma between left out."""
    step = (
        at + 2
        if _name(tokens, at + 1) in ("dot", "comma") and tokens.start(at + 1) == tokens.end(at)
        else at + 1
    )
    return _name(tokens, step), _name(tokens, step + 1)


def _capital(tokens: Tokens, at: int) -> bool:
    return tokens.text[tokens.start(at)].isupper()


def _month(tokens: Tokens, at: int) -> bool:
    before, (after, then) = _name(tokens, at - 1), _after(tokens, at)
    if (
        before in ("day", "ordinal")
        or (after == "ordinal")
        or (after in ("year", "day") and _capital(tokens, at))
    ):
        return True
    if before == "of" and _name(tokens, at - 2) in NUMERALS:
        return True
    if before == "weekday" or after in ("rank", "second", "tens") or (after == "the" and then in NUMERALS):
        return True
    if not _capital(tokens, at):
        return before in ("in", "of", "since", "until", "next", "last") and (
            after in ("year", "and", "to", "") or at + 1 == len(tokens.words)
        )
    if before in BEFORE:
        return True
    if before in ("and", "or", "to", "dash", "slash", "comma") and _name(tokens, at - 2) in (
        "month",
        "perhaps_month",
        "weekday",
        "year",
        "day",
        "dot",
    ):
        return True
    return (after in ("and", "to", "dash", "or") and then in ("month", "perhaps_month")) or (
        after == "of" and then in ("year", "that", "this", "last")
    )


def _weekday(tokens: Tokens, at: int) -> bool:
    if not _capital(tokens, at):
        return _name(tokens, at + 1) in NUMERALS and _name(tokens, at - 1) == "on"
    before, (after, _) = _name(tokens, at - 1), _after(tokens, at)
    return (
        before in POINTS
        or (before in ("or", "and") and _name(tokens, at - 2) in ("weekday", "perhaps_weekday"))
        or after in ("month", "perhaps_month", "day", "ordinal", "part", "iso", "numeric")
        or (before == "unit")
    )


def _season(tokens: Tokens, at: int) -> bool:
    before, (after, then) = _name(tokens, at - 1), _after(tokens, at)
    years = ("year", "that", "this", "last", "next", "the", "same")
    if after == "year" or (after == "of" and then in years[:1]):
        return True
    if tokens.words[at] == "spring":
        return before in BEFORE | {"the", "every", "each", "and"} or _capital(tokens, at)
    if after == "of":
        return then == "year" or (then in ("that", "last", "next") and before in BEFORE)
    return before in (
        "in",
        "last",
        "this",
        "next",
        "early",
        "late",
        "mid",
        "previous",
        "following",
        "coming",
        "every",
    ) or (
        before == "the"
        and _name(tokens, at - 2) in ("in", "during", "by", "until", "since", "through", "of", "over")
        and after != "in"
    )


def _unit(tokens: Tokens, at: int) -> bool:
    """An abbreviation behind a number: "30 min", "5 yr old", and not "the SEC", "Mo"."""
    before = _name(tokens, at - 2 if _name(tokens, at - 1) == "dash" else at - 1)
    return before in COUNTS or (before in ("a", "each", "per") and not _capital(tokens, at))


def _following(tokens: Tokens, at: int) -> bool:
    """ "the following week", "on following Friday", "the day following", not "Monday following his visit" """
    before = _name(tokens, at - 1)
    return before in FOLLOWED or (before == "" and (at == 0 or not tokens.is_word(at - 1)))


DECIDE = {"following": _following, "month": _month, "weekday": _weekday, "season": _season, "unit": _unit}

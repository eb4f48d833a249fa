"""The noun phrase that a figure counts, by word lists and word shapes alone.

Conventions of the guidelines: short, without determiners, possessives, "other" and "additional",
without relative clauses; None where the noun is elided ("killing 12", "12 killed and 30 wounded").
"""

import re
from dataclasses import dataclass

from sayso.mentions.number.lexicon import lexicon
from sayso.mentions.quantity.lexicon import words

# "T-72", "M16", "Type 45", "737": what is called by letters and digits, or by digits alone
NAMED = (
    r"(?:Model|Type|Mark|Mk|Block|Class|Category|Tier|Grade|Project)\s\d{1,4}[A-Z]?s?\b"
    r"|[A-Z][A-Za-z]{0,9}-?\d+[A-Z]?s?(?:-\d+)?\b|7[0-8]7s?\b"
)
WORD = re.compile(
    rf"(?:[A-Z]\.){{2,}}|{NAMED}"
    r"|[^\W\d_]+(?:[-'’.][^\W\d_]+)*(?:\.(?=\s[a-z]))?|\d+(?:st|nd|rd|th)\b|[^\s]",
    re.UNICODE,
)
NUMBER = re.compile(
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|twenty|thirty)\s+(?:(?:hundred|thousand|million|billion)\s+)?",
    re.I,
)
VAGUE = frozenset(["dozens", "scores", "hundreds", "thousands", "millions", "billions"])
NUMBERS = frozenset([*lexicon().small, *lexicon().tens, *lexicon().scale, "nearly", "almost", "some"])
LONGEST = 7  # words in a counted noun phrase
OF = re.compile(
    r"(?:\)|\s\([^()]{1,24}\))?\s+(?:(?:more\s+)?(?:out\s+)?of\s+(?:[A-Z]\w+['’]s\s+)?(?:(?:the|those|these|its|his|her|their|our|all|a|an)\s+){0,2}(?:most\s+|(?:last|first|next|past|final)\s+(?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozen)\b))?|(?:the|its|their|his|her|all)\s+)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """Offsets of the noun phrase and its head in the singular."""

    start: int
    end: int
    head: str


def singular(noun: str) -> str:
    """The singular of a noun by its shape: "bodies" → body, "men" → man."""
    low = noun.lower().replace("’", "'").removesuffix("'s")
    if low in ("people", "police", "children", "women", "men", "feet", "lives"):
        return {"children": "child", "women": "woman", "men": "man", "feet": "foot", "lives": "life"}.get(
            low, low
        )
    if low.endswith("men") and len(low) > 4:
        return low[:-2] + "an"
    if low in words("singular") or low in words("plural") or len(low) < 4 or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") else low


def is_plural(word: str) -> bool:
    """Whether a word has the shape of a plural noun."""
    low = word.lower()
    if low in words("plural"):
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and low not in words("singular")
    )


DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
THEM = re.compile(r"\s+of\s+(?:them|whom|which)\b(?P<a>\s+an?\b)?", re.I)
ASIDE = re.compile(r"\s\([^()\d$£€]{1,24}\)(?=\s[a-z])")  # "80 (Islamic State) fighters"
AGAIN = re.compile(r"\s+of\s+(?:(?:the|a|an|this|that)\s+)?(?=\w)", re.I)


def counted_noun(text: str, at: int, *, one: bool = False) -> CountedNoun | None:
    """The noun phrase counted by the figure that ends at `at`; `one` lets a singular noun end it."""
    here = aside.end() if (aside := ASIDE.match(text, at)) else at
    them = THEM.match(text, at)
    if of := them or OF.match(text, at):
        here = of.end()
        one = one and (them is not None or "of" not in of[0].lower().split())
        if number := NUMBER.match(text, here):
            here = number.end()
    taken = _tidied(_take(text, here, one=one))
    if (
        not taken
        or _is_state(taken)
        or _is_time(taken)
        or (them and not is_plural(taken[-1][2]) and not (one and them["a"]))
    ):
        return None
    if taken[-1][2].lower() in words("partial") and (more := AGAIN.match(text, taken[-1][1])):
        rest = _tidied(_take(text, more.end(), one=True))
        if rest and not NUMBER.match(text, more.end()):
            return CountedNoun(taken[0][0], rest[-1][1], singular(taken[-1][2]))
    head = singular(re.split(r"-(?=[^\W\d])", taken[-1][2])[-1])
    return None if head == "other" else CountedNoun(taken[0][0], taken[-1][1], head)


def _tidied(taken: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without "other" and the like and possessives before, without what no noun phrase ends in behind."""
    for place, (_, _, word) in enumerate(taken[:-1]):
        if word.endswith(("'s", "’s")) and place < 3:
            return _tidied(taken[place + 1 :])
    while taken and taken[0][2].lower() in words("skip"):
        taken = taken[1:]
    while taken and not _may_end(taken):
        taken = taken[:-1]
    return [] if len(taken) > 1 and _is_clause(taken) else taken


def _is_clause(taken: list[tuple[int, int, str]]) -> bool:
    """ "300 leaving Zabadani": what somebody does, and the name of a place or of one to whom"""
    first, last = taken[0][2], taken[-1][2]
    return first.islower() and first.endswith("ing") and last[0].isupper() and not is_plural(last)


def _take(text: str, here: int, *, one: bool) -> list[tuple[int, int, str]]:
    """Words from `here` that may be part of one noun phrase."""
    taken: list[tuple[int, int, str]] = []
    for match in WORD.finditer(text, here, min(len(text), here + 140)):
        word = match[0]
        if len(word) > 1 and word.endswith(".") and not DOTTED.fullmatch(word):
            word = word.removesuffix(".")
        gap = text[here : match.start()]
        if "\n\n" in gap or (gap and not gap.isspace() and gap not in ("-", " -")):
            break
        if not _joins(taken, word, text, match.end(), one=one):
            break
        taken.append((match.start(), match.start() + len(word), word))
        here = match.end()
        if len(taken) == LONGEST or match[0] != word:
            break
    return _without_dangling(taken)


def _joins(taken: list[tuple[int, int, str]], word: str, text: str, end: int, *, one: bool) -> bool:
    low = word.lower()
    if low in ("and", "or"):
        return bool(taken) and _noun_follows(text, end, after_plural=is_plural(taken[-1][2]))
    if not (word[0].isalpha() or len(word) > 1) or is_stop(word) or low in NUMBERS:
        return False
    if not taken:
        return True
    last = taken[-1][2]
    if low.endswith(("n't", "'s", "’s")) and is_plural(last):
        return False
    if is_plural(last) and not _describes(last, word):
        return False
    if one and low.endswith("ed") and low not in ("armed", "unarmed", "masked"):
        return False  # "one helicopter landed"
    if one and is_plural(word) and low not in words("plural") and not word[0].isupper():
        return False  # "one proposal asks": a verb
    return not (low.endswith("ly") and len(taken) > 1)


def _describes(last: str, word: str) -> bool:
    """Whether a plural may stand before another noun: "arms depots", "injured people", "Homs villages"."""
    low = last.lower()
    if low in words("attributive"):
        return True
    if not is_plural(word) or word.lower() in words("participle"):
        return False
    return low in words("state") or (last[0].isupper() and word[0].islower() and low not in words("plural"))


def is_stop(word: str) -> bool:
    """Whether a word never stands in a counted noun phrase; "IS", "US", "WHO" are names."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return low in words("stop") and not (len(word) > 1 and word.isupper())


NEXT = re.compile(r"\s+([^\W\d_][\w’'-]*)(?:\s+([^\W\d_][\w’'-]*))?(?:\s+([^\W\d_][\w’'-]*))?")


VERBAL = re.compile(r"(?:ing|ise|ize|ify|(?<!arm)(?<!wound)(?<!injur)(?<!alli)ed)$")


def _noun_follows(text: str, at: int, *, after_plural: bool) -> bool:
    """Whether "and" goes on with the noun phrase: "women and children", "Kia and Hyundai vehicles"."""
    after = NEXT.match(text, at, min(len(text), at + 70))
    if (
        not after
        or is_stop(after[1])
        or VERBAL.search(after[1].lower())
        or after[1].lower() in words("participle") | VAGUE | NUMBERS
    ):
        return False
    if is_plural(after[1]):
        return after_plural
    second, third = after[2] or "", after[3] or ""
    if second.lower() in VAGUE | NUMBERS:
        return False
    if not second or is_stop(second) or (after_plural and is_stop(second)):
        return False
    return (
        is_plural(second)
        if after_plural
        else is_plural(second) or (not is_stop(third) and is_plural(third) if third else False)
    )


def _without_dangling(taken: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    while taken and taken[-1][2].lower() in ("and", "or", "'s", "’s"):
        taken = taken[:-1]
    return taken


def _may_end(taken: list[tuple[int, int, str]]) -> bool:
    """Whether the phrase may end here: not at a participle, a word in -ing, an adverb."""
    last = taken[-1][2].lower()
    if last in words("participle") and last not in words("state") and len(taken) > 1:
        return False
    if last not in words("ending") and (last.endswith("ing") or (last.endswith("ed") and _is_verb(last))):
        return False
    return not (
        last.endswith("ly") and last not in ("family", "assembly", "supply", "ally", "reply", "italy")
    )


def _is_verb(word: str) -> bool:
    """Whether a word in -ed is a verb in the past: "12 showed", not "12 seeds" or "12 wounded"."""
    return len(word) > 5 and word not in words("plural") and word not in words("participle")


def _is_time(taken: list[tuple[int, int, str]]) -> bool:
    """ "157 last night": when, not what."""
    return taken[-1][2].lower() in words("duration") and taken[0][2].lower() in ("last", "next", "past")


def _is_state(taken: list[tuple[int, int, str]]) -> bool:
    """ "12 killed", "30 wounded": the noun is elided and the word is the predicate."""
    return all(word.lower() in words("participle") or word.lower() == "and" for _, _, word in taken)

"""The noun phrase that a figure counts, by word lists and word shapes alone.

Conventions of the guidelines: short, without determiners, possessives, "other" and "additional",
without relative clauses; None where the noun is elided ("killing 12", "12 killed and 30 wounded").
"""

import re
from dataclasses import dataclass

from sayso.mentions.quantity.lexicon import words

WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*(?:\.(?=\s[a-z]))?|\d+(?:st|nd|rd|th)\b|[^\s]", re.UNICODE)
NUMBER = re.compile(
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|twenty|thirty)\s+",
    re.I,
)
VAGUE = frozenset("dozens scores hundreds thousands millions billions".split())
LONGEST = 7  # words in a counted noun phrase
OF = re.compile(
    r"\s+(?:(?:out\s+)?of\s+(?:(?:the|those|these|its|his|her|their|our|all|whom|them)\s+){0,2}|(?:of\s+)?(?:the|its|their|his|her|all)\s+)",
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


def counted_noun(text: str, at: int, *, one: bool = False) -> CountedNoun | None:
    """The noun phrase counted by the figure that ends at `at`; `one` lets a singular noun end it."""
    here = at
    if of := OF.match(text, at):
        here = of.end()
        if re.search(r"\b(?:them|whom)\s*$", of[0], re.I) or re.match(
            r"(?:them|whom|us|you)\b", text[here:], re.I
        ):
            return None
    if of and (number := NUMBER.match(text, here)):
        here = number.end()
    taken = _take(text, here)
    while taken and taken[0][2].lower() in words("skip"):
        taken = taken[1:]
    while taken and not _may_end(taken, one):
        taken = taken[:-1]
    if not taken or _is_state(text, taken):
        return None
    return CountedNoun(taken[0][0], taken[-1][1], singular(taken[-1][2].split("-")[-1]))


def _take(text: str, here: int) -> list[tuple[int, int, str]]:
    """Words from `here` that may be part of one noun phrase."""
    taken: list[tuple[int, int, str]] = []
    for match in WORD.finditer(text, here, min(len(text), here + 140)):
        word = match[0].removesuffix(".") if match[0].endswith(".") and len(match[0]) > 3 else match[0]
        gap = text[here : match.start()]
        if "\n\n" in gap or (gap and not gap.isspace() and gap not in ("-", " -")):
            break
        if not _joins(taken, word, text, match.end()):
            break
        taken.append((match.start(), match.start() + len(word), word))
        here = match.end()
        if len(taken) == LONGEST or match[0] != word:
            break
    return _without_dangling(taken)


def _joins(taken: list[tuple[int, int, str]], word: str, text: str, end: int) -> bool:
    low = word.lower()
    if low == "and":
        return bool(taken) and is_plural(taken[-1][2]) and _plural_follows(text, end)
    if (
        not word[0].isalpha()
        or low in words("stop")
        or low.endswith(("n't", "'s", "’s"))
        and bool(taken)
        and is_plural(taken[-1][2])
    ):
        return False
    if not taken:
        return True
    last = taken[-1][2]
    if is_plural(last) and last.lower() != "and":
        return is_plural(word) and low not in words("participle")
    return not (low.endswith("ly") and len(taken) > 1)


def _plural_follows(text: str, at: int) -> bool:
    after = re.match(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?", text[at : at + 60])
    return (
        bool(after)
        and is_plural(after[1])
        and after[1].lower() not in words("stop") | words("participle") | VAGUE
    )


def _without_dangling(taken: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    while taken and taken[-1][2].lower() in ("and", "'s", "’s"):
        taken = taken[:-1]
    return taken


def _may_end(taken: list[tuple[int, int, str]], one: bool) -> bool:
    """Whether the phrase may end here: at a plural noun, or, counting one, at any noun-like word."""
    last = taken[-1][2].lower()
    if last in words("participle") and last not in ("wounded", "injured", "dead") and len(taken) > 1:
        return False
    return not (
        last.endswith("ly") and last not in ("family", "assembly", "supply", "ally", "reply", "italy")
    )


def _is_state(text: str, taken: list[tuple[int, int, str]]) -> bool:
    """ "12 killed", "30 wounded": the noun is elided and the word is the predicate."""
    return all(word.lower() in words("participle") or word.lower() == "and" for _, _, word in taken)

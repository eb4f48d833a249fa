"""The dictionary form of a word: rules of English inflection, and a table of what they get wrong.

`model/lemmas.txt` holds one exception a line, "form TAB part of speech TAB lemma", collected from
the treebanks the network was trained on (`training/lemmas.py`); it is read with the first word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "model" / "lemmas.txt"
INFLECTED = ("NOUN", "VERB", "AUX", "ADJ", "ADV")

_STRAIGHT = str.maketrans("’‘`ʼ", "''''")
_VOWEL = re.compile(r"[aeiouy]")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)es\Z")
_DOUBLED = re.compile(r"([bdgkmnprtvz])\1\Z|[aeiou][^aeiou]+[aeiou]ll\Z")
_ENDS_IN_E = re.compile(
    r"(?:[cguvz]|[^s]s|[aeiou]at|[bcdfghklmnprstvw][lr]at|[^aeiou]at|ir|ur|[^aeo]or|dg|[bcdfgkpt]l|[iy]z)\Z"
)
_ONE_SYLLABLE = re.compile(r"\A[^aeiou]*[aeiou][bdfgklmnprst]\Z")
_IRREGULAR_TEXT = (
    "fled flee freed free slain slay slew slay swore swear sworn swear underwent undergo undergone undergo "
    "sang sing sung sing knelt kneel bound bind withdrew withdraw withdrawn withdraw overthrew overthrow "
    "overthrown overthrow overran overrun sank sink sunk sink shrank shrink shrunk shrink tore tear "
    "torn tear bled bleed dug dig fed feed hung hang laid lay sought seek shook shake shaken shake "
    "stole steal stolen steal gassed gas"
)
_IRREGULAR = dict(zip(_IRREGULAR_TEXT.split()[::2], _IRREGULAR_TEXT.split()[1::2], strict=True))


@lru_cache(maxsize=20_000)
def lemma(word: str, upos: str) -> str:
    """The lemma of a word of a universal part of speech, in lower case unless it is a proper noun."""
    if upos == "PROPN":
        return word
    lower = word.lower().translate(_STRAIGHT)
    if upos in ("VERB", "AUX") and lower in _IRREGULAR:
        return _IRREGULAR[lower]
    return _table().get((lower, upos)) or by_rule(lower, upos)


@cache
def _table() -> dict[tuple[str, str], str]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {(form, upos): found for form, upos, found in rows}


def by_rule(word: str, upos: str) -> str:
    """What the endings alone suggest."""
    if upos == "NOUN":
        return _singular(word)
    if upos in ("VERB", "AUX"):
        return _infinitive(word)
    if upos == "ADJ":
        return _positive(word)
    return word


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if _SIBILANT.search(word) and not word.endswith(("ses", "zes")) else _without_s(word)


def _without_s(word: str) -> str:
    """Nouns in -ses and -zes: "buses" and "cases", "quizzes" and "prizes"."""
    return word[:-2] if word.endswith(("sses", "uses", "zzes")) else word[:-1]


def _infinitive(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing") and _VOWEL.search(word[:-3]):
        return _stem(word[:-3])
    if word.endswith("ed") and _VOWEL.search(word[:-2]) and not word.endswith("eed"):
        return _stem(word[:-2])
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-2] if _SIBILANT.search(word) and not word.endswith(("ses", "zes")) else word[:-1]
    return word


def _stem(stem: str) -> str:
    """A verb without -ing or -ed: undo a doubled consonant, or give back an e."""
    if _DOUBLED.search(stem):
        return stem[:-1]
    if stem.endswith(("ee", "oe", "ye")) or len(stem) < 2:
        return stem + ("" if len(stem) > 1 else "e")
    if _ENDS_IN_E.search(stem) or _ONE_SYLLABLE.search(stem):
        return stem + "e"
    return stem


def _positive(word: str) -> str:
    for ending in ("iest", "ier"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + "y"
    if word.endswith("est") and len(word) > 5:
        return _stem(word[:-3])
    return word

"""The dictionary form of a word, looked up when asked for.

The table is simplemma's for English; its few hundred kilobytes are loaded with the first word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Protocol, cast

_AUXILIARIES = {
    "'m": "be", "'re": "be", "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be",
    "being": "be", "'ve": "have", "has": "have", "had": "have", "having": "have", "'ll": "will", "wo": "will",
    "ca": "can", "n't": "not", "does": "do", "did": "do", "'d": "would", "sha": "shall",
}  # fmt: skip
_COMPARED = {
    "better": "good",
    "best": "good",
    "worse": "bad",
    "worst": "bad",
    "less": "little",
    "least": "little",
}
_UNINFLECTED = frozenset(("PUNCT", "SYM", "NUM", "X", "ADP", "CCONJ", "SCONJ", "INTJ"))
_STRAIGHT = str.maketrans("’‘`ʼ", "''''")


class _Table(Protocol):
    def lemmatize(self, token: str, lang: str) -> str: ...


@cache
def _table() -> _Table:
    from simplemma import Lemmatizer

    return cast("_Table", Lemmatizer())


@lru_cache(maxsize=20_000)
def lemma(word: str, upos: str) -> str:
    """The lemma of a word of a part of speech, in lower case unless it is a proper noun."""
    lower = word.lower().translate(_STRAIGHT)
    if upos == "PROPN":
        return word
    if upos in _UNINFLECTED:
        return lower
    if upos in ("AUX", "VERB", "PART") and lower in _AUXILIARIES:
        return _AUXILIARIES[lower]
    if upos in ("ADJ", "ADV") and lower in _COMPARED:
        return _COMPARED[lower]
    if upos == "VERB" and lower == "'s":
        return "be"
    if upos == "AUX" and lower == "'s":
        return "be"
    if upos not in ("NOUN", "VERB", "AUX", "ADJ"):
        return lower
    return _table().lemmatize(lower, "en").lower()

"""The words around a report's figures: what tells one occasion from another of the same day."""

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

from sayso.claims.claim import FigureClaim
from sayso.reports.report import Report

AROUND = 400  # characters on either side of a figure
LONGEST = 40  # characters of a word
MOST = 80  # words kept for one side: what comes later in a report is background
WORD = re.compile(r"[^\W\d_]{3,}")
ASCII_WORD = re.compile(r"[A-Za-z]{3,}")  # the same where all is ASCII, and faster
FEWEST = 14.0  # a side with less wording than this cannot be wholly alike


def everyday() -> frozenset[str]:
    """The words of `everyday.txt`."""
    lines = files(__package__).joinpath("everyday.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


EVERYDAY = everyday()


class Wording(NamedTuple):
    """The telling words of a side, in lower case, those that are names, and what they weigh together.

    Each word stands once. Those that the ledger keeps come as tuples: most are compared once and let go.
    """

    words: frozenset[str] | tuple[str, ...]
    names: frozenset[str] | tuple[str, ...]
    weight: int

    def __str__(self) -> str:
        """The words as the ledger keeps them: all in order, then those that are names."""
        return f"{' '.join(sorted(self.words))} | {' '.join(sorted(self.names))}"


def wording(kept: str) -> Wording:
    """The wording that the ledger keeps as a string."""
    every, _, named = kept.partition(" | ")
    words, names = tuple(every.split()), tuple(named.split())
    return Wording(words, names, len(words) + len(names))


def context_words(report: Report, claims: Sequence[FigureClaim]) -> Wording:
    """The telling words near the figures."""
    found: dict[str, bool] = {}
    speakers = _speakers(claims)
    for around in _around(report, claims):
        for word in dict.fromkeys(_words(around)):
            low = word.casefold()
            if low not in EVERYDAY and low not in speakers:
                found[low] = found.get(low, False) or word[0].isupper()
        if len(found) >= MOST:
            break
    words = frozenset(list(found)[:MOST])
    names = frozenset(word for word in words if found[word])
    return Wording(words, names, len(words) + len(names))


def _words(text: str) -> list[str]:
    return (ASCII_WORD if text.isascii() else WORD).findall(text)


def _around(report: Report, claims: Sequence[FigureClaim]) -> Iterator[str]:
    """The text around the figures, each stretch once, in the order of the claims."""
    done: dict[str, int] = {}
    for claim in claims:
        span = claim.figure.span
        before = done.get(span.part, 0)
        start = max(0, span.start - AROUND, before - LONGEST)  # the last word may have been cut
        if span.end + AROUND > before:
            yield report.part(span.part)[start : span.end + AROUND]
            done[span.part] = span.end + AROUND


def _speakers(claims: Sequence[FigureClaim]) -> set[str]:
    """The words of the claims' sources, in lower case: who speaks does not tell what happened."""
    sources = [claim.source for claim in claims if claim.source]
    names = {source.name for source in sources} | {each.name for source in sources for each in source.via}
    return {word.casefold() for name in names for word in _words(name)}


def likeness(mine: Wording, theirs: Wording) -> float:
    """How much of the smaller side's wording the other shares, 0 to 1, names counting double."""
    words, names = frozenset(mine.words), frozenset(mine.names)
    shared = len(words.intersection(theirs.words)) + len(names.intersection(theirs.names))
    return shared / max(min(mine.weight, theirs.weight), FEWEST)

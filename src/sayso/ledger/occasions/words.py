"""The words around a report's figures: what tells one occasion from another of the same day."""

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files

from sayso.claims.claim import FigureClaim
from sayso.reports.report import Report

AROUND = 240  # characters on either side of a figure
MOST = 60  # words kept for one side: what comes later in a report is background
WORD = re.compile(r"[^\W\d_]{3,}")
NAME_WEIGHT = 2.0  # a name tells more than another word
FEWEST = 14.0  # a side with less wording than this cannot be wholly alike


def everyday() -> frozenset[str]:
    """The words of `everyday.txt`."""
    lines = files(__package__).joinpath("everyday.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


EVERYDAY = everyday()


def context_words(report: Report, claims: Sequence[FigureClaim]) -> frozenset[str]:
    """The telling words near the figures, in lower case; names are marked with a leading ``*``."""
    found: dict[str, None] = {}
    speakers = {word.casefold() for claim in claims for word in _spoken(claim)}
    for around in _around(report, claims):
        for word in WORD.findall(around):
            low = word.casefold()
            if low not in EVERYDAY and low not in speakers:
                found["*" + low if word[0].isupper() else low] = None
        if len(found) >= MOST:
            break
    return frozenset(list(found)[:MOST])


def _around(report: Report, claims: Sequence[FigureClaim]) -> Iterator[str]:
    """The text around the figures, each stretch once, in the order of the claims."""
    done: dict[str, int] = {}
    for claim in claims:
        span = claim.figure.span
        start = max(0, span.start - AROUND, min(done.get(span.part, 0), span.start))
        yield report.part(span.part)[start : span.end + AROUND]
        done[span.part] = span.end + AROUND


def _spoken(claim: FigureClaim) -> list[str]:
    """The words of a claim's source: who speaks does not tell what happened."""
    names = [claim.source.name, *(party.name for party in claim.source.via)] if claim.source else []
    return [word for name in names for word in WORD.findall(name)]


def likeness(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """How much of the smaller side's wording the other shares, 0 to 1, names counting double."""
    one, other = _weights(mine), _weights(theirs)
    smaller = min(sum(one.values()), sum(other.values()))
    shared = sum(min(weight, other[word]) for word, weight in one.items() if word in other)
    return shared / max(smaller, FEWEST)


def _weights(words: frozenset[str]) -> dict[str, float]:
    return {word.lstrip("*"): NAME_WEIGHT if word[0] == "*" else 1.0 for word in words}

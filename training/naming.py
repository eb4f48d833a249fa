"""Teach names from corpora that each mark only some kinds of them.

Of every token a corpus says which labels are *possible*; the loss is the probability of all of
them together. "O" in a corpus of persons and places then means "no person and no place", and
says nothing of weapons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.documents import ALL_NAMES, Document
from training.labels import NAME_KINDS, NAMES

_BIT = {label: 1 << number for number, label in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens [first, end) of a name; a kind of None is a name of a kind we do not teach."""

    first: int
    end: int
    kind: str | None


def outside(taught: Sequence[str]) -> int:
    """The labels possible for a token that bears no name of the taught kinds."""
    bits = ALL_NAMES
    for kind in taught:
        bits &= ~(_BIT[f"B-{kind}"] | _BIT[f"I-{kind}"])
    return bits


def allow(document: Document, tokens: Iterable[int], spans: Iterable[Span], taught: Sequence[str]) -> None:
    """Teach the spans, and "no name of these kinds" everywhere else among `tokens`."""
    empty = outside(taught)
    for token in tokens:
        document.names[token] = empty
    for span in spans:
        if span.kind is None:
            document.names[span.first : span.end] = empty
            continue
        document.names[span.first : span.end] = _BIT[f"I-{span.kind}"]
        document.names[span.first] = _BIT[f"B-{span.kind}"]


def certain(document: Document, tokens: Iterable[int]) -> None:
    """Tokens for which "no name" is possible bear none of any kind."""
    for token in tokens:
        if document.names[token] & _BIT["O"]:
            document.names[token] = _BIT["O"]


def forget(document: Document, first: int, end: int) -> None:
    """Leave tokens [first, end) out of the loss."""
    document.names[first:end] = ALL_NAMES


__all__ = ["NAME_KINDS", "Span", "allow", "certain", "forget", "outside"]

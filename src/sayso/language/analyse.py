"""The language layer's doors: raw text, many texts, long texts in parts, given tokens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from sayso.language.analysis import Analysis
from sayso.language.given import read_tokens
from sayso.language.network import network
from sayso.language.reader import read_parts, read_text


def analyse(text: str) -> Analysis:
    """Tokens, sentences, trees, names, attributions and links of a text. Never fails on its content."""
    return read_text(network(), text)


def analyse_many(texts: Iterable[str]) -> Iterator[Analysis]:
    """One analysis for each text, in order, made as they are asked for."""
    for text in texts:
        yield analyse(text)


def analyse_parts(text: str) -> Iterator[tuple[int, Analysis]]:
    """A long text in parts of about 60,000 characters: (offset, analysis of the part) each.

    Offsets inside an analysis count from the part's own beginning. Memory stays bounded by the part.
    """
    return read_parts(network(), text)


def analyse_tokens(
    sentences: Sequence[Sequence[str]],
    spaces: Sequence[Sequence[bool]] | None = None,
    paragraphs: Collection[int] = (),
) -> Analysis:
    """An analysis of given sentences of given tokens; the text is the tokens put together.

    `spaces` says of each token whether a space follows it (without it, the network is told that
    spacing is unknown); `paragraphs` are the numbers of the sentences that begin a new one.
    """
    return read_tokens(network(), sentences, spaces, frozenset(paragraphs))

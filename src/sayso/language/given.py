"""Analyse tokens and sentences that somebody else has settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.language.analysis import Analysis, Sentence, Span
from sayso.language.atoms import GLUED, PARAGRAPH, SPACE, UNKNOWN, atoms
from sayso.language.network import Network
from sayso.language.reader import Reader
from sayso.language.windows import AIM, FREE, HARD_LIMIT, SENTENCE, TOKEN, Window
from sayso.language.wordpiece import WordPiece


@dataclass(slots=True)
class _Layout:
    """The text the tokens make together, each token's place in it and the spacing before it."""

    text: str
    spans: list[list[Span]]
    gaps: list[list[int]]
    paragraphs: list[Span]


def read_tokens(
    network: Network,
    sentences: Sequence[Sequence[str]],
    spaces: Sequence[Sequence[bool]] | None,
    paragraphs: frozenset[int],
) -> Analysis:
    """The analysis of given tokens; sentences without tokens are passed over."""
    kept = [number for number, words in enumerate(sentences) if words]
    begin = {place for place, number in enumerate(kept) if number in paragraphs}
    words = [sentences[number] for number in kept]
    layout = _layout(words, None if spaces is None else [spaces[number] for number in kept], begin)
    reader = Reader(network, layout.text)
    for window in _windows(words, layout, network.wordpiece):
        reader.take(window)
    reader.paragraphs += layout.paragraphs
    return _rejoined(reader.finish(), [len(sentence) for sentence in words])


def _layout(
    sentences: Sequence[Sequence[str]], spaces: Sequence[Sequence[bool]] | None, paragraphs: set[int]
) -> _Layout:
    text: list[str] = []
    place, gap = 0, ""
    layout = _Layout("", [], [], [])
    for number, words in enumerate(sentences):
        if number in paragraphs and number:
            gap = "\n\n"
        spans, gaps = [], []
        for position, word in enumerate(words):
            text += (gap, word)
            place += len(gap)
            spans.append((place, place + len(word)))
            kind = PARAGRAPH if not number + position or gap == "\n\n" else SPACE if gap else GLUED
            gaps.append(UNKNOWN if spaces is None else kind)
            place += len(word)
            gap = " " if spaces is None or spaces[number][position] else ""
        if not layout.paragraphs or number in paragraphs:
            layout.paragraphs.append((spans[0][0], place))
        layout.paragraphs[-1] = (layout.paragraphs[-1][0], place)
        layout.spans.append(spans)
        layout.gaps.append(gaps)
    layout.text = "".join(text)
    return layout


def _windows(sentences: Sequence[Sequence[str]], layout: _Layout, wordpiece: WordPiece) -> Iterator[Window]:
    """Whole sentences up to AIM sub-words; a sentence above HARD_LIMIT in parts."""
    current = Window(given=True)
    for words, spans, gaps in zip(sentences, layout.spans, layout.gaps, strict=True):
        sentence = Window(given=True)
        for position, (word, span, gap) in enumerate(zip(words, spans, gaps, strict=True)):
            if len(sentence.pieces) > HARD_LIMIT:
                if current.starts:
                    yield current
                yield sentence
                current, sentence = Window(given=True), Window(given=True)
            begins = SENTENCE if not position or not sentence.starts else TOKEN
            _add(sentence, word, span, (begins, gap), wordpiece)
        if current.starts and len(current.pieces) + len(sentence.pieces) > AIM:
            yield current
            current = sentence
        else:
            current.extend(sentence)
    if current.starts:
        yield current


def _add(window: Window, word: str, span: Span, first: tuple[int, int], wordpiece: WordPiece) -> None:
    """One token's atoms; a token without any (white space alone) is one unknown atom."""
    begins, gap = first
    inner = GLUED if gap else UNKNOWN
    pieces = list(atoms(word)) or [(0, len(word))]
    pieces[0] = (0, pieces[0][1])
    pieces[-1] = (pieces[-1][0], len(word))
    for number, (start, end) in enumerate(pieces):
        ids, shape = (
            wordpiece(word[start:end].strip()) if word[start:end].strip() else ((wordpiece.unknown,), 8)
        )
        window.add(
            span[0] + start, span[0] + end, FREE if number else begins, inner if number else gap, ids, shape
        )


def _rejoined(analysis: Analysis, lengths: list[int]) -> Analysis:
    """Give sentences that were read in parts their one root: later parts hang on the first's."""
    if [sentence.last - sentence.first for sentence in analysis.sentences] == lengths:
        return analysis
    tokens = list(analysis.tokens)
    sentences: list[Sentence] = []
    first = 0
    for number, length in enumerate(lengths):
        last, root = first + length, -1
        for place in range(first, last):
            token = replace(tokens[place], sentence=number)
            if token.head < 0 and root >= 0:
                token = replace(token, head=root, deprel="parataxis")
            elif token.head < 0:
                root = place
            tokens[place] = token
        sentences.append(Sentence(tokens[first].start, tokens[last - 1].end, first, last))
        first = last
    return replace(analysis, tokens=tuple(tokens), sentences=tuple(sentences))

"""Cut a text into windows the network can read: a few sentences, never a sentence in two if it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.language.atoms import GLUED, PARAGRAPH, SPACE, UNKNOWN, atoms, spacing
from sayso.language.paragraphs import Span, paragraphs
from sayso.language.wordpiece import WordPiece

AIM = 130  # sub-words that a window is filled up to with whole paragraphs or sentences
LIMIT = 190  # a paragraph up to this is a window of its own, a longer one is cut at sentence ends
HARD_LIMIT = 260  # a sentence longer than this is cut where it hurts least

FREE, TOKEN, SENTENCE = range(3)  # what an atom begins at least: anything, a token, a sentence
_STOPS = ".?!…"
_CLOSERS = "\"'”’»)]"
_SHORTEST_LAST_WORD = 4  # letters; shorter capitalised words before a stop may be abbreviations


@dataclass(slots=True)
class Window:
    """Atoms in a row, and the sub-words of each. `begins` says what each atom begins at least."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    first_piece: list[int] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    spacings: list[int] = field(default_factory=list)
    given: bool = False  # tokens and sentences were given: `begins` is what each atom does begin

    def add(self, start: int, end: int, begins: int, gap: int, ids: Sequence[int], shape: int) -> None:
        """One more atom."""
        self.starts.append(start)
        self.ends.append(end)
        self.begins.append(begins)
        self.first_piece.append(len(self.pieces))
        self.pieces += ids
        if len(ids) == 1:
            self.shapes.append(shape)
            self.spacings.append(gap)
        else:
            self.shapes += [shape] * len(ids)
            self.spacings += [gap, *[GLUED if gap else UNKNOWN] * (len(ids) - 1)]

    def extend(self, other: Window) -> None:
        """The atoms of another window after these."""
        shift = len(self.pieces)
        self.starts += other.starts
        self.ends += other.ends
        self.begins += other.begins
        self.first_piece += [place + shift for place in other.first_piece]
        self.pieces += other.pieces
        self.shapes += other.shapes
        self.spacings += other.spacings

    def part(self, first: int, last: int) -> Window:
        """Atoms [first, last) as a window of its own."""
        begin = self.first_piece[first]
        end = self.first_piece[last] if last < len(self.starts) else len(self.pieces)
        return Window(
            self.starts[first:last],
            self.ends[first:last],
            [SENTENCE, *self.begins[first + 1 : last]],
            [place - begin for place in self.first_piece[first:last]],
            self.pieces[begin:end],
            self.shapes[begin:end],
            self.spacings[begin:end],
            self.given,
        )


def windows(text: str, span: Span, wordpiece: WordPiece) -> Iterator[tuple[Window, list[Span]]]:
    """Windows of a part of the text, each with the paragraphs that begin in it."""
    current, spans = Window(), list[Span]()
    for paragraph in paragraphs(text, *span):
        window = _read(text, paragraph, wordpiece)
        if current.starts and len(current.pieces) + len(window.pieces) > AIM:
            yield current, spans
            current, spans = Window(), []
        if len(window.pieces) > LIMIT:
            for number, piece in enumerate(_cut(text, window)):
                yield piece, [] if number else [paragraph]
        elif not current.starts:
            current, spans = window, [paragraph]
        else:
            current.extend(window)
            spans.append(paragraph)
    if current.starts:
        yield current, spans


def _read(text: str, paragraph: Span, wordpiece: WordPiece) -> Window:
    """One paragraph as a window of any length."""
    window = Window()
    before, gap, begins = paragraph[0], PARAGRAPH, SENTENCE
    if text[before - 1 : before] == "\n" and text[before - 2 : before - 1] not in ("\n", ""):
        gap = spacing("\n")
    for start, end in atoms(text, *paragraph):
        if start != before:
            gap = SPACE if start == before + 1 and text[before] == " " else spacing(text[before:start])
            begins = TOKEN
        ids, shape = wordpiece(text[start:end])
        window.add(start, end, begins, gap, ids, shape)
        before, gap, begins = end, GLUED, FREE
    return window


def _cut(text: str, window: Window) -> Iterator[Window]:
    """A long paragraph in parts of about AIM sub-words, cut between sentences if at all possible."""
    count, first = len(window.starts), 0
    ends = [atom for atom in range(1, count) if _ends_sentence(text, window, atom)]
    while first < count:
        base = window.first_piece[first]
        last = count if len(window.pieces) - base <= LIMIT else _best_cut(text, window, ends, first, base)
        yield window.part(first, last)
        first = last


def _best_cut(text: str, window: Window, ends: list[int], first: int, base: int) -> int:
    """The atom that the next part begins with."""
    within = [end for end in ends if end > first and window.first_piece[end] - base <= HARD_LIMIT]
    good = [end for end in within if window.first_piece[end] - base <= AIM]
    if good or within:
        return good[-1] if good else within[0]
    reach = range(first + 1, len(window.starts))
    places = [atom for atom in reach if window.first_piece[atom] - base <= HARD_LIMIT]
    spaced = [atom for atom in places if window.begins[atom] >= TOKEN]
    paused = [atom for atom in spaced if text[window.ends[atom - 1] - 1] in ";:,.—–"]
    return (paused or spaced or places)[-1]


def _ends_sentence(text: str, window: Window, atom: int) -> bool:
    """Does a sentence surely end before this atom? Abbreviations and initials are no sure ends."""
    if window.begins[atom] < TOKEN:
        return False
    begin = text[window.starts[atom]]
    if not (begin.isupper() or begin.isdigit() or begin in "\"'“‘«(["):
        return False
    last = atom - 1
    while last > 0 and text[window.starts[last]] in _CLOSERS and window.begins[last] == FREE:
        last -= 1
    stop = text[window.starts[last]]
    if stop not in _STOPS or last == 0:
        return False
    word = text[window.starts[last - 1] : window.ends[last - 1]]
    after_dot = last > 1 and window.begins[last - 1] == FREE and text[window.starts[last - 2]] == "."
    return stop != "." or (not after_dot and (word.islower() or len(word) >= _SHORTEST_LAST_WORD))

"""Passages: sentences with each figure folded into one sign, so that a relation is a short pattern.

"killed 22 people – eight soldiers and 14 civilians" becomes "killed ① people – ② soldiers and ③
civilians". The signs come from Unicode's private use area, one block for each kind of figure; the same
characters in the report itself are read as blanks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.checks.operand import Kind, Operand
from sayso.language.paragraphs import paragraphs
from sayso.mentions.number import folded
from sayso.reports.span import Part, Span, span_of

BLOCKS: dict[Kind, int] = {
    "count": 0xE000, "measure": 0xE400, "money": 0xE800, "share": 0xEC00, "times": 0xF000, "time": 0xF400,
}  # fmt: skip
BLOCK = 0x400
LONGEST = 1_500  # characters of a sentence that are looked at
PRIVATE = re.compile("[\ue000-\uf8ff]")
STOP = re.compile(r"(?:[.!?…][\"'”’»)\]]*|:(?=\s*\n))\s+(?=[\"'“‘«(\[–—-]*[^\W_a-z])")
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Brig|Adm|Gov|Sen|Rep|St|Jr|Sr|No|Nos|vs|approx|ca|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|i\.e|e\.g|sq|Mt|Ft)|\b[A-Z]|\b[ap]\.m)\.\s+\Z"
)
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "–", "\u00a0": " ", "\u202f": " ", "\n": " ",
                       "\r": " ", "\t": " ", "‑": "-"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one part of a report.

    `shape` is its text in lower case, plain quotes and dashes, with each figure folded into one
    sign; `operands` are the figures in order. `breaks` pairs places of the shape with offsets of
    the part, where one stretch of text begins after a sign; `paragraph` counts paragraphs. `kinds` are the kinds of the figures.
    """

    part: Part
    number: int
    paragraph: int
    start: int
    end: int
    shape: str
    operands: tuple[Operand, ...]
    breaks: tuple[tuple[int, int], ...]
    text: str
    kinds: frozenset[Kind] = frozenset()

    def offset(self, place: int) -> int:
        """The offset in the part of a place of the shape."""
        at = bisect_right(self.breaks, (place, 1 << 62)) - 1
        begin, offset = self.breaks[at]
        return offset + (place - begin)

    def span(self, start: int, end: int) -> Span:
        """The span of the part that a stretch of the shape stands for."""
        first, last = self.offset(start), self.offset(end - 1) + 1
        sign = self.operand_at(end - 1)
        last = sign.span.end if sign else last
        return span_of(self.part, self.text, first, last)

    def operand_at(self, place: int) -> Operand | None:
        """The operand whose sign stands at a place of the shape."""
        sign = self.shape[place]
        if not PRIVATE.match(sign):
            return None
        number = (ord(sign) - 0xE000) % BLOCK
        return self.operands[number]

    def between(self, a: Operand, b: Operand) -> str:
        """The words between two operands, `a` the earlier."""
        return self.shape[self.place_of(a) + 1 : self.place_of(b)]

    def before(self, operand: Operand, reach: int = 60) -> str:
        """The words before an operand, at most `reach` characters."""
        at = self.place_of(operand)
        return self.shape[max(0, at - reach) : at]

    def after(self, operand: Operand, reach: int = 60) -> str:
        """The words behind an operand, at most `reach` characters."""
        at = self.place_of(operand) + 1
        return self.shape[at : at + reach]

    def place_of(self, operand: Operand) -> int:
        """The place of the shape where an operand's sign stands."""
        number = self.operands.index(operand)
        return self.shape.index(chr(BLOCKS[operand.kind] + number))


def sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """(paragraph, start, end) of each sentence; by full stops and capitals, no grammar."""
    for number, (start, end) in enumerate(paragraphs(text)):
        here = start
        for stop in STOP.finditer(text, start, end):
            if not ABBREVIATED.search(text[max(here, stop.start() - 8) : stop.end()]):
                yield number, here, stop.end()
                here = stop.end()
        if here < end:
            yield number, here, end


def passages(part: Part, text: str, operands: Sequence[Operand], first: int = 0) -> list[Passage]:
    """The sentences of a part with their operands, numbered from `first`; operands in reading order."""
    found: list[Passage] = []
    next_ = 0
    low = folded(text).translate(PLAIN)
    low = PRIVATE.sub(" ", low)
    for paragraph, start, end in sentences(text):
        mine: list[Operand] = []
        while next_ < len(operands) and operands[next_].span.start < end:
            if operands[next_].span.start >= start and operands[next_].span.end <= end and len(mine) < BLOCK:
                mine.append(operands[next_])
            next_ += 1
        found.append(_passage(part, text, low, (first + len(found), paragraph, start, end), mine))
    return found


def _passage(
    part: Part, text: str, low: str, where: tuple[int, int, int, int], operands: list[Operand]
) -> Passage:
    number, paragraph, start, end = where
    end = min(end, start + LONGEST)
    pieces: list[str] = []
    breaks: list[tuple[int, int]] = [(0, start)]
    kept: list[Operand] = []
    here, length = start, 0
    for operand in operands:
        if operand.span.start < here or operand.span.end > end:
            continue
        pieces.append(low[here : operand.span.start])
        length += len(pieces[-1])
        pieces.append(chr(BLOCKS[operand.kind] + len(kept)))
        breaks.append((length, operand.span.start))
        length, here = length + 1, operand.span.end
        breaks.append((length, here))
        kept.append(operand)
    pieces.append(low[here:end])
    kinds = frozenset(operand.kind for operand in kept)
    return Passage(
        part, number, paragraph, start, end, "".join(pieces), tuple(kept), tuple(breaks), text, kinds
    )

"""Paragraphs of a text: blank lines always part them, a single line end where both lines look whole.

Texts come hard-wrapped (every line about as long as the next, a line end means nothing) and with
one paragraph a line (a line end means a new paragraph). A block of lines is taken for wrapped when
all its lines but the last fill much of the same modest width.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
# A line end that was escaped twice ("…killed.\\nThe army…"): backslash and n before a new sentence.
_ESCAPED = r"[nr](?=\s|\\[nr]|[^\W_a-z]|[\"'“‘]|\Z)"
_LINE_ESCAPED = re.compile(rf"(?:(?!\\{_ESCAPED}|(?<=\\){_ESCAPED})[^\n\r\u2028\u2029\x0b\x0c\x85])+")
_LONGEST_BLOCK = 400  # lines looked at together; longer blocks are taken in parts
_WIDEST_WRAP = 100  # characters; texts wrapped by hand or by mail are narrower
_NARROWEST_WRAP = 36
_FILLED = 0.62  # share of the width that a wrapped line fills
_WHOLE = re.compile(r"[.?!…:;][\"'”’»)\]]*\s*\Z")
_BEGINS = re.compile(r"\s*[\"'“‘«(\[]*[^\W_a-z]|\s*[-•*–—·]")
PART = 60_000  # characters analysed at a time


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the paragraphs, white space at their ends left out."""
    block: list[Span] = []
    lines = _LINE_ESCAPED if "\\n" in text else _LINE
    for match in lines.finditer(text, start, len(text) if end is None else end):
        line = _stripped(text, *match.span())
        if line[0] == line[1]:
            continue
        if block and (_is_blank(text, block[-1][1], line[0]) or len(block) == _LONGEST_BLOCK):
            yield from _joined(text, block)
            block = []
        block.append(line)
    yield from _joined(text, block)


def parts(text: str) -> Iterator[Span]:
    """The text in parts of bounded length, cut at line ends (or white space) where there are any."""
    start = 0
    while len(text) - start > PART:
        end = max(text.rfind("\n", start + PART // 2, start + PART), -1) + 1
        if not end:
            end = text.rfind(" ", start + PART // 2, start + PART) + 1 or start + PART
        yield start, end
        start = end
    yield start, len(text)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_blank(text: str, end: int, start: int) -> bool:
    """Is there an empty line, or a paragraph or page sign, between two lines?"""
    gap = text[end:start]
    lines = gap.count("\n") + gap.count("\r") - gap.count("\r\n")
    return lines > 1 or any(sign in gap for sign in "\u2029\x0c\\")


def _joined(text: str, block: list[Span]) -> Iterator[Span]:
    """Paragraphs of a block of lines without an empty one among them."""
    if not block:
        return
    width = max(end - start for start, end in block)
    wrapped = len(block) > 1 and _is_wrapped(block, width)
    first = block[0]
    for line, following in itertools.pairwise(block):
        if _parts(text, line, following, width if wrapped else None):
            yield first[0], line[1]
            first = following
    yield first[0], block[-1][1]


def _is_wrapped(block: list[Span], width: int) -> bool:
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    filled = sum(end - start >= _FILLED * width for start, end in block[:-1])
    return filled >= 0.75 * (len(block) - 1)


def _parts(text: str, line: Span, following: Span, width: int | None) -> bool:
    """Does the line end between these two end a paragraph? `width` is that of a wrapped block."""
    begins = _BEGINS.match(text, *following) is not None
    whole = _WHOLE.search(text, max(line[0], line[1] - 8), line[1]) is not None
    if width is not None:
        return whole and begins and line[1] - line[0] < _FILLED * width
    return begins or whole

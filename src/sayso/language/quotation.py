"""Quotation marks paired by rule: which characters of a text stand between them.

Curly, straight, angular and single marks; an apostrophe is not one. A quotation that runs over
several paragraphs opens each of them anew and is closed once; any other mark without a partner
reaches to the end of its paragraph at most, so one odd mark never costs more than that.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.language.analysis import Mode, Span

_MARKS = re.compile(r"[\"“”„‟«»]|(?<!\w)['‘]{2}(?=\w)|(?<=[\w.,!?])['’]{2}(?!\w)|['‘’]")
_WORD = re.compile(r"\w+")
_SINGLE = re.compile(r"['’](?!\w)")
_BEFORE_LOWER = re.compile(r"['’]\s+[a-z]")
_OPENING = {"“": "”", "„": "”", "‟": "”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_LEAST_SINGLE = 3  # characters between single marks; less is a letter or an elision


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters [start, end) with their marks; `closed` is false where the closing one is missing."""

    start: int
    end: int
    closed: bool = True


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The outermost quotations, in order; none reaches over the end of its paragraph."""
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        continues = following is not None and text[following] in '“"«„'
        found += _in_paragraph(text, start, end, continues=continues)
    return found


def _in_paragraph(text: str, start: int, end: int, *, continues: bool) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    wanted = ""
    for match in _MARKS.finditer(text, start, end):
        sign, place = match.group()[0], match.start()
        single = sign in "'‘’" and len(match.group()) == 1
        if opened is not None:
            if _closes(text, sign, wanted, place, match.end(), single=single):
                found.append(Quotation(opened, match.end()))
                opened = None
        elif _opens(text, place, match.end(), end, single=single):
            opened, wanted = place, _OPENING[sign]
    if opened is not None:
        found += _unclosed(text, opened, end, continues=continues)
    return found


def _opens(text: str, place: int, after: int, end: int, *, single: bool) -> bool:
    """May the mark at `place` open a quotation? Straight ones open after a space or a bracket."""
    sign = text[place]
    if sign not in _OPENING or after >= end or text[after].isspace():
        return False
    before = text[place - 1] if place else " "
    if sign == '"':
        return not before.isalnum()
    if single:
        return not before.isalnum() and before not in ".,!?)" and _has_partner(text, after, end)
    return True


def _has_partner(text: str, after: int, end: int) -> bool:
    """Is a single mark closed in its paragraph, by one that is no apostrophe within a word?"""
    for match in _SINGLE.finditer(text, after, end):
        place = match.start()
        if place - after < _LEAST_SINGLE or text[place - 1].isspace():
            continue
        if text[place - 1] in ".,!?;)…" or not _plural(text, place):
            return True
    return False


def _plural(text: str, place: int) -> bool:
    """Does an apostrophe after an s stand before a lower-case word ("the rebels' guns")?"""
    following = _BEFORE_LOWER.match(text, place)
    return text[place - 1] == "s" and following is not None


def _closes(text: str, sign: str, wanted: str, place: int, after: int, *, single: bool) -> bool:
    if sign != wanted and not (wanted == "”" and sign in '"“') and not (wanted == '"' and sign == "”"):
        return False
    next_sign = text[after] if after < len(text) else " "
    if single:
        return not next_sign.isalnum() and not text[place - 1].isspace() and not _plural(text, place)
    return not (sign in '"“' and next_sign.isalnum() and text[place - 1].isspace())


def _unclosed(text: str, opened: int, end: int, *, continues: bool) -> list[Quotation]:
    """A quotation left open: to the end of its paragraph if the next one takes it up again or if
    it began its sentence; else the mark is taken for a slip and quotes nothing."""
    before = text[:opened].rstrip()[-1:] if opened < 2000 else text[opened - 200 : opened].rstrip()[-1:]
    if continues or before in ("", ".", "!", "?", ":", ",", "”", '"'):
        return [Quotation(opened, end, closed=False)]
    return []


def touching(span: Span, found: Sequence[Quotation]) -> Sequence[Quotation]:
    """Those of the quotations (in order, apart from each other) that share a character with a span."""
    first = bisect_right(found, span[0], key=_end)
    last = bisect_left(found, span[1], key=_start)
    return found[first:last]


def _start(quotation: Quotation) -> int:
    return quotation.start


def _end(quotation: Quotation) -> int:
    return quotation.end


def mode(text: str, spans: Sequence[Span], found: Sequence[Quotation]) -> Mode:
    """direct, mixed or indirect: all, some or none of the words of the spans are quoted."""
    words = quoted = 0
    for span in spans:
        near = touching(span, found)
        for match in _WORD.finditer(text, *span):
            words += 1
            quoted += any(one.start <= match.start() < one.end for one in near)
    if not quoted:
        return "indirect"
    return "direct" if quoted == words else "mixed"

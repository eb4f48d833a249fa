"""One part of a report while places are looked for in it: its words, its names, what stands beside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.mentions.place.lexicon import words
from sayso.reports.span import Part

LONGEST = 6  # words in a name


class NameLike(Protocol):
    """What grammar says of a name: its offsets and its label."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""

    @property
    def label(self) -> str:
        """person, organisation, place, group, weapon, platform or vehicle."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of letters and digits."""

    start: int
    end: int
    lower: str
    capital: bool


WORD = re.compile(r"[^\W_]+(?:['’ʻʿ][^\W_]+)*")
_JOIN = re.compile(r"[ \u00a0]?[-‐-―'’][ ]?|[ \u00a0]|\.[ ]?|[ ]?/[ ]?")
ARTICLE = re.compile(r"(?:al|el|ad|ash|ar|as|an|at|az|ez|es|er|ed)$")
POSSESSIVE = re.compile(r"['’]s?$")
# a line end that was escaped and never put back (backslash, n) is no part of the word
_BEFORE = re.compile(r"(?:\\[nrt])?([^\W_]+)\.?[ \u00a0]$")
COMMA = re.compile(r",\s{1,2}")


def split_words(text: str) -> list[Word]:
    """The words of a text, possessive endings left off."""
    found = []
    for match in WORD.finditer(text):
        exact = POSSESSIVE.sub("", match.group())
        start, end = match.start(), match.start() + len(exact)
        found.append(Word(start, end, exact.lower(), exact[:1].isupper()))
    return found


def runs(text: str, found: list[Word]) -> Iterator[tuple[int, int]]:
    """(first, last) words of every stretch that could be a name: capital first and last, joined."""
    for first, word in enumerate(found):
        if not (word.capital or ARTICLE.match(word.lower)):
            continue
        for last in range(first, min(len(found), first + LONGEST)):
            if last > first and not _JOIN.fullmatch(text, found[last - 1].end, found[last].start):
                break
            end = found[last]
            if not (
                end.capital
                or end.lower in words()["inside"]
                or ARTICLE.match(end.lower)
                or end.lower.isdigit()
            ):
                break
            if end.capital and (last > first or word.capital):
                yield first, last


@dataclass(frozen=True, slots=True)
class Scene:
    """One part of a report while places are looked for in it."""

    part: Part
    text: str
    words: list[Word]
    names: Sequence[NameLike]

    def before(self, start: int) -> str:
        """The word before an offset, in lower case; empty where a sign other than a space parts them."""
        match = _BEFORE.search(self.text, max(0, start - 40), start)
        return match.group(1).lower() if match else ""

    def after(self, end: int) -> str:
        """The word after an offset in lower case."""
        match = re.match(r"[ \u00a0-]([^\W_]+)", self.text[end : end + 40])
        return match.group(1).lower() if match else ""

    def next_capital(self, end: int) -> bool:
        """Whether the next word, after a space, has a capital."""
        return bool(re.match(r"[ \u00a0][A-Z]", self.text[end : end + 2]))

    def opens_sentence(self, start: int) -> bool:
        """Whether nothing but the end of a sentence, a quotation mark or a line end stands before."""
        before = self.text[:start].rstrip("\"'“”‘’«» (")[-1:]
        return before in ("", ".", "!", "?", "\n", ":") or self.text[max(0, start - 1) : start] == "\n"

"""Shapes: patterns over passages, written as the words that they match.

`<name>` is any figure, `<name:kinds>` a figure of some kinds (c count, m measure, $ money, s share,
x times, t time; "cm$" is any of three); a figure that a match may lack is written `<name?:kinds>`. `~` is a short stretch without figures and without a stop,
dash or bracket, `~~` one that may hold commas and figures too; `{name}` is any word of a list of `words.txt`. `(a|b)` and `?` are as in regular expressions;
a blank is any white space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.checks.operand import Kind, Operand
from sayso.checks.passage import BLOCK, BLOCKS, Passage
from sayso.checks.words import filled
from sayso.reports.span import Span

LETTERS: dict[str, Kind] = {
    "c": "count",
    "m": "measure",
    "$": "money",
    "s": "share",
    "x": "times",
    "t": "time",
}
NAME = re.compile(r"(?<!\?P)<(?P<name>[a-z_]\w*)(?P<optional>\?)?(?::(?P<kinds>[cm$sxt]+))?>")
ANY = "\ue000-\uf7ff"


@dataclass(frozen=True, slots=True)
class Shape:
    """A relation as it is worded: its name, and the pattern over a passage's shape.

    `needs` are the kinds of the figures that every match has, one set a figure: a passage that lacks
    them is passed over at once. `cue` is a pattern without which there is no match either.
    """

    name: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[Kind], ...] = ()
    cue: re.Pattern[str] | None = None

    def find(self, passage: Passage) -> Iterator["Match"]:
        """Where a passage has this shape, left to right."""
        if not self.possible(passage):
            return
        for found in self.pattern.finditer(passage.shape):
            yield Match(self.name, passage, found)

    def possible(self, passage: Passage) -> bool:
        """Whether a passage has figures of the kinds, and the cue, that every match has."""
        if len(passage.operands) < len(self.needs):
            return False
        if any(kinds.isdisjoint(passage.kinds) for kinds in self.needs):
            return False
        return self.cue is None or self.cue.search(passage.shape) is not None


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a passage has a shape."""

    shape: str
    passage: Passage
    found: re.Match[str]

    def get(self, name: str) -> Operand | None:
        """The figure of that name, None where the pattern has none or it did not take part."""
        if name not in self.found.re.groupindex or self.found.start(name) < 0:
            return None
        return self.passage.operand_at(self.found.start(name))

    def __getitem__(self, name: str) -> Operand:
        operand = self.get(name)
        if operand is None:
            raise KeyError(name)
        return operand

    def has(self, name: str) -> bool:
        """Whether a group took part."""
        return name in self.found.re.groupindex and self.found.start(name) >= 0

    def words(self, name: str) -> str:
        """The words of a group, empty where it did not take part."""
        return self.found[name] or "" if self.has(name) else ""

    def span(self, name: str) -> Span:
        """Where in the report a group stands."""
        return self.passage.span(self.found.start(name), self.found.end(name))


def signs(kinds: str) -> str:
    """The character class of figures of some kinds ("c" count, "cm" count or measure)."""
    blocks = (BLOCKS[LETTERS[letter]] for letter in kinds)
    return "".join(f"{chr(block)}-{chr(block + BLOCK - 1)}" for block in blocks)


def shape(written: str, name: str | None = None, *, cue: str | None = None) -> Shape:
    """The shape that a pattern in the notation above means; its name is the notation itself.

    `cue` is a regular expression, cheap to look for, that every match contains.
    """
    written = filled(written)
    pattern = NAME.sub(lambda m: f"(?P<{m['name']}>[{signs(m['kinds']) if m['kinds'] else ANY}])", written)
    pattern = pattern.replace("~~", "\x01").replace("~", rf"[^.;:!?–(){ANY}]{{0,60}}?")
    pattern = pattern.replace("\x01", r"[^;!?]{0,140}?").replace(" ?", r"\s*").replace(" ", r"\s+")
    needs = tuple(
        frozenset(LETTERS[letter] for letter in match["kinds"] or LETTERS)
        for match in NAME.finditer(written)
        if not match["optional"]
    )
    return Shape(name or written, re.compile(pattern), needs, re.compile(cue) if cue else None)

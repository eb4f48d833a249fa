"""What is a number but no figure, and why: the shapes of `exclusions.txt` around the numbers of a text."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from sayso.errors import DataFileError
from sayso.mentions.number import folded
from sayso.mentions.number.numerals import Numeral
from sayso.mentions.quantity.lexicon import lines, words

PARTS = {
    "MONTH": r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)",
    "DAY": r"\d{1,2}(?:st|nd|rd|th)?",
    "YEAR": r"(?:1[0-9]|20)\d\d",
    "NUMBER": r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)",
}
SOFT = frozenset({"age", "duration", "locating distance", "calibre", "one of the most …", "movement"})
CUTS = ("date", "name", "telephone number")  # these exclude a number that they only touch
ABOUT = 48  # characters around a number in which the words stand that make it no figure
BACK = 6  # regions looked back over: they are short, so a longer one farther back does not reach here


DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Shape:
    """A reason, the pieces of text one of which must be near, and the pattern.

    A shape that `folds` is matched against the text in lower case; `digits` asks for a digit near.
    """

    reason: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    folds: bool = False
    digits: bool = False


@cache
def shapes() -> tuple[Shape, ...]:
    """The shipped shapes. Raises DataFileError for a line that does not follow the grammar."""
    label = "|".join(sorted((re.escape(w.capitalize()) for w in words("label")), key=len, reverse=True))
    out = []
    for number, cells in lines("exclusions.txt"):
        if len(cells) != 3:
            raise DataFileError("exclusions.txt", number, "expected 'reason | needs | pattern'")
        written = cells[2].replace("{LABEL}", label)
        for name, part in PARTS.items():
            written = written.replace("{" + name + "}", part)
        pieces = cells[1].split()
        needs = () if cells[1] == "-" else tuple(n.replace("_", " ") for n in pieces if n != "9")
        exact, _, any_case = written.partition("(?i)")
        try:
            out += [
                Shape(cells[0], needs, re.compile(pattern), folds=folds, digits="9" in pieces)
                for pattern, folds in ((exact.rstrip("|"), False), (any_case, True))
                if pattern
            ]
        except re.error as error:
            raise DataFileError("exclusions.txt", number, str(error)) from error
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Regions:
    """Stretches of a text whose numbers are no figures: (start, end, reason), by start."""

    starts: tuple[int, ...]
    found: tuple[tuple[int, int, str], ...]

    def reason(self, start: int, end: int) -> str | None:
        """Why the number at [start, end) is no figure; None when it may be one."""
        for place in range(
            bisect_right(self.starts, start) - 1, max(-1, bisect_right(self.starts, start) - 1 - BACK), -1
        ):
            _, last, reason = self.found[place]
            if last >= end or (last > start and reason in CUTS):
                return reason
        return None


def regions(text: str, numerals: list[Numeral]) -> Regions:
    """The stretches around the numbers of a text that make them no figures."""
    found: set[tuple[int, int, str]] = set()
    low = folded(text)
    for first, last in _windows(text, numerals):
        near, digit = low[first:last], DIGIT.search(text, first, last) is not None
        for needs, pattern, folds, reason in _table(digits=digit):
            for piece in needs:  # plain loops: a call or any() is twice as slow here
                if piece in near:
                    break
            else:
                if needs:
                    continue
            for match in pattern.finditer(low if folds else text, first, last):
                found.add((match.start(), match.end(), reason))
    ordered = sorted(found)
    return Regions(tuple(start for start, _, _ in ordered), tuple(ordered))


@cache
def _table(*, digits: bool) -> tuple[tuple[tuple[str, ...], re.Pattern[str], bool, str], ...]:
    """The shapes to try where digits stand near, or only words."""
    return tuple((s.needs, s.pattern, s.folds, s.reason) for s in shapes() if digits or not s.digits)


def _windows(text: str, numerals: list[Numeral]) -> list[tuple[int, int]]:
    """The text around the numbers, whole words, none overlapping."""
    out: list[tuple[int, int]] = []
    for numeral in numerals:
        least = max(0, numeral.start - 3 * ABOUT)
        first = max(least, text.rfind(" ", least, max(0, numeral.start - ABOUT)) + 1) if least else 0
        last = text.find(" ", numeral.end + ABOUT, numeral.end + 3 * ABOUT)
        last = last if last >= 0 else min(len(text), numeral.end + 3 * ABOUT)
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out

"""The words of a piece of text as a string of classes, one letter each, on which rules are matched.

A rule then is a regular expression over words instead of characters; where a word has another, more
frequent meaning ("may", "march", "fall") its class begins with "perhaps" until `doubtful` has decided.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.mentions.period.lexicon import MARKS, lexicon

LONGEST_PIECE = 20_000
BLANK = re.compile(r"\n[ \t\r\f\v]*\n")
NOTHING = " "  # the class of every word that has nothing to do with time
NUMBER = r"""(?=\d)(?:
(?P<iso>(?<![\w.,/$€£])(?<!\d-)(?:\d{4}(?P<mark>[-/.])(?:0?[1-9]|1[0-2])(?P=mark)(?:0?[1-9]|[12]\d|3[01])(?!\d)
    (?:T\d\d:\d\d(?::\d\d)?Z?)?|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)))
|(?P<numeric>(?<![\w.,/$€£-])\d{1,2}(?P<sign>[-/.])\d{1,2}(?P=sign)(?:\d{4}|\d{2})(?![\d/]|-\d|\.\d))
|(?P<yearmonth>(?<![\w.,/$€£-])(?:\d{4}[-/](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d)(?![\d/]|-\d|\.\d))
|(?P<clock>(?<![\d.,:$€£-])(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])
    |(?:[01]?\d|2[0-3])\.[0-5]\d(?=\s?(?:[ap]\.?\s?m\b|hrs\b))))
|(?P<decade>(?<![\d.,$€£-])(?:1[0-9]|20|\d)?\d0['’]?s\b|(?<=['’‘])[2-9]0s\b)
|(?P<ordinal>(?<![\d.,$€£-])\d{1,3}(?:st|nd|rd|th)\b)
|(?P<real>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)
|(?P<digits>\d+))"""
LETTERS = r"""(?P<ampm>(?<=[\d\s])[ap]\.?\s?m\b\.?)
|(?P<bc>\bB\.?\s?C\.?(?:E\.?)?(?![A-Za-z]))
|(?P<oclock>\bo['’]?clock\b)
|(?P<letter>[^\W\d_])"""
TOKEN = re.compile(rf"(?P<word>[^\W\d_]{{2,}})|{NUMBER}|{LETTERS}|\S", re.X | re.I)


@dataclass(frozen=True, slots=True)
class Tokens:
    """One piece of text: its class letters, and for each word start, end (in the whole text) and lower case."""

    text: str
    letters: str
    starts: list[int]
    ends: list[int]
    words: list[str]

    def name(self, at: int) -> str:
        """The class of the word at a place."""
        return lexicon().names.get(self.letters[at], "")

    def value(self, at: int) -> str:
        """What the word at a place means to a rule."""
        found = lexicon().words.get(self.words[at])
        return found[1] if found else self.words[at]

    def is_word(self, at: int) -> bool:
        """Whether a word that has nothing to do with time stands at a place."""
        return at < len(self.words) and self.letters[at] == NOTHING and self.words[at][0].isalpha()


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between blank lines, cut at blanks where they are very long."""
    at = 0
    for gap in [*BLANK.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        while stop - at > LONGEST_PIECE:
            cut = text.rfind(" ", at + 1, at + LONGEST_PIECE)
            cut = cut if cut > at else at + LONGEST_PIECE
            yield at, cut
            at = cut
        if stop > at:
            yield at, stop
        at = gap.end() if gap else stop


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The words of text[start:end]."""
    words, classes = letters_of(), lexicon().letters
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    lowered: list[str] = []
    for match in TOKEN.finditer(text, start, end):
        kind, word = match.lastgroup, match[0].lower()
        first, behind = match.span()
        if kind == "word" or kind == "letter" or kind is None:
            letters.append(words.get(word, NOTHING))
        elif kind == "yearmonth" and _successive(word):  # "2007-08" is a season, not a month
            letters += [classes["year"], classes["dash"]]
            starts += [first, first + 4]
            ends += [first + 4, first + 5]
            lowered += [word[:4], "-"]
            letters.append(classes["small"])
            first, word = first + 5, word[5:]
        else:
            money = letters and letters[-1] == classes["money"]
            letters.append(classes["number" if money else _digits(word) if kind == "digits" else kind])
        starts.append(first)
        ends.append(behind)
        lowered.append(word)
    return Tokens(text, "".join(letters), starts, ends, lowered)


@cache
def letters_of() -> dict[str, str]:
    """Word or mark → the letter of its class."""
    lex = lexicon()
    marks = {mark: lex.letters[name] for mark, name in MARKS.items()}
    return marks | {word: lex.letters[name] for word, (name, _) in lex.words.items()}


def _successive(word: str) -> bool:
    return len(word) == 7 and word[4] == "-" and (int(word[:4]) + 1) % 100 == int(word[5:])


def _digits(word: str) -> str:
    if len(word) == 4 and 1000 <= int(word) < 2300:
        return "year"
    if len(word) < 3:
        return "day" if 1 <= int(word) <= 31 else "small"
    return "number"

"""The words of a piece of text as a string of classes, one letter each, on which rules are matched.

A rule then is a regular expression over words instead of characters; where a word has another, more
frequent meaning ("may", "march", "fall") its class begins with "perhaps" until `doubtful` has decided.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.mentions.period.lexicon import MARKS, lexicon

SHORT = 400  # characters; longer pieces are seldom without a word of time
WORD = re.compile(r"[^\W\d_]+")
TELLING = frozenset({
    "month", "perhaps_month", "weekday", "perhaps_weekday", "season", "perhaps_season", "part", "noon",
    "tonight", "dayname", "overnight", "unit", "units", "perhaps_unit", "second", "adverb", "teen",
    "yeartens", "now", "recent", "current", "reckoned", "modern", "past", "times", "period",
    "moment", "date", "climate", "feast", "bc", "ad", "oclock", "q", "thousand",
})  # fmt: skip
MONEY = frozenset("$€£")
LONGEST_PIECE = 20_000
BLANK = re.compile(r"\n[ \t\r\f\v]*\n")
NOTHING = " "  # the class of every word that has nothing to do with time
NUMBER = r"""(?=\d)(?:
(?P<iso>(?<![\w.,/$€£])(?<!\d-)(?:
    \d{4}(?P<mark>[-/.])(?:0?[1-9]|1[0-2])(?P=mark)(?:0?[1-9]|[12]\d|3[01])(?!\d)
    (?:t\d\d:\d\d(?::\d\d)?z?)?|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)))
|(?P<numeric>(?<![\w.,/$€£-])\d{1,2}(?P<sign>[-/.])\d{1,2}(?P=sign)(?:\d{4}|\d{2})(?![\d/]|-\d|\.\d))
|(?P<yearmonth>(?<![\w.,/$€£-])(?:
    \d{4}[-/](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d)(?![\d/]|-\d|\.\d))
|(?P<clock>(?<![\d.,:$€£-])(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])
    |(?:[01]?\d|2[0-3])\.[0-5]\d(?=\s?(?:[ap]\.?\s?m\b|hrs\b))))
|(?P<decade>(?<![\d.,$€£-])(?:(?:1[0-9]|20|\d)?\d0['’]?|(?:1[0-9]|20)\d0[ ])s\b|(?<=['’‘])[2-9]0s\b)
|(?P<ordinal>(?<![\d.,$€£-])\d{1,3}(?:st|nd|rd|th)\b)
|(?P<real>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)
|(?P<digits>\d+))"""
LETTERS = r"""(?P<ampm>(?<=[\d\s])[ap]\.?\s?m\b\.?)
|(?P<bc>\bb\.?\s?c\.?(?:e\.?)?(?![a-z]))
|(?P<oclock>\bo['’]?clock\b)
|(?P<letter>[^\W\d_])"""
# "Mondays attack": a day whose apostrophe was lost, before what happened on it; "on Mondays" are many days.
POSSESSED = r"""(?<!\bon\ )(?<!\bmost\ )(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=s\s[^\W\d_]{3})
    (?!s\s+(?:and|are|were|was|when|from|until|but|for|with|the|they|because|between|before|after|through)\b)"""
TOKEN = re.compile(
    rf"(?P<word>{POSSESSED}|[^\W\d_]{{2,}})|{NUMBER}|{LETTERS}|\S", re.X
)  # over words in lower case
DIGIT = re.compile(r"\d")
DATED = re.compile(
    r"(?=\d)(?:\d{4}|\d[-/.:–]\d|\d0['’]?s|\d(?:st|nd|rd|th)\b|(?<=['’‘])\d\d|\d[hdwy]\b|\d\s?[ap]\.?\s?m\b)"
)  # digits that tell of time without a word beside them


@dataclass(frozen=True, slots=True)
class Tokens:
    """One piece of text: its class letters, and each word as it was found and in lower case."""

    text: str
    letters: str
    found: list[re.Match[str]]
    words: list[str]

    def start(self, at: int) -> int:
        """Where a word begins, in the whole text."""
        return self.found[at].start()

    def end(self, at: int) -> int:
        """Where a word ends, in the whole text."""
        return self.found[at].end()

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


def lowered(text: str) -> str:
    """A text in lower case, letter by letter where a letter would become two, so that places stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def may_tell_time(lower: str, start: int, end: int) -> bool:
    """Whether a short piece has a word or digits without which no expression of time is made."""
    if end - start > SHORT:
        return True
    if not _telling().isdisjoint(WORD.findall(lower, start, end)):
        return True
    if DIGIT.search(lower, start, end) and DATED.search(lower, start, end):
        return True
    return lower.find("b.c", start, end) >= 0


@cache
def _telling() -> frozenset[str]:
    known = lexicon().words.items()
    days = {f"{word}s" for word, (kind, _) in known if kind == "weekday"}
    return frozenset(word for word, (kind, _) in known if kind in TELLING) | days | {"clock"}


def tokenise(text: str, lower: str, start: int, end: int) -> Tokens:
    """The words of text[start:end], found in the same text in lower case."""
    found = list(TOKEN.finditer(lower, start, end))
    words = [match[0] for match in found]
    known = letters_of().get
    letters = [known(word) or _letter(match) for word, match in zip(words, found, strict=True)]
    return _split_seasons(Tokens(text, "".join(letters), found, words))


def _letter(match: re.Match[str]) -> str:
    """The class letter of what is no known word."""
    kind = match.lastgroup
    if kind is None or kind in ("word", "letter"):
        return NOTHING
    classes = lexicon().letters
    if kind == "digits":
        return classes["number" if _is_money(match.string, match.start()) else _digits(match[0])]
    return classes[kind]


def _is_money(text: str, start: int) -> bool:
    """Whether the sign of a currency stands before a number, perhaps with a blank between."""
    return start > 0 and text[start - 1 - (text[start - 1] == " " and start > 1)] in MONEY


def _split_seasons(tokens: Tokens) -> Tokens:
    """ "2007-08" as two years, not a year and a month"""
    letter = lexicon().letters["yearmonth"]
    if letter not in tokens.letters:
        return tokens
    letters, found, words = list(tokens.letters), tokens.found, tokens.words
    for at in range(len(found) - 1, -1, -1):
        if letters[at] == letter and _successive(words[at]):
            first, last = found[at].span()
            cuts = ((first, first + 4), (first + 4, first + 5), (first + 5, last))
            three = [match for cut in cuts if (match := TOKEN.match(tokens.text, *cut))]
            letters[at : at + 1] = [letters_of().get(match[0]) or _letter(match) for match in three]
            found[at : at + 1] = three
            words[at : at + 1] = [match[0] for match in three]
    return Tokens(tokens.text, "".join(letters), found, words)


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

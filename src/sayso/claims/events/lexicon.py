"""The words of `words.txt`, and the event class of a word."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sayso.claims.attribution.lexicon import cues
from sayso.claims.measure.lexicon import lexicon
from sayso.claims.syntax import Syntax
from sayso.errors import DataFileError
from sayso.language.lemma import lemma

FILE = Path(__file__).with_name("words.txt")
KINDS = (
    "passed",
    "passed before",
    "fate",
    "middle",
    "support",
    "amount",
    "aboard",
    "act",
    "loser",
    "lasting",
    "turn",
    "event",
    "begin",
    "fighting",
    "speak",
    "speech",
)


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind."""
    return _table()[kind]


def any_of(listed: Iterable[str]) -> str:
    """Words as the alternatives of a pattern, the longest first."""
    return "|".join(sorted(listed, key=len, reverse=True))


@cache
def _table() -> dict[str, frozenset[str]]:
    return parse(FILE.read_text(encoding="utf-8"))


def parse(text: str) -> dict[str, frozenset[str]]:
    """Kind → words from the text of such a file. Raises DataFileError for a line that breaks the grammar."""
    found: dict[str, frozenset[str]] = dict.fromkeys(KINDS, frozenset())
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            kind, sign, listed = (cell.strip() for cell in line.partition("|"))
            if not sign or kind not in KINDS:
                raise DataFileError(FILE.name, number, f"expected 'kind | words' with a kind of {KINDS}")
            found[kind] |= set(listed.split())
    return found


def class_of(syntax: Syntax, token: int) -> str | None:
    """The class of a word as an event: by its lemma, itself, or as the verb form that it may be."""
    events, word = lexicon().events, syntax.word(token)
    if leaves_home(syntax, token):
        return "displace"
    return events.get(syntax.lemma(token)) or events.get(word) or events.get(lemma(word, "VERB"))


def leaves_home(syntax: Syntax, token: int) -> bool:
    """Whether a verb tells that people go from a place: "3,000 left Madaya", but not "left 12 dead"."""
    if syntax.lemma(token) != "leave" or not syntax.is_verb(token):
        return False
    return any(syntax.tokens[below].upos == "PROPN" for below in syntax.children(token, "obj"))


def is_beginning(syntax: Syntax, token: int) -> bool:
    """Whether a verb tells that something began: "erupted", "was launched", "broke out"."""
    if syntax.lemma(token) == "break":
        return any(syntax.word(child) == "out" for child in syntax.children(token, "compound", "advmod"))
    return syntax.lemma(token) in words("begin")


def is_fate(cls: str | None) -> bool:
    """Whether a class says what became of people."""
    return cls in words("fate")


@cache
def saying() -> frozenset[str]:
    """Verbs of saying, from the cues of attribution."""
    return frozenset(verb.split()[0].partition("/")[0] for verb in cues().verbs)

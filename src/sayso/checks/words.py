"""Lists of words that shapes share, read from `words.txt`."""

import re
from functools import cache
from pathlib import Path

from sayso.errors import DataFileError

FILE = Path(__file__).with_name("words.txt")
USED = re.compile(r"\{(?P<name>[a-z][a-z-]*)\}")


@cache
def lists() -> dict[str, str]:
    """Name → regular expression of any of its words. Raises DataFileError for a line against the grammar."""
    found: dict[str, str] = {}
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, bar, written = line.partition(" | ")
        if not bar or name.strip() in found:
            raise DataFileError(FILE.name, number, "expected 'name | words', each name once")
        found[name.strip()] = "|".join(_pattern(word.strip()) for word in written.split(","))
        unknown = [used["name"] for used in USED.finditer(written) if used["name"] not in found]
        if unknown:
            raise DataFileError(FILE.name, number, f"no list is called {unknown[0]} above this line")
        found[name.strip()] = filled(found[name.strip()], found)
    return found


def any_of(*names: str) -> str:
    """The regular expression of any word of some lists, as a group; blanks are plain blanks."""
    return "(?:" + "|".join(lists()[name] for name in names) + ")"


def words_of(name: str) -> frozenset[str]:
    """The words of a list as they are, for lists without endings and blanks."""
    return frozenset(lists()[name].split("|"))


def filled(written: str, known: dict[str, str] | None = None) -> str:
    """A pattern with each `{name}` exchanged for the words of that list."""
    table = lists() if known is None else known
    return USED.sub(lambda used: f"(?:{table[used['name']]})" if used["name"] in table else used[0], written)


def _pattern(word: str) -> str:
    return word.replace(".", r"\.").replace("_", " ").replace("*", "[a-z]*")

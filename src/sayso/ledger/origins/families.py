"""Reading `families.txt`: names that speak with one voice."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from sayso.errors import DataFileError

FILE = "families.txt"


@dataclass(frozen=True, slots=True)
class Families:
    """What the data file says, by plain name."""

    family: dict[str, str] = field(default_factory=dict)
    wires: frozenset[str] = frozenset()
    generic: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """The family of a name; a name that is in none is a family of its own."""
        return self.family.get(plain(name), name)

    def is_wire(self, name: str) -> bool:
        """Whether this is an agency that passes claims on."""
        return plain(name) in self.wires

    def kind_of(self, name: str) -> str | None:
        """The kind that a bare role stands for ("the monitoring group" → monitor)."""
        return self.generic.get(plain(name))


@cache
def plain(name: str) -> str:
    """A name for comparison: no case, accents, punctuation, leading "the", or words in brackets."""
    bare = unicodedata.normalize("NFKD", re.sub(r"\([^)]*\)", " ", name)).casefold()
    words = re.sub(r"[^\w\s]", "", "".join(c for c in bare if not unicodedata.combining(c))).split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


@cache
def families() -> Families:
    """The shipped data file."""
    return parse(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def parse(source: str) -> Families:
    """A data file's text as `Families`; DataFileError with the line number where it breaks its grammar."""
    family: dict[str, str] = {}
    wires: set[str] = set()
    generic: dict[str, str] = {}
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        head, equals, rest = (piece.strip() for piece in line.partition("="))
        names = [name.strip() for name in rest.split(";") if name.strip()]
        if not (head and equals and names):
            raise DataFileError(FILE, number, f"wanted `family = name; name`, got {line!r}")
        if head == "wire":
            wires.update(map(plain, names))
        elif head.startswith("generic "):
            generic |= dict.fromkeys(map(plain, names), head.removeprefix("generic "))
        else:
            _enter(family, head, names, number)
    return Families(family, frozenset(wires), generic)


def _enter(family: dict[str, str], head: str, names: list[str], number: int) -> None:
    for name in (head, *names):
        if family.setdefault(plain(name), head) != head:
            raise DataFileError(FILE, number, f"{name!r} is already in the family {family[plain(name)]!r}")

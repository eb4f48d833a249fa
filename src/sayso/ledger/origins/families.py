"""Reading `families.txt`: names that speak with one voice."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from sayso.errors import DataFileError

FILE = "families.txt"
NOTHING = re.compile(r"(?!)")
SHORTEST_INSIDE = 4  # characters of a name that is looked for inside a longer phrase


@dataclass(frozen=True, slots=True)
class Families:
    """What the data file says, by plain name.

    `family` name → family, `wires` agencies, `kinds` family → kind, `generic` word → kind,
    `states` country → family, `roles` word → role, `offices` words for who speaks for a body, `inside` the
    names to look for in longer phrases.
    """

    family: dict[str, str] = field(default_factory=dict)
    wires: frozenset[str] = frozenset()
    kinds: dict[str, str] = field(default_factory=dict)
    generic: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    offices: frozenset[str] = frozenset()
    inside: re.Pattern[str] = NOTHING

    def of(self, name: str) -> str:
        """The family of a name; a name that is in none is a family of its own."""
        return self.known(name) or name

    def known(self, name: str) -> str | None:
        """The family of a name, or of the longest name of one inside a longer phrase."""
        bare = plain(name)
        return self._exactly(bare) or _longest(self.family, self.inside, bare)

    def _exactly(self, bare: str) -> str | None:
        """The family of a plain name, also of an owner's ("the ministry's", as `plain` leaves it)."""
        return self.family.get(bare) or self.family.get(bare.removesuffix("s"))

    def is_wire(self, name: str) -> bool:
        """Whether this is an agency that passes claims on."""
        return plain(name) in self.wires

    def without_wire(self, name: str) -> tuple[str, str | None]:
        """A source's name and the agency credited after it, as headlines do ("Monitor AFP")."""
        head, _, last = name.rpartition(" ")
        return (head, last) if head and last.isupper() and self.is_wire(last) else (name, None)

    def kind_of(self, name: str) -> str | None:
        """The kind that a bare role stands for ("the monitoring group" → monitor)."""
        return _at_end(self.generic, name)

    def role_of(self, name: str) -> str | None:
        """What a source without a name is ("a medical source in the city" → medical sources)."""
        return _at_end(self.roles, re.split(r" (?:in|at|from|with|of|near|who|inside|on) ", name)[0])

    def body_of(self, name: str, exact: str) -> str | None:
        """The family that a person speaks for by the office told beside the name ("UNICEF director Jane Roe",
        "Jane Roe, a spokeswoman for UNICEF"); None without one."""
        before, _, after = exact.partition(name)
        for words in (plain(before).split(), plain(after).split()):
            body = words[:-1] if words[-1:] and words[-1] in self.offices else []
            if words[1:2] in (["of"], ["for"]) and words[0] in self.offices:
                body = words[2:]
            if found := self._exactly(plain(" ".join(body))):
                return found
        return None

    def of_kind(self, kind: str, text: str) -> list[str]:
        """The families of a kind that a text names."""
        bare = f" {plain(text)} "
        found = {
            family
            for name, family in self.family.items()
            if self.kinds.get(family) == kind and f" {name} " in bare
        }
        return sorted(found)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    usable = sorted((name for name in names if len(name) >= SHORTEST_INSIDE), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, usable)) + r")\b") if usable else NOTHING


def _longest(family: dict[str, str], pattern: re.Pattern[str], bare: str) -> str | None:
    found = max(pattern.findall(bare), key=len, default=None)
    return family[found] if found else None


def _at_end(words: dict[str, str], name: str) -> str | None:
    """What a word for a role stands for, or the last words (up to three) of a phrase that is no name."""
    bare = plain(name)
    if bare in words or not name.split()[-1:] or not name.rsplit(maxsplit=1)[-1].islower():
        return words.get(bare)
    last = bare.split()[-3:]
    ends = (" ".join(last[n:]) for n in range(len(last)))
    return next((words[end] for end in ends if end in words), None)


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
    made = Families()
    alone: dict[str, set[str]] = {"wire": set(), "office": set()}
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        head, _, rest = (piece.strip() for piece in line.partition("="))
        names = [name.strip() for name in rest.split(";") if name.strip()]
        if not (head and names):
            raise DataFileError(FILE, number, f"wanted `family = name; name`, got {line!r}")
        if head in alone:
            alone[head].update(map(plain, names))
        else:
            _enter(made, head, names, number)
    wires, offices = frozenset(alone["wire"]), frozenset(alone["office"])
    return replace(made, wires=wires, offices=offices, inside=_pattern(made.family))


def _enter(made: Families, head: str, names: list[str], number: int) -> None:
    what, _, of = head.partition(" ")
    if what == "kind":
        made.kinds.update(dict.fromkeys(names, of))
    elif what == "state":
        made.states[of] = names[0]
    elif what in {"generic", "role"}:
        (made.generic if what == "generic" else made.roles).update(dict.fromkeys(map(plain, names), of))
    else:
        for name in (head, *names):
            if made.family.setdefault(plain(name), head) != head:
                raise DataFileError(FILE, number, f"{name!r} is already in {made.family[plain(name)]!r}")

"""What a figure counts: the noun phrase beside it, else the one that the tree and the network agree on."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sayso.claims.claim import Counted
from sayso.claims.figures import FigureAt
from sayso.errors import DataFileError
from sayso.mentions.quantity.counting import singular

FILE = Path(__file__).with_name("groups.txt")
BOTH = frozenset(["women", "children"])
BESIDE = "noun beside the figure"


@cache
def groups() -> Mapping[str, str]:
    """Noun → group. Raises DataFileError for a line that does not follow the grammar."""
    found: dict[str, str] = {}
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        group, sign, nouns = (cell.strip() for cell in line.partition("|"))
        if not sign or not group:
            raise DataFileError(FILE.name, number, "expected 'group | nouns'")
        for noun in nouns.split():
            if noun in found:
                raise DataFileError(FILE.name, number, f"{noun!r} is one of {found[noun]!r} already")
            found[noun] = group
    return found


def group_of(phrase: str) -> str | None:
    """The group of people that a noun phrase names; None for things and for people of no group."""
    words = phrase.lower().replace("police officers", "police").replace("aid workers", "aid-workers").split()
    named = [group for word in words if (group := groups().get(singular(word)))]
    if set(named) >= BOTH:
        return "women_and_children"
    return named[-1] if named else None


def counted_of(at: FigureAt) -> tuple[Counted | None, str | None]:
    """What a figure counts and how it was found; None where the noun is elided."""
    value = at.mention.value
    if value.counted is None:
        return None, None
    return Counted(value.counted, value.head or value.counted.exact, group_of(value.counted.exact)), BESIDE

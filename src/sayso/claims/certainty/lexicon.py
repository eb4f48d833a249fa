"""The rules of `certainty.txt`, read into frozen definitions."""

from functools import cache
from pathlib import Path

from sayso.claims.certainty.values import Rule
from sayso.errors import DataFileError

FILE = Path(__file__).with_name("certainty.txt")
VALUES = {
    "basis": ("documented", "estimated", "verified", "claimed"),
    "accumulation": ("cumulative", "increment"),
    "modality": ("denied", "future", "hypothetical"),
}
PLACES = ("aux", "above", "mark", "before", "after", "cue", "near")


@cache
def rules() -> tuple[Rule, ...]:
    """The shipped rules. Raises DataFileError for a line that does not follow the grammar."""
    return parse(FILE.read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Rule, ...]:
    """The rules of the text of such a file."""
    return tuple(
        _rule(number, line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    )


def _rule(number: int, line: str) -> Rule:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != 4:
        raise DataFileError(FILE.name, number, "expected 'slot | value | where | words'")
    slot, value, where, words = cells
    if value not in VALUES.get(slot, ()) or where not in PLACES:
        raise DataFileError(FILE.name, number, f"no slot, value or place such as {slot}, {value}, {where}")
    phrases = tuple(word.strip() for word in words.split(";") if word.strip())
    return Rule(slot, value, where, phrases)  # type: ignore[arg-type]

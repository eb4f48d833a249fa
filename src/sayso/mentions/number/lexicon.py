"""The number words of `numbers.txt`, read into frozen definitions."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from sayso.errors import DataFileError

FILE = Path(__file__).with_name("numbers.txt")
KINDS = ("small", "tens", "scale", "suffix", "part", "ordinal", "vague")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word → value by kind; `vague` gives (low, high), `part` a fraction of one."""

    small: dict[str, int]
    tens: dict[str, int]
    scale: dict[str, int]
    suffix: dict[str, int]
    part: dict[str, Fraction]
    ordinal: dict[str, int]
    vague: dict[str, tuple[Decimal, Decimal]]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon. Raises DataFileError for a line that does not follow the grammar."""
    out = Lexicon({}, {}, {}, {}, {}, {}, {})
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            _take(out, number, [cell.strip() for cell in line.split("|")])
    return out


def _take(out: Lexicon, number: int, cells: list[str]) -> None:
    if len(cells) != 3 or cells[0] not in KINDS:
        raise DataFileError(FILE.name, number, f"expected 'kind | words | values' with a kind of {KINDS}")
    kind, words, values = cells[0], *([item.strip() for item in cell.split(",")] for cell in cells[1:])
    try:
        if kind == "part":
            out.part.update(dict.fromkeys(words, Fraction(values[0])))
        elif kind == "vague":
            low, high = (Decimal(value) for value in values)
            out.vague.update(dict.fromkeys(words, (low, high)))
        else:
            each = values if len(values) == len(words) else values * len(words)
            getattr(out, kind).update((w, int(v)) for w, v in zip(words, each, strict=True))
    except (ValueError, ArithmeticError) as error:
        raise DataFileError(FILE.name, number, str(error)) from error

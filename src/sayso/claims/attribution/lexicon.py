"""The cues of `cues.txt`, read into frozen definitions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from sayso.claims.claim import Modality
from sayso.errors import DataFileError

FILE = "cues.txt"


@dataclass(frozen=True, slots=True)
class CueClass:
    """What a kind of cue makes of what is said."""

    name: str
    modality: Modality
    meaning: str


@dataclass(frozen=True, slots=True)
class Cues:
    """Classes by name; the class of every verb (lemma), noun (singular) and phrase (lower case).

    `stances` are the verbs that tell where somebody stands; they are among `verbs` too.
    """

    classes: Mapping[str, CueClass]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    phrases: Mapping[str, str]
    stances: frozenset[str] = frozenset()


@cache
def cues() -> Cues:
    """The shipped cues. Raises DataFileError for a line that does not follow the grammar."""
    return read_cues(files("sayso.claims.attribution").joinpath(FILE).read_text("utf-8").splitlines())


def read_cues(lines: Iterable[str]) -> Cues:
    """Cues from the lines of a data file."""
    classes: dict[str, CueClass] = {}
    tables: dict[str, dict[str, str]] = {"verb": {}, "stance": {}, "noun": {}, "phrase": {}}
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.split(" | ")]
        if not line.strip() or line.startswith("#"):
            continue
        if len(cells) != 4:
            raise DataFileError(FILE, number, f"expected 4 fields, found {len(cells)}")
        if cells[0] == "class":
            classes[cells[1]] = _class(cells, number)
        elif cells[0] == "cue" and cells[1] in classes and cells[2] in tables:
            if cells[3] in tables[cells[2]]:
                raise DataFileError(FILE, number, f"{cells[2]} {cells[3]!r} stands there twice")
            tables[cells[2]][cells[3]] = cells[1]
        else:
            raise DataFileError(FILE, number, "expected 'class', or 'cue' with a known class and kind")
    verbs = tables["verb"] | tables["stance"]
    return Cues(classes, verbs, tables["noun"], tables["phrase"], frozenset(tables["stance"]))


def _class(cells: list[str], number: int) -> CueClass:
    modality = next((known for known in get_args(Modality) if known == cells[2]), None)
    if modality is None:
        raise DataFileError(FILE, number, f"no modality: {cells[2]!r}")
    return CueClass(cells[1], modality, cells[3])

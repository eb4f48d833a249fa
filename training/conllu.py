"""Read treebanks in CoNLL-U: syntactic words, with the spacing that the surface tokens had."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from training.documents import TreebankSentence


@dataclass(slots=True)
class Parsed:
    """One sentence of a treebank; heads count from 1, 0 is the root."""

    name: str
    document: str
    surface: TreebankSentence
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)


def read(path: Path) -> list[Parsed]:
    """All sentences of a file, in order. Empty nodes are passed over."""
    found: list[Parsed] = []
    document, name, paragraph = "", "", False
    lines: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id"):
            document, paragraph = line.partition("=")[2].strip(), True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            lines.append(line.split("\t"))
        elif not line and lines:
            glued = bool(found) and found[-1].document == document and _no_space_after(found[-1].misc[-1])
            found.append(_sentence(lines, name, document, glued=glued, paragraph=paragraph))
            lines, paragraph = [], False
    return found


def _sentence(lines: list[list[str]], name: str, document: str, *, glued: bool, paragraph: bool) -> Parsed:
    sentence = Parsed(name, document, TreebankSentence([], [], paragraph))
    inside_until, after_range = 0, ""
    for cells in lines:
        if "-" in cells[0]:
            inside_until, after_range = int(cells[0].split("-")[1]), cells[9]
            continue
        if not cells[0].isdigit():
            continue
        number = int(cells[0])
        sentence.surface.words.append(cells[1])
        sentence.surface.glued.append(glued)
        sentence.upos.append(cells[3])
        sentence.xpos.append(cells[4])
        sentence.heads.append(int(cells[6]))
        sentence.relations.append(cells[7])
        misc = after_range + "|" + cells[9] if number == inside_until else cells[9]
        sentence.misc.append(misc)
        glued = number < inside_until or _no_space_after(misc)
    return sentence


def _no_space_after(misc: str) -> bool:
    return "SpaceAfter=No" in misc.split("|")

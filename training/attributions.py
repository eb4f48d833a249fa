"""PolNeAR: who says what, by which cue, in political news; raw texts with stand-off spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from sayso.language.wordpiece import WordPiece
from training.documents import Document, from_text, token_at
from training.labels import ATTRIBUTION, IGNORED, ROLES

_SPAN = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")
_OUTSIDE = ATTRIBUTION.index("O")

Piece = tuple[int, int]


@dataclass(slots=True)
class Relation:
    """The spans of one attribution, by role, each in reading order."""

    spans: dict[str, list[Piece]] = field(default_factory=lambda: {role: [] for role in ROLES})


def polnear(data: Path, part: str, wordpiece: WordPiece) -> list[Document]:
    """The documents of a part (train, dev). Of several annotators, the first by file name."""
    folder = data / "attribution/polnear" / part
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rsplit("_", 1)[0], path)
    made = []
    for name, path in annotations.items():
        source = folder / "text" / f"{name}.txt"
        if source.exists():
            text = source.read_bytes().decode("utf-8")
            document = from_text(name, text, wordpiece)
            _teach(document, text, path.read_text(encoding="utf-8"))
            made.append(document)
    return made


def _read(annotation: str) -> tuple[list[Relation], list[Piece]]:
    """Relations, and the spans that the annotators discarded as no part of the article."""
    spans: dict[str, tuple[str, list[Piece]]] = {}
    events = []
    for line in annotation.split("\n"):
        if match := _SPAN.match(line):
            pieces = [tuple(map(int, piece.split())) for piece in match[3].split(";")]
            spans[match[1]] = (match[2], [(first, last) for first, last in pieces])
        elif re.match(r"E\d+\tAttribution", line):
            events.append([part.split(":") for part in line.split("\t")[1].split()[1:]])
    relations = []
    for event in events:
        relation = Relation()
        for role, key in event:
            relation.spans[role.rstrip("0123456789").lower()] += spans[key][1]
        for pieces_of_role in relation.spans.values():
            pieces_of_role.sort()
        relations.append(relation)
    return relations, [piece for kind, pieces in spans.values() if kind == "Discard" for piece in pieces]


def _teach(document: Document, text: str, annotation: str) -> None:
    labels, links = document.teach("attribution"), document.teach("link")
    labels[:] = _OUTSIDE
    relations, discarded = _read(annotation)
    for relation in relations:
        cues = _joined(relation.spans["cue"], text)
        target = token_at(document, cues[0][0]) if cues else -1
        for role in ROLES:
            begin = ATTRIBUTION.index(f"B-{role}")
            for start, end in _joined(relation.spans[role], text):
                first, last = token_at(document, start), token_at(document, end - 1)
                labels[first : last + 1] = begin + 1
                labels[first] = begin
                links[first] = target  # the first piece of a cue points to itself
    for start, end in discarded:
        labels[token_at(document, start) : token_at(document, end - 1) + 1] = IGNORED


def _joined(pieces: list[Piece], text: str) -> list[Piece]:
    """Pieces with only white space between them made one."""
    joined: list[Piece] = []
    for start, end in pieces:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined

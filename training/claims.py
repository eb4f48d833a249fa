"""Figure claims: what a figure measures, who says it, and which words its slots are filled by."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.language.wordpiece import WordPiece
from training.documents import Document, from_text, token_at
from training.jsonl import Json, json_lines
from training.labels import IGNORED, MEASURES, MODALITIES, MODES, ROOT, SLOTS
from training.own import ORIGIN, own_reports

OPEN_ORIGINS = ("re3d", "timeset", "wikinews", "fa-kes", ORIGIN)  # texts under open licences, and our own
HELD_BACK_PERCENT = 15
# Of our own reports these kinds teach the joins of `training.joins` alone: the network does not know them.
FOR_JOINS = ("own-agency-", "own-articles-", "own-days-", "own-outlets-", "own-updates-")
_NUMERAL_TEXT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens "
    "score scores couple handful half third thirds quarter quarters fifth double twice tens no none "
    "several first second"
)
_NUMERAL = frozenset(_NUMERAL_TEXT.split())
_REACH = 200  # characters: how far from its figure a counted noun is looked for


def reports(data: Path, wordpiece: WordPiece, *, held_back: bool) -> list[Document]:
    """The open reports that are trained on, or those that are kept out of training."""
    return [document for document, _ in reports_with_text(data, wordpiece, held_back=held_back)]


def reports_with_text(data: Path, wordpiece: WordPiece, *, held_back: bool) -> list[tuple[Document, str]]:
    """The same, each with its text."""
    made = []
    for record, claims in annotated(data.parent / "evaluation"):
        name = record["id"]
        if not is_for_network(name, record["origin"]) or is_held_back(name) != held_back:
            continue
        document = from_text(name, record["text"], wordpiece)
        _teach(document, record["text"], claims)
        made.append((document, record["text"]))
    return made


def annotated(evaluation: Path) -> Iterator[tuple[Json, list[Json]]]:
    """Every annotated report with its claims: those of the evaluation's training part, then our own."""
    claims = defaultdict(list)
    for claim in json_lines(evaluation / "claims-train.jsonl"):
        claims[claim["doc"]].append(claim)
    for report in json_lines(evaluation / "reports-train.jsonl"):
        yield report, claims[report["id"]]
    yield from own_reports()


def is_taught(name: str, origin: str) -> bool:
    """Whether the network is trained on a report."""
    return is_for_network(name, origin) and not is_held_back(name)


def is_for_network(name: str, origin: str) -> bool:
    """Whether a report is one to train the network on or to measure it by."""
    return origin.startswith(OPEN_ORIGINS) and not name.startswith(FOR_JOINS)


def is_held_back(name: str) -> bool:
    """A fixed 15 in a hundred of the reports, by a checksum of their ids."""
    return zlib.crc32(name.encode()) % 100 < HELD_BACK_PERCENT


def numerals(document: Document, text: str) -> list[int]:
    """Tokens that begin a numeral in digits or are one in words."""
    found = []
    for number, (start, end) in enumerate(document.spans):
        word = text[start:end]
        tail = start > 1 and text[start - 1] in ",." and text[start - 2].isdigit()
        if (word[0].isdigit() and not tail) or word.lower() in _NUMERAL:
            found.append(number)
    return found


def _teach(document: Document, text: str, claims: list[dict[str, Any]]) -> None:
    measures = document.teach("measure")
    in_numerals = numerals(document, text)
    for token in in_numerals:
        measures[token] = MEASURES.index("none")
    for claim in claims:
        if claim.get("part", "text") != "text" or text[claim["start"] : claim["end"]] != claim["figure"]:
            continue
        inside = [
            token
            for token in in_numerals
            if document.spans[token][0] >= claim["start"] and document.spans[token][1] <= claim["end"]
        ]
        targets = {slot: _target(document, text, claim, slot) for slot in SLOTS}
        for token in inside:
            measures[token] = MEASURES.index(claim["measure"])
            document.teach("mode")[token] = MODES.index(claim["mode"])
            document.teach("modality")[token] = MODALITIES.index(claim["modality"])
            for slot in SLOTS:
                document.teach(slot)[token] = targets[slot]


def _target(document: Document, text: str, claim: dict[str, Any], slot: str) -> int:
    """The token a slot points to: of the counted phrase its last word, of the others their first."""
    wanted = claim["period"]["text"] if slot == "period" else claim[slot]
    if not wanted:
        return ROOT
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]
    if slot == "of":
        after = [span for span in found if 0 <= span[0] - claim["start"] < _REACH]
        before = [span for span in found if 0 <= claim["start"] - span[1] < _REACH]
        nearest = after[:1] or before[-1:]
        return token_at(document, nearest[0][1] - 1) if nearest else IGNORED
    if not found:
        return IGNORED
    return token_at(document, min(found, key=lambda span: _distance(text, span, claim))[0])


def _distance(text: str, span: tuple[int, int], claim: dict[str, Any]) -> tuple[bool, int]:
    """Same sentence before other sentences (by stops and lines), then nearness in characters."""
    low, high = min(span[0], claim["start"]), max(span[0], claim["start"])
    crosses = re.search(r"[.?!][\"'”’)]?\s+[A-Z\"“]|\n", text[low:high]) is not None
    return crosses, high - low

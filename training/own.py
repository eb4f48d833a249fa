"""Our own annotated reports (`training/reports/*.jsonl`), written for training.

The wording is ours; the events are invented, or made over from what happened, with some figures kept.

    python -m training.own training/reports/FILE.jsonl     check a file, with line numbers

One report a line: `id`, `title`, `published` (ISO day or null), `text` and `claims`. In the text each figure
stands in ⟦…⟧, and `claims` says of them, in that order, what the annotation guidelines ask for: `low`,
`high`, `bound`, `unit`, `of`, `measure`, `source`, `source_name`, `mode`, `place`, `country`, `period`
(`text`, `start`, `end`) and `modality`. What is verbatim must stand in the text or the title.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sayso.mentions.number.values import Bound
from training.jsonl import Json, json_lines
from training.labels import MEASURES, MODALITIES, MODES

FOLDER = Path(__file__).parent / "reports"
ORIGIN = "own"
KNOWN = {"bound": tuple(Bound), "measure": MEASURES[1:], "mode": MODES, "modality": MODALITIES}
FIELDS = (
    "low", "high", "bound", "unit", "of", "measure", "source", "source_name", "mode", "place", "country",
    "period", "modality",
)  # fmt: skip
MARKED = re.compile(r"⟦([^⟦⟧]+)⟧")


def own_reports(folder: Path = FOLDER) -> Iterator[tuple[Json, list[Json]]]:
    """Every report and its claims, in the shape of the evaluation's training files."""
    for path in sorted(folder.glob("*.jsonl")):
        yield from map(unmarked, json_lines(path))


def unmarked(written: Json) -> tuple[Json, list[Json]]:
    """A report without its marks, and its claims with `doc`, `figure`, `start` and `end`."""
    text, claims, places = "", [], list(MARKED.finditer(written["text"]))
    done = 0
    for mark, claim in zip(places, written["claims"], strict=True):
        text += written["text"][done : mark.start()]
        where = {"figure": mark[1], "start": len(text), "end": len(text) + len(mark[1])}
        claims.append({"doc": written["id"], **where, **claim})
        text, done = text + mark[1], mark.end()
    text += written["text"][done:]
    report = {name: written[name] for name in ("id", "title", "published")}
    return {**report, "text": text, "origin": ORIGIN}, claims


def faults(written: Json) -> Iterator[str]:
    """What is wrong with a report as written."""
    marks = MARKED.findall(written["text"])
    if len(marks) != len(written["claims"]):
        yield f"{len(marks)} figures are marked, {len(written['claims'])} claims given: {marks}"
        return
    words = written["title"] + "\n" + MARKED.sub(r"\1", written["text"])
    for figure, claim in zip(marks, written["claims"], strict=True):
        yield from (f"{figure!r}: {fault}" for fault in _faults(claim, words))


def _faults(claim: Json, words: str) -> Iterator[str]:
    if set(claim) != set(FIELDS):
        yield f"fields {sorted(set(claim) ^ set(FIELDS))} are missing or not known"
        return
    for name, known in KNOWN.items():
        if claim[name] not in known:
            yield f"{name} {claim[name]!r} is none of {', '.join(known)}"
    verbatim = [claim[name] for name in ("of", "source", "place")] + [claim["period"]["text"]]
    yield from (f"{exact!r} is not in the text" for exact in verbatim if exact and exact not in words)
    if (claim["source"] is None) != (claim["mode"] == "narrator"):
        yield f"mode {claim['mode']} with source {claim['source']!r}"
    days = [claim["period"][end] for end in ("start", "end") if claim["period"][end]]
    if claim["period"]["text"] is None and days:
        yield "days without the words that give them"
    if sorted(days, key=date.fromisoformat) != days:
        yield "the period ends before it starts"


def main(paths: list[str]) -> int:
    """Print what is wrong, line by line; 1 if anything is."""
    wrong = 0
    for path in paths:
        for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
            try:
                found = list(faults(json.loads(line)))
            except (ValueError, KeyError, TypeError) as problem:
                found = [f"{type(problem).__name__}: {problem}"]
            for fault in found:
                wrong += 1
                print(f"{path}:{number}: {fault}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

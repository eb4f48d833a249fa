"""The language layer: how fast it reads on one core, and how well it cuts raw text.

Speed over the texts of the treebanks' test parts, joined to reports of about 400 words. Cutting:
F1 of words and of sentences found in raw text, by their exact characters, against EWT and GUM.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from sayso.language import Analysis, analyse, analyse_tokens, conllu

WORDS = 400  # of a report, as in the yardstick for the whole pipeline
REPORTS = 40
ROUNDS = 3  # the fastest counts: the machine is shared


def run(data: Path) -> dict[str, float] | str:
    """Figures by name; seconds where the name says so, else rates and shares."""
    folder = data / "data" / "parsing"
    if not folder.exists():
        return f"skipped: no treebanks under {folder}"
    figures = {"start and first sentence, seconds": _start()}
    for name in ("ewt", "gum"):
        gold = _gold(folder / name / "test.conllu")
        figures |= {f"{name} {key}": value for key, value in _cutting(gold).items()}
        if name == "gum":
            figures |= _speed(" ".join(analysis.text for analysis in gold))
    return figures


def _start() -> float:
    """Seconds from a cold interpreter with the package imported to a first analysis."""
    code = (
        "import sayso.language as language, time; start = time.perf_counter(); "
        "language.analyse('Rain fell.'); print(time.perf_counter() - start)"
    )
    measured = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
        for _ in range(ROUNDS)
    ]
    return min(measured)


def _gold(path: Path) -> list[Analysis]:
    """The documents of a treebank as given tokens: their text and where its words are."""
    with path.open(encoding="utf-8") as lines:
        return [
            analyse_tokens(document.words, document.spaces, document.paragraphs)
            for document in conllu.read(lines)
        ]


def _cutting(gold: Iterable[Analysis]) -> dict[str, float]:
    counts = {"words": [0, 0, 0], "sentences": [0, 0, 0]}
    for wanted in gold:
        found = analyse(wanted.text)
        for kind, spans in (("words", _words), ("sentences", _sentences)):
            mine, theirs = spans(found), spans(wanted)
            for slot, amount in enumerate((len(mine & theirs), len(mine), len(theirs))):
                counts[kind][slot] += amount
    return {
        f"{kind} from raw text, F1": 2 * right / max(1, mine + theirs)
        for kind, (right, mine, theirs) in counts.items()
    }


def _words(analysis: Analysis) -> set[tuple[int, int]]:
    return {(token.start, token.end) for token in analysis.tokens}


def _sentences(analysis: Analysis) -> set[tuple[int, int]]:
    return {(sentence.start, sentence.end) for sentence in analysis.sentences}


def _speed(text: str) -> dict[str, float]:
    words = text.split(" ")
    reports = [" ".join(words[at : at + WORDS]) for at in range(0, min(len(words), WORDS * REPORTS), WORDS)]
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for report in reports:
            analyse(report)
        times.append(time.perf_counter() - start)
    return {
        "reports of 400 words a second, one core": len(reports) / min(times),
        "words a second, one core": sum(len(report.split()) for report in reports) / min(times),
    }

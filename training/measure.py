"""Measure the claim heads on the reports kept out of training: `python -m training.measure`.

Runs the exported network as shipped. A figure counts as found where "none" is not its likeliest
measure; a slot as right where its best target is the token the annotation points to, or none
where the annotation has none.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path

from sayso.language import Analysis, analyse
from sayso.language.network import network
from training.claims import reports_with_text
from training.documents import Document
from training.labels import IGNORED, MEASURES, MODALITIES, MODES, ROOT, SLOTS


def measure(data: Path) -> dict[str, float]:
    """Shares by name, over all held-back reports."""
    counts: Counter[str] = Counter()
    for document, text in reports_with_text(data / "data", network().wordpiece, held_back=True):
        _count(document, analyse(text), counts)
    found, right = counts["figures found"], counts["figures found rightly"]
    shares = {
        "figures F1": 2 * right / max(1, found + counts["figures"]),
        "figures": float(counts["figures"]),
    }
    for name in ("measure", "mode", "modality", *SLOTS):
        shares[f"{name} accuracy"] = counts[name] / max(1, counts[f"{name} asked"])
    for slot in SLOTS:
        shares[f"{slot} accuracy where filled"] = counts[f"{slot} filled right"] / max(
            1, counts[f"{slot} filled"]
        )
    return shares


def _count(document: Document, analysis: Analysis, counts: Counter[str]) -> None:
    labels, links = document.labels, analysis.links
    seen: set[int] = set()
    for number, gold in enumerate(labels.get("measure", ())):
        token = analysis.token_at(document.spans[number][0])
        if gold == IGNORED or token is None or token in seen:
            continue
        seen.add(token)
        scores = links.measure(token)
        best = max(scores, key=scores.__getitem__)
        counts["figures"] += int(MEASURES[gold] != "none")
        counts["figures found"] += best != "none"
        counts["figures found rightly"] += int(best != "none" and MEASURES[gold] != "none")
        if MEASURES[gold] == "none":
            continue
        del scores["none"]
        counts["measure asked"] += 1
        counts["measure"] += int(max(scores, key=scores.__getitem__) == MEASURES[gold])
        for name, table, wanted in (("mode", links.mode, MODES), ("modality", links.modality, MODALITIES)):
            chances = table(token)
            counts[f"{name} asked"] += 1
            counts[name] += int(max(chances, key=chances.__getitem__) == wanted[labels[name][number]])
        for slot in SLOTS:
            _count_slot(slot, int(labels[slot][number]), document, analysis, token, counts)


def _count_slot(
    slot: str, gold: int, document: Document, analysis: Analysis, token: int, counts: Counter[str]
) -> None:
    if gold == IGNORED:
        return
    wanted = None if gold == ROOT else analysis.token_at(document.spans[gold][0])
    best = analysis.links.pointer(slot, token)[0][0]
    right = best == wanted or (slot == "place" and _same_word(analysis, best, wanted))
    counts[f"{slot} asked"] += 1
    counts[slot] += right
    counts[f"{slot} filled"] += wanted is not None
    counts[f"{slot} filled right"] += right and wanted is not None


def _same_word(analysis: Analysis, one: int | None, other: int | None) -> bool:
    """The annotation names places without saying where; any mention of the name will do."""
    if one is None or other is None:
        return one == other
    words = [analysis.exact(analysis.tokens[token]).lower() for token in (one, other)]
    return words[0] == words[1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m training.measure", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared")))
    for name, share in measure(parser.parse_args().data).items():
        print(f"{name:<32}{share:>8.3f}")


if __name__ == "__main__":
    main()

"""The checks alone, on one core: reports of 400 words a second, mentions and claims given."""

import statistics
import time
from pathlib import Path

from benchmarks.texts import WORDS_A_REPORT, evaluation_reports, words

ROUNDS = 3


def run(data: Path) -> dict[str, float] | str:
    """Reports of 400 words a second that the checks get through."""
    rows = evaluation_reports(data)
    if not rows:
        return "skipped: the data folder has no evaluation/reports.jsonl"
    from sayso.checks import CheckMaterial, run_checks
    from sayso.reading import read

    readings = [read(row["text"] or "", title=row["title"], published=row["published"]) for row in rows]
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for reading in readings:
            run_checks(CheckMaterial(reading.report, reading.mentions), reading.claims)
        seconds.append(time.perf_counter() - start)
    return {"reports of 400 words a second": words(rows) / WORDS_A_REPORT / statistics.median(seconds)}

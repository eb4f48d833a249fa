"""The whole pipeline on one core: throughput, peak memory, cold start."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.texts import WORDS_A_REPORT, evaluation_reports, words

ROUNDS = 3
READ_ALL = """
import json, resource, sys, time
from sayso.reading import read
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
read("The army said on Monday that 12 soldiers were killed and 3,000 sq km (1,160 sq miles) lost.")
start = time.perf_counter()
for row in rows:
    read(row["text"], title=row["title"], published=row["published"])
took = time.perf_counter() - start
print(json.dumps({"seconds": took, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
ONE = "Monitors said at least 13 civilians were killed in Aleppo on Friday.\n"


def run(data: Path) -> dict[str, float] | str:
    """Reports of 400 words a second, peak MiB, seconds for one report from a cold start."""
    reports = evaluation_reports(data)
    if not reports:
        return "skipped: the data folder has no evaluation/reports.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in reports), encoding="utf-8")
        rounds = [_read_all(file) for _ in range(ROUNDS)]
        one = Path(folder) / "one.txt"
        one.write_text(ONE, encoding="utf-8")
        cold = [_cold(one) for _ in range(ROUNDS)]
    seconds = statistics.median(row["seconds"] for row in rounds)
    return {
        "reports of 400 words a second": words(reports) / WORDS_A_REPORT / seconds,
        "words a second": words(reports) / seconds,
        "peak memory MiB": max(row["peak"] for row in rounds),
        "cold start of one report, seconds": statistics.median(cold),
    }


def _read_all(file: Path) -> dict[str, float]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", READ_ALL, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _cold(file: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "sayso", "read", str(file), "--published", "2016-10-24"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - start

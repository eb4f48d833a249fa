"""The texts that the speed sections run over: the evaluation reports of the data folder."""

import json
from pathlib import Path

WORDS_A_REPORT = 400  # the size of report that throughput is quoted for


def evaluation_reports(data: Path) -> list[dict[str, str | None]]:
    """The reports of `evaluation/reports.jsonl`: id, title, text, published; empty where absent."""
    file = data / "evaluation" / "reports.jsonl"
    if not file.exists():
        return []
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [{key: row.get(key) for key in ("id", "title", "text", "published")} for row in rows]


def words(reports: list[dict[str, str | None]]) -> int:
    """How many white-space separated words the reports have, titles included."""
    return sum(len(((row["title"] or "") + " " + (row["text"] or "")).split()) for row in reports)

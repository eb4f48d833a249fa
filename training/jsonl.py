"""JSON lines as the corpora hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def json_lines(path: Path) -> list[Json]:
    """The objects of a file, with or without a byte order mark; only a line feed ends a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").split("\n") if line.strip()]

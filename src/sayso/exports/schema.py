"""The JSON Schema of the export; the file beside this module is what `sayso schema` prints."""

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("export.schema.json")


def schema_text() -> str:
    """The schema as it stands in the file."""
    return FILE.read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """The schema as a JSON object (draft 2020-12)."""
    value: dict[str, Any] = json.loads(schema_text())
    return value

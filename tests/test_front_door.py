"""The names that a program may rely on, and that asking for one costs only what it needs."""

import pickle
import subprocess
import sys

import pytest

import sayso

NAMES = [
    "Claim", "FigureClaim", "Finding", "Ledger", "Position", "Reading", "Report", "SaysoError", "Span",
    "analyse", "explain", "read", "read_report",
]  # fmt: skip


def test_the_names() -> None:
    assert sayso.__all__ == NAMES
    assert dir(sayso) == sorted([*NAMES, "__version__"])
    assert all(getattr(sayso, name) is not None for name in NAMES)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = sayso.nonsense


def test_importing_it_imports_nothing_heavy() -> None:
    code = "import sys, sayso; assert not {'numpy', 'onnxruntime', 'sqlalchemy', 'rich'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_reading_survives_pickling() -> None:
    reading = sayso.read(
        "Monitors said on Monday that 13 people were killed in Aleppo.", published="2016-10-25"
    )
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - our own bytes
    assert reading.report.published_from == "given"

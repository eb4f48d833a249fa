"""The yardstick report of the data folder gives exactly its five findings."""

import os
from pathlib import Path

import pytest

from sayso.reading import read

SHARED = Path(os.environ.get("SAYSO_DATA", Path(__file__).parents[2].parent / "shared"))
REPORT = SHARED / "reports" / "independent-2016-03-13.txt"


@pytest.mark.skipif(not REPORT.exists(), reason="the data folder has no yardstick report")
def test_the_yardstick_report_gives_its_five_findings() -> None:
    found = {(f.check, f.verdict): f for f in read(REPORT, published="2016-03-13").findings}
    assert set(found) == {
        ("unit-pair", "holds"), ("comparator", "holds"), ("headline", "fails"), ("no-baseline", "note"),
        ("interested-party", "note"),
    }  # fmt: skip
    assert "1,158.3" in found["unit-pair", "holds"].arithmetic
    assert found["comparator", "holds"].arithmetic == "3,000 / 1,572 = 1.91"
    assert found["headline", "fails"].detail == "predicate, scope"

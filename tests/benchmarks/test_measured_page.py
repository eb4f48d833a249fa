"""The page of measured figures is the one that the recorded results give."""

from pathlib import Path

from benchmarks.page import page

PAGE = Path(__file__).parents[2] / "docs" / "measured.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m benchmarks.page > docs/measured.md"

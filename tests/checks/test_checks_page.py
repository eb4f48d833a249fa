"""The page of the checks is the one that the catalogue gives."""

from pathlib import Path

from sayso.checks.page import page

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m sayso.checks.page > docs/checks.md"

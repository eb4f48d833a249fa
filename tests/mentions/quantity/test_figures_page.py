"""The page of what is understood is the one that the corpora give."""

from pathlib import Path

from sayso.mentions.quantity.page import page

PAGE = Path(__file__).parents[3] / "docs" / "figures.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m sayso.mentions.quantity.page > docs/figures.md"

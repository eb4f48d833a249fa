"""The page of what is understood is the one that the corpus gives."""

from pathlib import Path

from sayso.mentions.period.page import page

PAGE = Path(__file__).parents[3] / "docs" / "periods.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m sayso.mentions.period.page > docs/periods.md"

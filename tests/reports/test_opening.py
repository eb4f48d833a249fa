"""Files of every form become reports with their provenance."""

from datetime import date
from pathlib import Path

import pytest

from sayso.errors import UnreadableInput
from sayso.reports.opening import open_path
from sayso.reports.provenance import Given, day

PAGE = """<!doctype html><html><head><title>Forty gunmen killed in Daquq | The Courier</title>
<meta property="og:title" content="Forty gunmen killed in Daquq">
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2016-10-24T08:00:00Z">
<link rel="canonical" href="https://example.org/daquq"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Forty gunmen killed in Daquq</h1>
<p>The army killed 40 gunmen in the town of Daquq on Friday, a general said in a statement to reporters.</p>
<p>Hospitals in the nearby city counted dozens of wounded, and their beds were full by the evening.</p>
</article><footer>© 2016 The Courier</footer></body></html>"""


def test_a_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "ten-dead.txt"
    file.write_bytes("\ufeffTen dead in Daquq\r\n\r\nRead more: Maps\r\n\r\nTen died.\r\n".encode())
    report = open_path(file, Given(day("2016-10-24"), "The Courier")).report
    assert (report.id, report.title) == ("ten-dead", "Ten dead in Daquq")
    assert report.text == "Read more: Maps\r\n\r\nTen died.\r\n"
    assert (report.published, report.published_from) == (date(2016, 10, 24), "given")
    assert [span.exact for span in report.furniture] == ["Read more: Maps"]
    assert len(report.capture or "") == 64


def test_a_page(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    report = open_path(file).report
    assert report.title == "Forty gunmen killed in Daquq"
    assert report.outlet == "The Courier"
    assert report.url == "https://example.org/daquq"
    assert (report.published, report.published_from) == (date(2016, 10, 24), "metadata")
    assert report.text.startswith("The army killed 40 gunmen")
    assert "Home" not in report.text


def test_what_is_given_goes_before_what_the_page_says(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    report = open_path(file, Given(day("2016-10-25"), title="Mine")).report
    assert (report.title, report.published_from) == ("Mine", "given")


def test_a_page_cut_off_in_the_middle_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    file = tmp_path / "cut.html"
    file.write_text(PAGE[: PAGE.index("Hospitals") + 30], encoding="utf-8")
    assert "40 gunmen" in open_path(file).report.text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html>" + "<div>" * 60_000 + "12 dead",
        "<html>" + "<" * 200_000,
        "<html>&#0;<p>",
    ],
    ids=["empty", "deep", "angles", "entity"],
)
def test_a_page_without_a_report_says_so(tmp_path: Path, markup: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(markup, encoding="utf-8")
    with pytest.raises(UnreadableInput, match="page"):
        open_path(file)


def test_a_page_without_a_day_has_none(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        PAGE.replace('<meta property="article:published_time" content="2016-10-24T08:00:00Z">', "")
    )
    assert open_path(file).report.published is None


def test_one_line_of_json(tmp_path: Path) -> None:
    file = tmp_path / "one.jsonl"
    file.write_text(
        '{"id": "a", "text": "Ten\\r\\ndied. ", "title": "T", "published": "2016-10-24", "outlet": "C"}'
    )
    report = open_path(file).report
    assert (report.id, report.text, report.title, report.outlet) == ("a", "Ten\r\ndied. ", "T", "C")


@pytest.mark.parametrize("words", ["March 2016", "2016-13-01", "24/10/2016", "", "2016"])
def test_a_day_is_never_guessed(words: str) -> None:
    with pytest.raises(UnreadableInput, match="is no day"):
        day(words)

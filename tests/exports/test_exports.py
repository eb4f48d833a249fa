"""What is exported: as the schema says, unchanged on the way back, harmless where it is opened."""

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from exports.sample import CLAIMS, FINDINGS, READING, REPORT, span
from sayso.checks.as_json import finding_from_json
from sayso.claims.from_json import claim_from_json
from sayso.exports import annotation
from sayso.exports.csv import COLUMNS, Table, cell, rows, rows_from_csv
from sayso.exports.formats import FORMATS, writer
from sayso.exports.html import Page
from sayso.exports.jsonl import JsonLines, line
from sayso.exports.schema import schema
from sayso.reading import Reading, Skipped


def written(name: str, *readings: Reading) -> str:
    sink = writer(name)
    return sink.begin() + "".join(map(sink.add, readings)) + sink.end()


def test_every_object_follows_the_schema() -> None:
    Draft202012Validator.check_schema(schema())
    validator = Draft202012Validator(schema())
    objects = [json.loads(text) for text in written("jsonl", READING).splitlines()]
    assert len(objects) == len(CLAIMS) + len(FINDINGS)
    for each in objects:
        validator.validate(each)


def test_the_schema_refuses_what_is_left_out() -> None:
    first = json.loads(JsonLines().add(READING).splitlines()[0])
    del first["source"]
    assert list(Draft202012Validator(schema()).iter_errors(first))


def test_claims_and_findings_come_back_from_json() -> None:
    objects = [json.loads(text) for text in written("jsonl", READING).splitlines()]
    assert tuple(claim_from_json(each) for each in objects if each["type"] != "finding") == CLAIMS
    assert tuple(finding_from_json(each) for each in objects if each["type"] == "finding") == FINDINGS


def test_decimals_have_no_float_noise() -> None:
    figure = replace(CLAIMS[1].figure, low=Decimal("2.4"), high=Decimal("0.1"))  # type: ignore[union-attr]
    claim = replace(CLAIMS[1], figure=figure)  # type: ignore[call-arg]
    assert '"low": 2.4, "high": 0.1,' in written("jsonl", replace(READING, claims=(claim,)))


def test_damaged_characters_are_still_a_line_of_utf8() -> None:
    text = line({"exact": "\ud800 é"})
    assert json.loads(text.encode("utf-8")) == {"exact": "\ud800 é"}


def test_a_table_comes_back_unchanged() -> None:
    table = written("csv", READING)
    assert next(csv.reader(io.StringIO(table, newline=""))) == list(COLUMNS)
    back = list(rows_from_csv(table))
    assert [row["source"] for row in back][4] == "=Hospitals="
    assert back[4]["evidence"] == "=Hospitals= counted dozens of wounded."
    assert (back[1]["low"], back[1]["longitude"], back[1]["party_to_conflict"]) == (
        "3000",
        "44.44806",
        "true",
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'x", "''=1", "x\r\ny", 'a"b,c', ""]
)
def test_no_cell_is_a_formula_and_each_comes_back(text: str) -> None:
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    table = Table().begin() + Table().add(replace(READING, report=replace(REPORT, outlet=text or None)))
    assert next(rows_from_csv(table))["outlet"] == text


def test_the_table_names_findings() -> None:
    assert next(rows(READING))["findings"] == "headline fails"


class Elements(HTMLParser):
    """Collects start tags and ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_asks_nothing_of_any_network() -> None:
    found = Elements(written("html", READING)).tags
    assert not [tag for tag, a in found if tag in {"link", "img", "iframe"} or "src" in a]
    assert [a["href"] for _, a in found if "href" in a and not str(a["href"]).startswith("#")] == [REPORT.url]
    policy = next(a["content"] for tag, a in found if a.get("http-equiv") == "Content-Security-Policy")
    assert str(policy).startswith("default-src 'none'")


def test_every_link_of_the_page_leads_somewhere_once() -> None:
    found = Elements(written("html", READING, READING)).tags
    ids = [a["id"] for _, a in found if "id" in a]
    assert len(ids) == len(set(ids))
    inner = {str(a["href"])[1:] for _, a in found if str(a.get("href", "")).startswith("#")}
    assert inner <= set(ids)


def test_nothing_of_a_report_becomes_markup() -> None:
    evil = '</script><script>alert(1)</script><img src=x onerror="alert(1)">'
    report = replace(
        REPORT, title=evil, text=evil + REPORT.text, outlet=evil, url="javascript:alert(1)", furniture=()
    )
    claims = tuple(replace(claim, how={"figure": evil}) for claim in CLAIMS[:1])
    findings = (replace(FINDINGS[0], says=evil, arithmetic=evil, figures=()),)
    page = written("html", Reading(report, claims, findings, skipped=(Skipped("x", evil),), notes=(evil,)))
    found = Elements(page).tags
    assert sum(tag == "script" for tag, _ in found) == 1
    assert not [tag for tag, _ in found if tag == "img"]
    assert "javascript:" not in "".join(str(a.get("href")) for _, a in found)


def test_the_page_marks_figures_in_place_and_dims_furniture() -> None:
    page = Page().add(READING)
    assert '<span class="furniture">Read more: The war in maps</span>' in page
    assert page.count('class="figure s') == sum(claim.id.startswith("c") for claim in CLAIMS)


def test_sources_keep_their_colour_over_reports() -> None:
    page = Page()
    first, second = page.add(READING), page.add(replace(READING, claims=CLAIMS[1:2]))
    assert 'class="source s1" data-source="Ali Hassan"' in first
    assert 'class="source s1" data-source="Ali Hassan"' in second


def test_annotations_find_their_words_again() -> None:
    page: dict[str, Any] = json.loads(written("annotation", READING))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    second = page["items"][1]["target"]
    assert second["source"] == REPORT.url
    quote, position = second["selector"]
    assert REPORT.text[position["start"] : position["end"]] == quote["exact"] == "3,000 sq km"
    assert REPORT.text[: position["start"]].endswith(quote["prefix"])
    assert REPORT.text[position["end"] :].startswith(quote["suffix"])


def test_an_annotation_without_address_has_a_name() -> None:
    page = annotation.page(replace(READING, report=replace(REPORT, url=None, id="a b/ü")))
    assert page["items"][1]["target"]["source"] == "urn:sayso:report:a%20b%2F%C3%BC"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_an_empty_reading(name: str) -> None:
    assert isinstance(written(name, Reading(replace(REPORT, title=None, text=""))), str)


def test_the_sample_points_where_it_says() -> None:
    assert span("3,000 sq km").exact == "3,000 sq km"

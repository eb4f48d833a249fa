"""Claims of deaths as ACLED-like rows: its export's columns, verbatim, one claim a row.

ACLED gives one conservative figure, so `fatalities` is the claim's lower end. Event types are a
coder's decision and stay empty. time_precision 1 day, 2 week, 3 month; geo_precision 1 place,
2 region, 3 country, as in its codebook.
"""

from datetime import date

from sayso.claims.claim import FigureClaim
from sayso.exports.table import head, lines
from sayso.exports.told import Told, country_name, day, figures, one_line, text

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
WHERE = {"place": "1", "region": "2", "country": "3"}
CIVILIANS = {"civilians", "children", "women", "women_and_children"}


class Table:
    """Writes readings as ACLED-like CSV."""

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
    """One claim as a row; the event's day is the first of its period."""
    place, period = claim.place, claim.period
    start, end = (period.start, period.end) if period else (None, None)
    group = claim.counted.group if claim.counted else None
    cells = {
        "event_id_cnty": claim.id, "event_date": day(start), "year": text(start.year if start else None),
        "time_precision": _time(start, end), "actor1": claim.by.name if claim.by else "",
        "actor2": claim.affected.name if claim.affected else "",
        "civilian_targeting": "Civilian targeting" if group in CIVILIANS and claim.by else "",
        "source": "; ".join(filter(None, (told.report.outlet, claim.source.name if claim.source else None))),
        "notes": one_line(claim.evidence.exact), "fatalities": text(claim.figure.low),
    }  # fmt: skip
    if place is None:
        return cells
    return cells | {
        "country": country_name(place.country), "admin1": text(place.admin1), "location": place.name,
        "latitude": text(place.latitude), "longitude": text(place.longitude),
        "geo_precision": WHERE.get(place.precision or "", ""),
    }  # fmt: skip


def _time(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return ""
    length = (end - start).days + 1
    return "1" if length == 1 else "2" if length <= 7 else "3"

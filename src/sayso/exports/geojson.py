"""Figure claims as GeoJSON (RFC 7946): one feature a claim, a point where the place is known."""

import json

from sayso.claims.as_json import Json, claim_as_json
from sayso.claims.claim import FigureClaim
from sayso.exports.told import Told


class Features:
    """Writes readings as one FeatureCollection."""

    def __init__(self) -> None:
        self.first = True

    def begin(self) -> str:
        """The collection's opening."""
        return '{"type": "FeatureCollection", "features": ['

    def add(self, told: Told) -> str:
        """The features of one reading."""
        written = []
        for claim in told.claims:
            if isinstance(claim, FigureClaim):
                written.append(
                    ("\n" if self.first else ",\n") + json.dumps(feature(claim, told), allow_nan=False)
                )
                self.first = False
        return "".join(written)

    def end(self) -> str:
        """The collection's close."""
        return "\n]}\n"


def feature(claim: FigureClaim, told: Told) -> Json:
    """A claim as a feature; the geometry is null where the place has no coordinates (RFC 7946, 3.2)."""
    value = claim_as_json(claim, told.report)
    place, period = value["place"] or {}, value["period"] or {}
    point = place.get("latitude") is not None and place.get("longitude") is not None
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}
        if point
        else None,
        "properties": {
            "measure": claim.measure,
            "figure": claim.figure.span.exact,
            "low": value["figure"]["low"],
            "high": value["figure"]["high"],
            "bound": value["figure"]["bound"],
            "unit": claim.figure.unit,
            "group": (value["counted"] or {}).get("group"),
            "source": (value["source"] or {}).get("name"),
            "modality": claim.modality,
            "place": place.get("name"),
            "country": place.get("country"),
            "precision": place.get("precision"),
            "start": period.get("start"),
            "end": period.get("end"),
            "evidence": claim.evidence.exact,
            "report": told.report.id,
            "title": told.report.title,
            "outlet": told.report.outlet,
            "published": value["report"]["published"],
            "url": told.report.url,
        },
    }

"""What a place name means: an entry of the gazetteer."""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["place", "region", "country"]


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry; every field but the name is None where the gazetteer does not know.

    `country` is ISO 3166-1 alpha-3, coordinates are WGS 84 degrees, `demonym` marks weak evidence
    ("Syrian troops"), `alternatives` the other readings that the context left possible.
    """

    name: str
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None
    demonym: bool = False
    alternatives: tuple[str, ...] = ()

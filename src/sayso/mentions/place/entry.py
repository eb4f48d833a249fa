"""Entries of the gazetteer, as the program sees them."""

from dataclasses import dataclass

from sayso.mentions.place.values import Precision

KINDS = ("city", "admin1", "admin2", "country", "region", "continent", "water", "site")
LOG_SCALE = 25  # the size of a place is stored as 25 · log10(inhabitants + 1), in a byte


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading of a name. `size` is log10 of the inhabitants (or of a comparable weight); `alternate`
    says that the name looked up is not the entry's own; `number` is its place in the gazetteer."""

    number: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    geonameid: int | None
    size: float
    alternate: bool = False

    @property
    def precision(self) -> Precision:
        """How closely the entry locates: a place, a region, or a country."""
        if self.kind == "country":
            return "country"
        return "place" if self.kind in ("city", "site") else "region"

    def __str__(self) -> str:
        parts = [self.name, self.admin1 if self.admin1 != self.name else None, self.country]
        return ", ".join(part for part in parts if part)

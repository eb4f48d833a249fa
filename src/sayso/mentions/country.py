"""Countries: the table that places and actors both stand on (`countries.txt`)."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.errors import DataFileError


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with ISO 3166-1 codes, a point near its middle, and what it is called."""

    alpha2: str
    alpha3: str
    name: str
    latitude: float
    longitude: float
    demonyms: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def adjective(self) -> str | None:
        """The adjective of nationality ("Syrian"), None where the table has none."""
        return self.demonyms[0] if self.demonyms else None


@cache
def countries() -> dict[str, Country]:
    """Every country by its three-letter code, in the order of the file.

    Raises DataFileError where a line does not follow the grammar at the file's head.
    """
    text = files("sayso.mentions").joinpath("countries.txt").read_text("utf-8")
    rows = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    return {country.alpha3: country for country in (_country(n, line) for n, line in rows)}


def _country(number: int, line: str) -> Country:
    try:
        codes, name, point, demonyms, aliases = line.split(" | ")
        alpha2, alpha3 = codes.split()
        latitude, longitude = map(float, point.split())
    except ValueError as error:
        raise DataFileError("countries.txt", number, f"expected five fields: {error}") from None
    return Country(alpha2, alpha3, name, latitude, longitude, _several(demonyms), _several(aliases))


def _several(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split("; "))

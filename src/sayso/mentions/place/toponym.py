"""Stretches of text that may name a place: spans, the rule that saw them, and the keys to look up."""

from dataclasses import dataclass

from sayso.mentions.place.entry import Entry
from sayso.reports.span import Part


@dataclass(frozen=True, slots=True)
class Toponym:
    """A span that names a place, with its possible readings (none where the gazetteer has none).

    `generic` is the kind that a word beside it asserts ("Aleppo province" → admin1), else None; `sounded`
    that the readings only sound like the name.
    """

    part: Part
    start: int
    end: int
    exact: str
    key: str
    rule: str
    readings: tuple[Entry, ...]
    generic: str | None = None
    sounded: bool = False

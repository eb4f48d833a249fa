"""One record of a publisher: how many of whom, where and when, and on whose word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a reference file in the ledger's words.

    `line` is where it stands in the publisher's file. `low`, `best`, `high` are the publisher's own
    (best is None where it gives none); `start` and `end` inclusive days; `cumulative` marks a running
    total since `start`. `originals` are the sources that the publisher names: where one is the origin
    of a claim, the record confirms nothing. `more` keeps the columns that have no word here.
    """

    line: int
    id: str
    measure: str
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    group: str | None = None
    start: date | None = None
    end: date | None = None
    cumulative: bool = False
    place: str | None = None
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    actors: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)

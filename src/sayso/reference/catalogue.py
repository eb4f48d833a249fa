"""The kinds of reference file, each with its reader and what it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.reference import acled, airwars, iraq_body_count, loss_claims, ucdp
from sayso.reference.record import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of reference file: its name on the command line, what it holds, how it is read."""

    name: str
    title: str
    records: Callable[[Path], Iterator[Record]]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("ucdp-ged", "UCDP Georeferenced Event Dataset (CSV)", ucdp.records),
        Kind("acled", "ACLED events (CSV export)", acled.records),
        Kind("airwars", "Airwars incidents (JSON of its site's interface)", airwars.records),
        Kind("iraq-body-count", "Iraq Body Count incidents (CSV)", iraq_body_count.records),
        Kind("losses", "official loss series and visually confirmed losses (JSON)", loss_claims.records),
    )
}

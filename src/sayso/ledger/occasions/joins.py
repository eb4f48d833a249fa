"""Occasions that turned out to be one: which is part of which, now or as known earlier."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from sayso.ledger.schema import occasion_join

AT_ONCE = 500  # keys asked for in one query


def wholes(connection: Connection, occasions: Iterable[int], until: str | None = None) -> dict[int, int]:
    """Each occasion's whole: the one that it is part of in the end, itself where it stands alone."""
    whole = {key: key for key in occasions}
    asked = set(whole)
    while asked:
        steps = _joined(connection, asked, occasion_join.c.occasion, until)
        whole = {key: steps.get(top, top) for key, top in whole.items()}
        asked = set(steps.values())
    return whole


def parts(connection: Connection, whole: int, until: str | None = None) -> list[int]:
    """Every occasion that is part of a whole, itself first."""
    found, asked = [whole], {whole}
    while asked:
        asked = set(_joined(connection, asked, occasion_join.c.whole, until)) - set(found)
        found += sorted(asked)
    return found


def _joined(connection: Connection, keys: Iterable[int], column: object, until: str | None) -> dict[int, int]:
    steps: dict[int, int] = {}
    wanted = sorted(keys)
    for at in range(0, len(wanted), AT_ONCE):
        query = select(occasion_join.c.occasion, occasion_join.c.whole)
        query = query.where(column.in_(wanted[at : at + AT_ONCE]))  # type: ignore[attr-defined]
        if until is not None:
            query = query.where(occasion_join.c.added_at <= until)
        steps |= {row.occasion: row.whole for row in connection.execute(query)}
    return steps

"""Keys that a writer gives out itself, and rows that may stand already."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite


def next_keys(connection: Connection, table: Table) -> "count[int]":
    """The keys that follow the highest of a table; writers take turns, so they are free."""
    return count(connection.execute(select(func.coalesce(func.max(table.c.key), 0) + 1)).scalar_one())


def insert_missing(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert those of the rows whose primary key is not there yet."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    if rows:
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)

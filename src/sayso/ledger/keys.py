"""Keys that a writer gives out itself, and rows that may stand already."""

import sqlite3
from collections.abc import Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from sayso.ledger.schema import Figure

MANY = 50  # rows from which the drivers' own ways are faster: COPY in PostgreSQL, executemany in SQLite


def next_keys(connection: Connection, table: Table) -> "count[int]":
    """The keys that follow the highest of a table; writers take turns, so they are free."""
    return count(connection.execute(select(func.coalesce(func.max(table.c.key), 0) + 1)).scalar_one())


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns; many at once go straight to the driver."""
    if len(rows) >= MANY:
        (_copy if connection.dialect.name == "postgresql" else _execute_many)(connection, table, rows)
    elif rows:
        connection.execute(insert(table), rows)


def _execute_many(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """SQLite has no decimals: figures go in as text, and the column's affinity makes numbers of them."""
    columns = list(rows[0])
    marks = ", ".join(f":{column}" for column in columns)
    statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 -- our names
    figures = [column for column in columns if isinstance(table.c[column].type, Figure)]
    if figures:
        rows = [row | {name: str(row[name]) for name in figures if row[name] is not None} for row in rows]
    driver: Any = connection.connection.driver_connection
    try:
        driver.executemany(statement, rows)
    except sqlite3.Error as problem:  # not SQLAlchemy's own call, so not yet SQLAlchemy's error
        raise DBAPIError(statement, None, problem) from problem


def _copy(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    columns = list(rows[0])
    statement = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
    driver: Any = connection.connection.driver_connection
    dialect: Any = connection.dialect
    try:
        with driver.cursor().copy(statement) as copy:
            for row in rows:
                copy.write_row([row[column] for column in columns])
    except dialect.dbapi.Error as problem:  # not SQLAlchemy's own call, so not yet SQLAlchemy's error
        raise DBAPIError(statement, None, problem) from problem


def insert_missing(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert those of the rows whose primary key is not there yet."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    if rows:
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)

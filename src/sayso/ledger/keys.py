"""Keys that a writer gives out itself, and rows that may stand already."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import count
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from sayso.ledger.rows import as_text

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


def _execute_many(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], verb: str = "INSERT"
) -> None:
    columns = list(rows[0])
    marks = ", ".join("?" * len(columns))
    statement = f"{verb} INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"
    driver: Any = connection.connection.driver_connection
    try:
        driver.executemany(statement, _lines(columns, rows))
    except sqlite3.Error as problem:  # not SQLAlchemy's own call, so not yet SQLAlchemy's error
        raise DBAPIError(statement, None, problem) from problem


def _copy(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    columns = list(rows[0])
    statement = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
    driver: Any = connection.connection.driver_connection
    dialect: Any = connection.dialect
    try:
        with driver.cursor().copy(statement) as copy:
            for line in _lines(columns, rows):
                copy.write_row(line)
    except dialect.dbapi.Error as problem:  # not SQLAlchemy's own call, so not yet SQLAlchemy's error
        raise DBAPIError(statement, None, problem) from problem


def _lines(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> "map[tuple[Any, ...]]":
    """Every row as the values of some columns (two at least), in their order."""
    return map(itemgetter(*columns), rows)


def insert_missing(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert those of the rows whose primary key is not there yet; columns hold text or whole numbers."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        _execute_many(connection, table, rows, "INSERT OR IGNORE")
        return
    columns = ", ".join(rows[0])
    kinds = ", ".join(f"{column} {table.c[column].type.compile(connection.dialect)}" for column in rows[0])
    several = f"json_to_recordset(CAST(:rows AS JSON)) AS t ({kinds})"
    statement = f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {several} ON CONFLICT DO NOTHING"  # noqa: S608 -- our names
    connection.execute(text(statement), {"rows": as_text(rows)})

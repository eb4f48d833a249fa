"""Opening the database behind a ledger, and saying in words what goes wrong with it.

SQLite files are kept in write-ahead mode: a process that is killed in the middle of a report leaves
the finished ones and nothing of the half one (https://www.sqlite.org/wal.html). Writers take the
write lock at the start and wait for each other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import register_adapter
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from sayso.errors import LedgerError

WRITERS = 0x5A9_50  # the advisory lock under which writers take turns in PostgreSQL
WAIT_SECONDS = 60  # how long one writer waits for another
DAMAGED = "is damaged: restore a copy, or rescue what is left with `sqlite3 FILE .recover`"
FULL = "cannot grow, the disk is full: nothing finished is lost; make room and read on"
GONE = "has lost its server: nothing finished is lost; start the server and read on"
WORDS = (
    ("file is not a database", "is not a SQLite database: give another file name"),
    ("malformed", DAMAGED),
    ("disk is full", FULL),
    ("No space left", FULL),
    ("could not extend file", FULL),
    ("disk I/O error", "cannot be read or written: is the disk full or failing? Nothing finished is lost"),
    ("readonly", "cannot be written: check the file's permissions"),
    ("unable to open", "cannot be opened: check that its folder exists and may be written"),
    ("is locked", f"is in use: another writer held it for more than {WAIT_SECONDS} s"),
    ("invalid page", "is damaged: restore the database from a copy"),
    ("terminating connection", GONE),
    ("closed the connection", GONE),
    ("Is the server running", "has no server: start it, or check the address"),
)


CHECKPOINT_PAGES = 16_384  # pages of 4 KiB in the log before SQLite moves them: fewer, longer writes


register_adapter(Decimal, str)  # SQLite has no decimals: the column's affinity makes numbers of the text


def engine_for(place: str | Path) -> Engine:
    """The engine of a file path, ``sqlite:///…`` or ``postgresql://…`` address."""
    address = str(place)
    if address.startswith(("postgresql://", "postgres://")):
        address = "postgresql+psycopg://" + address.split("://", 1)[1]
    if "://" not in address:
        address = f"sqlite:///{address}"
    if not address.startswith(("sqlite:", "postgresql+")):
        raise LedgerError(
            f"a ledger lives in a SQLite file or a postgresql:// database, not at {shown(place)}"
        )
    try:
        engine = create_engine(make_url(address), pool_pre_ping=not address.startswith("sqlite:"))
    except (ArgumentError, NoSuchModuleError) as problem:
        raise LedgerError(f"not a ledger address: {shown(place)} ({problem})") from problem
    except ModuleNotFoundError as problem:
        raise LedgerError("a PostgreSQL ledger needs psycopg: pip install 'sayso[postgresql]'") from problem
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: SqliteConnection, _record: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy's transactions, not the driver's
    for pragma in (f"busy_timeout = {WAIT_SECONDS * 1000}", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("sayso_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def shown(place: str | Path) -> str:
    """The ledger's place for messages: an address without its password."""
    if "://" not in str(place):
        return str(place)
    try:
        return make_url(str(place)).render_as_string(hide_password=True)
    except ArgumentError:
        return str(place).split("@")[-1]


@contextmanager
def in_words(place: str | Path) -> Iterator[None]:
    """Turn the database's errors into LedgerErrors that say what to do."""
    try:
        yield
    except DBAPIError as problem:
        told = str(problem.orig)
        advice = next((words for mark, words in WORDS if mark in told), None)
        raise LedgerError(f"the ledger {shown(place)} {advice or f'cannot be used: {told}'}") from problem
    except SQLAlchemyError as problem:
        raise LedgerError(f"the ledger {shown(place)} cannot be used: {problem}") from problem


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes; all of it is kept or nothing, and writers take turns."""
    with engine.connect().execution_options(sayso_writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS})
        by_key(connection)
        yield connection


def by_key(connection: Connection) -> None:
    """Have this transaction look rows up by their indexes, whatever PostgreSQL knows of the tables so far.

    While a ledger is filled, its statistics lag behind, and whole tables would be read for a few rows.
    """
    if connection.dialect.name == "postgresql":
        for way in ("seqscan", "hashjoin", "mergejoin"):
            connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")

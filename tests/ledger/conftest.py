"""Ledgers to test on: SQLite always, PostgreSQL where SAYSO_TEST_POSTGRES gives a server's address."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from sayso.ledger import Ledger


class Clock:
    """A clock that stands still until it is told to move."""

    def __init__(self):
        self.now = datetime(2016, 3, 13, 12, tzinfo=UTC)

    def __call__(self):
        return self.now

    def forward(self, **by):
        self.now += timedelta(**by)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    if request.param == "sqlite":
        return str(tmp_path / "test.ledger")
    server = os.environ.get("SAYSO_TEST_POSTGRES")
    if not server:
        pytest.skip(
            "no PostgreSQL server: set SAYSO_TEST_POSTGRES to an address such as postgresql:///sayso_test"
        )
    empty(server)
    return server


def empty(server):
    """Drop everything that an earlier test left in the test database."""
    from sayso.ledger.connect import engine_for

    engine = engine_for(server)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


@pytest.fixture
def ledger(place, clock):
    with Ledger.open(place, clock=clock) as opened:
        yield opened

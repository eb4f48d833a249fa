"""The ledger's tables as the program sees them; the SQL of `migrations` is what makes them."""

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Column, Float, Integer, MetaData, Numeric, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

CLAIMS_PER_READING = 1_000_000  # a claim's key is reading × this + its position


class Figure(TypeDecorator[Decimal]):
    """A figure for sorting and looking at: exact in PostgreSQL, SQLite's best number there."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Decimals go to PostgreSQL as they are, to SQLite as text (`ledger.connect` adapts them)."""
        return dialect.type_descriptor(Numeric() if dialect.name == "postgresql" else Text())

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """The figure as a decimal."""
        return None if value is None else Decimal(str(value))


metadata = MetaData()

report = Table(
    "report",
    metadata,
    Column("key", Integer, primary_key=True),
    *[Column(name, Text) for name in ("id", "content_hash", "title", "text", "outlet", "url", "published")],
    *[Column(name, Text) for name in ("published_from", "capture", "furniture", "added_at")],
    Column("version", Integer),
)

reading = Table(
    "reading",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("report", BigInteger),
    Column("claims_hash", Text),
    Column("added_at", Text),
)

claim = Table(
    "claim",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("reading", BigInteger),
    *[Column(name, Text) for name in ("id", "type", "measure", "group_counted", "bound", "unit")],
    *[Column(name, Figure) for name in ("low", "high")],
    *[Column(name, Text) for name in ("accumulation", "mode", "modality", "source", "affected")],
    *[Column(name, Text) for name in ("responsible", "place", "country", "admin1")],
    Column("geonameid", BigInteger),
    *[Column(name, Float) for name in ("latitude", "longitude")],
    *[Column(name, Text) for name in ("period_start", "period_end", "figure", "part")],
    *[Column(name, Integer) for name in ("figure_start", "figure_end")],
    *[Column(name, Text) for name in ("evidence", "value")],
)

finding = Table(
    "finding",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("reading", BigInteger),
    *[Column(name, Text) for name in ("check_code", "verdict", "says", "arithmetic", "detail", "value")],
)

occasion = Table("occasion", metadata, Column("key", Integer, primary_key=True), Column("created_at", Text))

occasion_side = Table(
    "occasion_side",
    metadata,
    Column("key", Integer, primary_key=True),
    *[Column(name, BigInteger) for name in ("occasion", "reading", "geonameid")],
    *[Column(name, Text) for name in ("country", "admin1", "place", "precise", "first_day", "last_day")],
    *[Column(name, Float) for name in ("latitude", "longitude", "score")],
    Column("dated", Integer),
    *[Column(name, Text) for name in ("lands", "words", "counts", "rule", "added_at")],
)

occasion_block = Table(
    "occasion_block",
    metadata,
    Column("block", Text, primary_key=True),
    Column("occasion", BigInteger, primary_key=True),
)

occasion_join = Table(
    "occasion_join",
    metadata,
    Column("occasion", BigInteger, primary_key=True, autoincrement=False),
    Column("whole", BigInteger),
    Column("score", Float),
    Column("added_at", Text),
)

occasion_claim = Table(
    "occasion_claim",
    metadata,
    Column("claim", BigInteger, primary_key=True, autoincrement=False),
    *[Column(name, BigInteger) for name in ("occasion", "side")],
)

review = Table(
    "review",
    metadata,
    Column("key", Integer, primary_key=True),
    *[
        Column(name, Text)
        for name in ("at", "author", "decision", "subject", "report", "slot", "value", "reason")
    ],
)

reference_file = Table(
    "reference_file",
    metadata,
    Column("key", Integer, primary_key=True),
    *[Column(name, Text) for name in ("kind", "name", "hash", "added_at")],
    *[Column(name, Integer) for name in ("version", "records")],
)

reference_record = Table(
    "reference_record",
    metadata,
    *[Column(name, Text) for name in ("id", "measure", "group_counted", "start_day", "end_day", "place")],
    *[Column(name, Text) for name in ("admin1", "country", "actors", "originals", "more")],
    *[Column(name, Figure) for name in ("low", "best", "high")],
    *[Column(name, Float) for name in ("latitude", "longitude")],
    *[Column(name, Integer) for name in ("line", "cumulative")],
    Column("file", BigInteger),
)

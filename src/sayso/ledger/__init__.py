"""The ledger across reports: an append-only store of who claimed what, and what it adds up to."""

from sayso.ledger.ledger import Ledger
from sayso.ledger.query import StoredReading

__all__ = ["Ledger", "StoredReading"]

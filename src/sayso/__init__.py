"""Sayso: who claimed what, tied to the exact characters, and whether it adds up.

>>> reading = sayso.read("Monitors said 13 people were killed on Friday.", published="2016-10-24")
>>> reading.claims, reading.findings
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:  # for type checkers and editors; at run time see __getattr__
    from sayso.checks.finding import Finding as Finding
    from sayso.claims.claim import Claim as Claim
    from sayso.claims.claim import FigureClaim as FigureClaim
    from sayso.claims.claim import Position as Position
    from sayso.errors import SaysoError as SaysoError
    from sayso.exports.derivation import explain as explain
    from sayso.language import analyse as analyse
    from sayso.ledger import Ledger as Ledger
    from sayso.reading import Reading as Reading
    from sayso.reading import read as read
    from sayso.reading import read_report as read_report
    from sayso.reports.report import Report as Report
    from sayso.reports.span import Span as Span

# name → module; imported when first asked for, so that `import sayso` costs nothing
_HOMES = {
    "read": "sayso.reading",
    "read_report": "sayso.reading",
    "Reading": "sayso.reading",
    "Report": "sayso.reports.report",
    "Span": "sayso.reports.span",
    "Claim": "sayso.claims.claim",
    "FigureClaim": "sayso.claims.claim",
    "Position": "sayso.claims.claim",
    "Finding": "sayso.checks.finding",
    "analyse": "sayso.language",
    "explain": "sayso.exports.derivation",
    "Ledger": "sayso.ledger",
    "SaysoError": "sayso.errors",
}

__all__ = [
    "Claim",
    "FigureClaim",
    "Finding",
    "Ledger",
    "Position",
    "Reading",
    "Report",
    "SaysoError",
    "Span",
    "analyse",
    "explain",
    "read",
    "read_report",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]

"""Who says what: the attributions of a report, and which of them covers a figure."""

from sayso.claims.attribution.covering import covering
from sayso.claims.attribution.finding import attributions
from sayso.claims.attribution.values import Attributed

__all__ = ["Attributed", "attributions", "covering"]

"""A short report read for its one figure."""

from datetime import date

from sayso import read
from sayso.claims.claim import FigureClaim

DAY = date(2017, 4, 17)  # a Monday


def figure_claims(text: str, published: date | None = DAY) -> list[FigureClaim]:
    """The figure claims of a text."""
    return [claim for claim in read(text, published=published).claims if isinstance(claim, FigureClaim)]


def only_claim(text: str, published: date | None = DAY) -> FigureClaim:
    """The one figure claim of a text."""
    (claim,) = figure_claims(text, published)
    return claim

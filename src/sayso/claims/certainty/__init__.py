"""How sure a claim is of itself: basis, accumulation and modality."""

from sayso.claims.certainty.deciding import Certainty, certainty_of

__all__ = ["Certainty", "certainty_of"]

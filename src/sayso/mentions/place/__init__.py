"""Places: where a report's names lie, with country, division, coordinates and precision."""

from sayso.mentions.place.finding import find_demonyms, find_places

__all__ = ["find_demonyms", "find_places"]

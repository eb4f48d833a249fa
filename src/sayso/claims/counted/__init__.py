"""The noun phrase counted, and the group of people that it stands for."""

from sayso.claims.counted.rules import counted_of, group_of

__all__ = ["counted_of", "group_of"]

"""Quantities: figures with bound, unit and counted noun, by grammar alone."""

from sayso.mentions.quantity.engine import find_quantities

__all__ = ["find_quantities"]

"""Sayso: who claimed what, tied to the exact characters, and whether it adds up."""

__version__ = "0.1.0"

"""Numbers: digits, words, fractions and vague words, as intervals of exact decimals."""

from sayso.mentions.number.engine import find_numbers, folded, scan

__all__ = ["find_numbers", "folded", "scan"]

"""Periods: time expressions as TIMEX values and intervals of days, by grammar alone."""

from sayso.mentions.period.engine import find_periods

__all__ = ["find_periods"]

"""Units of measure in each other: conversion by pint, loaded on first use; money is never converted."""

from decimal import Decimal
from functools import cache, lru_cache

import pint

from sayso.mentions.quantity.lexicon import units

NAMES = {
    "km2": "kilometer**2", "mi2": "mile**2", "m2": "meter**2", "ft2": "foot**2", "yd2": "yard**2",
            "m3": "meter**3",
    "km3": "kilometer**3", "ft3": "foot**3", "cubic centimetre": "centimeter**3", "km": "kilometer",
            "m": "meter",
    "cm": "centimeter", "mm": "millimeter", "mi": "mile", "ft": "foot", "kg": "kilogram", "lb": "pound",
    "tonne": "metric_ton", "barrel": "oil_barrel", "barrel of oil": "oil_barrel",
            "nautical mile": "nautical_mile",
    "litre": "liter", "millilitre": "milliliter", "kiloton": "kilometric_ton", "megaton": "megametric_ton",
    "ounce": "ounce", "acre-foot": "acre_foot", "fluid ounce": "fluid_ounce", "micrometre": "micrometer",
    "light year": "light_year", "nanometre": "nanometer", "decimetre": "decimeter", "picometre": "picometer",
}  # fmt: skip
BASES = {"area": "km2", "length": "m", "mass": "kg", "volume": "litre"}
AMBIGUOUS = frozenset({"ton", "gallon", "pint", "quart", "cup"})  # British and American ones differ


@cache
def _registry() -> pint.UnitRegistry:  # type: ignore[type-arg]
    return pint.UnitRegistry(non_int_type=Decimal)


@lru_cache(maxsize=1024)
def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """`value` of one unit in another, as an exact decimal; None where they do not measure the same,
    where a unit is ambiguous between Britain and America ("ton"), and for counts, shares and money."""
    if unit == to:
        return value
    if any(not _measures(one) for one in (unit, to)):
        return None
    try:
        made = _registry().Quantity(value, NAMES.get(unit, unit)).to(NAMES.get(to, to))
    except (pint.PintError, AttributeError, ArithmeticError):
        return None
    return Decimal(made.magnitude)


def _measures(unit: str) -> bool:
    known = units().by_id.get(unit)
    return known is not None and known.dimension in BASES and unit not in AMBIGUOUS


def to_base(value: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """`value` in the base unit of its dimension: km2, m, kg or litre; None where there is none."""
    known = units().by_id.get(unit)
    base = BASES.get(known.dimension) if known else None
    made = convert(value, unit, base) if base else None
    return (made, base) if made is not None and base else None

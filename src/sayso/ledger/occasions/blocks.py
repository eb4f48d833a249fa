"""Blocks: the keys under which a side is filed and looked for, so that a new one meets few others.

A block is a land, a day and a family of measures ("SYR|2016-03-01|harm"), and holds every side of them.
Inside it, a side with a point of its own stands in a cell of the map and under its name, one without
(or with a whole region) among the wide ones. Who has a point looks in the cells around it, under its name and
among the wide; who has none looks at all of the block.
"""

from collections.abc import Iterator, Sequence
from math import cos, floor, radians

from sayso.ledger.occasions.side import Side, Where, shifted
from sayso.ledger.rows import storable

CELL = 1.0  # degrees of latitude and longitude
LOOK_KM = 25.0  # how far from its point a side looks for others: as far as nearness counts in a score
KM_A_DEGREE = 111.2  # of latitude
NARROWEST = 0.1  # cosine of the latitude beyond which cells are not followed round the pole
WIDE = "#wide"


def blocks(side: Side) -> list[str]:
    """The keys under which a side is filed: its days in each land, or the month a long toll starts in."""
    every = _in_lands(side, _days(side, 0))
    return [*every, *_inside(every, _homes(side.where))]


def neighbours(side: Side) -> list[str]:
    """The keys under which a side looks: of its own days, and a day or month more at either end."""
    every = _in_lands(side, _days(side, 1))
    if side.where.point is None:
        return every
    return _inside(every, [*_around(*side.where.point), _name(side.where), WIDE])


def _homes(where: Where) -> list[str]:
    if where.point is None:
        return [WIDE]
    north, east = where.point
    return [_cell(floor(north / CELL), floor(east / CELL)), _name(where)]


def _name(where: Where) -> str:
    return f"@{storable(where.name)}"


def _around(north: float, east: float) -> Iterator[str]:
    """The cells within `LOOK_KM` of a point, given in degrees."""
    up = LOOK_KM / KM_A_DEGREE
    along = up / max(cos(radians(north)), NARROWEST)
    for row in range(floor((north - up) / CELL), floor((north + up) / CELL) + 1):
        for column in range(floor((east - along) / CELL), floor((east + along) / CELL) + 1):
            yield _cell(row, column)


def _cell(row: int, column: int) -> str:
    """A cell, counted from 90° S and 180° W, round the world (migration 0006 counts the same way)."""
    return f"#{row + round(90 / CELL)},{(column + round(180 / CELL)) % round(360 / CELL)}"


def _inside(every: Sequence[str], homes: Sequence[str]) -> list[str]:
    return [f"{block}|{home}" for block in every for home in homes]


def _in_lands(side: Side, days: Sequence[str]) -> list[str]:
    return [f"{land}|{day}|{side.family}" for land in side.lands or ("?",) for day in days]


def _days(side: Side, more: int) -> list[str]:
    if side.first is None or side.last is None:
        return ["undated"]
    if side.running:
        months = {f"{shifted(side.first, n * more):%Y-%m}" for n in (-27, 0, 27)}
        return [f"since|{month}" for month in sorted(months)]
    length = (side.last - side.first).days
    return [str(shifted(side.first, n)) for n in range(-more, length + 1 + more)]

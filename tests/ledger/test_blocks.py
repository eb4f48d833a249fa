"""Blocks: where a side is filed and where it looks, and that an older ledger is filed anew."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.ledger.connect import writing
from sayso.ledger.migrations import migrate, steps
from sayso.ledger.occasions.blocks import blocks, neighbours
from sayso.ledger.occasions.side import Side, Where
from sayso.ledger.occasions.words import wording
from sayso.ledger.tallies import Question

from .told import HARBIN, claim, report

CELLS = steps().index("0006_cells")
DANA = Where("SYR", "Idlib", "Dana", 1, 36.21, 36.77, "place")


def side(where, day=date(2016, 3, 14), last=None):
    words = wording("mill | ")
    return Side(
        where,
        day,
        last or day,
        dated=True,
        words=words,
        counts=frozenset(),
        lands=("SYR",),
        claims=(),
        family="harm",
    )


def meet(one, other):
    """Whether a new side looks where another is filed."""
    return bool(set(neighbours(side(one))) & set(blocks(side(other))))


@pytest.mark.parametrize(
    ("other", "met"),
    [
        (DANA, True),
        (DANA._replace(name="Sarmada", geonameid=2, latitude=36.19, longitude=36.72), True),
        (DANA._replace(name="Raqqa", geonameid=3, latitude=35.95, longitude=39.01), False),
        (DANA._replace(geonameid=4, latitude=34.0, longitude=38.0), True),  # the same name, another point
        (Where("SYR", None, "Syria", 5, 35.0, 38.0, "country"), True),
        (Where("SYR", "Idlib", "Idlib", 6, 35.9, 36.6, "region"), True),
        (Where("SYR"), True),
        (Where("SYR", None, "al-Dana"), True),
    ],
)
def test_a_point_meets_points_near_it_namesakes_and_wide_places(other, met):
    far = DANA._replace(name="Palmyra", geonameid=9, latitude=34.56, longitude=38.27)
    assert meet(DANA, other) is meet(other, DANA) is met
    assert not meet(DANA, far)


def test_cells_go_round_the_world():
    west, east = DANA._replace(longitude=179.95), DANA._replace(name="East", longitude=-179.95)
    assert meet(west, east)
    assert meet(east, west)
    assert meet(DANA._replace(latitude=89.9), DANA._replace(name="Pole", latitude=89.95))


def test_days_beside_each_other_meet():
    assert set(neighbours(side(DANA))) & set(blocks(side(DANA, date(2016, 3, 15))))
    assert not set(neighbours(side(DANA))) & set(blocks(side(DANA, date(2016, 3, 16))))
    assert set(neighbours(side(DANA))) & set(blocks(side(DANA, date(2016, 3, 1), date(2016, 3, 13)))) == set()


def test_a_name_that_no_database_holds(ledger):
    told = report("a", "A shell killed 12 in Harim.")
    odd = claim(told, "12", place=HARBIN, day="2016-03-14")
    odd = replace(odd, place=replace(odd.place, name="Ha\0rim\x1f\udc80"))
    assert ledger.add(told, [odd])
    again = report("b", "A shell killed 12 in Harim.")
    assert ledger.add(again, [replace(odd, report_id="b", id="b-1")])
    assert [len(tally.reports) for tally in ledger.tallies()] == [2]


def test_what_an_older_ledger_holds_is_found(ledger):
    """Step 6 files the sides that are there as the program files new ones."""
    told = report("a", "A shell by the old mill killed 12 in Harim.")
    assert ledger.add(told, [claim(told, "12", place=HARBIN, day="2016-03-14")])
    vague = report("b", "Fire in the olive press killed 31.")
    assert ledger.add(vague, [claim(vague, "31", day="2016-03-14")])
    filed = _filed(ledger)
    with writing(ledger.engine) as connection:
        migrate(connection, to=CELLS)
    assert not any("#" in block or "@" in block for block, _ in _filed(ledger))
    with writing(ledger.engine) as connection:
        migrate(connection)
    assert _filed(ledger) == filed
    again = report("c", "A shell by the old mill killed 12 in Harim.")
    assert ledger.add(again, [claim(again, "12", place=HARBIN, day="2016-03-14")])
    assert [len(tally.reports) for tally in ledger.tallies(Question(reports=2))] == [2]


def _filed(ledger):
    with ledger.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT block, occasion FROM occasion_block ORDER BY 1, 2")
        return [tuple(row) for row in found]

"""Many reports in several processes: in order, none lost to another's crash."""

import os
from typing import Any

import pytest

from sayso.archive import Unread, read_input, read_many
from sayso.reading import Reading
from sayso.reports.opening import Input


class Deadly:
    """Bytes that end any process that takes them out of their envelope."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def report(number: int) -> Input:
    return Input(f"place {number}", f"r{number}", "text", data=f"{number} men were killed.".encode())


def names(outcomes: list[Reading | Unread]) -> list[str]:
    return [outcome.report.id if isinstance(outcome, Reading) else outcome.reason for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_the_order_of_the_inputs(jobs: int) -> None:
    inputs = [report(1), Unread("gone", "not there"), report(2)]
    assert names(list(read_many(inputs, jobs))) == ["r1", "not there", "r2"]


def test_a_report_that_kills_its_process_is_the_only_one_lost() -> None:
    deadly = Input("deadly", "deadly", "text", data=Deadly())  # type: ignore[arg-type]
    found = names(list(read_many([report(1), deadly, report(2)], 2)))
    assert found == ["r1", "reading it brought its process down", "r2"]


def test_a_fault_of_ours_is_told_and_not_raised() -> None:
    found = read_input(Input("odd", "odd", "text", data=7))  # type: ignore[arg-type]
    assert isinstance(found, Unread)
    assert "TypeError" in found.reason


def test_an_unwanted_rest_is_not_waited_for() -> None:
    outcomes = read_many((report(number) for number in range(10_000)), 2)
    assert isinstance(next(outcomes), Reading)
    outcomes.close()  # type: ignore[attr-defined]

"""Every engine gives the same results in the order of the items."""

from __future__ import annotations

import operator
import os

import pytest

from factcheck.engines import ENGINES, engine
from factcheck.engines.serial import SerialEngine


@pytest.mark.parametrize("name", ENGINES)
def test_results_come_in_the_order_of_the_items(name: str) -> None:
    assert list(engine(name, 2).map(abs, [-3, 2, -1])) == [3, 2, 1]


def test_one_job_needs_no_second_process() -> None:
    assert isinstance(engine("processes", 1), SerialEngine)


def test_worker_processes_stay_for_the_next_map() -> None:
    working = engine("processes", 2)
    first, second = (set(working.map(operator.call, [os.getpid] * 8)) for _ in range(2))
    assert os.getpid() not in first
    assert len(first | second) <= 2

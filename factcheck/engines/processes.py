"""Items in, results out in the items' order, worked on by several processes of this machine."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cached_property
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class ProcessEngine:
    """``jobs`` worker processes, started afresh so that no open file or thread is inherited.

    They stay for the next ``map``, since each has models to load, and end with the engine.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    @cached_property
    def _pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.jobs, mp_context=multiprocessing.get_context("spawn"))

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        return self._pool.map(function, items)

"""The name of a data file of this room comes in, its words or rows come out, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``data/NAME.txt``."""
    return frozenset(_lines(f"{name}.txt"))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The comma-separated rows of ``data/NAME.csv`` without the header, in the order of the file."""
    return tuple(tuple(line.split(",")) for line in _lines(f"{name}.csv")[1:])

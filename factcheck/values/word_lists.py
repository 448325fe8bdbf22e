"""The name of a file in ``data/`` comes in, its entries come out: words, pairs, or rows by column."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def text_of(name: str) -> str:
    """The whole file."""
    return (files("factcheck.values") / "data" / name).read_text(encoding="utf-8")


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The entries of a list, in order, one a line."""
    return tuple(line for line in text_of(name).splitlines() if line)


@cache
def words_of(name: str) -> frozenset[str]:
    """The entries of a list, to look a word up in."""
    return frozenset(lines_of(name))


@cache
def pairs_of(name: str) -> dict[str, str]:
    """The rows of a table of two columns, its header left out: first column to second."""
    return {first: second for first, _, second in (row.partition(",") for row in lines_of(name)[1:])}


@cache
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table with a header, in order, each by the names of its columns."""
    return tuple(csv.DictReader(text_of(name).splitlines()))

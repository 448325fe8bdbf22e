"""The name of a file in ``data/`` comes in, its entries come out: lines, words, or pairs."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The entries of a file, in order, one a line."""
    text = (files("factcheck.compare") / "data" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line)


@cache
def words_of(name: str) -> frozenset[str]:
    """The entries of a list, to look a word up in."""
    return frozenset(lines_of(name))


@cache
def rows_of(name: str) -> frozenset[tuple[str, str]]:
    """The rows of a table of two columns, its header left out."""
    return frozenset(
        (first, second) for first, _, second in (row.partition(",") for row in lines_of(name)[1:])
    )


@cache
def table_of(name: str) -> dict[str, str]:
    """The same as a mapping, where each first column stands once."""
    return dict(sorted(rows_of(name)))

"""An undated article takes its story's weeks, only where several outlets agree on them."""

from __future__ import annotations

import pytest
from builders import article

from factcheck.gather.dating import date_from_story
from factcheck.records import PublishedHow

TEXT = "The board of Ostermoor closed the north quay."

CASES = [
    ([("A", "2025-06-03"), ("B", "2025-06-10")], "2025-05-20/2025-06-24"),
    ([("A", "2025-06-03"), ("B", "2025-06-03")], "2025-05-20/2025-06-17"),
    ([("A", "2025-06-01"), ("B", "2025-07-02")], "2025-05-18/2025-07-16"),
    ([("A", "0001-01-02"), ("B", "0001-01-02")], "0001-01-01/0001-01-16"),
    ([("A", "2025-06-03")], ""),
    ([("A", "2025-06-03"), ("A", "2025-06-04")], ""),
    ([("A", "2025-06-01"), ("B", "2025-07-03")], ""),
    ([], ""),
]


@pytest.mark.parametrize(("dated", "expected"), CASES)
def test_an_undated_article(dated: list[tuple[str, str]], expected: str) -> None:
    known = [article(TEXT, uri=f"{i}.txt", outlet=o, day=d) for i, (o, d) in enumerate(dated)]
    found = date_from_story([*known, article(TEXT, uri="z.txt", outlet="Z", day=None)])
    assert found[:-1] == tuple(known)
    assert found[-1].published.iso() == expected
    assert found[-1].published.how is (PublishedHow.STORY if expected else PublishedHow.NONE)

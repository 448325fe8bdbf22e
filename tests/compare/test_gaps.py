"""Gaps: what was found for one alignment is found again for it only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import builders
import pytest

from factcheck.compare import gaps
from factcheck.records import Alignment, Judgement

ONE = "Trade with the northern islands has long been a strength of the harbour."
OTHER = "Trade with the northern islands has long been a weakness of the harbour."


def pair(one: str, other: str) -> Alignment:
    left, right = (builders.article(text, uri=f"{k}.txt") for k, text in enumerate((one, other)))
    return builders.alignment(builders.claim(left), builders.claim(right))


def levels(alignment: Alignment) -> list[str]:
    found: Iterator[Judgement] = (
        row for rungs in (("name",), ("figure",), ("sense",)) for row in gaps.judged(alignment, rungs)
    )
    return [row.level for row in found]


def test_alignments_asked_in_turn_keep_their_own_gaps() -> None:
    differing, alike = pair(ONE, OTHER), pair(ONE, ONE)
    for _ in range(3):
        assert levels(differing) == ["sense"]
        assert levels(alike) == []


def test_a_gap_is_looked_for_once_an_alignment(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Alignment] = []
    lone = gaps._lone
    monkeypatch.setattr(gaps, "_lone", lambda alignment: (asked.append(alignment), lone(alignment))[1])
    first = pair(ONE, OTHER)
    equal = replace(first)  # of another story, it may be
    assert levels(first) == levels(equal) == ["sense"]
    assert [row is first for row in asked] == [True, False]

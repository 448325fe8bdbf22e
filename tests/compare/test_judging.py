"""Two values that differ at once speak of two events; one that differs alone is a contradiction."""

from __future__ import annotations

import dataclasses

import builders
import pytest

from factcheck import split, values
from factcheck.align.pairing import pairs
from factcheck.compare import COMPARATORS
from factcheck.compare.judging import judgements
from factcheck.records import Alignment, Claim, Relation


def claim(text: str, outlet: str) -> Claim:
    article = builders.article(text, uri=f"s/{outlet}.txt", outlet=outlet)
    sentences = split.sentences(article)
    return values.with_facts(article, sentences, split.claims(article, sentences))[0]


def contradicted(left: str, right: str) -> bool:
    a, b = claim(left, "a"), claim(right, "b")
    days = (builders.published("2025-12-10"),) * 2
    aligned = Alignment(a, b, 0.9, ("w",), pairs=pairs(a, b))
    aligned = dataclasses.replace(aligned, left_published=days[0], right_published=days[1])
    return any(row.relation is Relation.CONTRADICTION for _, row in judgements(aligned, COMPARATORS))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The raid in March found 20 guns.", "The raid in May found 8 guns."),
        ("The first phase will cost $2 million.", "The second phase will cost $5 million."),
        ("The morning ferry carried 120 people.", "The evening ferry carried 90 people."),
        ("The earlier search found 12 bottles.", "A later search found 30 bottles."),
    ],
)
def test_two_events(left: str, right: str) -> None:
    assert not contradicted(left, right)
    assert not contradicted(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The raid in March found 20 guns.", "The raid in March found 8 guns."),
        ("The first phase will cost $2 million.", "The first phase will cost $5 million."),
        ("The morning ferry carried 120 people.", "The morning ferry carried 90 people."),
        ("The search found 12 bottles.", "The search found 30 bottles."),
    ],
)
def test_one_event(left: str, right: str) -> None:
    assert contradicted(left, right)
    assert contradicted(right, left)

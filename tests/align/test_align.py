from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import builders
import numpy as np
import pytest

from factcheck import align
from factcheck.protocols import Vectors
from factcheck.records import (
    Alignment,
    AnalysedArticle,
    AnyFact,
    BlockKind,
    Fact,
    Kind,
    Matter,
    TimeHow,
    TimeValue,
    TimexType,
)

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def encode(texts: Sequence[str]) -> Vectors:
    """Unit rows of letter counts: alike for alike texts, and no model."""
    counts = np.array(
        [[text.lower().count(letter) for letter in LETTERS] for text in texts], dtype=np.float32
    )
    lengths = np.sqrt((counts * counts).sum(axis=1, keepdims=True))
    return np.asarray(counts / lengths, dtype=np.float32)


def on(day: str) -> TimeValue:
    start = datetime.fromisoformat(day)
    return TimeValue(
        TimexType.DATE, day, "", start, start + timedelta(hours=23, minutes=59, seconds=59), TimeHow.ANCHORED
    )


def analysed(text: str, uri: str, day: str, marked: Sequence[tuple[str, str]] = ()) -> AnalysedArticle:
    article = builders.article(text, uri=uri, day=day)
    claims = []
    for i, block in enumerate(article.blocks):
        facts: list[AnyFact] = [
            Fact(Kind.TIME, builders.span(text, part), part, on(iso))
            for part, iso in marked
            if block.span.contains(builders.span(text, part))
        ]
        claims.append(builders.claim(article, facts=tuple(facts), block=i))
    return AnalysedArticle(article, tuple(claims))


def aligned(*articles: AnalysedArticle) -> tuple[Alignment, ...]:
    """Without the looser pairs of sentences on one topic."""
    found = align.alignments(articles, encode, min_cosine=0.45, min_score=0.5)
    return tuple(row for row in found if row.matter is not Matter.TOPIC)


PAIRED = [
    # one event, two days
    ("The dam failed on Sunday.", "Sunday", "The dam burst on Monday.", "Monday", True),
    # each outlet tells of a meeting of its own days
    ("The two leaders met on Sunday.", "Sunday", "The two leaders met on Monday.", "Monday", True),
    ("The leaders met on Sunday.", "Sunday", "The leaders had a meeting on Thursday.", "Thursday", False),
    ("The dam failed on Sunday.", "Sunday", "The dam was inspected on Monday.", "Monday", False),
]  # fmt: skip
DAYS = {"Sunday": "2025-06-08", "Monday": "2025-06-09", "Thursday": "2025-06-12"}


@pytest.mark.parametrize(("left", "one", "right", "other", "together"), PAIRED)
def test_times_of_one_event_are_paired(left: str, one: str, right: str, other: str, together: bool) -> None:
    a = analysed(left, "s/a.txt", "2025-06-09", [(one, DAYS[one])])
    published = "2025-06-13" if other == "Thursday" else "2025-06-09"
    b = analysed(right, "s/b.txt", published, [(other, DAYS[other])])
    assert any(alignment.pairs for alignment in aligned(a, b)) is together


def test_sorted_and_alike_in_any_order() -> None:
    a = analysed("The dam failed on Sunday.\nCrews left the town.", "s/a.txt", "2025-06-09")
    b = analysed("The dam failed.\nCrews left the town at noon.", "s/b.txt", "2025-06-09")
    assert aligned(a, b) == aligned(b, a) != ()
    assert [alignment.left.uri for alignment in aligned(a, b)] == ["s/a.txt"] * len(aligned(a, b))


def test_only_comparable_articles_meet() -> None:
    a = analysed("The dam failed on Sunday.", "s/a.txt", "2025-06-09")
    b = analysed("The dam failed on Sunday.", "s/b.txt", "2025-06-09")
    none = align.alignments((a, b), encode, min_cosine=0.45, min_score=0.5, comparable=lambda _a, _b: False)
    assert none == () and len(aligned(a, b)) == 1


@pytest.mark.parametrize(("kind", "met"), [(BlockKind.HEADLINE, True), (BlockKind.PARAGRAPH, False)])
def test_a_headline_meets_its_body(kind: BlockKind, met: bool) -> None:
    a = analysed(
        "Two towns flooded as dam failed\nTwo towns were flooded as the dam failed.", "s/a.txt", "2025-06-09"
    )
    top = replace(a.claims[0], block=kind)
    assert bool(aligned(replace(a, claims=(top, a.claims[1])))) is met

"""Topic alignments: a sentence is held against the nearest ones only, and a short article against all."""

from __future__ import annotations

import builders
import numpy as np
import pytest

from factcheck.align.profiles import Profile
from factcheck.align.topics import MAX_NEAREST, topic_alignments
from factcheck.records import Alignment, AnalysedArticle

MANY = 3 * MAX_NEAREST
LINES = [f"The harbour board met on the pier {'again ' * k}." for k in range(MANY)]


def told(uri: str, lines: list[str]) -> tuple[AnalysedArticle, list[Profile]]:
    subject = builders.article("\n".join(lines), uri=uri)
    claims = tuple(builders.claim(subject, block=k) for k in range(len(lines)))
    profiles = [Profile(claim, frozenset({"harbour", "board"}), frozenset()) for claim in claims]
    return AnalysedArticle(subject, claims), profiles


def places(found: list[Alignment]) -> list[tuple[int, int]]:
    return [(row.left.sentence_index, row.right.sentence_index) for row in found]


def between(cosines: np.ndarray) -> list[tuple[int, int]]:
    left, ours = told("a.txt", LINES[: cosines.shape[0]])
    right, theirs = told("b.txt", LINES[: cosines.shape[1]])
    return places(topic_alignments(left, right, ours, theirs, cosines.astype(np.float32)))


def test_few_sentences_are_all_held_against_each_other() -> None:
    size = MAX_NEAREST
    assert len(between(np.full((size, size), 0.5))) == size * size


def test_a_lone_sentence_keeps_every_sentence_that_is_near_to_nothing_else() -> None:
    assert between(np.full((1, MANY), 0.5)) == [(0, other) for other in range(MANY)]


def test_pairs_grow_with_the_sentences_and_not_with_their_square() -> None:
    found = between(np.full((MANY, MANY), 0.5))
    assert len(found) <= 2 * MANY * MAX_NEAREST < MANY * MANY
    assert found == sorted(found)


def test_the_nearest_are_kept() -> None:
    cosines = np.full((MANY, MANY), 0.4)
    cosines[np.arange(MANY), np.arange(MANY)[::-1]] = 0.9
    cosines[MANY - 1, MANY - 1] = 0.8
    assert {(k, MANY - 1 - k) for k in range(MANY)} | {(MANY - 1, MANY - 1)} <= set(between(cosines))


@pytest.mark.parametrize("seed", range(3))
def test_exchanged_sides_give_the_same_pairs(seed: int) -> None:
    cosines = np.random.default_rng(seed).permutation(MANY * MANY).reshape(MANY, MANY) / (2 * MANY**2) + 0.45
    assert {(b, a) for a, b in between(cosines.T)} == set(between(cosines))


def test_inside_one_article_each_pair_stands_once() -> None:
    subject, profiles = told("a.txt", LINES)
    cosines = np.full((MANY, MANY), 0.5, dtype=np.float32)
    found = places(topic_alignments(subject, subject, profiles, profiles, cosines))
    assert len(found) == len(set(found)) <= MANY * MAX_NEAREST
    assert all(one < other for one, other in found)
    assert {place for pair in found for place in pair} == set(range(MANY))

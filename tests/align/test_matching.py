from __future__ import annotations

from dataclasses import replace

import builders
import numpy as np
import pytest

from factcheck.align.matching import MIN_OF_SLOT, Match, matches
from factcheck.align.profiles import Profile
from factcheck.align.words import rarity, stems
from factcheck.records import BlockKind


def profile(
    text: str,
    *features: str,
    slots: tuple[str, ...] = (),
    uri: str = "story/a.txt",
    block: BlockKind = BlockKind.PARAGRAPH,
) -> Profile:
    claim = replace(builders.claim(builders.article(text, uri=uri)), block=block)
    return Profile(claim, frozenset(stems(text)), frozenset(features), frozenset(slots))


def kept(left: list[Profile], right: list[Profile], cosines: list[list[float]]) -> list[Match]:
    table = np.array(cosines, dtype=np.float32)
    pairs = [(i, j) for i in range(len(left)) for j in range(len(right))]
    weight = rarity(known.words for known in (*left, *right))
    return matches(left, right, pairs, table, weight, min_score=0.5)


CUT = ("how many: job, cut",)
ROWS = [
    ("The mill will cut 340 jobs.", (), "The mill is to cut 430 jobs.", (), 0.9, True),
    ("The mill will cut 340 jobs.", (), "Rain fell on the hills.", (), 0.1, False),
    ("The mill will cut 340 jobs.", CUT, "It wants 430 jobs cut, the owners wrote.", CUT, 0.4, True),
    ("The mill will cut 340 jobs.", (), "It wants 430 jobs cut, the owners wrote.", (), 0.4, False),
    ("The mill will cut 340 jobs.", CUT, "Ships need 430 sailors.", CUT, 0.2, False),
    ("Vos agreed.", (), "Yes.", (), 0.9, False),
]


@pytest.mark.parametrize(("left", "ours", "right", "theirs", "cosine", "matched"), ROWS)
def test_matches(
    left: str, ours: tuple[str, ...], right: str, theirs: tuple[str, ...], cosine: float, matched: bool
) -> None:
    found = kept([profile(left, slots=ours)], [profile(right, slots=theirs)], [[cosine]])
    assert bool(found) is matched
    assert all(match.score >= 0.5 and match.why for match in found)


def test_a_slot_is_named_among_the_reasons() -> None:
    one, other = profile(ROWS[2][0], slots=CUT), profile(ROWS[2][2], slots=CUT)
    assert kept([one], [other], [[0.4]])[0].why[-1] == "same slot: how many: job, cut"
    assert MIN_OF_SLOT < 0.5


def test_far_below_the_best_is_left_out_and_a_merged_claim_meets_both() -> None:
    whole = profile("The dam failed and the mill closed.")
    halves = [profile("The dam failed."), profile("The mill closed.")]
    assert len(kept([whole], halves, [[0.8, 0.78]])) == 2
    best, weak = (
        profile("The dam failed and the mill closed."),
        profile("The dam failed and crews left town."),
    )
    assert next(m.right for m in kept([whole], [best, weak], [[1.0, 0.5]])) is best


def test_shared_features_raise_the_score() -> None:
    one, other = "Vos shut the mill in spring.", "The mill was shut."
    plain = kept([profile(one)], [profile(other)], [[0.7]])[0].score
    named = kept([profile(one, "name:vos")], [profile(other, "name:orlen")], [[0.7]])[0].score
    shared = kept([profile(one, "name:vos")], [profile(other, "name:vos")], [[0.7]])[0].score
    assert named < plain and named < shared


@pytest.mark.parametrize(("name", "matched"), [("name:vos", True), ("name:orlen", False)])
def test_one_slot_of_different_people_is_two(name: str, matched: bool) -> None:
    one, other = profile(ROWS[2][0], "name:vos", slots=CUT), profile(ROWS[2][2], name, slots=CUT)
    assert bool(kept([one], [other], [[0.3]])) is matched


@pytest.mark.parametrize(
    ("cosine", "uri", "matched"), [(0.7, "s/b.txt", True), (0.7, "s/a.txt", False), (0.5, "s/b.txt", False)]
)
def test_the_nearest_of_another_article_is_kept_from_a_lower_score_on(
    cosine: float, uri: str, matched: bool
) -> None:
    left = profile("The agency wants money for another search of the bay.", uri="s/a.txt")
    right = profile("Its divers hope that somebody pays for another search.", uri=uri)
    assert bool(kept([left], [right], [[cosine]])) is matched


@pytest.mark.parametrize(
    ("block", "outcomes", "parties", "matched"),
    [
        (BlockKind.HEADLINE, ("rise",), ("marsh",), True),
        (BlockKind.PARAGRAPH, ("rise",), ("marsh",), False),
        (BlockKind.HEADLINE, ("win",), ("marsh",), False),
        (BlockKind.HEADLINE, ("rise",), ("orlen",), False),
    ],
)
def test_a_headline_meets_the_outcome_it_tells(
    block: BlockKind, outcomes: tuple[str, ...], parties: tuple[str, ...], matched: bool
) -> None:
    top = profile("Marsh Party loses ground", block=block)
    top = replace(top, outcomes=frozenset(outcomes), parties=frozenset(parties))
    body = replace(
        profile("The seats that the Marsh list holds in Velm went from 9 to 12."),
        outcomes=frozenset({"rise"}),
    )
    assert bool(kept([top], [body], [[0.35]])) is matched

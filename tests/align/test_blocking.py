from __future__ import annotations

from collections.abc import Collection

import builders
import numpy as np
import pytest

from factcheck.align.blocking import MAX_FEATURE_CLAIMS, NEAREST, candidates
from factcheck.align.profiles import Profile


def profile(*, features: Collection[str] = (), slots: Collection[str] = ()) -> Profile:
    claim = builders.claim(builders.article("The dam failed."))
    return Profile(claim, frozenset({"dam", "fail"}), frozenset(features), frozenset(slots))


NAMES = {"name:vos", "name:orlen"}
ROWS = [
    ("near", profile(), profile(), 0.9, True),
    ("far", profile(), profile(), 0.1, False),
    ("two features", profile(features=NAMES), profile(features=NAMES), 0.1, True),
    ("one feature", profile(features=NAMES), profile(features={"name:vos"}), 0.1, False),
    ("one slot", profile(slots={"how many: job, cut"}), profile(slots={"how many: job, cut"}), 0.1, True),
    ("other slot", profile(slots={"how many: job, cut"}), profile(slots={"how many: job, hire"}), 0.1, False),
]


@pytest.mark.parametrize(("name", "left", "right", "cosine", "offered"), ROWS, ids=[row[0] for row in ROWS])
def test_candidates(name: str, left: Profile, right: Profile, cosine: float, offered: bool) -> None:
    cosines = np.array([[cosine]], dtype=np.float32)
    assert candidates([left], [right], cosines, min_cosine=0.45) == ([(0, 0)] if offered else [])


def test_only_the_nearest_of_either_side() -> None:
    many = NEAREST + 3
    cosines = np.full((1, many), 0.9, dtype=np.float32)
    # each claim on the right has one neighbour on the left, so all are offered from that side
    assert len(candidates([profile()], [profile()] * many, cosines, min_cosine=0.45)) == many
    square = np.full((many, many), 0.9, dtype=np.float32)
    assert len(candidates([profile()] * many, [profile()] * many, square, min_cosine=0.45)) < many * many


def test_a_feature_of_every_claim_tells_nothing() -> None:
    crowd = [profile(features=NAMES)] * (MAX_FEATURE_CLAIMS + 1)
    cosines = np.zeros((1, len(crowd)), dtype=np.float32)
    assert candidates([profile(features=NAMES)], crowd, cosines, min_cosine=0.45) == []


def test_nothing_to_compare() -> None:
    assert candidates([], [profile()], np.zeros((0, 1), dtype=np.float32), min_cosine=0.45) == []

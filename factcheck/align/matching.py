"""Candidate pairs in, scored matches out, with the reasons for each.

score = 0.5 cosine + 0.35 weighted word overlap + 0.15 shared names, numbers and dates, each 0 to 1. A pair
is kept when its score is at least ``min_score`` and within ``MARGIN`` of the best of its left or its right
claim: one outlet may have merged two claims, so one-to-many is allowed. Two claims that fill one slot ("how
many: job, cut") are kept from ``MIN_OF_SLOT`` on, unless they name different people: short claims share few
words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.align.profiles import Profile
from factcheck.align.words import overlap

COSINE, WORDS, FEATURES = 0.5, 0.35, 0.15
MARGIN = 0.12
MIN_OF_SLOT = 0.3  # score from which a shared slot makes a pair; below it the events are too far apart
MIN_WORDS = 2  # content words that both sides must have; fewer carry no matter of their own


@dataclass(frozen=True, slots=True)
class Match:
    left: Profile
    right: Profile
    score: float
    why: tuple[str, ...]


def matches(
    left: list[Profile],
    right: list[Profile],
    pairs: list[tuple[int, int]],
    cosines: NDArray[np.float32],
    weight: Mapping[str, float],
    *,
    min_score: float,
) -> list[Match]:
    """Matches in the order of ``pairs``."""
    scored = {(i, j): _score(left[i], right[j], float(cosines[i, j]), weight) for i, j in pairs}
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for (i, j), (score, _) in scored.items():
        best_left[i] = max(score, best_left.get(i, 0.0))
        best_right[j] = max(score, best_right.get(j, 0.0))
    found = []
    for (i, j), (score, why) in scored.items():
        slots = _one_slot(left[i], right[j])
        if score >= min_score and score >= min(best_left[i], best_right[j]) - MARGIN:
            found.append(Match(left[i], right[j], score, why))
        elif slots and score >= MIN_OF_SLOT:
            found.append(Match(left[i], right[j], max(score, min_score), (*why, f"same slot: {slots[0]}")))
    return found


def _one_slot(left: Profile, right: Profile) -> list[str]:
    """The slots that both fill, sorted; no count where both name somebody and nobody in common.

    Two people's votes are two figures. A date's slot holds a word of its subject already.
    """
    ours, theirs = ({f for f in side.features if f.startswith("name:")} for side in (left, right))
    strangers = bool(ours and theirs) and not ours & theirs
    slots = sorted(left.slots & right.slots)
    return [slot for slot in slots if not (strangers and slot.startswith("how many:"))]


def _score(
    left: Profile, right: Profile, cosine: float, weight: Mapping[str, float]
) -> tuple[float, tuple[str, ...]]:
    if min(len(left.words), len(right.words)) < MIN_WORDS:
        return 0.0, ()
    words = overlap(left.words, right.words, weight)
    shared = sorted(left.features & right.features)
    most = min(len(left.features), len(right.features))
    # without features on one side their share says nothing: the other two carry the score
    if most:
        score = COSINE * max(cosine, 0.0) + WORDS * words + FEATURES * len(shared) / most
    else:
        score = (COSINE * max(cosine, 0.0) + WORDS * words) / (COSINE + WORDS)
    why = [f"similarity {cosine:.2f}", f"shared words {words:.2f}"]
    why += [f"same {feature.split(':', 1)[0]}: {feature.split(':', 1)[1]}" for feature in shared[:3]]
    return round(score, 4), tuple(why)

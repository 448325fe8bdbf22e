"""Candidate pairs in, scored matches out, with the reasons for each.

score = 0.5 cosine + 0.35 weighted word overlap + 0.15 shared names, numbers and dates, each 0 to 1. A pair
is kept when its score is at least ``min_score`` and within ``MARGIN`` of the best of its left or its right
claim: one outlet may have merged two claims, so one-to-many is allowed. A headline is kept with the few
claims that come nearest to it and share a name, figure or date with it. Two claims that fill one slot ("how
many: job, cut", "deed: orlen, tavik, sue") are kept from ``MIN_OF_SLOT`` on, unless they count and name
different people: short claims share few words. Two claims that are each other's nearest are kept from
``MIN_OF_NEAREST`` on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.align.profiles import Profile
from factcheck.align.words import overlap
from factcheck.records import BlockKind

COSINE, WORDS, FEATURES = 0.5, 0.35, 0.15
MARGIN = 0.12
MIN_OF_SLOT = 0.3  # score from which a shared slot makes a pair; below it the events are too far apart
MIN_OF_NEAREST = 0.42  # score from which two claims are a pair that have no nearer one on either side
MIN_OF_HEADLINE = 0.33  # the same for a headline and one of the claims that come nearest to it
MIN_OF_OUTCOME = 0.2  # the same for one that tells the outcome which the headline tells
NEAREST_TO_HEADLINE = 3
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
    tops = _best_of_headlines(left, right, scored)
    outcomes = _outcomes_of_headlines(left, right, scored)
    for (i, j), (score, why) in scored.items():
        slots = _one_slot(left[i], right[j])
        if (i, j) in outcomes and score < min_score:
            found.append(Match(left[i], right[j], min_score, (*why, "a headline and the outcome it tells")))
        elif (i, j) in tops and score < min_score:
            found.append(Match(left[i], right[j], min_score, (*why, "a headline and what it sums up")))
        elif score >= min_score and score >= min(best_left[i], best_right[j]) - MARGIN:
            found.append(Match(left[i], right[j], score, why))
        elif MIN_OF_NEAREST <= score == best_left[i] == best_right[j] and _of_two(left[i], right[j]):
            found.append(Match(left[i], right[j], min_score, (*why, "each the other's nearest")))
        elif slots and score >= MIN_OF_SLOT:
            found.append(Match(left[i], right[j], max(score, min_score), (*why, f"same slot: {slots[0]}")))
    return found


def _of_two(left: Profile, right: Profile) -> bool:
    """Whether the claims are of two articles: inside one, the nearest claim mostly goes on with the story."""
    return left.claim.uri != right.claim.uri


def _best_of_headlines(
    left: list[Profile], right: list[Profile], scored: Mapping[tuple[int, int], tuple[float, tuple[str, ...]]]
) -> set[tuple[int, int]]:
    """For each claim of a headline the claims that come nearest to it and name somebody or some figure of it.

    A headline says the whole in few words of its own, so it is never as alike as one paragraph to another.
    """
    rows: dict[tuple[bool, int], list[tuple[float, int, int]]] = defaultdict(list)
    for (i, j), (score, _) in scored.items():
        heads = [side.claim.block is BlockKind.HEADLINE for side in (left[i], right[j])]
        if any(heads) and score >= MIN_OF_HEADLINE and _one_named(left[i], right[j]):
            if heads[0]:
                rows[True, i].append((-score, i, j))
            if heads[1]:
                rows[False, j].append((-score, i, j))
    return {(i, j) for found in rows.values() for _, i, j in sorted(found)[:NEAREST_TO_HEADLINE]}


def _one_named(left: Profile, right: Profile) -> bool:
    """Whether both have a name or a figure in common; one date is that of much else."""
    return any(not feature.startswith("time:") for feature in left.features & right.features)


def _outcomes_of_headlines(
    left: list[Profile], right: list[Profile], scored: Mapping[tuple[int, int], tuple[float, tuple[str, ...]]]
) -> set[tuple[int, int]]:
    """For each claim of a headline the nearest that tell what came out for those it names, either way.

    "Orlen loses ground" and "the ferry line's share at Orlen rose from 9 to 10" have few words in common.
    """
    rows: dict[tuple[bool, int], list[tuple[float, int, int]]] = defaultdict(list)
    for (i, j), (score, _) in scored.items():
        heads = [side.claim.block is BlockKind.HEADLINE for side in (left[i], right[j])]
        if any(heads) and score >= MIN_OF_OUTCOME and _one_outcome(left[i], right[j]):
            if heads[0]:
                rows[True, i].append((-score, i, j))
            if heads[1]:
                rows[False, j].append((-score, i, j))
    return {(i, j) for found in rows.values() for _, i, j in sorted(found)[:NEAREST_TO_HEADLINE]}


def _one_outcome(left: Profile, right: Profile) -> bool:
    """Whether both tell one kind of outcome and name one who takes part in it."""
    return bool(left.outcomes & right.outcomes and (left.parties & right.words or right.parties & left.words))


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

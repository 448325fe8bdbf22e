"""The claims of two articles in, the index pairs worth looking at out.

Blocking keeps the cost of matching down without losing a pair: two claims are candidates when their vectors
are close (among the nearest of either side), when they share names, numbers or dates, when they fill one
slot ("how many: job, cut"), or when one is a headline's and both tell one kind of outcome.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from factcheck.align.profiles import Profile
from factcheck.records import BlockKind

NEAREST = 6  # neighbours by cosine that each claim may propose
MIN_SHARED_FEATURES = 2
MAX_FEATURE_CLAIMS = 40  # a feature that stands in more claims than this tells nothing apart


def candidates(
    left: list[Profile], right: list[Profile], cosines: NDArray[np.float32], *, min_cosine: float
) -> list[tuple[int, int]]:
    """Sorted (left index, right index) pairs; ``cosines`` is (len(left), len(right))."""
    if not left or not right:
        return []
    near = _nearest(cosines, min_cosine) | {(i, j) for j, i in _nearest(cosines.T, min_cosine)}
    return sorted(near | _sharing(left, right) | _one_slot(left, right) | _one_outcome(left, right))


def _nearest(cosines: NDArray[np.float32], min_cosine: float) -> set[tuple[int, int]]:
    # a stable sort, so that equal cosines keep the claims' order on every machine
    order = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
    return {(i, int(j)) for i, row in enumerate(order) for j in row if cosines[i, j] >= min_cosine}


def _sharing(left: list[Profile], right: list[Profile]) -> set[tuple[int, int]]:
    where: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(right):
        for feature in sorted(profile.features):
            where[feature].append(j)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for i, profile in enumerate(left):
        for feature in sorted(profile.features):
            if len(where.get(feature, ())) <= MAX_FEATURE_CLAIMS:
                for j in where.get(feature, ()):
                    counts[i, j] += 1
    return {pair for pair, count in counts.items() if count >= MIN_SHARED_FEATURES}


def _one_slot(left: list[Profile], right: list[Profile]) -> set[tuple[int, int]]:
    where: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(right):
        for slot in profile.slots:
            where[slot].append(j)
    return {(i, j) for i, profile in enumerate(left) for slot in profile.slots for j in where.get(slot, ())}


def _one_outcome(left: list[Profile], right: list[Profile]) -> set[tuple[int, int]]:
    """A headline is met by whatever tells an outcome of its kind: its words are its own."""
    return {
        (i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if BlockKind.HEADLINE in (one.claim.block, other.claim.block) and one.outcomes & other.outcomes
    }

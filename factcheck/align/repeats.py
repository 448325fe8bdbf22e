"""One article's claims in, alignments of two that tell one figure or one day of one event twice out.

"The council voted on the levy on Thursday" in the lead, "the council voted on the levy on Friday" below.
An article speaks of much that is alike, so the gate is strict: the same act with the same parties in near
wording. Only the pairs that pass it are on the alignment, and nothing else of the two claims is to be judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from factcheck.align.acts import listed
from factcheck.align.frames import Frame, frame, telling
from factcheck.align.pairing import paired
from factcheck.align.prepared import VALUES, Prepared
from factcheck.align.profiles import Profile
from factcheck.align.same_matter import likeness, verbatim
from factcheck.records import (
    Alignment,
    AnyFact,
    BlockKind,
    FactPair,
    Kind,
    Quantity,
    Span,
    TimeValue,
    TimexType,
)

MIN_COSINE = 0.6
MIN_SHARE = 0.7  # of the shorter claim's words outside its figures and times
MIN_SHARED = 3
MIN_SCORE = 0.6  # of a pair of facts
MAX_HOURS = 36  # of a time that names one day

_DATED = frozenset({TimexType.DATE, TimexType.TIME})
_ANYWHERE = frozenset({"age", "ordinal", "score"})


def repeat_alignments(
    ready: Mapping[tuple[Span, ...], Prepared], profiles: Sequence[Profile], cosines: NDArray[np.float32]
) -> list[Alignment]:
    """In the order of the text; ``cosines`` are those of the claims with each other."""
    body = [
        k
        for k, known in enumerate(profiles)
        if known.claim.block is not BlockKind.HEADLINE
        and any(fact.kind in VALUES for fact in known.claim.facts)
    ]
    found = []
    for i, j in combinations(body, 2):
        left, right = (ready[profiles[k].claim.spans] for k in (i, j))
        if left.claim.sentence == right.claim.sentence or cosines[i, j] < MIN_COSINE:
            continue
        if kept := _twice(left, right):
            found.append(
                Alignment(
                    left.claim,
                    right.claim,
                    round(float(cosines[i, j]), 4),
                    (f"told twice: similarity {cosines[i, j]:.2f}",),
                    pairs=kept,
                    left_published=left.published,
                    right_published=right.published,
                )
            )
    return found


def _twice(left: Prepared, right: Prepared) -> tuple[FactPair, ...]:
    alike = likeness(left.content, right.content)
    if alike.share < MIN_SHARE or alike.shared < MIN_SHARED:
        return ()
    return tuple(
        pair
        for pair in paired(left, right)
        if pair.left.kind in VALUES
        and pair.score >= MIN_SCORE
        and _one_slot(left, right, pair, verbatim(alike))
        and _beside(left, pair.left) == _beside(right, pair.right)
    )


def _beside(told: Prepared, fact: AnyFact) -> frozenset[str]:
    """The claim's other figures and dates: what may set two occasions apart, or a part from its whole."""
    return frozenset(
        other.value.label for other in told.claim.facts if other.kind in VALUES and other.span != fact.span
    )


def _one_slot(left: Prepared, right: Prepared, pair: FactPair, wording: bool) -> bool:
    one, other = frame(left.claim, pair.left), frame(right.claim, pair.right)
    if one is None or other is None or not _one_deed(one, other, wording):
        return False
    return _one_day(pair) if pair.left.kind is Kind.TIME else _one_count(pair)


def _one_deed(one: Frame, other: Frame, wording: bool) -> bool:
    """The same telling act in the same role, of parties that are all the same; what happens again and again
    (a vote, a match) is told twice only in the same wording."""
    if not telling(one.act) or one.act != other.act or one.negated != other.negated:
        return False
    if one.role != other.role or one.act in listed("telling_acts.txt"):
        return False
    if one.act in listed("repeated_acts.txt") and not wording:
        return False
    return bool(one.actors) and (one.actors <= other.actors or other.actors <= one.actors)


def _one_day(pair: FactPair) -> bool:
    return all(_names_day(value) for value in (pair.left.value, pair.right.value))


def _names_day(value: object) -> bool:
    if not isinstance(value, TimeValue) or value.type not in _DATED:
        return False
    if value.earliest is None or value.latest is None:
        return False
    return (value.latest - value.earliest).total_seconds() <= MAX_HOURS * 3600


def _one_count(pair: FactPair) -> bool:
    one, other = pair.left.value, pair.right.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit in _ANYWHERE:
        return False
    return one.unit == other.unit and one.noun == other.noun and one.role == other.role

"""Two articles in, pairs of sentences on one topic out: near enough to compare how strongly they put it.

These are looser than alignments on one matter: the lede with a later paragraph, a headline with what a person
said. Nothing is paired on them, so no figure or date is ever judged by them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.align.profiles import Profile
from factcheck.records import Alignment, AnalysedArticle, Matter

MIN_COSINE = 0.38  # of the two claims that come nearest
MIN_NEARER_COSINE = 0.42  # the same where the sentences share one stem only
MIN_SHARED = 2  # stems of the two sentences
MAX_NEAREST = 8  # sentences of the other article that one is held against

_Sentence = tuple[list[int], frozenset[str]]  # the claims' indices, the stems


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sentences, their stems in common, and the indices of their two claims that come nearest."""

    index: int
    other: int
    cosine: float
    shared: int
    row: int
    column: int


def topic_alignments(
    left: AnalysedArticle,
    right: AnalysedArticle,
    ours: Sequence[Profile],
    theirs: Sequence[Profile],
    cosines: NDArray[np.float32],
) -> list[Alignment]:
    """One alignment for each pair of near sentences, of the claims that come nearest; in the text's order."""
    told, others = _sentences(ours), _sentences(theirs)
    near = [
        pair
        for index, (rows, words) in told.items()
        for other, (columns, their_words) in others.items()
        if not (left is right and other <= index)
        and (shared := len(words & their_words))
        and (pair := _pair(index, other, rows, columns, shared, cosines)) is not None
    ]
    published = left.article.published, right.article.published
    found = []
    for pair in _nearest(near, left is right):
        claims = ours[pair.row].claim, theirs[pair.column].claim
        why = (f"one topic: similarity {pair.cosine:.2f}",)
        found.append(Alignment(*claims, round(pair.cosine, 4), why, Matter.TOPIC, (), *published))
    return found


def _pair(
    index: int, other: int, rows: list[int], columns: list[int], shared: int, cosines: NDArray[np.float32]
) -> _Pair | None:
    """The two claims of two sentences that come nearest; None where that is not near enough."""
    near = cosines[np.ix_(rows, columns)]
    best = float(near.max())
    if best < (MIN_COSINE if shared >= MIN_SHARED else MIN_NEARER_COSINE):
        return None
    i, j = divmod(int(near.argmax()), len(columns))
    return _Pair(index, other, best, shared, rows[i], columns[j])


def _nearest(pairs: Sequence[_Pair], within: bool) -> list[_Pair]:
    """Those that are among the nearest of either of their sentences, in the order given."""
    met: dict[tuple[bool, int], int] = defaultdict(int)
    kept = set()
    for pair in sorted(pairs, key=lambda pair: (-pair.cosine, -pair.shared, pair.index, pair.other)):
        # inside one article a sentence is the same on either side
        ends = (False, pair.index), (not within, pair.other)
        if min(met[end] for end in ends) < MAX_NEAREST:
            kept.add((pair.index, pair.other))
        for end in ends:
            met[end] += 1
    return [pair for pair in pairs if (pair.index, pair.other) in kept]


def _sentences(profiles: Sequence[Profile]) -> dict[int, _Sentence]:
    """The claims of each sentence, with all their stems."""
    rows: dict[int, list[int]] = defaultdict(list)
    for k, known in enumerate(profiles):
        rows[known.claim.sentence_index].append(k)
    return {
        index: (claims, frozenset().union(*(profiles[k].words for k in claims)))
        for index, claims in sorted(rows.items())
    }

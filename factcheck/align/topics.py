"""Two articles in, pairs of sentences on one topic out: near enough to compare how strongly they put it.

These are looser than alignments on one matter: the lede with a later paragraph, a headline with what a person
said. Nothing is paired on them, so no figure or date is ever judged by them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.align.profiles import Profile
from factcheck.records import Alignment, AnalysedArticle, Matter

MIN_COSINE = 0.38  # of the two claims that come nearest
MIN_NEARER_COSINE = 0.42  # the same where the sentences share one stem only
MIN_SHARED = 2  # stems of the two sentences

_Sentence = tuple[list[int], frozenset[str]]  # the claims' indices, the stems


def topic_alignments(
    left: AnalysedArticle,
    right: AnalysedArticle,
    ours: Sequence[Profile],
    theirs: Sequence[Profile],
    cosines: NDArray[np.float32],
) -> list[Alignment]:
    """One alignment for each pair of sentences, of the two claims that come nearest; in the text's order."""
    found = []
    published = left.article.published, right.article.published
    within = left is right
    for index, (rows, words) in _sentences(ours).items():
        for other, (columns, their_words) in _sentences(theirs).items():
            shared = len(words & their_words)
            if (within and other <= index) or not shared:
                continue
            near = cosines[np.ix_(rows, columns)]
            best = float(near.max())
            if best < (MIN_COSINE if shared >= MIN_SHARED else MIN_NEARER_COSINE):
                continue
            i, j = divmod(int(near.argmax()), len(columns))
            pair = ours[rows[i]].claim, theirs[columns[j]].claim
            why = (f"one topic: similarity {best:.2f}",)
            found.append(Alignment(*pair, round(best, 4), why, Matter.TOPIC, (), *published))
    return found


def _sentences(profiles: Sequence[Profile]) -> dict[int, _Sentence]:
    """The claims of each sentence, with all their stems."""
    rows: dict[int, list[int]] = defaultdict(list)
    for k, known in enumerate(profiles):
        rows[known.claim.sentence_index].append(k)
    return {
        index: (claims, frozenset().union(*(profiles[k].words for k in claims)))
        for index, claims in sorted(rows.items())
    }

"""Analysed articles of one story in, alignments of claims on one matter out, with their values paired."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from factcheck.align.blocking import candidates
from factcheck.align.matching import Match, matches
from factcheck.align.near_names import near_name_alignments
from factcheck.align.one_story import gist, one_event
from factcheck.align.pairing import paired
from factcheck.align.persons import near_dated, person_alignments
from factcheck.align.prepared import Prepared, prepared
from factcheck.align.profiles import Profile, profile
from factcheck.align.repeats import repeat_alignments
from factcheck.align.same_matter import likeness, verbatim
from factcheck.align.settled import without_settled
from factcheck.align.topics import topic_alignments
from factcheck.align.utterances import mentions, restatement_alignments, utterance_alignments
from factcheck.align.words import rarity
from factcheck.protocols import Vectors
from factcheck.records import Alignment, AnalysedArticle, BlockKind, Kind, Matter, Span

__all__ = ["alignments"]

# inside one article, these are held against the body: they repeat it by their nature
_SUMMARIES = frozenset({BlockKind.HEADLINE, BlockKind.KEY_FACT})
MIN_SELF_SCORE = 0.6  # an article speaks of much that is alike; only a close repeat is the same matter


def alignments(
    articles: Sequence[AnalysedArticle],
    encode: Callable[[Sequence[str]], Vectors],
    *,
    min_cosine: float,
    min_score: float,
    comparable: Callable[[AnalysedArticle, AnalysedArticle], bool] = lambda _left, _right: True,
) -> tuple[Alignment, ...]:
    """Sorted by both claims' places. ``comparable`` says which two articles are held against each other."""
    articles = [_compared(analysed) for analysed in sorted(articles, key=lambda a: a.article.uri)]
    profiles = [[profile(claim) for claim in analysed.claims] for analysed in articles]
    vectors = _vectors(articles, encode)
    weight = rarity(known.words for row in profiles for known in row)
    ready = [_ready(analysed) for analysed in articles]
    quoted = [mentions(analysed) for analysed in articles]
    gists = [gist(row) for row in profiles]
    found: list[Alignment] = []
    for i, j in combinations(range(len(articles)), 2):
        if not comparable(articles[i], articles[j]):
            continue
        cosines = _cosines(vectors[i], vectors[j])
        near = candidates(profiles[i], profiles[j], cosines, min_cosine=min_cosine)
        kept = matches(profiles[i], profiles[j], near, cosines, weight, min_score=min_score)
        met = without_settled([_aligned(m, ready[i], ready[j]) for m in kept])
        met += utterance_alignments(articles[i], articles[j], quoted[i], quoted[j])
        met += restatement_alignments(articles[i], articles[j], quoted[i], quoted[j])
        met += person_alignments(articles[i], articles[j])
        one = one_event(gists[i], gists[j], cosines)
        found += met if one else [row for row in met if _of_one_matter(row, ready[i], ready[j])]
        if one:
            found += topic_alignments(articles[i], articles[j], profiles[i], profiles[j], cosines)
            found += near_name_alignments(articles[i], articles[j])
    for i, analysed in enumerate(articles):
        if comparable(analysed, analysed):
            found += _within(ready[i], profiles[i], vectors[i], weight, min_cosine)
            found += repeat_alignments(ready[i], profiles[i], _cosines(vectors[i], vectors[i]))
            found += person_alignments(analysed, analysed)
            own = _cosines(vectors[i], vectors[i])
            found += topic_alignments(analysed, analysed, profiles[i], profiles[i], own)
            found += near_name_alignments(analysed, analysed)
            found += _alone(analysed)
    return tuple(sorted(found, key=_place))


def _of_one_matter(
    row: Alignment, left: Mapping[tuple[Span, ...], Prepared], right: Mapping[tuple[Span, ...], Prepared]
) -> bool:
    """Of two articles on two events: claims that repeat each other, and one person's titles at one time."""
    if row.matter is Matter.PERSON:
        return near_dated(row.left_published, row.right_published)
    return verbatim(likeness(left[row.left.spans].content, right[row.right.spans].content))


def _alone(analysed: AnalysedArticle) -> list[Alignment]:
    """Every claim with figures or times against itself: whether they add up."""
    return [
        Alignment(
            claim,
            claim,
            1.0,
            ("one claim",),
            Matter.SELF,
            left_published=analysed.article.published,
            right_published=analysed.article.published,
        )
        for claim in analysed.claims
        if any(fact.kind in (Kind.NUMBER, Kind.TIME) for fact in claim.facts)
    ]


def _compared(analysed: AnalysedArticle) -> AnalysedArticle:
    """With the fullest claims only: what was cut from them says nothing that they do not."""
    return replace(analysed, claims=tuple(claim for claim in analysed.claims if not claim.minimal))


def _ready(analysed: AnalysedArticle) -> dict[tuple[Span, ...], Prepared]:
    """Every claim prepared for pairing, by its place."""
    return {claim.spans: prepared(claim, analysed.article.published) for claim in analysed.claims}


def _within(
    ready: Mapping[tuple[Span, ...], Prepared],
    profiles: list[Profile],
    vectors: Vectors,
    weight: Mapping[str, float],
    min_cosine: float,
) -> list[Alignment]:
    """Headline and key facts against the body of the same article."""
    top = [k for k, known in enumerate(profiles) if known.claim.block in _SUMMARIES]
    body = [k for k, known in enumerate(profiles) if known.claim.block not in _SUMMARIES]
    if not top or not body:
        return []
    cosines = _cosines(vectors[top], vectors[body])
    left, right = [profiles[k] for k in top], [profiles[k] for k in body]
    near = candidates(left, right, cosines, min_cosine=min_cosine)
    kept = matches(left, right, near, cosines, weight, min_score=MIN_SELF_SCORE)
    return [_aligned(m, ready, ready) for m in kept]


def _aligned(
    match: Match, left: Mapping[tuple[Span, ...], Prepared], right: Mapping[tuple[Span, ...], Prepared]
) -> Alignment:
    a, b = left[match.left.claim.spans], right[match.right.claim.spans]
    return Alignment(
        a.claim,
        b.claim,
        match.score,
        match.why,
        pairs=paired(a, b),
        left_published=a.published,
        right_published=b.published,
    )


def _vectors(
    articles: Sequence[AnalysedArticle], encode: Callable[[Sequence[str]], Vectors]
) -> list[Vectors]:
    """One (claims, d) array an article; a text that stands in many articles is encoded once."""
    texts = sorted({claim.text for analysed in articles for claim in analysed.claims})
    rows = {text: row for row, text in enumerate(texts)}
    table = encode(texts)
    return [table[[rows[claim.text] for claim in analysed.claims]] for analysed in articles]


def _cosines(left: Vectors, right: Vectors) -> NDArray[np.float32]:
    """(len(left), len(right)), to two decimals: processors differ in the last bits, reports must not."""
    return np.round(left @ right.T, 2)


def _place(alignment: Alignment) -> tuple[object, ...]:
    left, right = alignment.left, alignment.right
    return left.uri, left.spans, right.uri, right.spans, alignment.matter

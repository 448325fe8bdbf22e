"""Alignments of two articles in, the same without pairs of values that each have their own partner out.

"A stranger paid 200,000 marks" / "the insurance paid 2.8 million marks": where both articles give both,
each in a nearer pair of claims, they are two figures and not two versions of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.align.prepared import VALUES
from factcheck.records import Alignment, FactPair, Matter, Span


def without_settled(rows: Sequence[Alignment]) -> list[Alignment]:
    """In the order given; only times and figures of claims on one matter are looked at."""
    best: tuple[dict[Span, float], dict[Span, float]] = ({}, {})
    for row in rows:
        for pair in row.pairs:
            if row.matter is Matter.CLAIM and pair.left.value.label == pair.right.value.label:
                for partners, fact in zip(best, (pair.left, pair.right), strict=True):
                    partners[fact.span] = max(row.score, partners.get(fact.span, 0.0))
    return [_kept(row, *best) for row in rows]


def _kept(row: Alignment, left: Mapping[Span, float], right: Mapping[Span, float]) -> Alignment:
    kept = tuple(pair for pair in row.pairs if not _settled(row, pair, left, right))
    return row if len(kept) == len(row.pairs) else replace(row, pairs=kept)


def _settled(row: Alignment, pair: FactPair, left: Mapping[Span, float], right: Mapping[Span, float]) -> bool:
    """Whether both values agree with another of the other article, in claims that are at least as near."""
    if row.matter is not Matter.CLAIM or pair.left.kind not in VALUES:
        return False
    if pair.left.value.label == pair.right.value.label:
        return False
    return min(left.get(pair.left.span, 0.0), right.get(pair.right.span, 0.0)) >= row.score

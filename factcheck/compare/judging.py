"""An alignment in, the judgements of every comparator that may judge its matter out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.compare.word_lists import table_of
from factcheck.protocols import Comparator
from factcheck.records import Alignment, BlockKind, Claim, Judgement, Kind, Matter, Relation

_WORD = re.compile(r"[a-z]+")
_SUMMARIES = frozenset({BlockKind.HEADLINE, BlockKind.KEY_FACT})
_VALUES = frozenset({Kind.NUMBER, Kind.TIME})
_DIFFERENCES = _VALUES | {Kind.SUBSTITUTION}

_Row = tuple[Comparator, Judgement]


def judgements(alignment: Alignment, comparators: Sequence[Comparator]) -> tuple[_Row, ...]:
    """What each comparator that may judge this matter has to say, in the comparators' order."""
    rows = tuple(
        (comparator, judgement)
        for comparator in comparators
        if alignment.matter in comparator.matters
        for judgement in comparator.compare(alignment)
    )
    if _told_twice(alignment):
        return tuple(row for row in rows if row[0].kind in _VALUES and _of_a_pair(alignment, row[1]))
    if not _two_events(alignment, rows):
        return rows
    return tuple(row for row in rows if not _is_value(row))


def _told_twice(alignment: Alignment) -> bool:
    """Whether two claims of one body repeat each other: only their paired values are of one matter."""
    claims = (alignment.left, alignment.right)
    within = alignment.within_one_article and alignment.matter is Matter.CLAIM
    return within and not any(claim.block in _SUMMARIES for claim in claims)


def _of_a_pair(alignment: Alignment, judgement: Judgement) -> bool:
    return any(
        judgement.left.overlaps(pair.left.span) and judgement.right.overlaps(pair.right.span)
        for pair in alignment.pairs
    )


def _two_events(alignment: Alignment, rows: Sequence[_Row]) -> bool:
    """Whether the claims speak of two events of one kind, so that no value of one contradicts the other's.

    "The March raid found 20 guns" / "the May raid found 8": a figure and what sets the occasions apart (its
    date, or a word such as "second" or "evening") both differ. A lone difference is a contradiction.
    """
    values = [row for row in rows if _is_value(row)]
    dated = any(comparator.kind is Kind.TIME for comparator, _ in values)
    counted = [judgement for comparator, judgement in values if comparator.kind is Kind.NUMBER]
    ordinal = [judgement for judgement in counted if judgement.left_value.endswith("ordinal")]
    if counted and (dated or (ordinal and len(counted) > len(ordinal))):
        return True
    plain = len(values) > len(ordinal)
    return plain and not dated and _set_apart(alignment.left, alignment.right)


def _is_value(row: _Row) -> bool:
    comparator, judgement = row
    based = judgement.level == "different base"  # here the two times are the difference itself
    return comparator.kind in _DIFFERENCES and judgement.relation is Relation.CONTRADICTION and not based


def _set_apart(left: Claim, right: Claim) -> bool:
    """Whether each claim has a word of occasion of one class that the other lacks."""
    classes = table_of("occasion_words.csv")
    sides = [
        {word for word in _WORD.findall(claim.text.lower()) if word in classes} for claim in (left, right)
    ]
    ours, theirs = sides[0] - sides[1], sides[1] - sides[0]
    return bool({classes[word] for word in ours} & {classes[word] for word in theirs})

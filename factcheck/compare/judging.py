"""An alignment in, the judgements of every comparator that may judge its matter out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.compare.word_lists import table_of
from factcheck.protocols import Comparator
from factcheck.records import Alignment, Claim, Judgement, Kind, Relation

_WORD = re.compile(r"[a-z]+")
_VALUES = frozenset({Kind.NUMBER, Kind.TIME})

_Row = tuple[Comparator, Judgement]


def judgements(alignment: Alignment, comparators: Sequence[Comparator]) -> tuple[_Row, ...]:
    """What each comparator that may judge this matter has to say, in the comparators' order."""
    rows = tuple(
        (comparator, judgement)
        for comparator in comparators
        if alignment.matter in comparator.matters
        for judgement in comparator.compare(alignment)
    )
    if not _two_events(alignment, rows):
        return rows
    return tuple(row for row in rows if not _is_value(row))


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
    return comparator.kind in _VALUES and judgement.relation is Relation.CONTRADICTION


def _set_apart(left: Claim, right: Claim) -> bool:
    """Whether each claim has a word of occasion of one class that the other lacks."""
    classes = table_of("occasion_words.csv")
    sides = [
        {word for word in _WORD.findall(claim.text.lower()) if word in classes} for claim in (left, right)
    ]
    ours, theirs = sides[0] - sides[1], sides[1] - sides[0]
    return bool({classes[word] for word in ours} & {classes[word] for word in theirs})

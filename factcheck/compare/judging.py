"""An alignment in, the judgements of every comparator that may judge its matter out."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.protocols import Comparator
from factcheck.records import Alignment, Judgement


def judgements(
    alignment: Alignment, comparators: Sequence[Comparator]
) -> tuple[tuple[Comparator, Judgement], ...]:
    """What each comparator that may judge this matter has to say, in the comparators' order."""
    return tuple(
        (comparator, judgement)
        for comparator in comparators
        if alignment.matter in comparator.matters
        for judgement in comparator.compare(alignment)
    )

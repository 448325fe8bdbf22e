"""A name that is nearly another: of two names that differ by a letter or two, one is a slip.

Reads two names that the alignment found to be nearly one: two places in sentences that say much the same, or
a surname without its particle beside the full name.

The ladder: ``slip``.

Contradicts: The ferry sank off Harwick. / The boat that sank off Harwich was a ferry.
Does not: Kharkiv / Kharkov; Austria / Australia.

It cannot see that two towns with such names were both visited.
"""

from __future__ import annotations

from factcheck.records import Alignment, Judgement, Kind, Matter, Name, NameKind, Relation

name = "slips"
kind = Kind.NAME
matters = frozenset({Matter.NAME})
ladder = ("slip",)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """One judgement for each pair of names."""
    return tuple(
        Judgement(
            Relation.CONTRADICTION,
            "slip",
            f"“{pair.left.text}” and “{pair.right.text}” are nearly one name: one of them is a slip.",
            0.8 if _is_person(pair.left.value) else 0.7,
            pair.left.span,
            pair.right.span,
            pair.left.text,
            pair.right.text,
        )
        for pair in alignment.pairs
    )


def _is_person(value: object) -> bool:
    return isinstance(value, Name) and value.kind is NameKind.PERSON

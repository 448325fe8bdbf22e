"""One date exchanged: two passages say the same in nearly the same words, but for one date of one grain.

Reads the content words of two aligned claims, whatever their order, and the one placed time on either side
that the other side lacks.

Ladder: ``date``.

Contradicts: "The town won the cup of bands in 1996." / "The town won it, the cup of bands, in 1986."
Does not: "in May 1996" / "in 1996": one holds the other.

It cannot see that a cup was won twice.
"""

from __future__ import annotations

from factcheck.compare.gaps import judged
from factcheck.records import Alignment, Judgement, Kind, Matter

name = "lone_dates"
kind = Kind.TIME
matters = frozenset({Matter.CLAIM})
ladder = ("date",)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement."""
    return judged(alignment, ladder)

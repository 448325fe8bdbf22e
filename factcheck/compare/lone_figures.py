"""One figure exchanged: two passages say the same in nearly the same words, but for one amount of one unit.

Reads the content words of two aligned claims, whatever their order, and the one exact figure on either side
that the other side lacks. Articles of different days are left to the quantities, which know what may grow.

Ladder: ``figure``.

Contradicts: "It was the 1,204th boat of the old yard." / "The boat was the old yard's 1,240th."
Does not: "about 1,200 boats" / "1,204 boats": only exact figures are held against each other.

It cannot see what a figure counts where the words around it differ.
"""

from __future__ import annotations

from factcheck.compare.gaps import judged
from factcheck.records import Alignment, Judgement, Kind, Matter

name = "lone_figures"
kind = Kind.NUMBER
matters = frozenset({Matter.CLAIM})
ladder = ("figure",)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement."""
    return judged(alignment, ladder)

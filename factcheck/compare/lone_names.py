"""One name exchanged: two passages say the same in nearly the same words, but for one person, body or place.

Reads the content words of two aligned claims, whatever their order, and the one name on either side that the
other side lacks, behind the same word.

Ladder: ``name``.

Contradicts: "The film will soon be shown in Velm." / "It will soon be shown, the film, in Orsa."
Does not: "The mill in Velm closed." / "The mill in Orsa Valley closed early.": too few words are shared.

It cannot see that both names are one body's under two names that no rule of names knows.
"""

from __future__ import annotations

from factcheck.compare.gaps import judged
from factcheck.records import Alignment, Judgement, Kind, Matter

name = "lone_names"
kind = Kind.NAME
matters = frozenset({Matter.CLAIM})
ladder = ("name",)


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement."""
    return judged(alignment, ladder)

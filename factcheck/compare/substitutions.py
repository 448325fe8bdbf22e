"""One word exchanged: two passages say the same in nearly the same words, but for one or its denial.

Reads the content words of two aligned claims, whatever their order, and what is left over on either side.

Ladder: ``sense`` (two words of which a table says that they exclude each other), ``contrast`` (two such words
before the same word, where less is shared), ``denial`` (one claim denies what the other states). An exchanged
quantity ("all", "some") is a drift, all else a contradiction.

Contradicts: "Members would leave unless the rate reached £200." / "Members would leave if it reached £200."
Does not: "It was not reported before." / "It is the first report.": a denial of the opposite is no denial.

It cannot see that a word is put in other words, and it says nothing where the rest differs as well.
"""

from __future__ import annotations

from factcheck.compare.gaps import judged
from factcheck.records import Alignment, Judgement, Kind, Matter

name = "substitutions"
kind = Kind.SUBSTITUTION
matters = frozenset({Matter.CLAIM})
ladder = ("sense", "contrast", "denial")


def compare(alignment: Alignment) -> tuple[Judgement, ...]:
    """At most one judgement."""
    return judged(alignment, ladder)

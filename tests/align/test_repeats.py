from __future__ import annotations

from decimal import Decimal

import builders
import numpy as np
import pytest

from factcheck.align.prepared import prepared
from factcheck.align.profiles import profile
from factcheck.align.repeats import repeat_alignments
from factcheck.records import AnyFact, Argument, Event, Fact, Kind, Quantity

ARREST = "Police arrested 14 men at the harbour gate."
ROWS = [
    (ARREST, "Police arrested 16 men at the harbour gate.", 0.9, True),
    (ARREST, "Police arrested 16 men at the harbour gate.", 0.5, False),
    (ARREST, "Guards arrested 16 men at the harbour gate.", 0.9, False),
    (ARREST, "Police counted 16 men at the harbour gate.", 0.9, False),
    (ARREST, "Police arrested 16 men in the village of Velm.", 0.9, False),
    (ARREST, "Police arrested 16 of 90 men at the harbour gate.", 0.9, False),
]


def facts(text: str, line: str) -> tuple[AnyFact, ...]:
    """Its figures, and who did what to "16 men", as the parse of such a plain sentence tells."""
    at = text.index(line)
    found: list[AnyFact] = []
    for word in line.split():
        if word.isdecimal():
            place = builders.span(text, word)
            found.append(Fact(Kind.NUMBER, place, word, Quantity(Decimal(word), "count", noun="man")))
    agent, verb, figure = line.split()[:3]
    first, act = (builders.span(text, word, nth=text[:at].count(word)) for word in (agent, verb))
    patient = Argument("patient", builders.span(text, figure), "man")
    told = Event(verb.removesuffix("ed"), (Argument("agent", first, agent.lower()), patient))
    return (*found, Fact(Kind.EVENT, act, verb, told))


@pytest.mark.parametrize(("first", "again", "cosine", "found"), ROWS)
def test_only_one_deed_in_near_wording_is_told_twice(
    first: str, again: str, cosine: float, found: bool
) -> None:
    article = builders.article(f"{first}\n{again}")
    lines = (first, again)
    claims = [
        builders.claim(article, facts=facts(article.text, line), block=i) for i, line in enumerate(lines)
    ]
    table = np.array([[1.0, cosine], [cosine, 1.0]], dtype=np.float32)
    ready = {claim.spans: prepared(claim) for claim in claims}
    rows = repeat_alignments(ready, [profile(claim) for claim in claims], table)
    assert bool(rows) is found
    assert all(row.within_one_article and row.pairs for row in rows)

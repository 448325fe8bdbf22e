from __future__ import annotations

from decimal import Decimal

import builders
import pytest

from factcheck.align.settled import without_settled
from factcheck.records import Alignment, Fact, FactPair, Kind, Matter, Quantity, Value

STRANGER, INSURANCE = "A stranger paid 200 marks.", "The insurance paid 900 marks."


def aligned(left: str, right: str, score: float, matter: Matter = Matter.CLAIM) -> Alignment:
    """Claims of two articles that hold both sentences, with their figures paired."""
    sides = []
    for line, uri in ((left, "s/a.txt"), (right, "s/b.txt")):
        article = builders.article(f"{STRANGER}\n{INSURANCE}\nThey paid 400 marks.", uri=uri)
        figure = next(word for word in line.split() if word.isdecimal())
        value: Value = Quantity(Decimal(figure), "count", noun="mark")
        fact = Fact(Kind.NUMBER, builders.span(article.text, figure), figure, value)
        sides.append(
            (builders.claim(article, facts=(fact,), block=article.text.split("\n").index(line)), fact)
        )
    (one, ours), (other, theirs) = sides
    return Alignment(one, other, score, ("test",), matter, (FactPair(ours, theirs, 0.8),))


@pytest.mark.parametrize(
    ("score", "partners", "kept"),
    [
        (0.5, (0.9, 0.9), False),  # both figures stand in nearer pairs of claims
        (0.5, (0.9, 0.4), True),  # one only in a farther pair: perhaps they changed places
        (0.95, (0.9, 0.9), True),
    ],
)
def test_values_with_partners_of_their_own(score: float, partners: tuple[float, float], kept: bool) -> None:
    rows = [
        aligned(STRANGER, STRANGER, partners[0]),
        aligned(INSURANCE, INSURANCE, partners[1]),
        aligned(STRANGER, INSURANCE, score),
    ]
    found = without_settled(rows)
    assert [bool(row.pairs) for row in found] == [True, True, kept]


def test_a_value_without_a_partner_is_kept() -> None:
    rows = [aligned(STRANGER, STRANGER, 0.9), aligned(STRANGER, "They paid 400 marks.", 0.5)]
    assert without_settled(rows) == rows

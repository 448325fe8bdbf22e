"""Times of different kinds that cannot both be right, and their near misses, read from text."""

from __future__ import annotations

import pytest
from builders import alignment, article, claim, sentences

from factcheck.compare import times
from factcheck.records import Judgement, Relation
from factcheck.values import times as reader

DAY = "2018-06-19"


def judged(left: str, right: str) -> tuple[Judgement, ...]:
    sides = []
    for uri, text in (("s/a.txt", left), ("s/b.txt", right)):
        subject = article(text, uri=uri, day=DAY)
        sides.append(claim(subject, facts=reader.facts(subject, sentences(subject))))
    return times.compare(alignment(sides[0], sides[1], days=(DAY, DAY)))


CLASHES = [
    (
        "It was Tarn's first harvest of saffron since 1958.",
        "The pickers broke a 45-year wait for saffron in Tarn.",
    ),
    (
        "The van has been built in Tarn since 1980.",
        "The van has been built in Tarn for more than half a century.",
    ),
    ("The fair has run in Tarn since 2004.", "The fair in Tarn goes back to 2008."),
    ("The bridge fair runs through 24 June.", "The bridge fair closes on Saturday, 23 June."),
    ("Boats stay in port between 9 p.m. and 4 a.m.", "Boats stay in port for nine hours."),
    ("Minister Vale resigned before the audit.", "Minister Vale resigned after the audit."),
    ("Brandl scored both goals in the first half.", "Brandl scored both goals after the break."),
    ("Vale is to leave after next year's edition.", "Vale is to leave after this year's edition."),
    ("The vote follows early in 2016.", "The vote follows late in 2016."),
]
SILENT = [
    (
        "It was Tarn's first harvest of saffron since 1958.",
        "The pickers broke a 60-year wait for saffron in Tarn.",
    ),
    ("The van has been built in Tarn since 1980.", "The van has been built in Tarn for 38 years."),
    ("The fair has run in Tarn since 2004.", "The fair in Tarn goes back to 2004."),
    ("The bridge fair runs through 23 June.", "The bridge fair closes on Saturday, 23 June."),
    ("Boats stay in port between 9 p.m. and 4 a.m.", "Boats stay in port for seven hours."),
    ("Minister Vale resigned before the audit.", "Minister Vale resigned after the election."),
    ("Brandl scored both goals in the first half.", "Brandl scored both goals before the break."),
    ("Vale is to leave after next year's edition.", "Vale is to leave after the 2019 edition."),
    ("The vote follows early in 2016.", "The vote follows in 2016."),
    ("The party has ruled since 2007.", "The thief was jailed for eight years."),
]


@pytest.mark.parametrize(("left", "right"), CLASHES)
def test_what_cannot_both_be_right(left: str, right: str) -> None:
    for pair in ((left, right), (right, left)):
        assert [row.relation for row in judged(*pair)] == [Relation.CONTRADICTION]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_what_says_the_same_or_something_else(left: str, right: str) -> None:
    assert judged(left, right) == () == judged(right, left)

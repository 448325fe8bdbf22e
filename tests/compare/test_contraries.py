"""Contrary ends of one thing, and the phrases of two things that only look contrary."""

import pytest
from builders import alignment, article, claim

from factcheck.compare import contraries
from factcheck.records import Alignment, Matter, Relation

CONTRARY = [
    ("Mill Street is closed to cars for good.", "Mill Street is closed to cars for a trial period."),
    ("The closure of Mill Street is permanent.", "The closure of Mill Street is only temporary."),
    ("The jury voted unanimously for Lind.", "The vote of the jury for Lind was not unanimous."),
    ("Harlow lead the table after the derby.", "Harlow were knocked off the top after the derby."),
    ("The Greens won a majority in Perl.", "The Greens missed a majority in Perl."),
    ("The aid for Perl is unconditional.", "The aid for Perl is conditional on reforms."),
    ("Turnout in Perl was a record high.", "Turnout in Perl was the lowest in years."),
    ("Tavik was barred from selling seeds in Perl.", "Tavik was allowed to sell seeds in Perl."),
    ("Lind was not banned after the failed test in Perl.", "Lind was banned after the failed test in Perl."),
]
SILENT = [
    ("The north road was closed for good.", "The bridge has a temporary surface."),
    ("The permanent show in Perl reopens.", "A temporary show in Perl opens."),
    ("Mill Street may be closed to cars for good.", "Mill Street is closed to cars for a trial period."),
    ("The vote for Lind was unanimous.", "Nobody said that the vote for Lind was unanimous."),
    ("Fuel prices in Perl hit a record high.", "Bread sales in Perl hit a record low."),
    ("Tavik was barred from selling seeds in Perl.", "Tavik was allowed to lease land in Perl."),
    ("The treaty of Perl was not signed by Lind until May.", "The treaty of Perl was signed by Lind in May."),
    ("Mill Street closed for good after a trial period.", "Mill Street closed for a trial period."),
    ("The town has enough water.", "The firm is short of staff."),
]


def pair(left: str, right: str, matter: Matter = Matter.CLAIM) -> Alignment:
    sides = claim(article(left, uri="story/a.txt")), claim(article(right, uri="story/b.txt"))
    return alignment(*sides, matter=matter)


@pytest.mark.parametrize(("left", "right"), CONTRARY)
def test_contrary_ends_contradict(left: str, right: str) -> None:
    for found in (contraries.compare(pair(left, right)), contraries.compare(pair(right, left))):
        [judgement] = found
        assert judgement.relation is Relation.CONTRADICTION
        assert judgement.level in contraries.ladder


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_two_things_are_silent(left: str, right: str) -> None:
    assert contraries.compare(pair(left, right)) == ()
    assert contraries.compare(pair(right, left)) == ()


def test_two_sentences_of_one_body_are_silent() -> None:
    subject = article("Mill Street closes to cars for good.\nMill Street closes to cars for a trial period.")
    sides = claim(subject, block=0), claim(subject, block=1)
    assert contraries.compare(alignment(*sides)) == ()

from __future__ import annotations

import pytest

from factcheck.align.occasions import Use, occasion, partial

USES = [
    ("The council met on Monday.", "Monday", Use.EVENT),
    ("In May the mill closed.", "May", Use.EVENT),
    ("Since 1990 the mill has been closed.", "1990", Use.EVENT),
    ("The attack on Tuesday killed two.", "Tuesday", Use.EVENT),
    ("She spoke of last year’s campaign.", "last year", Use.NOUN),
    ("He led the 2014 protests.", "2014", Use.NOUN),
    ("They refocused on the November election.", "November", Use.NOUN),
    ("He wrote about the attacks in 2012 on a mill.", "2012", Use.NOUN),
    ("It is the worst flood since 1968.", "1968", Use.COMPARISON),
    ("It sold more than a year earlier.", "a year", Use.COMPARISON),
    ("Vos said Tuesday that the mill would close.", "Tuesday", Use.SAYING),
    ("Vos told the board on Monday.", "Monday", Use.SAYING),
]


@pytest.mark.parametrize(("sentence", "part", "use"), USES)
def test_use(sentence: str, part: str, use: Use) -> None:
    start = sentence.index(part)
    assert occasion(sentence, start, start + len(part)).use is use


ACTS = [
    ("On Monday, Vos, in a letter to the board, rejected the plan.", "Monday", {"reject"}),
    ("The notices had been updated to confirm it by late 2020.", "late 2020", {"change", "confirm"}),
    ("Vos took the port to court in June.", "June", {"sue"}),
    ("Seven people are dead.", "Seven", {"die"}),
    ("The dam gave way shortly after 2 a.m.", "2 a.m.", {"collapse"}),
    ("The ferry still has to sail, and is scheduled to launch next month.", "next month", {"begin"}),
]


@pytest.mark.parametrize(("sentence", "part", "acts"), ACTS)
def test_acts(sentence: str, part: str, acts: set[str]) -> None:
    start = sentence.index(part)
    assert acts & occasion(sentence, start, start + len(part)).acts


ROLES = [
    ("He was held for nine days.", "nine days", "length"),
    ("It must close within nine days.", "nine days", "limit"),
    ("It fell nine days later.", "nine days", "offset"),
    ("Nine days remain.", "Nine days", ""),
    ("It closed shortly after noon.", "noon", "point"),
    ("It was shut on Sunday after a fire.", "Sunday", "point"),
    ("It was shut from May on.", "May", "start"),
    ("It was shut until May.", "May", "end"),
]


@pytest.mark.parametrize(("sentence", "part", "role"), ROLES)
def test_roles(sentence: str, part: str, role: str) -> None:
    start = sentence.index(part)
    assert occasion(sentence, start, start + len(part)).role == role


@pytest.mark.parametrize(
    ("sentence", "part", "expected"),
    [
        ("Two of the dead were crew.", "Two", True),
        ("Seven died, among them two sailors.", "two", True),
        ("Seven people died.", "Seven", False),
        ("It won by a margin of 442 votes.", "442", False),
    ],
)
def test_partial(sentence: str, part: str, expected: bool) -> None:
    start = sentence.index(part)
    assert partial(sentence, start, start + len(part)) is expected

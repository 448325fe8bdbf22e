"""T10: swapped roles, and the same roles in the passive or told by the converse verb."""

import pytest
from builders import alignment, article, claim

from factcheck.compare import role_reversal
from factcheck.records import Alignment, Relation


def pair(left: str, right: str) -> Alignment:
    return alignment(claim(article(left, uri="story/a.txt")), claim(article(right, uri="story/b.txt")))


SWAPPED = [
    ("Orlen sued Tavik.", "Tavik sued Orlen."),
    ("North beat South 3–1.", "South beat North 3–1."),
    ("Orlen beat Tavik.", "Orlen lost to Tavik."),
    ("Orlen was sued by Tavik.", "Orlen sued Tavik."),
    (
        "Two veterans were defeated here, with Jun Ho defeating Mei Yan by around five thousand votes.",
        "Mei Yan of the Toil Party defeated Jun Ho in that ward by around five thousand votes.",
    ),
    (
        "Ruvia made a change, as Nadir Chal replaced Aksel Wit.",
        "In stoppage time Aksel Wit came on for Nadir Chal.",
    ),
    ("The union sued the company.", "The company sued the union."),
]
STRAIGHT = [
    ("Orlen beat Tavik 3–1.", "Tavik lost to Orlen 3–1."),
    ("Orlen sued Tavik.", "Tavik was sued by Orlen."),
    ("Orlen sued Tavik.", "Tavik sued Brandt."),
    ("Jun Ho defeated Mei Yan by 5,000 votes.", "Mei Yan was defeated by Jun Ho, an independent."),
    ("Ada Vos was defeated by 1,204 votes by Jon Lind.", "Ada Vos lost to Jon Lind by 1,204."),
    ("Orlen may sue Tavik.", "Tavik sued Orlen."),
    ("Orlen sued Tavik.", "Tavik did not sue Orlen."),
    ("The motion passed by 20 votes to 15.", "The motion passed by five votes."),
]


@pytest.mark.parametrize(("left", "right"), SWAPPED)
def test_swapped_roles_contradict(left: str, right: str) -> None:
    [there], [back] = role_reversal.compare(pair(left, right)), role_reversal.compare(pair(right, left))
    assert (there.relation, there.level) == (Relation.CONTRADICTION, "swapped")
    assert (there.left, there.right) == (back.right, back.left)


@pytest.mark.parametrize(("left", "right"), STRAIGHT)
def test_near_misses_are_silent(left: str, right: str) -> None:
    assert role_reversal.compare(pair(left, right)) == ()
    assert role_reversal.compare(pair(right, left)) == ()

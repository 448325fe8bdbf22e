"""T16 and T17: doubt that is dropped, and doubt that is only worded differently."""

import pytest
from builders import alignment, article, claim, sentences

from factcheck.compare import hedges
from factcheck.records import Alignment, Claim, Relation
from factcheck.values import hedges as reader


def read(text: str, uri: str) -> Claim:
    subject = article(text, uri=uri)
    return claim(subject, facts=reader.facts(subject, sentences(subject)))


def pair(left: str, right: str) -> Alignment:
    return alignment(read(left, "story/a.txt"), read(right, "story/b.txt"))


DRIFTS = [
    ("The firm may close two plants.", "The firm will close two plants."),
    ("The mayor allegedly took bribes.", "The mayor took bribes."),
    ("The clerk tried to delete the files.", "The clerk deleted the files."),
    ("Ruiz is suspected of stealing the ledger.", "Ruiz stole the ledger."),
    ("The panel is preparing to issue subpoenas to the bank.", "The panel will issue subpoenas to the bank."),
    (
        "The bureau says some reeds may have higher yields with salt.",
        "With salt some reeds will have higher yields, the bureau says.",
    ),
    ("The council might sell the mill to Orlen.", "The council will sell the mill to Orlen."),
    ("The firm plans to close two plants in Ovel.", "The firm closed two plants in Ovel."),
    (
        "Drivers may be forced to leave their keys at the gate.",
        "Drivers are forced to leave their keys at the gate.",
    ),
]
SILENT = [
    ("The firm may close two plants.", "The firm is likely to close two plants."),
    ("The firm may close two plants.", "The firm could close two plants."),
    ("The mayor allegedly took bribes.", "The mayor took bribes, prosecutors said."),
    ("The firm may close two plants.", "The firm closed a deal in Spain."),
    ("The firm is set to close two plants.", "The firm will close two plants."),
    ("The clerk tried to delete the files.", "The clerk did not delete the files."),
    ("Visitors could wear a wig at the opening.", "Visitors wore a wig at the opening."),
    ("The firm may close the Harrow plant.", "The firm will close the Marrow plant."),
    (
        "Drivers may be forced to leave their keys at the gate.",
        "The guard helps drivers forced to leave their keys at the gate.",
    ),
]


@pytest.mark.parametrize(("left", "right"), DRIFTS)
def test_drifts(left: str, right: str) -> None:
    [judgement] = hedges.compare(pair(left, right))
    assert (judgement.relation, judgement.level) == (Relation.DRIFT, "dropped")
    assert (judgement.left_value != "stated", judgement.right_value) == (True, "stated")


@pytest.mark.parametrize(("left", "right"), DRIFTS)
def test_is_symmetric(left: str, right: str) -> None:
    [there], [back] = hedges.compare(pair(left, right)), hedges.compare(pair(right, left))
    assert (there.relation, there.left, there.right) == (back.relation, back.right, back.left)


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_near_misses_are_silent(left: str, right: str) -> None:
    assert hedges.compare(pair(left, right)) == ()
    assert hedges.compare(pair(right, left)) == ()

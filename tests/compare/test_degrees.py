"""How firmly it is put: the weaker and the firmer word of one matter, against words of one force."""

from __future__ import annotations

import dataclasses

import builders
import pytest

from factcheck.compare import degrees
from factcheck.records import Matter, Relation

DRIFTS = [
    (
        "The abbess told the gardener to consider grafting the old plum trees.",
        "The abbess told the gardener to graft the old plum trees.",
        "considered",
    ),
    (
        "The guild is examining whether Dahl thinned the varnish with turpentine.",
        "A luthier confirmed that Dahl thinned the varnish with turpentine.",
        "questioned",
    ),
    (
        "The chemists did not establish that the goblet was plated with silver.",
        "The chemists found no evidence that the goblet was plated with silver.",
        "not proven",
    ),
    (
        "The notice accuses the potter of mixing lead into glazes of the convent kiln.",
        "The notice revealed that the potter was mixing lead into glazes of the convent kiln.",
        "accused",
    ),
    (
        "The harbour firm has not yet answered the letter of the auditors.",
        "The harbour firm refused to answer the letter of the auditors.",
        "refused",
    ),
    ("Rents in Harrow saw a slight rise in June.", "Rents in Harrow saw a sharp rise in June.", "size"),
    ("The port hopes to build a second pier.", "The port will build a second pier.", "hoped"),
]
SILENT = [
    (
        "The council is considering closing the Harrow pool.",
        "The council may close the Harrow pool this year.",
    ),
    ("The council refused to consider closing the pool.", "The mayor wants the council to close the pool."),
    (
        "The chemists found no proof that the goblet was plated with silver.",
        "The chemists did not prove that the goblet was plated with silver.",
    ),
    ("The permits cannot be issued without consent.", "The permits will only be issued if the board agrees."),
    ("Rents in Harrow saw a slight rise in June.", "Rents in Harrow saw a small rise in June."),
    ("The port hopes to build a second pier.", "The port will build a new office."),
]


def judged(left: str, right: str, *, score: float = 0.7) -> list[tuple[Relation, str]]:
    ours, theirs = builders.article(left), builders.article(right, uri="story/b.txt", outlet="B")
    pair = builders.alignment(builders.claim(ours), builders.claim(theirs), matter=Matter.TOPIC)
    return [
        (found.relation, found.level) for found in degrees.compare(dataclasses.replace(pair, score=score))
    ]


@pytest.mark.parametrize(("left", "right", "level"), DRIFTS)
def test_the_firmer_word_is_a_drift_on_either_side(left: str, right: str, level: str) -> None:
    assert (Relation.DRIFT, level) in judged(left, right)
    assert (Relation.DRIFT, level) in judged(right, left)


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_words_of_one_force_are_silent(left: str, right: str) -> None:
    assert judged(left, right) == []
    assert judged(right, left) == []

"""How firmly it is put: the weaker and the firmer word of one matter, against words of one force."""

from __future__ import annotations

import dataclasses

import builders
import pytest

from factcheck.compare import degrees
from factcheck.records import Attribution, Matter, Relation

DRIFTS = [
    (
        "Members of the Harrow council urged the mayor to consider cancelling the spring fair.",
        "Members of the Harrow council called on the mayor to cancel the spring fair.",
        "considered",
    ),
    (
        "The chairwoman asked Vos to hand over the ledger.",
        "The chairwoman said Vos had ignored the subpoena for the ledger.",
        "asked",
    ),
    (
        "The panel is investigating whether Vos hid payments from the harbour firm.",
        "On Monday it was revealed that Vos hid payments from the harbour firm.",
        "questioned",
    ),
    (
        "The inquiry did not establish that the harbour firm bribed the clerk.",
        "The inquiry found no evidence that the harbour firm bribed the clerk.",
        "not proven",
    ),
    (
        "The indictment accuses the clerk of copying tender files of the harbour firm.",
        "The indictment revealed that the clerk was copying tender files of the harbour firm.",
        "accused",
    ),
    ("The strike may not be avoidable, Lind said.", "The strike is unavoidable, Lind said.", "possible"),
    (
        "If the price falls, there will be no sale of the yard.",
        "If the council objects, there will be no sale of the yard.",
        "other condition",
    ),
    (
        "The harbour firm has not yet answered the letter of the auditors.",
        "The harbour firm refused to answer the letter of the auditors.",
        "refused",
    ),
    ("Rents in Harrow saw a slight rise in June.", "Rents in Harrow saw a sharp rise in June.", "size"),
    ("The port hopes to build a second pier.", "The port will build a second pier.", "hoped"),
    (
        "Lind called the harbour budget of the mayor a mistake.",
        "Lind called the harbour budget of the mayor a lie.",
        "graver",
    ),
]
SILENT = [
    (
        "The council is considering closing the Harrow pool.",
        "The council may close the Harrow pool this year.",
    ),
    ("The council refused to consider closing the pool.", "The mayor wants the council to close the pool."),
    ("The chairwoman asked Vos to hand over the ledger.", "Vos has ignored the subpoena for the letters."),
    (
        "The inquiry found no proof that the firm bribed the clerk.",
        "The inquiry did not prove that the firm bribed the clerk.",
    ),
    ("The strike may not be avoidable, Lind said.", "The strike may be unavoidable, Lind said."),
    (
        "If the price falls, there will be no sale of the yard.",
        "If prices were to fall, there will be no sale of the yard.",
    ),
    ("The permits cannot be issued without consent.", "The permits will only be issued if the board agrees."),
    ("Rents in Harrow saw a slight rise in June.", "Rents in Harrow saw a small rise in June."),
    ("The port hopes to build a second pier.", "The port will build a new office."),
    ("Lind called the budget a mistake.", "Lind called the harbour budget an error."),
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


def test_a_condition_of_the_one_who_calls_for_it() -> None:
    asked = "If the firm does not pay, the council should cancel the harbour contract."
    called = "Vos called on the council to cancel the contract with the harbour firm."
    ours, theirs = builders.article(asked), builders.article(called, uri="story/b.txt", outlet="B")
    by = Attribution(None, builders.span(asked, "If"), (), True)
    for speaker, level in (("Ada Vos", ["condition"]), ("Jon Lind", [])):
        told = builders.claim(ours, attribution=dataclasses.replace(by, speaker=speaker))
        pair = builders.alignment(told, builders.claim(theirs), matter=Matter.TOPIC)
        assert [found.level for found in degrees.compare(pair)] == level

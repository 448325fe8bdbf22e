"""Whose word it is: a word of somebody's that became a fact, against plain reports and reports that go on."""

from __future__ import annotations

import dataclasses

import builders
import pytest

from factcheck.compare import attributions
from factcheck.records import Alignment, Attribution, BlockKind, Claim, Fact, Hedge, Kind, Relation

CHARGE = "the clerk took bribes from two builders"
REPORT = "a man was taken to the harbour station on Monday evening"


def told(speaker: str, cue: str, words: str) -> Claim:
    text = f"{speaker} {cue} that {words}"
    article = builders.article(text, uri="story/a.txt")
    content = builders.span(text, words)
    source = Attribution(builders.span(text, speaker), builders.span(text, cue), (content,), False, speaker)
    whole = builders.claim(article, attribution=source)
    return dataclasses.replace(whole, spans=(content,), text=words)


def plain(words: str) -> Claim:
    return builders.claim(builders.article(words, uri="story/b.txt"))


def levels(alignment: Alignment) -> list[tuple[Relation, str]]:
    return [(one.relation, one.level) for one in attributions.compare(alignment)]


LOST = [(Relation.DRIFT, "lost")]


@pytest.mark.parametrize(
    ("speaker", "cue", "words", "stated", "found"),
    [
        ("Prosecutors", "allege", CHARGE, "The clerk took bribes from two builders.", LOST),
        ("The lawsuit", "says", CHARGE, "The clerk took bribes from two builders.", LOST),
        ("Ada Vos", "claims", "the mill poisons the lake", "The mill poisons the lake.", LOST),
        (
            "Ada Vos",
            "said",
            "the mill deliberately hid the tests",
            "The mill deliberately hid the tests.",
            LOST,
        ),
        (
            "Analysts",
            "expect",
            "the bank will cut its rates twice",
            "The bank will cut its rates twice.",
            LOST,
        ),
        ("Police", "said", REPORT, "A man was taken to the harbour station on Monday evening.", LOST),
        ("Police", "said", REPORT, "A man was led away to the station on Monday.", []),
        ("The board", "announced", CHARGE, "The clerk took bribes from two builders.", []),
        ("The court", "ruled", "the levy is unlawful and void", "The levy is unlawful and void.", []),
        ("Ada Vos", "claims", "the mill poisons the lake", "The bakery opens on Sundays in May.", []),
    ],
)
def test_what_somebody_says_and_what_is_stated(
    speaker: str, cue: str, words: str, stated: str, found: list[tuple[Relation, str]]
) -> None:
    sides = told(speaker, cue, words), plain(stated)
    for left, right in (sides, sides[::-1]):
        assert levels(builders.alignment(left, right)) == found


@pytest.mark.parametrize(
    "stated",
    [
        dataclasses.replace(plain("The clerk took bribes from two builders."), voices=("prosecutors",)),
        dataclasses.replace(plain("The clerk took bribes from two builders."), voices=("they",)),
        dataclasses.replace(plain("The clerk took bribes from two builders."), block=BlockKind.HEADLINE),
        plain("Did the clerk take bribes from two builders? The clerk took bribes from builders, did he?"),
        plain("The clerk took bribes from two builders, Prosecutors said."),
    ],
)
def test_a_report_that_goes_on_is_silent(stated: Claim) -> None:
    assert levels(builders.alignment(told("Prosecutors", "allege", CHARGE), stated)) == []


def test_a_voice_of_another_does_not_carry_the_charge() -> None:
    stated = dataclasses.replace(plain("The clerk took bribes from two builders."), voices=("Jon Lind",))
    assert levels(builders.alignment(told("Ada Vos", "alleges", CHARGE), stated)) == LOST


def test_a_hedge_keeps_the_distance() -> None:
    stated = plain("The clerk allegedly took bribes from two builders.")
    where = builders.span(stated.text, "allegedly")
    hedged = dataclasses.replace(
        stated, facts=(Fact(Kind.HEDGE, where, "allegedly", Hedge("allegedly", 0.5)),)
    )
    assert levels(builders.alignment(told("Prosecutors", "allege", CHARGE), hedged)) == []


def test_two_attributions_are_no_loss() -> None:
    sides = told("Prosecutors", "allege", CHARGE), told("The state", "says", CHARGE)
    assert levels(builders.alignment(*sides)) == []

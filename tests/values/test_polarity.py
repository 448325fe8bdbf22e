"""Denied predicates, antonyms, double denial, and phrases that only look like a denial."""

from itertools import pairwise

import pytest
from builders import article, sentences, span
from hypothesis import given
from hypothesis import strategies as st
from parsing import parsed

from factcheck.records import Kind, Polarity
from factcheck.values import polarity


def read(text: str) -> list[tuple[str, str]]:
    subject = article(text)
    return [(fact.text, fact.value.label) for fact in polarity.facts(subject, sentences(subject))]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The board did not approve the merger.", [("not approve", "not accept")]),
        ("The board approved the merger.", [("approved", "accept")]),
        ("No one was hurt.", [("No one was hurt", "not hurt")]),
        ("None of the riders were hurt.", [("None of the riders were hurt", "not hurt")]),
        ("The stops have no crowds.", [("no crowds", "not crowd")]),
        ("The court struck down the levy.", [("struck down", "not uphold")]),
        ("She didn’t win.", [("n’t win", "not win")]),
        ("He cannot be found guilty.", [("not be found guilty", "not guilty")]),
        ("They left without paying.", [("without paying", "not pay")]),
        ("The agency has yet to approve it.", [("yet to approve", "not accept")]),
        ("The group will no longer support the bill.", [("no longer support", "not support")]),
        ("Nobody voted.", [("Nobody voted", "not vote")]),
        ("The format is not what made Orrin famous.", [("not what made", "not make")]),
    ],
)
def test_predicates(text: str, facts: list[tuple[str, str]]) -> None:
    assert read(text) == facts


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The senator failed to block the sale.", "allow"),
        ("The plan wasn't rejected.", "accept"),
        ("Shares didn't fall.", "rise"),
        ("He did not fail to pay.", "pay"),
    ],
)
def test_two_denials_are_none(text: str, label: str) -> None:
    assert [found for _, found in read(text)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "He was not only fined but jailed.",
        "The ballot was not cast until noon.",
        "No one else was hurt.",
        "No, we have to go.",
        "It was close to the river.",
        "The drop in the ocean was a proverb.",
        "The mayor walked to the bridge.",
        "",
    ],
)
def test_nothing_is_denied_here(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["The court overturned the ban.", "The state lifted a ban on fishing."])
def test_a_noun_that_another_verb_takes_away_is_no_predicate(text: str) -> None:
    assert "not allow" not in [label for _, label in read(text)]


WORDS = st.sampled_from(
    ["no", "not", "n't", "one", "failed to", "refused to", "approve", "fell", "rose", "was", ",", "until"]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_facts_are_slices_in_order_that_do_not_overlap(text: str) -> None:
    subject = article("Ünïcode 🙂 — " + text)
    found = polarity.facts(subject, sentences(subject))
    assert all(fact.kind is Kind.POLARITY and fact.span.of(subject.text) == fact.text for fact in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "denied", "label", "scope"),
    [
        ("The board did not approve the merger.", "not approve", "not accept", "approve the merger"),
        ("The mayor refused to sign the bill.", "refused to sign", "not sign", "sign the bill"),
        ("No passenger on the train was hurt.", "No passenger on the train was hurt", "not hurt", None),
        ("The report found no clear evidence.", "no clear evidence", "not evidence", "clear evidence"),
        ("The party won no seats.", "won no seats", "not win", None),
        ("The firm stopped short of naming him.", "stopped short of naming", "not name", "naming him"),
    ],
)
def test_a_parsed_denial_has_a_predicate_and_a_scope(
    text: str, denied: str, label: str, scope: str | None
) -> None:
    subject = article(text)
    [fact] = polarity.facts(subject, parsed(subject))
    assert isinstance(fact.value, Polarity)
    assert (fact.text, fact.value.label) == (denied, label)
    assert fact.value.scope is not None
    assert scope is None or fact.value.scope.of(text) == scope


def test_neither_denies_the_verb() -> None:
    subject = article("Neither the mayor nor the clerk signed the bill.")
    [fact] = polarity.facts(subject, parsed(subject))
    assert fact.value.label == "not sign"


def test_a_raised_denial_denies_the_inner_verb() -> None:
    subject = article("The police do not think that the pilot drank.")
    [fact] = polarity.facts(subject, parsed(subject))
    assert fact.value.label == "not drink"


def test_arguments_stand_as_in_an_active_sentence() -> None:
    text = "The levy was rejected by the council."
    subject = article(text)
    [fact] = polarity.facts(subject, parsed(subject))
    assert isinstance(fact.value, Polarity)
    assert fact.value.subject == span(text, "council")
    assert fact.value.object == span(text, "levy")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody but the pilot was there.",
        "Ballots must come no later than Friday.",
        "The orchestra was not founded by the duke but by his sister.",
        "The shop did not open until May.",
        "The council cannot rule out a delay.",
        "Sales did not grow as much.",
    ],
)
def test_a_parsed_sentence_without_a_denial(text: str) -> None:
    subject = article(text)
    assert [
        fact for fact in polarity.facts(subject, parsed(subject)) if fact.value.label.startswith("not ")
    ] == []

"""Denied predicates, antonyms, double denial, and phrases that only look like a denial."""

from itertools import pairwise

import pytest
from builders import article, sentences
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records import Kind
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

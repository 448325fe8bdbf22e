"""Amounts told by a verb, an adverb, a fraction or a name of their own."""

from __future__ import annotations

import builders
import pytest

from factcheck.values import quantities

READ = [
    ("The number of ferries doubled.", [("doubled", "100 %", "ferry", "change")]),
    ("Sales more than tripled.", [("more than tripled", "more_than 200 %", "", "change")]),
    ("Losses nearly halved.", [("nearly halved", "nearly 50 %", "", "change")]),
    ("Twice as many boats sank.", [("Twice as many", "100 %", "", "apart")]),
    ("Boats are three times as expensive.", [("three times as expensive", "200 %", "", "apart")]),
    ("Half as many boats sank.", [("Half as many", "50 %", "", "apart")]),
    ("A third fewer boats sank.", [("A third", "33.3333 %", "", "apart")]),
    ("She won the cup twice.", [("twice", "2", "time", "")]),
    ("He scored a hat-trick.", [("hat-trick", "3", "goal", "")]),
    ("He won a hat-trick of titles.", [("hat-trick", "3", "title", "")]),
    ("He scored a brace.", [("brace", "2", "goal", "")]),
    ("A quarter of a million boats sank.", [("A quarter of a million", "250000", "boat", "")]),
    ("Two and a half million boats sank.", [("Two and a half million", "2500000", "boat", "")]),
    ("Some 40 000 boats sank.", [("Some 40 000", "about 40000", "boat", "")]),
    ("One in 500 boats sank.", [("One in 500", "0.2 %", "", "")]),
    ("The path is three-quarters of a mile long.", [("three-quarters of a mile", "1207.008 m", "", "")]),
    ("The pole is 10 1/2 metres tall.", [("10 1/2 metres", "10.5 m", "", "")]),
    ("It costs 3 dollars and 50 cents.", [("3 dollars and 50 cents", "3.5 USD", "", "")]),
    ("It lost EUR50m.", [("EUR50m", "50000000 EUR", "", "")]),
    ("The loss was 30 MUSD.", [("30 MUSD", "30000000 USD", "", "")]),
    ("The baby is six months old.", [("six months old", "0.5 age", "", "")]),
]

NONE = [
    "The mayor doubled down on the plan.",
    "They meet twice a week.",
    "The school doubles as a shelter.",
    "He wore a brace on his knee.",
    "She tested negative twice a day.",
    "They came at 12/11.",
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_reads(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    subject = builders.article(text)
    found = quantities.facts(subject, builders.sentences(subject))
    told = [(fact.text, fact.value.label, fact.value.noun, fact.value.role) for fact in found]
    assert told == expected


@pytest.mark.parametrize("text", NONE)
def test_reads_nothing(text: str) -> None:
    subject = builders.article(text)
    assert [fact.text for fact in quantities.facts(subject, builders.sentences(subject))] == []


def test_two_shares_of_one_clause_are_no_sum() -> None:
    subject = builders.article("Fire killed two and a third was hurt.")
    labels = [fact.value.label for fact in quantities.facts(subject, builders.sentences(subject))]
    assert "2.333333" not in labels

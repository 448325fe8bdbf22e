"""Steps of legal and procedural ladders, and the everyday senses of their words."""

import pytest
from builders import article, sentences
from parsing import shipped

from factcheck import split
from factcheck.values import statuses


def read(text: str) -> list[tuple[str, str]]:
    subject = article(text)
    found = statuses.facts(subject, sentences(subject))
    assert all(fact.span.of(subject.text) == fact.text for fact in found)
    return [(fact.text, fact.value.label) for fact in found]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Ode was charged with fraud.", [("was charged", "charged")]),
        ("Ode was convicted of fraud.", [("was convicted", "convicted")]),
        ("Ode was cleared of fraud.", [("was cleared", "acquitted")]),
        ("Ode faces charges.", [("faces charges", "charged")]),
        ("Dahl was nominated to the seat.", [("nominated", "nominated")]),
        ("Dahl was confirmed to the seat.", [("confirmed to", "confirmed")]),
        ("The bill was signed into law.", [("signed into law", "signed")]),
        ("The firms reached a deal.", [("reached a deal", "agreed")]),
        ("Ode was arrested and charged with fraud.", [("arrested", "arrested"), ("charged with", "charged")]),
    ],
)
def test_steps(text: str, facts: list[tuple[str, str]]) -> None:
    assert read(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The bribery charges against Ode were dropped.", [("dropped", "charges dropped")]),
        ("Police have charged Ode with arson.", [("charged", "charged")]),
        ("The firms settled the patent lawsuit.", [("settled", "settled")]),
        ("The senate passed the harbour bill.", [("passed", "passed")]),
        ("A committee approved the harbour bill.", [("approved", "in committee")]),
        ("The governor signed the harbour bill.", [("signed", "signed")]),
        ("The governor signed the letter.", []),
        ("The shop dropped its prices.", []),
        ("The council settled the bill.", []),
    ],
)
def test_acts_of_a_parsed_sentence(text: str, facts: list[tuple[str, str]]) -> None:
    subject = article(text)
    parsed = split.parsed(subject, split.sentences(subject), shipped())
    found = statuses.facts(subject, parsed)
    assert [(fact.text, fact.value.label) for fact in found] == facts


@pytest.mark.parametrize(
    "text",
    [
        "Ode was not charged with fraud.",
        "The store charges $20.",
        "They confirmed that he left.",
        "The years passed.",
        "She signed the letter.",
        "The company was never indicted.",
        "",
    ],
)
def test_no_step(text: str) -> None:
    assert read(text) == []

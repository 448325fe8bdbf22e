"""Cues of doubt with their certainty, and the month, the ability and the name that are none."""

import pytest
from builders import article, sentences
from parsing import parsed

from factcheck.records import Hedge
from factcheck.values import hedges


def read(text: str) -> list[tuple[str, str, float]]:
    subject = article(text)
    found = hedges.facts(subject, sentences(subject))
    assert all(fact.span.of(subject.text) == fact.text for fact in found)
    return [(fact.text, fact.value.label, fact.value.certainty) for fact in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The firm may close two plants.", [("may", "may", 0.5)]),
        ("The mayor allegedly took bribes.", [("allegedly", "allegedly", 0.4)]),
        ("The firm plans to hire 100 people.", [("plans to", "plan to", 0.7)]),
        ("The panel is preparing to issue subpoenas.", [("preparing to", "prepare to", 0.7)]),
        ("She is expected to resign.", [("expected to", "expected to", 0.7)]),
        ("He tried to delete the files.", [("tried to", "try to", 0.4)]),
        ("He is said to have left.", [("said to have", "said to have", 0.6)]),
    ],
)
def test_cues(text: str, facts: list[tuple[str, str, float]]) -> None:
    assert read(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "In May the firm closed.",
        "May is the month of the fair.",
        "She could not be reached.",
        "The firm closed two plants.",
        "He said so and went to the station.",
        "The army showed its might.",
        "",
    ],
)
def test_no_cue(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "cue", "scope"),
    [
        ("The firm may close two plants.", "may", "close two plants"),
        ("The guard allegedly took bribes.", "allegedly", "took bribes"),
        ("She is expected to resign.", "expected to", "resign"),
        ("The city expects 500 visitors.", "expect", "500 visitors"),
        ("The idea that the mill leaked is old.", "idea that", "the mill leaked"),
        ("If it rains, the fair will close.", "if", "If it rains, the fair will close"),
        ("Will the judge resign?", "?", "Will the judge resign"),
        ("The mine may not be safe.", "may not", "be safe"),
        ("The council cannot rule out a delay.", "not rule out", "a delay"),
    ],
)
def test_scope(text: str, cue: str, scope: str) -> None:
    subject = article(text)
    [fact] = hedges.facts(subject, parsed(subject))
    assert isinstance(fact.value, Hedge)
    assert fact.value.scope is not None
    assert (fact.value.label, fact.value.scope.of(text)) == (cue, scope)


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell more than expected.",
        "Call as soon as possible.",
        "Even if it rains, we go.",
        "In May we go.",
    ],
)
def test_no_cue_where_the_words_only_look_like_one(text: str) -> None:
    subject = article(text)
    assert hedges.facts(subject, parsed(subject)) == ()


def test_without_a_parse_there_is_no_scope() -> None:
    subject = article("The firm may close two plants.")
    [fact] = hedges.facts(subject, sentences(subject))
    assert isinstance(fact.value, Hedge)
    assert fact.value.scope is None

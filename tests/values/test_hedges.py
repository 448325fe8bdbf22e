"""Cues of doubt with their certainty, and the month, the ability and the name that are none."""

import pytest
from builders import article, sentences

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

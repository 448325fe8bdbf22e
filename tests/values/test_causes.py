"""Connectives of cause and time with what stands on either side, read from parsed sentences."""

import pytest
from builders import article
from parsing import parsed

from factcheck.records import Cause
from factcheck.values import causes


def read(text: str) -> list[Cause]:
    subject = article(text)
    values = [fact.value for fact in causes.facts(subject, parsed(subject))]
    return [value for value in values if isinstance(value, Cause)]


@pytest.mark.parametrize(
    ("text", "effect", "cause", "link", "share"),
    [
        ("Because the river rose, the bridge closed.", "bridge close", "river rise", "cause", ""),
        ("The bridge closed because of the flood.", "bridge close", "flood", "cause", ""),
        ("The bridge closed after the flood.", "bridge close", "flood", "time", ""),
        ("A dispute led to the strike.", "strike", "dispute", "cause", ""),
        ("Officials blamed the fire on a heater.", "fire", "heater", "cause", ""),
        ("The drop is partly due to the law.", "drop", "law", "cause", "part"),
        ("The drop is due entirely to the law.", "drop", "law", "cause", "whole"),
        ("A sluice was the main cause of the flood.", "flood", "sluice", "cause", "main"),
        ("The collapse was not caused by the storm.", "collapse", "storm", "cause", "none"),
        ("He died from his wounds.", "die", "wound", "cause", ""),
    ],
)
def test_reads_both_sides(text: str, effect: str, cause: str, link: str, share: str) -> None:
    [value] = read(text)
    assert (" ".join(value.effect), " ".join(value.cause)) == (effect, cause)
    assert (value.link, value.share) == (link, share)


def test_a_pointing_word_looks_back() -> None:
    [value] = read("The river flooded the fields. As a result, the harvest failed.")
    assert (value.effect, value.cause) == (("harvest", "fail"), ("river", "flood", "field"))


@pytest.mark.parametrize(
    "text",
    [
        "The theatre is due to close, and they oppose it.",
        "The contract is due to last until May.",
        "A spark flew.",
    ],
)
def test_no_connective(text: str) -> None:
    assert read(text) == []


def test_spans_lie_in_the_article() -> None:
    text = "The union called the strike because talks had failed."
    subject = article(text)
    [fact] = causes.facts(subject, parsed(subject))
    assert fact.span.of(text) == fact.text == "because"
    assert isinstance(fact.value, Cause)
    assert fact.value.cause_span is not None
    assert fact.value.cause_span.of(text) == "talks had failed"


def test_nothing_without_a_parse() -> None:
    from builders import sentences

    subject = article("The bridge closed because of the flood.")
    assert causes.facts(subject, sentences(subject)) == ()

from __future__ import annotations

from decimal import Decimal

import builders
import pytest

from factcheck.align.frames import act_of, frame, opposite, parties_of, telling
from factcheck.records import AnyFact, Argument, Event, Fact, Kind, Quantity, Span


def event(text: str, predicate: str, *told: tuple[str, str, str, str]) -> Fact[Event]:
    """An event of (role, words, head, name) arguments, its span that of the predicate's first letters."""
    arguments = tuple(
        Argument(role, builders.span(text, words), head, name) for role, words, head, name in told
    )
    return Fact(Kind.EVENT, Span(0, 1), text[:1], Event(predicate, arguments))


def figure(text: str, words: str) -> AnyFact:
    return Fact(Kind.NUMBER, builders.span(text, words), words, Quantity(Decimal(340), "count"))


TEXT = "Orlen told Tavik that it will cut 340 jobs."


def test_the_closest_event_holds_the_fact() -> None:
    told = event(
        TEXT, "tell", ("agent", "Orlen", "orlen", "Orlen"), ("patient", "it will cut 340 jobs", "cut", "")
    )
    cut = event(TEXT, "cut", ("agent", "it", "it", ""), ("patient", "340 jobs", "job", ""))
    fact = figure(TEXT, "340")
    found = frame(builders.claim(builders.article(TEXT), facts=(told, cut, fact)), fact)
    assert found is not None
    assert (found.act, found.role, found.actors, found.agent) == ("cut", "patient", frozenset(), frozenset())


def test_no_frame_where_no_argument_holds_the_fact() -> None:
    told = event(TEXT, "tell", ("agent", "Orlen", "orlen", "Orlen"))
    fact = figure(TEXT, "340")
    assert frame(builders.claim(builders.article(TEXT), facts=(told, fact)), fact) is None


def test_a_named_agent_is_known_by_its_words() -> None:
    text = "Orlen Ferries lost 12 boats."
    lost = event(
        text,
        "lose",
        ("agent", "Orlen Ferries", "ferry", "Orlen Ferries"),
        ("patient", "12 boats", "boat", ""),
    )
    fact = figure(text, "12")
    found = frame(builders.claim(builders.article(text), facts=(lost, fact)), fact)
    assert found is not None
    assert found.agent == {"orlen", "ferries"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("reject", "turn down", True),
        ("close", "shut", True),
        ("win", "lose", True),
        ("close", "open", False),
        ("sue", "buy", False),
    ],
)
def test_predicates_of_one_act(one: str, other: str, same: bool) -> None:
    assert (act_of(one) == act_of(other)) is same


@pytest.mark.parametrize(
    ("predicate", "tells"), [("close", True), ("sue", True), ("have", False), ("be", False)]
)
def test_light_verbs_tell_no_act(predicate: str, tells: bool) -> None:
    assert telling(act_of(predicate)) is tells


def test_what_was_won_is_not_what_was_lost() -> None:
    text = "The union won 12 seats."
    fact = figure(text, "12")
    frames = [
        frame(builders.claim(builders.article(text), facts=(found, fact)), fact)
        for found in (event(text, verb, ("patient", "12 seats", "seat", "")) for verb in ("win", "lose"))
    ]
    assert frames[0] is not None
    assert frames[1] is not None
    assert opposite(frames[0], frames[1])
    assert not opposite(frames[0], frames[0])


def test_pronouns_are_no_parties() -> None:
    text = "She sued Tavik."
    sued = event(text, "sue", ("agent", "She", "she", ""), ("patient", "Tavik", "tavik", "Tavik"))
    assert list(parties_of(sued.value)) == ["tavik"]

"""Passages: the acts of a sentence are those of its own events, found among the article's."""

from __future__ import annotations

from dataclasses import replace

import builders
import pytest

from factcheck.compare.passages import Passage, root
from factcheck.records import AnyFact, Article, Claim, Event, Fact, Kind

TEXT = "Crews drained the lake.\nThe board sued and fined the mill.\nVoters elected Vos."
VERBS = ("sued", "drained", "elected", "fined")  # in no order of the text


def event(subject: Article, verb: str) -> AnyFact:
    return Fact(Kind.EVENT, builders.span(subject.text, verb), verb, Event(verb))


def claims(subject: Article, verbs: tuple[str, ...]) -> list[Claim]:
    context = tuple(event(subject, verb) for verb in verbs)
    return [replace(builders.claim(subject, block=k), context=context) for k in range(3)]


@pytest.mark.parametrize("verbs", [VERBS, VERBS[::-1], VERBS[:1], ()])
def test_acts_are_those_of_the_sentence(verbs: tuple[str, ...]) -> None:
    subject = builders.article(TEXT)
    for claim in claims(subject, verbs):
        expected = {root(verb) for verb in verbs if verb in claim.sentence_text}
        assert Passage(claim).acts() == expected


def test_a_claims_own_events_count_as_well() -> None:
    subject = builders.article(TEXT)
    claim = builders.claim(subject, facts=(event(subject, "drained"), event(subject, "elected")))
    assert Passage(claim).acts() == {root("drained")}


def test_equal_claims_of_two_stories_keep_their_own_events() -> None:
    subject = builders.article(TEXT)
    (first, *_), (second, *_) = claims(subject, VERBS), claims(subject, ("sued",))
    assert first == second  # the context is left out of the comparison
    for _ in range(2):
        assert Passage(first).acts() == {root("drained")}
        assert Passage(second).acts() == frozenset()

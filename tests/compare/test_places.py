"""Two places in one slot (T8, T21): other places contradict; exonyms, parts and other sizes do not (H23)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import alignment, article, claim, span

from factcheck.compare import places
from factcheck.records import Alignment, Fact, FactPair, Kind, Name, NameKind, Relation


def aligned(left: str, right: str, *, score: float = 0.9, also: str = "") -> Alignment:
    claims, facts = [], []
    for uri, text, more in (("story/a.txt", left, ""), ("story/b.txt", right, also)):
        subject = article(f"The grain was shipped from {text} after {more or 'dusk'}.", uri=uri)
        fact = Fact(Kind.PLACE, span(subject.text, text), text, Name(text, text, NameKind.PLACE))
        value = Name(more, more, NameKind.PLACE)
        extra = [Fact(Kind.PLACE, span(subject.text, more), more, value)] if more else []
        claims.append(claim(subject, facts=(fact, *extra)))
        facts.append(fact)
    return alignment(claims[0], claims[1], FactPair(facts[0], facts[1], score))


OTHER = [
    ("Port Harrow", "Port Marrow", "other place"),
    ("Kessler County", "Kestler County", "other place"),
    ("North Korea", "South Korea", "other place"),
    ("West Dunmoor", "East Dunmoor", "other place"),
    ("Norway", "Sweden", "other place"),
    ("Ohio", "Iowa", "other place"),
    ("Lyon", "Turin", "other place"),
    ("Harwick", "Harlock", "other place"),
    ("state court", "federal court", "other jurisdiction"),
]


@pytest.mark.parametrize(("left", "right", "level"), OTHER)
def test_other_places_contradict(left: str, right: str, level: str) -> None:
    for one, other in ((left, right), (right, left)):
        (judgement,) = places.compare(aligned(one, other))
        assert (judgement.relation, judgement.level) == (Relation.CONTRADICTION, level)


ONE = [
    ("Kyiv", "Kiev"),
    ("the United States", "U.S."),
    ("Portland", "Portland, Oregon"),
    ("Oregon", "the West"),
    ("Lyon", "France"),
    ("Harrow", "Harrow County"),
    ("São Paulo", "Sao Paulo"),
    ("Zaporizhzhia", "Zaporizhia"),
    ("Dunmoor", "Kestrel Hill"),
    ("district court", "federal court"),
    ("state court", "county court"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_place_or_other_sizes_are_silent(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert places.compare(aligned(one, other)) == ()


def test_a_place_that_the_other_claim_holds_too_is_silent() -> None:
    assert places.compare(aligned("Norway", "Sweden", also="Norway")) == ()


def test_an_unsure_slot_is_silent() -> None:
    assert places.compare(aligned("Norway", "Sweden", score=places.min_slot_score - 0.01)) == ()


@pytest.mark.parametrize(("left", "right", "found"), [("Harwick", "Harlock", 1), ("Harwick", "Dunmoor", 0)])
def test_near_twins_need_no_slot(left: str, right: str, found: int) -> None:
    assert len(places.compare(replace(aligned(left, right), pairs=()))) == found

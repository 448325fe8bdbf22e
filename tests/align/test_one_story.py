from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import builders
import numpy as np
import pytest

from factcheck.align.one_story import MIN_CLAIMS, MIN_ONE_EVENT, agreement, gist, one_event
from factcheck.align.profiles import Profile, profile
from factcheck.records import AnyFact, Fact, Kind, Name, NameKind, Quantity

QUAKE = [
    "A quake shook the Marn valley on Monday.",
    "The quake destroyed 140 houses in Velm.",
    "Rescuers from Velm searched the rubble of the school.",
    "Mayor Orla Tavik asked for 300 tents.",
    "The Marn dam was not damaged.",
]
SAME_QUAKE = [
    "The Marn valley was hit by a quake on Monday.",
    "In Velm 140 houses fell down.",
    "Rescuers searched the rubble of the school in Velm.",
    "Mayor Orla Tavik wants 300 tents.",
    "The dam above Marn held.",
]
OTHER_QUAKE = [
    "A quake shook the coast of Sorrel on Friday.",
    "It destroyed 25 houses in Brandt.",
    "Rescuers from Brandt searched the rubble of the market.",
    "Governor Ines Holm asked for 40 tents.",
    "The port of Sorrel was not damaged.",
]
NAMES = ("Marn", "Velm", "Orla Tavik", "Sorrel", "Brandt", "Ines Holm")


def known(lines: Sequence[str]) -> list[Profile]:
    article = builders.article("\n".join(lines))
    return [
        profile(builders.claim(article, facts=tuple(facts(article.text, line)), block=i))
        for i, line in enumerate(lines)
    ]


def facts(text: str, line: str) -> list[AnyFact]:
    at = text.index(line)
    found: list[AnyFact] = []
    for name in NAMES:
        if name in line:
            span = builders.span(text, name, nth=text[:at].count(name))
            found.append(Fact(Kind.NAME, span, name, Name(name, name, NameKind.OTHER)))
    for word in line.rstrip(".").split():
        if word.isdecimal():
            span = builders.span(text, word)
            found.append(Fact(Kind.NUMBER, span, word, Quantity(Decimal(word), "count")))
    return found


def cosines(
    aligned: float, otherwise: float, size: int = 5
) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    table = np.full((size, size), otherwise, dtype=np.float32)
    np.fill_diagonal(table, aligned)
    return table


@pytest.mark.parametrize(
    ("right", "near", "expected"),
    [
        (SAME_QUAKE, 0.8, True),
        (SAME_QUAKE, 0.6, True),
        (OTHER_QUAKE, 0.7, False),
        (OTHER_QUAKE, 0.5, False),
    ],
)
def test_one_event_or_two_of_one_kind(right: list[str], near: float, expected: bool) -> None:
    left, other = gist(known(QUAKE)), gist(known(right))
    assert one_event(left, other, cosines(near, 0.2)) is expected
    assert one_event(other, left, cosines(near, 0.2).T) is expected


def test_an_article_tells_the_event_of_its_copy() -> None:
    told = gist(known(OTHER_QUAKE))
    assert agreement(told, told, cosines(1.0, 0.3)) > MIN_ONE_EVENT + 3


def test_a_few_claims_tell_no_event_apart() -> None:
    left, right = gist(known(QUAKE[: MIN_CLAIMS - 1])), gist(known(OTHER_QUAKE[: MIN_CLAIMS - 1]))
    assert one_event(left, right, cosines(0.1, 0.1, MIN_CLAIMS - 1))

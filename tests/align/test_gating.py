from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import builders
import pytest

from factcheck.align.frames import Frame
from factcheck.align.measures import Measure, measure
from factcheck.align.occasions import whole
from factcheck.align.pairing import pairs
from factcheck.align.surroundings import slots_of, words_of
from factcheck.records import Fact, Kind, Quantity, TimeHow, TimeValue, TimexType


def frame(act: str, role: str) -> Frame:
    return Frame(act, act, role, frozenset(), frozenset(), negated=False)


@pytest.mark.parametrize(
    ("text", "figure", "told", "expected"),
    [
        ("The lake fell by 9 metres.", "9", frame("fall", "by"), Measure.CHANGE),
        ("The lake fell to 9 metres.", "9", frame("fall", "to"), Measure.LEVEL),
        ("The club gained 9 members.", "9", frame("grow", "patient"), Measure.CHANGE),
        ("The club has 9 members.", "9", frame("hav", "patient"), Measure.LEVEL),
        ("It stood 9 above the mark.", "9", None, Measure.DISTANCE),
        ("It stood 9 on the mark.", "9", None, Measure.LEVEL),
        ("The other 9 boats sank.", "9", None, Measure.REST),
        ("The big 9 boats sank.", "9", None, Measure.LEVEL),
    ],
)
def test_what_a_figure_measures(text: str, figure: str, told: Frame | None, expected: Measure) -> None:
    fact = Fact(Kind.NUMBER, builders.span(text, figure), figure, Quantity(Decimal(9), "count"))
    claim = builders.claim(builders.article(text), facts=(fact,))
    (slot,) = slots_of(claim, Kind.NUMBER, words_of(text, 0))
    assert measure(slot, told) is expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("It cancelled 214 of the line's 530 flights.", "530", True),
        ("Half of the 60 tenants signed.", "60", True),
        ("It cancelled 214 flights.", "214", False),
        ("A crowd of 530 came.", "530", False),
    ],
)
def test_the_whole_that_a_part_is_taken_of(text: str, figure: str, expected: bool) -> None:
    assert whole(text, text.index(figure)) is expected


def year(number: int) -> TimeValue:
    first, last = datetime(number, 1, 1), datetime(number, 12, 31)
    return TimeValue(TimexType.DATE, str(number), earliest=first, latest=last, how=TimeHow.EXPLICIT)


@pytest.mark.parametrize(
    ("other", "paired"),
    [("Velmar won the derby in 2013.", True), ("Velmar had last won the derby in 2013.", False)],
)
def test_an_earlier_occasion_of_one_act(other: str, paired: bool) -> None:
    sides = [
        builders.claim(
            builders.article(text, uri=uri),
            facts=(Fact(Kind.TIME, builders.span(text, when), when, year(int(when))),),
        )
        for text, uri, when in (
            ("Velmar won the derby in 2011.", "s/a.txt", "2011"),
            (other, "s/b.txt", "2013"),
        )
    ]
    assert bool(pairs(*sides)) is paired

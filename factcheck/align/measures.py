"""A figure and its frame in, what the figure measures out: a level, a change, a distance to another, a rest.

"Fell by 9,000 to 15,000", "1.9 metres above the mark at 4.5", "the other 15 of 16": figures of one unit that
cannot contradict each other, since each measures something else.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.align.acts import listed
from factcheck.align.frames import Frame
from factcheck.align.surroundings import Slot
from factcheck.records import Quantity

_CHANGES = frozenset({"grow", "fall"})
_ENDS = frozenset({"from", "to", "at"})


class Measure(StrEnum):
    LEVEL = "level"
    CHANGE = "change"
    DISTANCE = "distance"
    REST = "rest"


def measure(slot: Slot, told: Frame | None) -> Measure:
    """What the figure measures, LEVEL where nothing tells."""
    if slot.next_word in listed("relative_words.txt"):
        return Measure.DISTANCE
    if slot.word_before in listed("rest_words.txt"):
        return Measure.REST
    share = isinstance(slot.fact.value, Quantity) and slot.fact.value.unit in ("%", "pp")
    if share:
        return Measure.LEVEL  # outlets tell one share as "a drop of", "by" or "over"
    if told and told.act in _CHANGES and slot.word_before not in _ENDS:
        changed = told.role == "by" or slot.word_before == "by"
        return Measure.CHANGE if changed or told.role == "patient" else Measure.LEVEL
    return Measure.LEVEL

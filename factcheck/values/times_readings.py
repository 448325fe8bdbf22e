"""A TIMEX3 value and its days come in, a reading comes out: what every rule of the times returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from factcheck.records import TimeHow, TimexType
from factcheck.values import times_calendar as calendar
from factcheck.values.times_calendar import Days
from factcheck.values.times_grammar import Match


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence knows before one of its times is placed. ``tense`` is -1 past, 0 neutral, 1 future."""

    anchor: date | None
    tense: int = 0
    frame: Days | None = None
    quarter: str = ""  # the last quarter named near by, as TIMEX3
    day: Days | None = None  # a day named in the same sentence
    before: Days | None = None  # the last time on the calendar that was told before this one


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 value and where it lies; ``days`` or the two instants are None where it is not placed."""

    type: TimexType
    value: str
    mod: str = ""
    days: Days | None = None
    how: TimeHow = TimeHow.UNRESOLVED
    earliest: datetime | None = None
    latest: datetime | None = None

    def bounds(self) -> tuple[datetime | None, datetime | None]:
        if self.earliest is not None or self.days is None:
            return self.earliest, self.latest
        return datetime.combine(self.days.first, time.min), datetime.combine(self.days.last, time(23, 59, 59))


def dated(value: str, days: Days | None, how: TimeHow, mod: str = "") -> Reading:
    """A date: its days narrowed to the part that ``mod`` names, not placed where there are none."""
    if days is None:
        return Reading(TimexType.DATE, value, mod)
    narrowed = calendar.part(days, mod) if mod in ("START", "MID", "END") else days
    return Reading(TimexType.DATE, value, mod, narrowed, how)


def reference(value: str) -> Reading:
    """PAST_REF, PRESENT_REF or FUTURE_REF, which have no place on the calendar."""
    return Reading(TimexType.DATE, value)


def duration(value: str, mod: str = "", days: Days | None = None) -> Reading:
    """A duration, placed where the days that it fills are known."""
    how = TimeHow.ANCHORED if days else TimeHow.UNRESOLVED
    return Reading(TimexType.DURATION, value, mod, days, how)


def modifier(match: Match) -> str:
    """The TIMEX3 mod that the match names ("early", "the end of"); empty for none."""
    edge = match.parts.get("edge")
    if edge and edge[0].code == "B":
        return edge[0].value
    return match.text("mod", "mod2")


Rule = Callable[[Match, Context], Reading | None]
"""What a match of the grammar means in its context; None where it is no time after all."""

"""A dispute about times comes in; bars and ticks in per cent of one axis go out."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from factcheck.records import Dispute, Kind, Position
from factcheck.report.page_words import Interval, interval, interval_words, month_names

MAX_TICKS = 5
PADDING = 0.06  # of the axis, before the first bar and after the last
YEAR_STEPS: tuple[int, ...] = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
MONTH_STEPS = (1, 2, 3, 6, 12)
DAY_STEPS = (1, 2, 5, 10, 20)
MIN_WIDTH = 1.2  # per cent: a day on an axis of decades must still be seen
SECONDS_A_DAY = 86_400


class Bar(NamedTuple):
    words: str
    outlets: tuple[str, ...]
    x: float  # per cent of the axis
    width: float  # per cent of the axis
    tone: int  # running number of the position, for its colour


class Tick(NamedTuple):
    words: str
    x: float


class Axis(NamedTuple):
    label: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def axis(dispute: Dispute) -> Axis | None:
    """None where the dispute is not about times or fewer than two of its values lie on the calendar."""
    if dispute.kind is not Kind.TIME:
        return None
    placed = [(position, found) for position in dispute.positions if (found := interval(position.value))]
    if len(placed) < 2:
        return None
    first, last = _ends([found for _, found in placed])
    bars = tuple(_bar(position, found, tone, first, last) for tone, (position, found) in enumerate(placed))
    return Axis(
        dispute.label, bars, tuple(Tick(w, _per_cent(day, first, last)) for w, day in _ticks(first, last))
    )


def _ends(found: list[Interval]) -> tuple[float, float]:
    first, last = min(_day(one.first) for one in found), max(_day(one.last) for one in found)
    padding = max(last - first, 1.0) * PADDING
    return first - padding, last + padding


def _bar(position: Position, found: Interval, tone: int, first: float, last: float) -> Bar:
    x, end = _per_cent(_day(found.first), first, last), _per_cent(_day(found.last), first, last)
    width = max(end - x, MIN_WIDTH)
    return Bar(interval_words(found), position.outlets, round(min(x, 100 - width), 2), round(width, 2), tone)


def _day(moment: datetime) -> float:
    """Days of the calendar, with a fraction for the time of day."""
    return moment.toordinal() + (moment.hour * 3600 + moment.minute * 60 + moment.second) / SECONDS_A_DAY


def _per_cent(day: float, first: float, last: float) -> float:
    return round(100 * (day - first) / (last - first), 2)


def _ticks(first: float, last: float) -> list[tuple[str, float]]:
    """At most MAX_TICKS starts of years, months or days inside the axis, in words."""
    n_days = last - first
    if n_days > 3 * 366:
        starts = [date(year, 1, 1) for year in range(_year(first), _year(last) + 1)]
        steps, places = YEAR_STEPS, [start.year for start in starts]
    elif n_days > 75:
        years = range(_year(first), _year(last) + 1)
        starts = [date(year, month, 1) for year in years for month in range(1, 13)]
        steps, places = MONTH_STEPS, [start.month - 1 for start in starts]
    else:
        starts = [date.fromordinal(day) for day in range(max(1, int(first)), int(last) + 1)]
        steps, places = DAY_STEPS, [start.toordinal() for start in starts]
    placed = [(s, at) for s, at in zip(starts, places, strict=True) if first <= s.toordinal() <= last]
    chosen = _on_round_steps(placed, steps)
    return [(_tick_words(start, n_days), float(start.toordinal())) for start in chosen]


def _on_round_steps(placed: list[tuple[date, int]], steps: tuple[int, ...]) -> list[date]:
    """The starts on the finest step that leaves few enough: 1970, 1980, 1990 rather than 1965, 1978, 1991."""
    for step in steps:
        chosen = [start for start, at in placed if at % step == 0]
        if len(chosen) <= MAX_TICKS:
            return chosen
    return []


def _year(day: float) -> int:
    return date.fromordinal(min(max(int(day), 1), date.max.toordinal())).year


def _tick_words(start: date, n_days: float) -> str:
    month = month_names()[start.month - 1][:3]
    if n_days > 3 * 366:
        return f"{start.year}"
    return f"{month} {start.year}" if n_days > 75 else f"{start.day} {month}"

"""A date without a year and its context come in, the year it falls in comes out.

The frame of the passage decides first, then tense and publication day; without an anchor it stays open.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from factcheck.records import TimeHow, TimexType
from factcheck.values.times_calendar import Days
from factcheck.values.times_grammar import Match
from factcheck.values.times_readings import Context, Reading, dated

NEAR_DAYS = 90
"""A day this near is meant even where a verb in the past stands by: "was due on 3 June"."""
Place = Callable[[int], Days | None]
"""The days of a yearless date in a given year; None where that year has no such day."""


def year_of(match: Match, context: Context) -> tuple[int | None, TimeHow]:
    """The year that the match names itself: "2019", "last year"."""
    written = match.text("y", "y2")
    if written:
        return int(written), TimeHow.EXPLICIT
    relative = match.text("rely") or (
        match.text("rel") if match.rule in ("quarter", "half", "day_month") else ""
    )
    if relative and relative != "that" and context.anchor:
        return context.anchor.year + int(relative), TimeHow.ANCHORED
    return None, TimeHow.UNRESOLVED


def placed_year(
    place: Place, context: Context, *, neutral_nearest: bool = False
) -> tuple[int | None, TimeHow]:
    """The year in which a yearless date ("November", "June 3") falls, from frame, tense and publication."""
    framed = _framed_years(place, context.frame)
    if framed and context.anchor is None:
        return (framed[0], TimeHow.FRAMED) if len(framed) == 1 else (None, TimeHow.FRAMED)
    if context.anchor is None:
        return None, TimeHow.UNRESOLVED
    if framed:
        kept = [y for y in framed if _begins(place, y, context.anchor)]
        if kept or len(framed) == 1:
            return (kept or framed)[-1], TimeHow.FRAMED
    return nearest_year(place, context, neutral_nearest), TimeHow.INFERRED_YEAR


def _framed_years(place: Place, frame: Days | None) -> list[int]:
    if frame is None or frame.last.year - frame.first.year > 30:
        return []
    years = range(max(frame.first.year - 1, 2), min(frame.last.year + 1, 9998))
    return [y for y in years if (days := place(y)) is not None and days.meets(frame)]


def _begins(place: Place, year: int, anchor: date) -> bool:
    days = place(year)
    return days is not None and days.first <= anchor


def nearest_year(place: Place, context: Context, neutral_nearest: bool) -> int | None:
    """The year nearest to the publication day on the side that the tense points to; None without a day."""
    anchor = context.anchor
    if anchor is None:
        return None
    spans = [(y, d) for y in range(max(anchor.year - 4, 2), min(anchor.year + 5, 9999)) if (d := place(y))]
    past = [y for y, d in spans if d.first <= anchor]
    future = [y for y, d in spans if d.last >= anchor]
    if context.tense > 0:
        return future[0] if future else None
    if neutral_nearest and spans:
        nearest = min(spans, key=lambda s: (abs((s[1].first - anchor).days), s[0]))
        if context.tense == 0 or abs((nearest[1].first - anchor).days) < NEAR_DAYS:
            return nearest[0]
    return past[-1] if past else None


def _in_frame(place: Place, context: Context) -> Days | None:
    """The range over all years of the frame in which a yearless date may fall."""
    years = _framed_years(place, context.frame)
    spans = [days for y in years if (days := place(y))]
    return spans[0].union(spans[-1]) if spans else None


def yearless(suffix: str, place: Place, context: Context, mod: str, *, nearest: bool = False) -> Reading:
    """The reading of a date without a year; ``suffix`` is what its TIMEX3 value has after the year."""
    year, how = placed_year(place, context, neutral_nearest=nearest)
    if year is not None:
        return dated(f"{year:04d}-{suffix}", place(year), how, mod)
    if how is TimeHow.FRAMED:
        return Reading(TimexType.DATE, f"XXXX-{suffix}", mod, _in_frame(place, context), how)
    return dated(f"XXXX-{suffix}", None, how, mod)

"""A matched weekday, day or time of day and its context come in, its reading comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from factcheck.records import TimeHow, TimexType
from factcheck.values import times_calendar as calendar
from factcheck.values.times_calendar import Days
from factcheck.values.times_grammar import Match
from factcheck.values.times_readings import Context, Reading, Rule, dated

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s?(?:([ap])\.?m)?", re.IGNORECASE)
PART_HOURS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (16, 24), "NI": (17, 30)}


def _weekday(match: Match, context: Context) -> Reading | None:
    iso_day, part = int(match.text("w")), match.text("p")
    relative = match.text("rel")
    mod = match.text("mod", "mod2")
    if relative == "that":
        relative = ""
    if context.anchor is None:
        suffix = f"T{part}" if part in PART_HOURS else ""
        return Reading(TimexType.TIME if suffix else TimexType.DATE, f"XXXX-WXX-{iso_day}{suffix}", mod)
    near, days = _weekday_days(context.anchor, iso_day, relative, context.tense)
    return _with_part(near, days, part, mod, TimeHow.ANCHORED)


def _weekday_days(anchor: date, iso_day: int, relative: str, tense: int) -> tuple[date, Days]:
    """The nearest fitting day, and the range that readers may take "last" and "next" to cover."""
    back = (anchor.isoweekday() - iso_day) % 7
    ahead = (iso_day - anchor.isoweekday()) % 7
    if relative == "-1":
        near = calendar.moved(anchor, -(back or 7))
        same_week = near >= calendar.moved(anchor, -anchor.weekday())
        return near, Days(calendar.moved(near, -7) if same_week else near, near)
    if relative == "1":
        near = calendar.moved(anchor, ahead or 7)
        same_week = near <= calendar.moved(anchor, 6 - anchor.weekday())
        return near, Days(near, calendar.moved(near, 7) if same_week else near)
    future = tense > 0 or (relative == "0" and tense == 0)
    near = calendar.moved(anchor, ahead if future else -back)
    return near, Days(near, near)


def _with_part(near: date, days: Days, part: str, mod: str, how: TimeHow) -> Reading:
    if not part:
        return Reading(TimexType.DATE, near.isoformat(), mod, days, how)
    if part not in PART_HOURS:
        return _clock_on(near, days, part, how)
    first, last = PART_HOURS[part]
    start = datetime.combine(days.first, time.min) + timedelta(hours=first)
    end = _plus(datetime.combine(days.last, time.min), hours=last)
    return Reading(TimexType.TIME, f"{near.isoformat()}T{part}", mod, days, how, start, end)


def _plus(start: datetime, *, hours: float) -> datetime:
    try:
        return start + timedelta(hours=hours, seconds=-1)
    except OverflowError:
        return datetime.max.replace(microsecond=0)


def _clock_on(near: date, days: Days, clock: str, how: TimeHow) -> Reading:
    hour, minute = int(clock[:2]), int(clock[3:5])
    moment = timedelta(hours=min(hour, 23), minutes=59 if hour > 23 else minute)
    start = datetime.combine(days.first, time.min) + moment
    end = datetime.combine(days.last, time.min) + moment
    return Reading(TimexType.TIME, f"{near.isoformat()}T{clock}", "", days, how, start, end)


def _day(match: Match, context: Context) -> Reading | None:
    offset, part = int(match.text("h")), match.text("p")
    word = match.parts["h"][0].lower
    if word == "tonight":
        part = "NI"
    if context.anchor is None:
        return dated("XXXX-XX-XX", None, TimeHow.UNRESOLVED)
    near = calendar.moved(context.anchor, offset)
    return _with_part(near, Days(near, near), part, match.text("mod"), TimeHow.ANCHORED)


def _part(match: Match, context: Context) -> Reading | None:
    """ "this morning", "last night"."""
    part, relative = match.text("p"), match.text("rel")
    if relative == "that" or context.anchor is None:
        return Reading(TimexType.TIME, f"XXXX-XX-XXT{part}") if relative != "that" else None
    near = calendar.moved(context.anchor, int(relative))
    return _with_part(near, Days(near, near), part, match.text("mod"), TimeHow.ANCHORED)


def _overnight(match: Match, context: Context) -> Reading | None:
    return Reading(TimexType.TIME, f"XXXX-XX-XXT{match.text('p')}")


def _clock_value(text: str) -> str:
    """ "10.30pm" as 22:30; empty where there is no such time of day."""
    found = CLOCK.match(text)
    if not found:
        return ""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 99
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""


def _clock(match: Match, context: Context) -> Reading | None:
    clock = _clock_value(match.text("k"))
    if not clock:
        return None
    zone = next((t.value for t in match.tokens if t.code == "z"), "")
    zone = "" if zone == "local" else zone
    return Reading(TimexType.TIME, f"XXXX-XX-XXT{clock}{zone}")


def on_day(clock: Reading, day: Reading) -> Reading:
    """A time of day joined with the day that stands beside it."""
    hours = clock.value.partition("T")[2]
    if day.days is None:
        return replace(clock, value=f"{day.value.partition('T')[0]}T{hours}")
    base = date.fromisoformat(day.value[:10])
    if hours[:2] in PART_HOURS:
        return _with_part(base, day.days, hours[:2], "", day.how)
    placed = _clock_on(base, day.days, hours[:5], day.how)
    return replace(placed, value=f"{base.isoformat()}T{hours}")


RULES: Mapping[str, Rule] = {
    "clock": _clock,
    "day": _day,
    "overnight": _overnight,
    "part": _part,
    "weekday": _weekday,
}

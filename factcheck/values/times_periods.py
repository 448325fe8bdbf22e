"""A matched period and its context come in ("last week", "for nine days"), its reading comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from factcheck.records import TimeHow, TimexType
from factcheck.values import times_calendar as calendar
from factcheck.values.times_calendar import Days
from factcheck.values.times_dates import bare_quarter, quarter_value, year_back
from factcheck.values.times_figures import number, timex_duration
from factcheck.values.times_grammar import Match
from factcheck.values.times_readings import Context, Reading, Rule, dated, duration, modifier, reference


def _period(match: Match, context: Context) -> Reading | None:
    """ "last week", "early next year", "this month"."""
    unit, relative = match.text("u"), match.text("rel")
    word = match.parts["rel"][0].lower
    plural = match.parts["u"][0].code == "V" and unit != "WE"
    if plural:
        return _plural_period(unit, int(relative))
    if relative == "that":
        return _that_period(unit, context)
    if unit == "Q":
        return bare_quarter(match, context)
    told = _from_told(match, context)
    if told is not None:
        return told
    if unit == "D" and word in ("past", "last", "previous", "this", "following"):
        return None
    if context.anchor is None:
        return _unplaced(unit)
    target = _period_day(context.anchor, int(relative), unit)
    days = calendar.unit_around(target, unit)
    if word in ("past", "coming") and unit != "WE":
        days = days.union(Days(min(target, context.anchor), max(target, context.anchor)))
    return dated(calendar.unit_value(target, unit), days, TimeHow.ANCHORED, modifier(match) or _within(match))


def _from_told(match: Match, context: Context) -> Reading | None:
    """ "the following year", "the previous day": counted from the time told before, where it is as fine."""
    unit, word = match.text("u"), match.parts["rel"][0].lower
    told = context.before
    counted = word in ("following", "previous", "preceding") or (word == "next" and unit == "D")
    if told is None or not counted or unit not in ("D", "W", "M", "Y") or match.has("mod", "edge", "e"):
        return None
    return _told_shift(told, int(match.text("rel")), unit)


def _told_shift(told: Days, amount: int, unit: str) -> Reading | None:
    """The unit that lies ``amount`` from a told time; None where that is too wide to count from."""
    if (told.last - told.first).days > calendar.DAYS_OF_UNIT[unit]:
        return None
    target = calendar.units_moved(told.first if unit == "D" else _middle(told), amount, unit)
    days = calendar.unit_around(target, unit)
    return dated(calendar.unit_value(target, unit), days, TimeHow.FRAMED)


def _middle(days: Days) -> date:
    return calendar.moved(days.first, (days.last - days.first).days // 2)


def _unit_before(match: Match, context: Context) -> Reading | None:
    """ "the year before", with nothing after it: of the time told before."""
    unit, sign = match.text("u"), -1 if match.tokens[-1].lower == "before" else 1
    if context.before is None:
        return _unplaced(unit)
    return _told_shift(context.before, sign, unit)


def _period_day(anchor: date, relative: int, unit: str) -> date:
    if unit != "WE":
        return calendar.units_moved(anchor if unit == "W" else anchor.replace(day=1), relative, unit)
    saturday = calendar.moved(anchor, 5 - anchor.weekday())
    begun = saturday <= anchor
    return calendar.moved(saturday, 7 * relative if relative <= 0 or begun else 0)


def _within(match: Match) -> str:
    """ "earlier this year" and "later this year" name a part that only the publication date bounds."""
    return {"-1": "BEFORE", "1": "AFTER"}.get(match.text("e"), "")


def _plural_period(unit: str, relative: int) -> Reading:
    if unit in ("Y", "Q"):
        return reference("PAST_REF" if relative < 0 else "FUTURE_REF")
    return duration(timex_duration(None, unit))


def _that_period(unit: str, context: Context) -> Reading | None:
    """ "that year": the year that frames the passage."""
    if context.frame is None or unit not in ("Y", "M"):
        return None
    days = calendar.unit_around(context.frame.first, unit)
    if context.frame.last > days.last:
        return None
    return dated(calendar.unit_value(context.frame.first, unit), days, TimeHow.FRAMED)


def _unplaced(unit: str) -> Reading:
    shape = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "D": "XXXX-XX-XX"}
    return dated(shape.get(unit, "XXXX"), None, TimeHow.UNRESOLVED)


def _weekend(match: Match, context: Context) -> Reading | None:
    if context.anchor is None:
        return _unplaced("WE")
    saturday = calendar.moved(context.anchor, 5 - context.anchor.weekday())
    if saturday > context.anchor and context.tense <= 0:
        saturday = calendar.moved(saturday, -7)
    days = Days(calendar.moved(saturday, -1), calendar.moved(saturday, 1))  # Friday night is often meant
    return dated(calendar.unit_value(saturday, "WE"), days, TimeHow.ANCHORED)


def _past(match: Match, context: Context) -> Reading | None:
    return reference("PAST_REF")


def _reference_rule(match: Match, context: Context) -> Reading | None:
    return reference(match.text("r"))


# ------------------------------------------------------------------------------------ edges and windows


def _period_end(match: Match, context: Context) -> Reading | None:
    return _edge_of(match, context, match.text("u"))


def _year_end(match: Match, context: Context) -> Reading | None:
    if match.text("u") != "Y" or match.text("edge") != "END":
        return None
    return _edge_of(match, context, "Y")


def _edge_of(match: Match, context: Context, unit: str) -> Reading | None:
    mod = match.text("edge")
    if context.anchor is None or unit in ("TS", "TM", "TH", "D", "E", "C"):
        return _unplaced(unit) if unit in ("W", "M", "Y") else None
    days = calendar.unit_around(context.anchor, unit)
    past = context.tense < 0 and mod == "END" and unit == "Y" and context.anchor.month < 10
    target = calendar.units_moved(context.anchor, -1, unit) if past else context.anchor
    days = calendar.unit_around(target, unit)
    return dated(calendar.unit_value(target, unit), days, TimeHow.ANCHORED, mod)


def _earlier_in(match: Match, context: Context) -> Reading | None:
    unit = match.text("u")
    if context.anchor is None or unit not in ("W", "M", "Y"):
        return None
    days = calendar.unit_around(context.anchor, unit)
    return dated(calendar.unit_value(context.anchor, unit), days, TimeHow.ANCHORED, _within(match))


def _window(match: Match, context: Context) -> Reading | None:
    """ "the past three months": a duration that ends, or begins, on the publication day."""
    unit, relative = match.text("u"), match.text("rel")
    amount = number(match.parts["n"])
    if relative == "that":
        return duration(timex_duration(amount, unit))
    value = timex_duration(amount, unit)
    about = next((t.value for t in match.tokens if t.code == "g"), "")
    if amount is None or context.anchor is None or unit.startswith("T") or relative == "0":
        return duration(value, about)
    if unit == "Q" and amount == int(amount):
        return duration(value, about, _quarters(context.anchor, int(amount), int(relative)))
    far = _shifted(context.anchor, amount * int(relative), unit)
    return duration(value, about, Days(min(far, context.anchor), max(far, context.anchor)))


def _quarters(anchor: date, amount: int, relative: int) -> Days:
    """Whole quarters before or after the one that holds the day: results are told by the quarter."""
    start = calendar.unit_around(anchor, "Q").first
    first = calendar.months_moved(start, -3 * amount if relative < 0 else 3)
    last = calendar.months_moved(start, 0 if relative < 0 else 3 + 3 * amount)
    return Days(first, calendar.moved(last, -1))


def _shifted(anchor: date, amount: float, unit: str) -> date:
    whole = int(amount)
    moved = calendar.units_moved(anchor, whole, unit)
    return calendar.moved(moved, int((amount - whole) * calendar.DAYS_OF_UNIT.get(unit, 0)))


def _ago(match: Match, context: Context) -> Reading | None:
    unit = match.text("u")
    if "n" not in match.parts:
        return reference("PAST_REF") if match.parts["u"][0].code == "V" else None
    amount = number(match.parts["n"])
    if amount is None or unit == "WE":
        return reference("PAST_REF")
    if unit == "Y" and amount == 1 and context.quarter:
        return quarter_value(year_back(context.quarter))
    if context.anchor is None or unit.startswith("T"):
        return _unplaced(unit)
    return _around(context.anchor, -amount, unit, match.text("about"))


def _around(anchor: date, amount: float, unit: str, mod: str) -> Reading:
    """The unit that lies ``amount`` away, with half a unit of slack: nobody counts months by the day."""
    target = _shifted(anchor, amount, unit)
    unit = "W" if unit == "F" else unit
    value = calendar.unit_value(target, unit)
    if unit == "D":
        return dated(value, Days(target, target), TimeHow.ANCHORED, mod)
    slack = int(calendar.DAYS_OF_UNIT[unit] / 2) + (int(abs(amount) * 20) if unit == "Y" and mod else 0)
    days = Days(calendar.moved(target, -slack), calendar.moved(target, slack))
    if unit == "Y":
        days = days.union(calendar.year(target.year))
    return Reading(TimexType.DATE, value, mod, days, TimeHow.ANCHORED)


def _shift(match: Match, context: Context) -> Reading | None:
    """ "two days later" needs a day to count from: one named in the same sentence, or none."""
    unit, sign = match.text("u"), int(match.text("e"))
    amount = number(match.parts["n"])
    if sign < 0 and unit == "Y" and amount == 1:
        return _year_earlier(match, context)
    if amount is None:
        return duration(timex_duration(None, unit))
    if context.day is None or unit.startswith("T"):
        told = _whole_shift(amount, sign, unit, context)
        return told or duration(timex_duration(amount, unit))
    return replace(_around(context.day.first, sign * amount, unit, match.text("about")), how=TimeHow.FRAMED)


def _whole_shift(amount: float, sign: int, unit: str, context: Context) -> Reading | None:
    """ "2016 and three years later": whole years from a year told before."""
    if unit != "Y" or context.before is None or amount != int(amount):
        return None
    return _told_shift(context.before, sign * int(amount), unit)


def _year_earlier(match: Match, context: Context) -> Reading | None:
    if context.quarter:
        return quarter_value(year_back(context.quarter))
    if context.anchor is None or (
        (match.tokens[0].value or match.tokens[1].value) != "Y" and match.rule != "shift"
    ):
        return _unplaced("Y") if context.anchor is None else None
    return _around(context.anchor, -1, "Y", "")


# ------------------------------------------------------------------------------------ durations and sets


def _duration_rule(match: Match, context: Context) -> Reading | None:
    unit = match.text("u")
    amount = number(match.parts["n2"] if "n2" in match.parts and unit.startswith("T") else match.parts["n"])
    return duration(timex_duration(amount, unit), match.text("about"))


def _half_unit(match: Match, context: Context) -> Reading | None:
    unit = match.text("u") or next((t.value for t in match.tokens if t.code == "U"), "")
    return _share_of_unit(0.5, unit, match)


def _share_of_unit(share: float, unit: str, match: Match) -> Reading | None:
    """ "half a century", "a quarter of a year"; None for a unit that nobody halves."""
    whole = {"C": 100, "E": 10}.get(unit)
    if whole and share * whole == int(share * whole):
        return duration(timex_duration(share * whole, "Y"), match.text("about"))
    if unit in ("Y", "TH", "TM") and share == 0.5:
        return duration(timex_duration(share, unit), match.text("about"))
    return duration("P3M", match.text("about")) if unit == "Y" else None


def _unit_and_half(match: Match, context: Context) -> Reading | None:
    """ "a year and a half"."""
    unit = next(t.value for t in match.tokens if t.code == "U")
    if unit in ("Y", "TH", "TM"):
        return duration(timex_duration(1.5, unit), match.text("about"))
    return None


def _quarter_unit(match: Match, context: Context) -> Reading | None:
    """ "a quarter of a century"."""
    unit = next(t.value for t in match.tokens if t.code == "U")
    return _share_of_unit(0.25, unit, match) if unit in ("C", "Y") else None


def _ended_year(match: Match, context: Context) -> Reading | None:
    return duration("P1Y")


def _vague(match: Match, context: Context) -> Reading | None:
    return duration(timex_duration(None, match.text("u")))


def _recent(match: Match, context: Context) -> Reading | None:
    unit = match.text("u", "u2")
    return reference("PAST_REF") if unit in ("Y", "WE") else duration(timex_duration(None, unit))


def _each(match: Match, context: Context) -> Reading | None:
    if match.has("t"):
        return Reading(TimexType.SET, match.text("t"))
    if match.has("w"):
        part = f"T{match.text('wp')}" if match.has("wp") else ""
        return Reading(TimexType.SET, f"XXXX-WXX-{match.text('w')}{part}")
    token = match.parts["u"][0]
    if token.code == "W":
        return Reading(TimexType.SET, f"XXXX-WXX-{token.value}")
    if token.code == "P":
        return Reading(TimexType.SET, f"XXXX-XX-XXT{token.value}")
    if token.code == "M":
        return Reading(TimexType.SET, f"XXXX-{int(token.value):02d}")
    if token.code == "S":
        return Reading(TimexType.SET, f"XXXX-{token.value}")
    amount = number(match.parts["n"]) if "n" in match.parts else 1.0
    return Reading(TimexType.SET, timex_duration(amount, token.value))


RULES: Mapping[str, Rule] = {
    "ago": _ago,
    "duration": _duration_rule,
    "each": _each,
    "earlier_in": _earlier_in,
    "ended_year": _ended_year,
    "half_unit": _half_unit,
    "past": _past,
    "period": _period,
    "period_end": _period_end,
    "quarter_unit": _quarter_unit,
    "recent": _recent,
    "reference": _reference_rule,
    "shift": _shift,
    "unit_and_half": _unit_and_half,
    "unit_before": _unit_before,
    "vague": _vague,
    "weekend": _weekend,
    "window": _window,
    "year_earlier": _year_earlier,
    "year_end": _year_end,
}

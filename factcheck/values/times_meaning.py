"""A matched time expression and its surroundings come in, its TIMEX3 value and days come out.

Nothing here reads a clock: a relative time is placed from the publication day, or stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from factcheck.records import TimeHow, TimexType
from factcheck.values import times_calendar as calendar
from factcheck.values.times_calendar import Days
from factcheck.values.times_grammar import Match
from factcheck.values.times_words import Token

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s?(?:([ap])\.?m)?", re.IGNORECASE)
NEAR_DAYS = 90
"""A day this near is meant even where a verb in the past stands by: "was due on 3 June"."""
PART_HOURS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (16, 24), "NI": (17, 30)}


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence knows before one of its times is placed. ``tense`` is -1 past, 0 neutral, 1 future."""

    anchor: date | None
    tense: int = 0
    frame: Days | None = None
    quarter: str = ""  # the last quarter named near by, as TIMEX3
    day: Days | None = None  # a day named in the same sentence


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


def read(match: Match, context: Context) -> Reading | None:
    """What the match means in its context; None where it is no time after all."""
    return READERS[match.rule](match, context)


# ------------------------------------------------------------------------------------- readings


def _date(value: str, days: Days | None, how: TimeHow, mod: str = "") -> Reading:
    if days is None:
        return Reading(TimexType.DATE, value, mod)
    narrowed = calendar.part(days, mod) if mod in ("START", "MID", "END") else days
    return Reading(TimexType.DATE, value, mod, narrowed, how)


def _reference(value: str) -> Reading:
    return Reading(TimexType.DATE, value)


def _duration(value: str, mod: str = "", days: Days | None = None) -> Reading:
    how = TimeHow.ANCHORED if days else TimeHow.UNRESOLVED
    return Reading(TimexType.DURATION, value, mod, days, how)


def _mod(match: Match) -> str:
    edge = match.parts.get("edge")
    if edge and edge[0].code == "B":
        return edge[0].value
    return match.text("mod", "mod2")


# ------------------------------------------------------------------------------------- figures


def number(tokens: tuple[Token, ...]) -> float | None:
    """The number that tokens write: "two", "twenty-four", "2 1/2", "two and a half"; None for "several"."""
    total, half = 0.0, 0.0
    for token in tokens:
        if token.code == "H":
            half = 0.5
        elif token.code in "ndyO":
            total += _figure(token.text)
        elif token.code == "c":
            value = float(token.value)
            total = max(total, 1) * value if value >= 100 or token.lower == "dozen" else total + value
        elif token.code == "f":
            return None if token.value == "X" else float(token.value)
        elif token.code == "a" and len(tokens) == 1:
            return 1.0
    return total + half


def _figure(text: str) -> float:
    whole, _, fraction = text.replace(",", "").partition(" ")
    whole = "".join(c for c in whole if c.isdigit() or c == ".")
    amount = float(whole or 0)
    if "/" in fraction:
        above, _, below = fraction.partition("/")
        amount += int(above) / int(below) if int(below) else 0
    return min(amount, 1e9)


def _plural_figure(amount: float | None, unit: str) -> str:
    """P2Y, PT5H30M, PXD."""
    prefix, letter = ("PT", unit[1]) if unit.startswith("T") else ("P", unit)
    if letter == "WE":
        letter = "W"
    if amount is None:
        return f"{prefix}X{letter}" if letter not in "EC" else f"PX{letter}"
    if letter in "ECF":
        amount, letter = amount * {"E": 10, "C": 100, "F": 2}[letter], "W" if letter == "F" else "Y"
    whole, rest = int(amount), amount - int(amount)
    if not rest:
        return f"{prefix}{whole}{letter}"
    smaller = {"Y": ("6", "M"), "TH": ("30", "M"), "TM": ("30", "S")}.get(unit)
    if smaller and abs(rest - 0.5) < 0.01:
        return f"{prefix}{whole or ''}{letter if whole else ''}{smaller[0]}{smaller[1]}"
    return f"{prefix}{amount:g}{letter}"


# ------------------------------------------------------------------------------------- years


def _year_of(match: Match, context: Context) -> tuple[int | None, TimeHow]:
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


Place = Callable[[int], Days | None]


def _placed(place: Place, context: Context, *, neutral_nearest: bool = False) -> tuple[int | None, TimeHow]:
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
    return _nearest_year(place, context, neutral_nearest), TimeHow.INFERRED_YEAR


def _framed_years(place: Place, frame: Days | None) -> list[int]:
    if frame is None or frame.last.year - frame.first.year > 30:
        return []
    years = range(max(frame.first.year - 1, 2), min(frame.last.year + 1, 9998))
    return [y for y in years if (days := place(y)) is not None and days.meets(frame)]


def _begins(place: Place, year: int, anchor: date) -> bool:
    days = place(year)
    return days is not None and days.first <= anchor


def _nearest_year(place: Place, context: Context, neutral_nearest: bool) -> int | None:
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


def _yearless(suffix: str, place: Place, context: Context, mod: str, *, nearest: bool = False) -> Reading:
    year, how = _placed(place, context, neutral_nearest=nearest)
    if year is not None:
        return _date(f"{year:04d}-{suffix}", place(year), how, mod)
    if how is TimeHow.FRAMED:
        return Reading(TimexType.DATE, f"XXXX-{suffix}", mod, _in_frame(place, context), how)
    return _date(f"XXXX-{suffix}", None, how, mod)


# ------------------------------------------------------------------------------------- dates


def _iso(match: Match, context: Context) -> Reading | None:
    text = match.text("iso")
    if "-" in text:
        y, m, d = (int(part) for part in text.split("-"))
    else:
        m, d, y = (int(part) for part in text.split("/"))
        y += 0 if y > 99 else 2000 if y < 60 else 1900
        if m > 12:
            m, d = d, m
    days = calendar.day(y, m, d)
    return _date(days.first.isoformat(), days, TimeHow.EXPLICIT) if days else None


def _day_month(match: Match, context: Context) -> Reading | None:
    in_month = int(match.text("m"))
    if not match.text("d").isdigit():  # "the final March"
        return None
    first, last = int(match.text("d")), int(match.text("d2") or match.text("d"))

    def place(in_year: int) -> Days | None:
        days, end = calendar.day(in_year, in_month, first), calendar.day(in_year, in_month, last)
        return days.union(end) if days and end else None

    if place(2000) is None:
        return None
    year, how = _year_of(match, context)
    suffix = f"{in_month:02d}-{first:02d}"
    if year is None:
        return _yearless(suffix, place, context, "", nearest=True)
    days = place(year)
    return _date(f"{year:04d}-{suffix}", days, how) if days else None


def _day_only(match: Match, context: Context) -> Reading | None:
    ordinal = int(match.tokens[-1].value) if match.tokens[-1].value.isdigit() else 0
    if not 1 <= ordinal <= 31:
        return None
    if context.anchor is None:
        return _date(f"XXXX-XX-{ordinal:02d}", None, TimeHow.UNRESOLVED)
    anchor = context.anchor
    around = [calendar.months_moved(anchor.replace(day=1), n) for n in range(-2, 3)]
    spans = [d.first for m in around if (d := calendar.day(m.year, m.month, ordinal))]
    kept = [d for d in spans if (d >= anchor if context.tense > 0 else d <= anchor)]
    if not kept:
        return None
    chosen = kept[0] if context.tense > 0 else kept[-1]
    return _date(chosen.isoformat(), Days(chosen, chosen), TimeHow.INFERRED_YEAR)


def _month(match: Match, context: Context) -> Reading | None:
    number_of_month, mod = int(match.text("m")), _mod(match)

    def place(year: int) -> Days:
        return calendar.month(year, number_of_month)

    year, how = _year_of(match, context)
    if year is not None:
        return _date(f"{year:04d}-{number_of_month:02d}", place(year), how, mod)
    relative = match.text("rel")
    if relative and relative != "that" and context.anchor:
        return _relative_month(number_of_month, int(relative), context.anchor, place, mod)
    return _yearless(f"{number_of_month:02d}", place, context, mod)


def _relative_month(number_of_month: int, relative: int, anchor: date, place: Place, mod: str) -> Reading:
    """Last March is the nearest one that is over, this March that of this year, next March one to come."""
    year = anchor.year
    if relative < 0 and number_of_month >= anchor.month:
        year -= 1
    if relative > 0 and number_of_month <= anchor.month:
        year += 1
    return _date(f"{year:04d}-{number_of_month:02d}", place(year), TimeHow.ANCHORED, mod)


def _season(match: Match, context: Context) -> Reading | None:
    code, mod = match.text("s"), _mod(match)

    def place(year: int) -> Days:
        return calendar.season(code, year)

    year, how = _year_of(match, context)
    relative = match.text("rel")
    if year is None and relative and relative != "that" and context.anchor:
        year, how = _relative_season(code, int(relative), context.anchor), TimeHow.ANCHORED
    if year is not None:
        return _date(f"{year:04d}-{code}", place(year), how, mod)
    return _yearless(code, place, context, mod)


def _relative_season(code: str, relative: int, anchor: date) -> int:
    begun = calendar.season(code, anchor.year).first <= anchor
    over = (calendar.season(code, anchor.year).last) < anchor
    if relative < 0:
        return anchor.year if over else anchor.year - 1
    if relative > 0:
        return anchor.year + 1 if begun else anchor.year
    return anchor.year


def _quarter(match: Match, context: Context) -> Reading | None:
    code = match.text("g", "g2").upper()
    digits = "".join(c for c in code if c.isdigit()) or match.text("o")
    if digits == "last":
        digits = "4"
    if match.parts.get("o") and match.parts["o"][0].code == "l":
        return _bare_quarter(match, context)
    which = int(digits)
    fiscal = any(token.code == "Z" for token in match.tokens)
    if not 1 <= which <= 4 or ("H" in code and which > 2):
        return None
    suffix = f"H{which}" if "H" in code else f"Q{which}"

    def place(year: int) -> Days:
        return (
            calendar.half(calendar.year(year), which == 2) if "H" in code else calendar.quarter(which, year)
        )

    year, how = _year_of(match, context)
    if year is None and match.has("ago") and context.anchor:
        placed, _ = _placed(place, replace(context, tense=-1, frame=None))
        year, how = (placed - 1 if placed else None), TimeHow.ANCHORED
    if year is None:
        return _yearless(suffix, place, _looking_back(place, context), "")
    return _date(f"{year:04d}-{suffix}", calendar.fiscal(year) if fiscal else place(year), how)


def _looking_back(place: Place, context: Context) -> Context:
    """Quarters are spoken of when their results are due: one ahead only where it is the nearer one."""
    near = _nearest_year(place, replace(context, tense=0), neutral_nearest=True)
    ahead = _nearest_year(place, replace(context, tense=1), neutral_nearest=False)
    return context if near == ahead else replace(context, tense=-1)


def _bare_quarter(match: Match, context: Context) -> Reading | None:
    if match.has("y") and context.quarter:
        return _quarter_value(f"{match.text('y')}{context.quarter[4:]}")
    if match.has("y"):
        return None
    relative = match.text("rel")
    if match.has("ago") and context.quarter:
        return _quarter_value(_year_back(context.quarter))
    if relative in ("", "that") or (match.tokens[-2:-1] and match.tokens[-2].lower == "latest"):
        return _quarter_value(context.quarter) if context.quarter else _quarter_before(context, match)
    if context.anchor is None:
        return _date("XXXX-QX", None, TimeHow.UNRESOLVED)
    start = calendar.months_moved(context.anchor.replace(day=1), 3 * int(relative))
    days = calendar.unit_around(start, "Q")
    return _date(calendar.unit_value(start, "Q"), days, TimeHow.ANCHORED)


def _quarter_before(context: Context, match: Match) -> Reading | None:
    if context.anchor is None or match.has("q2"):
        return None
    start = calendar.months_moved(context.anchor.replace(day=1), -3)
    return _date(calendar.unit_value(start, "Q"), calendar.unit_around(start, "Q"), TimeHow.ANCHORED)


def _quarter_value(value: str) -> Reading | None:
    if not re.fullmatch(r"\d{4}-Q[1-4]", value):
        return None
    return _date(value, calendar.quarter(int(value[6]), int(value[:4])), TimeHow.ANCHORED)


def _year_back(value: str) -> str:
    return f"{int(value[:4]) - 1:04d}{value[4:]}" if value[:4].isdigit() else value


def _half(match: Match, context: Context) -> Reading | None:
    order = match.parts["o"][0]
    second = order.value in ("2", "last", "-1", "END")
    if order.code == "O" and order.value not in ("1", "2", "last"):
        return None
    if match.has("dec"):
        decade = _decade_days(match.text("dec"))
        return _date(
            decade[0], calendar.half(decade[1], second), TimeHow.EXPLICIT, "END" if second else "START"
        )
    year, how = _year_of(match, context)
    suffix = "H2" if second else "H1"

    def place(in_year: int) -> Days:
        return calendar.half(calendar.year(in_year), second)

    if year is None:
        return _yearless(suffix, place, context, "")
    return _date(f"{year:04d}-{suffix}", place(year), how)


def _year(match: Match, context: Context) -> Reading | None:
    year = int(match.text("y"))
    if match.has("z"):
        return _date(f"{year:04d}", calendar.fiscal(year), TimeHow.EXPLICIT, _mod(match))
    return _date(f"{year:04d}", calendar.year(year), TimeHow.EXPLICIT, _mod(match))


def _fiscal(match: Match, context: Context) -> Reading | None:
    digits = "".join(c for c in match.text("fy") if c.isdigit())
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    return _date(f"{year:04d}", calendar.fiscal(year), TimeHow.EXPLICIT) if year else None


def _year_end(match: Match, context: Context) -> Reading | None:
    if match.text("u") != "Y" or match.text("edge") != "END":
        return None
    return _edge_of(match, context, "Y")


def _decade_days(text: str) -> tuple[str, Days]:
    digits = "".join(c for c in text if c.isdigit())
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return f"{start // 10:03d}", calendar.years(start, start + 9)


def _decade(match: Match, context: Context) -> Reading | None:
    value, days = _decade_days(match.text("dec"))
    return _date(value, days, TimeHow.EXPLICIT, _mod(match))


def _years(match: Match, context: Context) -> Reading | None:
    """ "2023-24": a season or school year from summer to summer; "2019-2021": whole years."""
    figures = re.findall(r"\d+", match.text("span"))
    first = int(figures[0])
    last = int(figures[1]) if len(figures[1]) == 4 else first // 100 * 100 + int(figures[1])
    if last < first:
        return None
    days = calendar.years(first, last)
    if last == first + 1 and len(figures[1]) == 2:
        days = calendar.months(first, 7, 18)
    return _date(f"{first:04d}/{last:04d}", days, TimeHow.EXPLICIT)


# ------------------------------------------------------------------------------------- relative periods


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
        return _bare_quarter(match, context)
    if unit == "D" and word in ("past", "last", "previous", "this", "following"):
        return None
    if context.anchor is None:
        return _unplaced(unit)
    target = _period_day(context.anchor, int(relative), unit)
    days = calendar.unit_around(target, unit)
    if word in ("past", "coming") and unit != "WE":
        days = days.union(Days(min(target, context.anchor), max(target, context.anchor)))
    return _date(calendar.unit_value(target, unit), days, TimeHow.ANCHORED, _mod(match) or _within(match))


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
        return _reference("PAST_REF" if relative < 0 else "FUTURE_REF")
    return _duration(_plural_figure(None, unit))


def _that_period(unit: str, context: Context) -> Reading | None:
    """ "that year": the year that frames the passage."""
    if context.frame is None or unit not in ("Y", "M"):
        return None
    days = calendar.unit_around(context.frame.first, unit)
    if context.frame.last > days.last:
        return None
    return _date(calendar.unit_value(context.frame.first, unit), days, TimeHow.FRAMED)


def _unplaced(unit: str) -> Reading:
    shape = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "D": "XXXX-XX-XX"}
    return _date(shape.get(unit, "XXXX"), None, TimeHow.UNRESOLVED)


def _weekend(match: Match, context: Context) -> Reading | None:
    if context.anchor is None:
        return _unplaced("WE")
    saturday = calendar.moved(context.anchor, 5 - context.anchor.weekday())
    if saturday > context.anchor and context.tense <= 0:
        saturday = calendar.moved(saturday, -7)
    days = Days(calendar.moved(saturday, -1), calendar.moved(saturday, 1))  # Friday night is often meant
    return _date(calendar.unit_value(saturday, "WE"), days, TimeHow.ANCHORED)


def _past(match: Match, context: Context) -> Reading | None:
    return _reference("PAST_REF")


def _ended_year(match: Match, context: Context) -> Reading | None:
    return _duration("P1Y")


def _century(match: Match, context: Context) -> Reading | None:
    which = int(match.text("o")) if match.text("o").isdigit() else 0
    if not 1 <= which <= 30:
        return None
    return _date(f"{which - 1:02d}", calendar.years(which * 100 - 99, which * 100), TimeHow.EXPLICIT)


def _year_words(match: Match, context: Context) -> Reading | None:
    year = 1900 + int(number(match.parts["n"][1:]) or 0)
    return _date(f"{year:04d}", calendar.year(year), TimeHow.EXPLICIT) if 1910 <= year <= 1999 else None


def _vague(match: Match, context: Context) -> Reading | None:
    return _duration(_plural_figure(None, match.text("u")))


def _period_end(match: Match, context: Context) -> Reading | None:
    return _edge_of(match, context, match.text("u"))


def _edge_of(match: Match, context: Context, unit: str) -> Reading | None:
    mod = match.text("edge")
    if context.anchor is None or unit in ("TS", "TM", "TH", "D", "E", "C"):
        return _unplaced(unit) if unit in ("W", "M", "Y") else None
    days = calendar.unit_around(context.anchor, unit)
    past = context.tense < 0 and mod == "END" and unit == "Y" and context.anchor.month < 10
    target = calendar.units_moved(context.anchor, -1, unit) if past else context.anchor
    days = calendar.unit_around(target, unit)
    return _date(calendar.unit_value(target, unit), days, TimeHow.ANCHORED, mod)


def _earlier_in(match: Match, context: Context) -> Reading | None:
    unit = match.text("u")
    if context.anchor is None or unit not in ("W", "M", "Y"):
        return None
    days = calendar.unit_around(context.anchor, unit)
    return _date(calendar.unit_value(context.anchor, unit), days, TimeHow.ANCHORED, _within(match))


def _window(match: Match, context: Context) -> Reading | None:
    """ "the past three months": a duration that ends, or begins, on the publication day."""
    unit, relative = match.text("u"), match.text("rel")
    amount = number(match.parts["n"])
    if relative == "that":
        return _duration(_plural_figure(amount, unit))
    value = _plural_figure(amount, unit)
    about = next((t.value for t in match.tokens if t.code == "g"), "")
    if amount is None or context.anchor is None or unit.startswith("T") or relative == "0":
        return _duration(value, about)
    far = _shifted(context.anchor, amount * int(relative), unit)
    return _duration(value, about, Days(min(far, context.anchor), max(far, context.anchor)))


def _shifted(anchor: date, amount: float, unit: str) -> date:
    whole = int(amount)
    moved = calendar.units_moved(anchor, whole, unit)
    return calendar.moved(moved, int((amount - whole) * calendar.DAYS_OF_UNIT.get(unit, 0)))


def _ago(match: Match, context: Context) -> Reading | None:
    unit = match.text("u")
    if "n" not in match.parts:
        return _reference("PAST_REF") if match.parts["u"][0].code == "V" else None
    amount = number(match.parts["n"])
    if amount is None or unit == "WE":
        return _reference("PAST_REF")
    if unit == "Y" and amount == 1 and context.quarter:
        return _quarter_value(_year_back(context.quarter))
    if context.anchor is None or unit.startswith("T"):
        return _unplaced(unit)
    return _around(context.anchor, -amount, unit, match.text("about"))


def _around(anchor: date, amount: float, unit: str, mod: str) -> Reading:
    """The unit that lies ``amount`` away, with half a unit of slack: nobody counts months by the day."""
    target = _shifted(anchor, amount, unit)
    unit = "W" if unit == "F" else unit
    value = calendar.unit_value(target, unit)
    if unit == "D":
        return _date(value, Days(target, target), TimeHow.ANCHORED, mod)
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
        return _duration(_plural_figure(None, unit))
    if context.day is None or unit.startswith("T"):
        return _duration(_plural_figure(amount, unit))
    return replace(_around(context.day.first, sign * amount, unit, match.text("about")), how=TimeHow.FRAMED)


def _year_earlier(match: Match, context: Context) -> Reading | None:
    if context.quarter:
        return _quarter_value(_year_back(context.quarter))
    if context.anchor is None or (
        (match.tokens[0].value or match.tokens[1].value) != "Y" and match.rule != "shift"
    ):
        return _unplaced("Y") if context.anchor is None else None
    return _around(context.anchor, -1, "Y", "")


def _duration_rule(match: Match, context: Context) -> Reading | None:
    unit = match.text("u")
    amount = number(match.parts["n2"] if "n2" in match.parts and unit.startswith("T") else match.parts["n"])
    return _duration(_plural_figure(amount, unit), match.text("about"))


def _half_unit(match: Match, context: Context) -> Reading | None:
    unit = match.text("u") or next((t.value for t in match.tokens if t.code == "U"), "")
    if unit in ("Y", "TH", "TM"):
        return _duration(_plural_figure(0.5, unit))
    return None


def _recent(match: Match, context: Context) -> Reading | None:
    unit = match.text("u", "u2")
    return _reference("PAST_REF") if unit in ("Y", "WE") else _duration(_plural_figure(None, unit))


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
    return Reading(TimexType.SET, _plural_figure(amount, token.value))


# ------------------------------------------------------------------------------------- days and hours


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
        return _date("XXXX-XX-XX", None, TimeHow.UNRESOLVED)
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


def clock_value(text: str) -> str:
    """ "10.30pm" as 22:30; empty where there is no such time of day."""
    found = CLOCK.match(text)
    if not found:
        return ""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 99
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""


def _clock(match: Match, context: Context) -> Reading | None:
    clock = clock_value(match.text("k"))
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


def _reference_rule(match: Match, context: Context) -> Reading | None:
    return _reference(match.text("r"))


def _holiday(match: Match, context: Context) -> Reading | None:
    rule = match.text("hol")

    def place(year: int) -> Days | None:
        found = calendar.holiday(rule, year)
        return Days(found, found) if found else None

    written = match.text("y")
    tense = {"-1": -1, "1": 1}.get(match.text("rel"), context.tense)
    year, how = (
        (int(written), TimeHow.EXPLICIT)
        if written
        else _placed(place, replace(context, tense=tense), neutral_nearest=True)
    )
    days = place(year) if year else None
    if days is None:
        return _date("XXXX-XX-XX", None, TimeHow.UNRESOLVED)
    return _date(days.first.isoformat(), days, how)


Reader = Callable[[Match, Context], Reading | None]
READERS: dict[str, Reader] = {
    "ago": _ago,
    "bare_quarter": _bare_quarter,
    "century": _century,
    "clock": _clock,
    "day": _day,
    "day_month": _day_month,
    "day_only": _day_only,
    "decade": _decade,
    "duration": _duration_rule,
    "each": _each,
    "earlier_in": _earlier_in,
    "ended_year": _ended_year,
    "fiscal": _fiscal,
    "half": _half,
    "half_unit": _half_unit,
    "half_year": _half,
    "holiday": _holiday,
    "iso": _iso,
    "month": _month,
    "overnight": _overnight,
    "part": _part,
    "past": _past,
    "period": _period,
    "period_end": _period_end,
    "quarter": _quarter,
    "recent": _recent,
    "reference": _reference_rule,
    "season": _season,
    "shift": _shift,
    "vague": _vague,
    "weekday": _weekday,
    "weekend": _weekend,
    "window": _window,
    "year": _year,
    "year_earlier": _year_earlier,
    "year_end": _year_end,
    "year_words": _year_words,
    "years": _years,
}

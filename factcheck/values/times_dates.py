"""A matched calendar date and its context come in ("3 June", "late 2020"), its reading comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from factcheck.records import TimeHow
from factcheck.values import times_calendar as calendar
from factcheck.values.times_calendar import Days
from factcheck.values.times_figures import number
from factcheck.values.times_grammar import Match
from factcheck.values.times_readings import Context, Reading, Rule, dated, modifier
from factcheck.values.times_years import Place, nearest_year, placed_year, year_of, yearless


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
    return dated(days.first.isoformat(), days, TimeHow.EXPLICIT) if days else None


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
    year, how = year_of(match, context)
    suffix = f"{in_month:02d}-{first:02d}"
    if year is None:
        return yearless(suffix, place, context, "", nearest=True)
    days = place(year)
    return dated(f"{year:04d}-{suffix}", days, how) if days else None


def _day_only(match: Match, context: Context) -> Reading | None:
    ordinal = int(match.tokens[-1].value) if match.tokens[-1].value.isdigit() else 0
    if not 1 <= ordinal <= 31:
        return None
    if context.anchor is None:
        return dated(f"XXXX-XX-{ordinal:02d}", None, TimeHow.UNRESOLVED)
    anchor = context.anchor
    around = [calendar.months_moved(anchor.replace(day=1), n) for n in range(-2, 3)]
    spans = [d.first for m in around if (d := calendar.day(m.year, m.month, ordinal))]
    kept = [d for d in spans if (d >= anchor if context.tense > 0 else d <= anchor)]
    if not kept:
        return None
    chosen = kept[0] if context.tense > 0 else kept[-1]
    return dated(chosen.isoformat(), Days(chosen, chosen), TimeHow.INFERRED_YEAR)


# ------------------------------------------------------------------------------------ months and seasons


def _month(match: Match, context: Context) -> Reading | None:
    number_of_month, mod = int(match.text("m")), modifier(match)

    def place(year: int) -> Days:
        return calendar.month(year, number_of_month)

    year, how = year_of(match, context)
    if year is not None:
        return dated(f"{year:04d}-{number_of_month:02d}", place(year), how, mod)
    relative = match.text("rel")
    if relative and relative != "that" and context.anchor:
        return _relative_month(number_of_month, int(relative), context.anchor, place, mod)
    return yearless(f"{number_of_month:02d}", place, context, mod)


def _relative_month(number_of_month: int, relative: int, anchor: date, place: Place, mod: str) -> Reading:
    """Last March is the nearest one that is over, this March that of this year, next March one to come."""
    year = anchor.year
    if relative < 0 and number_of_month >= anchor.month:
        year -= 1
    if relative > 0 and number_of_month <= anchor.month:
        year += 1
    return dated(f"{year:04d}-{number_of_month:02d}", place(year), TimeHow.ANCHORED, mod)


def _season(match: Match, context: Context) -> Reading | None:
    code, mod = match.text("s"), modifier(match)

    def place(year: int) -> Days:
        return calendar.season(code, year)

    year, how = year_of(match, context)
    relative = match.text("rel")
    if year is None and relative and relative != "that" and context.anchor:
        year, how = _relative_season(code, int(relative), context.anchor), TimeHow.ANCHORED
    if year is not None:
        return dated(f"{year:04d}-{code}", place(year), how, mod)
    return yearless(code, place, context, mod)


def _relative_season(code: str, relative: int, anchor: date) -> int:
    begun = calendar.season(code, anchor.year).first <= anchor
    over = (calendar.season(code, anchor.year).last) < anchor
    if relative < 0:
        return anchor.year if over else anchor.year - 1
    if relative > 0:
        return anchor.year + 1 if begun else anchor.year
    return anchor.year


# ------------------------------------------------------------------------------------ quarters and halves


def _quarter(match: Match, context: Context) -> Reading | None:
    code = match.text("g", "g2").upper()
    digits = "".join(c for c in code if c.isdigit()) or match.text("o")
    if digits == "last":
        digits = "4"
    if match.parts.get("o") and match.parts["o"][0].code == "l":
        return bare_quarter(match, context)
    which = int(digits)
    fiscal = any(token.code == "Z" for token in match.tokens)
    if not 1 <= which <= 4 or ("H" in code and which > 2):
        return None
    suffix = f"H{which}" if "H" in code else f"Q{which}"

    def place(year: int) -> Days:
        return (
            calendar.half(calendar.year(year), which == 2) if "H" in code else calendar.quarter(which, year)
        )

    year, how = year_of(match, context)
    if year is None and match.has("ago") and context.anchor:
        placed, _ = placed_year(place, replace(context, tense=-1, frame=None))
        year, how = (placed - 1 if placed else None), TimeHow.ANCHORED
    if year is None:
        return yearless(suffix, place, _looking_back(place, context), "")
    return dated(f"{year:04d}-{suffix}", calendar.fiscal(year) if fiscal else place(year), how)


def _looking_back(place: Place, context: Context) -> Context:
    """Quarters are spoken of when their results are due: one ahead only where it is the nearer one."""
    near = nearest_year(place, replace(context, tense=0), neutral_nearest=True)
    ahead = nearest_year(place, replace(context, tense=1), neutral_nearest=False)
    return context if near == ahead else replace(context, tense=-1)


def bare_quarter(match: Match, context: Context) -> Reading | None:
    """ "last quarter", "the same quarter of 2019": counted from publication or from the last one named."""
    if match.has("y") and context.quarter:
        return quarter_value(f"{match.text('y')}{context.quarter[4:]}")
    if match.has("y"):
        return None
    relative = match.text("rel")
    if match.has("ago") and context.quarter:
        return quarter_value(year_back(context.quarter))
    if relative in ("", "that") or (match.tokens[-2:-1] and match.tokens[-2].lower == "latest"):
        return quarter_value(context.quarter) if context.quarter else _quarter_before(context, match)
    if context.anchor is None:
        return dated("XXXX-QX", None, TimeHow.UNRESOLVED)
    start = calendar.months_moved(context.anchor.replace(day=1), 3 * int(relative))
    days = calendar.unit_around(start, "Q")
    return dated(calendar.unit_value(start, "Q"), days, TimeHow.ANCHORED)


def _quarter_before(context: Context, match: Match) -> Reading | None:
    if context.anchor is None or match.has("q2"):
        return None
    start = calendar.months_moved(context.anchor.replace(day=1), -3)
    return dated(calendar.unit_value(start, "Q"), calendar.unit_around(start, "Q"), TimeHow.ANCHORED)


def quarter_value(value: str) -> Reading | None:
    """The reading of a quarter written as TIMEX3; None where it is not one."""
    if not re.fullmatch(r"\d{4}-Q[1-4]", value):
        return None
    return dated(value, calendar.quarter(int(value[6]), int(value[:4])), TimeHow.ANCHORED)


def year_back(value: str) -> str:
    """The same TIMEX3 value a year earlier."""
    return f"{int(value[:4]) - 1:04d}{value[4:]}" if value[:4].isdigit() else value


def _half(match: Match, context: Context) -> Reading | None:
    order = match.parts["o"][0]
    second = order.value in ("2", "last", "-1", "END")
    if order.code == "O" and order.value not in ("1", "2", "last"):
        return None
    if match.has("dec"):
        decade = decade_days(match.text("dec"))
        return dated(
            decade[0], calendar.half(decade[1], second), TimeHow.EXPLICIT, "END" if second else "START"
        )
    year, how = year_of(match, context)
    suffix = "H2" if second else "H1"

    def place(in_year: int) -> Days:
        return calendar.half(calendar.year(in_year), second)

    if year is None:
        return yearless(suffix, place, context, "")
    return dated(f"{year:04d}-{suffix}", place(year), how)


# ------------------------------------------------------------------------------------ years


def _year(match: Match, context: Context) -> Reading | None:
    year = int(match.text("y"))
    if match.has("z"):
        return dated(f"{year:04d}", calendar.fiscal(year), TimeHow.EXPLICIT, modifier(match))
    return dated(f"{year:04d}", calendar.year(year), TimeHow.EXPLICIT, modifier(match))


def _fiscal(match: Match, context: Context) -> Reading | None:
    digits = "".join(c for c in match.text("fy") if c.isdigit())
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    return dated(f"{year:04d}", calendar.fiscal(year), TimeHow.EXPLICIT) if year else None


def decade_days(text: str) -> tuple[str, Days]:
    digits = "".join(c for c in text if c.isdigit())
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return f"{start // 10:03d}", calendar.years(start, start + 9)


def _decade(match: Match, context: Context) -> Reading | None:
    value, days = decade_days(match.text("dec"))
    return dated(value, days, TimeHow.EXPLICIT, modifier(match))


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
    return dated(f"{first:04d}/{last:04d}", days, TimeHow.EXPLICIT)


def _century(match: Match, context: Context) -> Reading | None:
    which = int(match.text("o")) if match.text("o").isdigit() else 0
    if not 1 <= which <= 30:
        return None
    return dated(f"{which - 1:02d}", calendar.years(which * 100 - 99, which * 100), TimeHow.EXPLICIT)


def _year_words(match: Match, context: Context) -> Reading | None:
    year = 1900 + int(number(match.parts["n"][1:]) or 0)
    return dated(f"{year:04d}", calendar.year(year), TimeHow.EXPLICIT) if 1910 <= year <= 1999 else None


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
        else placed_year(place, replace(context, tense=tense), neutral_nearest=not match.has("rel"))
    )
    days = place(year) if year else None
    if days is None:
        return dated("XXXX-XX-XX", None, TimeHow.UNRESOLVED)
    return dated(days.first.isoformat(), days, how)


RULES: Mapping[str, Rule] = {
    "bare_quarter": bare_quarter,
    "century": _century,
    "day_month": _day_month,
    "day_only": _day_only,
    "decade": _decade,
    "fiscal": _fiscal,
    "half": _half,
    "half_year": _half,
    "holiday": _holiday,
    "iso": _iso,
    "month": _month,
    "quarter": _quarter,
    "season": _season,
    "year": _year,
    "year_words": _year_words,
    "years": _years,
}

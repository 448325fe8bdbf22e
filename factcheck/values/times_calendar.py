"""TIMEX3 calendar values come in ("2020-Q3", a shift by months), closed ranges of days come out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

DAYS_OF_UNIT = {"D": 1.0, "W": 7.0, "F": 14.0, "M": 30.44, "Q": 91.3, "Y": 365.25, "E": 3652.5, "C": 36525.0}
MONTHS_OF_UNIT = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


class Days(NamedTuple):
    """A closed range of days."""

    first: date
    last: date

    def union(self, other: Days) -> Days:
        return Days(min(self.first, other.first), max(self.last, other.last))

    def meets(self, other: Days) -> bool:
        return self.first <= other.last and other.first <= self.last


def _kept(year: int) -> int:
    """The nearest year that a date can hold."""
    return min(max(year, 1), 9999)


def day(year: int, month: int, number: int) -> Days | None:
    """One day; None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return Days(date(year, month, number), date(year, month, number))


def month(year: int, number: int) -> Days:
    year = _kept(year)
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, first: int, last: int) -> Days:
    """From the first day of month ``first`` to the last of ``last``; 13 is January of the next year."""
    year = _kept(year)
    end_year = year + (last - 1) // 12
    if end_year > 9999:
        return Days(date(year, first, 1), date.max)
    return Days(date(year, first, 1), month(end_year, (last - 1) % 12 + 1).last)


def year(number: int) -> Days:
    return months(number, 1, 12)


def years(first: int, last: int) -> Days:
    return Days(date(_kept(first), 1, 1), date(_kept(last), 12, 31))


def week(any_day: date) -> Days:
    """The week of a day, Sunday to Sunday: outlets begin their weeks on either Sunday or Monday."""
    monday = any_day - timedelta(days=any_day.weekday())
    return Days(moved(monday, -1), moved(monday, 6))


def quarter(number: int, in_year: int) -> Days:
    return months(in_year, 3 * number - 2, 3 * number)


def season(code: str, in_year: int) -> Days:
    """A season with the slack between its meteorological and its astronomical bounds; winter runs on."""
    first, last = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15)}[code]
    return months(in_year, first, last)


def fiscal(in_year: int) -> Days:
    """Every day that some government or company counts to this fiscal year."""
    return Days(date(_kept(in_year - 1), 4, 1), date(_kept(in_year), 12, 31))


def moved(start: date, days: int) -> date:
    """``days`` later, kept inside the years that a date can hold."""
    ordinal = min(max(start.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def months_moved(start: date, number: int) -> date:
    index = min(max(start.year * 12 + start.month - 1 + number, 12), 9999 * 12 + 11)
    in_year, in_month = index // 12, index % 12 + 1
    return date(in_year, in_month, min(start.day, monthrange(in_year, in_month)[1]))


def units_moved(start: date, number: int, unit: str) -> date:
    """``number`` calendar units later (earlier when negative); an hour or less stays on the day."""
    if unit in MONTHS_OF_UNIT:
        return months_moved(start, max(min(number, 12000), -12000) * MONTHS_OF_UNIT[unit])
    if unit in DAYS_OF_UNIT:
        return moved(start, max(min(number, 4000000), -4000000) * int(DAYS_OF_UNIT[unit]))
    return start


def part(days: Days, mod: str) -> Days:
    """The START, MID or END third of a range of days, as "early", "mid" and "late" name it."""
    length = days.last.toordinal() - days.first.toordinal() + 1
    if length > 300 and mod in ("START", "MID", "END") and days.first.month == 1 and length < 370:
        first = {"START": 1, "MID": 5, "END": 9}[mod]
        return months(days.first.year, first, first + 3)
    third = max(-(-length // 3), 1)
    if mod == "START":
        return Days(days.first, moved(days.first, third - 1))
    if mod == "END":
        return Days(moved(days.last, 1 - third), days.last)
    if mod == "MID":
        return Days(moved(days.first, length // 3), moved(days.last, -(length // 3)))
    return days


def half(days: Days, second: bool) -> Days:
    middle = date.fromordinal((days.first.toordinal() + days.last.toordinal()) // 2)
    if days.first.day == 1 and days.first.month == 1 and days.last.month == 12:
        middle = middle.replace(month=6, day=30)
    return Days(moved(middle, 1), days.last) if second else Days(days.first, middle)


def unit_around(any_day: date, unit: str) -> Days:
    """The calendar unit that holds a day: its week, month, quarter, year, decade or century."""
    match unit:
        case "W":
            return week(any_day)
        case "M":
            return month(any_day.year, any_day.month)
        case "Q":
            return quarter((any_day.month + 2) // 3, any_day.year)
        case "Y":
            return year(any_day.year)
        case "E":
            return years(any_day.year // 10 * 10, any_day.year // 10 * 10 + 9)
        case "C":
            return years(any_day.year // 100 * 100, any_day.year // 100 * 100 + 99)
        case "WE":
            saturday = moved(any_day, 5 - any_day.weekday())
            return Days(saturday, moved(saturday, 1))
        case _:
            return Days(any_day, any_day)


def unit_value(any_day: date, unit: str) -> str:
    """The TIMEX3 value of the calendar unit that holds a day."""
    iso = any_day.isocalendar()
    match unit:
        case "W":
            return f"{iso.year:04d}-W{iso.week:02d}"
        case "WE":
            return f"{iso.year:04d}-W{iso.week:02d}-WE"
        case "M":
            return f"{any_day.year:04d}-{any_day.month:02d}"
        case "Q":
            return f"{any_day.year:04d}-Q{(any_day.month + 2) // 3}"
        case "Y":
            return f"{any_day.year:04d}"
        case "E":
            return f"{any_day.year // 10:03d}"
        case "C":
            return f"{any_day.year // 100:02d}"
        case _:
            return any_day.isoformat()


def holiday(rule: str, in_year: int) -> date | None:
    """The day of a holiday rule: MM-DD, MM-weekday-nth, or easter with an offset in days."""
    if rule.startswith("easter"):
        return moved(_easter(in_year), int(rule[6:] or 0))
    fields = rule.split("-")
    if len(fields) == 2:
        found = day(in_year, int(fields[0]), int(fields[1]))
        return found.first if found else None
    return _nth_weekday(in_year, int(fields[0]), int(fields[1]), fields[2])


def _nth_weekday(in_year: int, in_month: int, weekday: int, which: str) -> date:
    if which == "last":
        last = month(in_year, in_month).last
        return moved(last, -((last.isoweekday() - weekday) % 7))
    earliest = 2 if which == "after1" else 1
    start = date(in_year, in_month, earliest)
    nth = 1 if which == "after1" else int(which)
    return moved(start, (weekday - start.isoweekday()) % 7 + 7 * (nth - 1))


def _easter(in_year: int) -> date:
    """Gregorian Easter Sunday (the anonymous algorithm)."""
    a, b, c = in_year % 19, in_year // 100, in_year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    n = h + k - 7 * m + 114
    return date(in_year, n // 31, n % 31 + 1)

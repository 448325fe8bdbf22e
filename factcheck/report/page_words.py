"""Codes, dates and values of a report come in; the words that an editor reads go out."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from importlib.resources import files

from factcheck.records import Kind, Published, Relation

_INSTANT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")
_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class RelationWords:
    word: str
    plural: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of the calendar; a whole day runs from 00:00:00 to 23:59:59."""

    first: datetime
    last: datetime

    @property
    def whole_days(self) -> bool:
        return self.first.time() == time.min and self.last.time() >= _LAST_SECOND


@cache
def relation_words() -> dict[str, RelationWords]:
    return {row[0]: RelationWords(*row[1:]) for row in _table("relations.csv")}


@cache
def kind_words() -> dict[str, str]:
    return {row[0]: row[1] for row in _table("kinds.csv")}


@cache
def month_names() -> tuple[str, ...]:
    """January first; the calendar module's names would follow the machine's locale."""
    return tuple(row[1] for row in _table("months.csv"))


def _table(file_name: str) -> list[list[str]]:
    content = files("factcheck.report").joinpath("data", file_name).read_text("utf-8")
    return list(csv.reader(io.StringIO(content)))[1:]


# ---------------------------------------------------------------------------- counting


def counted(number: int, one: str, many: str) -> str:
    """``1 article``, ``5 articles``."""
    return f"{number:,} {one if number == 1 else many}"


def listed(words: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def counted_relation(relation: Relation, number: int) -> str:
    words = relation_words()[relation]
    return counted(number, words.word.lower(), words.plural)


# ---------------------------------------------------------------------------- dates


def interval(value: str) -> Interval | None:
    """The interval of a time's label (``2025-11-01/2025-11-30``, ``2026-02-14``), None for other text."""
    first, _, last = value.partition("/")
    if not all(_INSTANT.fullmatch(end) for end in (first, last or first)):
        return None
    try:
        found = Interval(_instant(first, time.min), _instant(last or first, _LAST_SECOND))
    except ValueError:  # the thirtieth of February
        return None
    return found if found.first <= found.last else None


def _instant(text: str, missing: time) -> datetime:
    instant = datetime.fromisoformat(text)
    return instant if "T" in text else datetime.combine(instant.date(), missing)


def value_words(value: str, kind: Kind) -> str:
    """A time as an editor would write it; any other value as it is."""
    found = interval(value) if kind is Kind.TIME else None
    return interval_words(found) if found else value


def published_words(published: Published) -> str:
    if published.earliest is None or published.latest is None:
        return "publication date unknown"
    return interval_words(Interval(published.earliest, published.latest))


def interval_words(found: Interval) -> str:
    """``14 February 2026``, ``November 2025``, ``September to December 2020``, ``2020``."""
    if not found.whole_days:
        return _clock_words(found)
    if _whole_months(found):
        return _month_words(found)
    return _day_words(found)


def _clock_words(found: Interval) -> str:
    first, last = f"{_day(found.first)}, {found.first:%H:%M}", f"{_day(found.last)}, {found.last:%H:%M}"
    if first == last:
        return first
    return (
        f"{first} to {found.last:%H:%M}" if found.first.date() == found.last.date() else f"{first} to {last}"
    )


def _whole_months(found: Interval) -> bool:
    if found.last.date() == found.last.max.date():
        return False
    return found.first.day == 1 and (found.last + timedelta(days=1)).day == 1


def _month_words(found: Interval) -> str:
    first, last = found.first, found.last
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_month(first)} {first.year}"
    if first.year == last.year:
        return f"{_month(first)} to {_month(last)} {last.year}"
    return f"{_month(first)} {first.year} to {_month(last)} {last.year}"


def _day_words(found: Interval) -> str:
    first, last = found.first, found.last
    if first.date() == last.date():
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_month(first)} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {_month(moment)} {moment.year}"


def _month(moment: datetime) -> str:
    return month_names()[moment.month - 1]

"""Codes, dates and values of a report come in; the words that an editor reads go out."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files

from factcheck.records import Kind, Published, Relation
from factcheck.report.clean_text import shortened

_INSTANT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")
_LAST_SECOND = time(23, 59, 59)
_DURATION = re.compile(r"P([\d.YMWD]*)(?:T([\d.HMS]+))?(?: ([A-Z_]+))?")
_STEP = re.compile(r"(\d+(?:\.\d+)?)([A-Z])")
_QUANTITY = re.compile(r"(?:([a-z_]+) )?(-?\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?(?: (\S[^\n]*))?")
MAX_CHARS = 160  # of a value in a table or a list
DECIMALS = 2  # of a converted amount of one or more
WHOLE_FROM = 1000  # a converted amount of this size is shown without its decimals


@dataclass(frozen=True, slots=True)
class RelationWords:
    word: str
    plural: str
    meaning: str


@dataclass(frozen=True, slots=True)
class KindWords:
    """One line of data/kinds.csv."""

    word: str
    may_change: bool  # a later publication may rightly say something else
    in_words: bool  # what was written says it better than the value that was read
    value_shown: bool  # the value says something to a person


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
def kind_words() -> dict[str, KindWords]:
    return {row[0]: KindWords(row[1], *(cell == "yes" for cell in row[2:])) for row in _table("kinds.csv")}


@cache
def _units(file_name: str) -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in _table(file_name)}


@cache
def _larger_units() -> dict[str, list[tuple[Decimal, str, str]]]:
    found: dict[str, list[tuple[Decimal, str, str]]] = {}
    for unit, least, one, many in _table("larger_units.csv"):
        found.setdefault(unit, []).append((Decimal(least), one, many))
    return found


@cache
def _bounds() -> dict[str, str]:
    return {row[0]: row[1] for row in _table("bounds.csv")}


@cache
def _codes() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in _table("values.csv")}


@cache
def _reasons() -> dict[str, list[tuple[float | None, str]]]:
    """The words of each reason, those for the highest share first."""
    found: dict[str, list[tuple[float | None, str]]] = {}
    for reason, least, words in _table("reasons.csv"):
        found.setdefault(reason, []).insert(0, (float(least) if least else None, words))
    return found


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


# ---------------------------------------------------------------------------- values


def value_words(value: str, kind: Kind) -> str:
    """A time, a figure or a code of ours as an editor would write it; any other value as it is."""
    if kind is Kind.TIME:
        found = interval(value)
        return interval_words(found) if found else _duration_words(value)
    return _quantity_words(value) if kind is Kind.NUMBER else _codes().get((kind, value), value)


def cut(text: str) -> str:
    """A long quotation cut short for a table or a list; it stands in full in its passage."""
    return text if len(text) <= MAX_CHARS else shortened(text, MAX_CHARS - 1).rstrip() + "…"


def same_words(left: str, right: str) -> bool:
    """True where the two differ in case and spaces at most."""
    return "".join(left.casefold().split()) == "".join(right.casefold().split())


def _duration_words(value: str) -> str:
    """``PT90M``: 90 minutes; ``P3M APPROX``: about 3 months. Other values as they are."""
    found = _DURATION.fullmatch(value)
    if not found or (found[3] and found[3] not in _bounds()):
        return value
    days, hours = _STEP.findall(found[1]), _STEP.findall(found[2] or "")
    steps = days + [(number, "TM" if unit == "M" else unit) for number, unit in hours]
    # what is left over between the steps is no duration: "P9", "P1.Y"
    if not steps or sum(len(number) + 1 for number, _ in steps) != len(found[1] + (found[2] or "")):
        return value
    words = listed([_amount_words(number, *_units("durations.csv")[unit]) for number, unit in steps])
    return f"{_bounds()[found[3]]} {words}" if found[3] else words


def _quantity_words(value: str) -> str:
    """``more_than 4000 kg``: more than 4 tonnes. Other values, dates among them, as they are."""
    found = _QUANTITY.fullmatch(value)
    if not found or (found[1] and found[1] not in _bounds()):
        return value
    bound, amount, upper, unit = found.groups(default="")
    figure = _amounts(amount, upper)
    if unit == "ordinal":
        words = f"number {figure}"
    elif unit == "%":
        words = f"{figure}%"
    else:
        worth, one, many = _unit_words(unit, amount, upper)
        figure = _amounts(amount, upper, worth)
        words = f"{figure} {one if figure == '1' else many}".strip()
    return f"{_bounds()[bound]} {words}" if bound else words


def _amounts(amount: str, upper: str, worth: Decimal = Decimal(1)) -> str:
    """One figure, or the two ends of a range, in units of which each is worth so many."""
    ends = [_figure(f"{Decimal(end) / worth:f}") for end in (amount, upper) if end]
    return " to ".join(ends)


def _unit_words(unit: str, amount: str, upper: str) -> tuple[Decimal, str, str]:
    """The largest unit in which the amount is one or more, what it is worth, and its two names."""
    smallest = min((abs(Decimal(end)) for end in (amount, upper) if end), default=Decimal(0))
    fit = [row for row in _larger_units().get(unit, ()) if row[0] <= smallest]
    return max(fit) if fit else (Decimal(1), *_units("units.csv").get(unit, (unit, unit)))


def _amount_words(number: str, one: str, many: str) -> str:
    return f"{_figure(number)} {one if number == '1' else many}"


def _figure(number: str) -> str:
    amount = Decimal(number)
    if abs(amount) >= WHOLE_FROM:
        amount = amount.to_integral_value()
    elif amount != round(amount, DECIMALS) and abs(amount) >= 1:
        amount = round(amount, DECIMALS).normalize()
    return f"{amount:,f}"


def reason_words(reason: str) -> str:
    """Why two passages were compared, in a sentence; a reason without words in the data file as it is."""
    for least, words in _reasons().get(reason, []):
        if least is None and "{}" not in words:
            return words
    name, _, value = reason.partition(": ")
    if not value:
        name, _, value = reason.rpartition(" ")
    share = _share(value.removeprefix("similarity "))
    for least, words in _reasons().get(name, []):
        if least is None:
            kind = Kind(name.removeprefix("same ")) if name in ("same time", "same number") else Kind.NAME
            return words.replace("{}", value_words(value, kind))
        if share is not None and share >= least:
            return words
    return reason


def _share(value: str) -> float | None:
    """``0.93`` or ``92 of 100``, as a share of one; None for other text."""
    part, _, whole = value.partition(" of ")
    try:
        return float(Decimal(part) / Decimal(whole or "1"))
    except ArithmeticError:
        return None


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

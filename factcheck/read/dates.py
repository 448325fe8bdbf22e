"""A written date comes in, the closed interval it names goes out, with the span where it stands."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime
from functools import cache

from factcheck.read import cues
from factcheck.records import Published, PublishedHow, Span

_LAST_SECOND = time(23, 59, 59)
_FILE_DATE = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?![0-9A-Za-z])")
_MONTH_ONLY = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it stands in a text: the days it names and its span."""

    first: date
    last: date
    span: Span

    def published(self, how: PublishedHow) -> Published:
        return Published(*whole_days(self.first, self.last), how, self.span)


def whole_days(first: date, last: date) -> tuple[datetime, datetime]:
    """The closed interval from the first second of ``first`` to the last second of ``last``."""
    return datetime.combine(first, time.min), datetime.combine(last, _LAST_SECOND)


@cache
def month_numbers() -> dict[str, int]:
    """Month names and abbreviations in lower case, with their numbers."""
    return {name: int(number) for name, number in cues.rows("months")}


@cache
def month_pattern() -> str:
    """An alternative of every month name, capitalised or in capitals, the longest first."""
    names = sorted(month_numbers(), key=lambda name: (-len(name), name))
    return "|".join(form for name in names for form in (name.capitalize(), name.upper()))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    # "Leah FeigerFebruary 13, 2026": scraped bylines glue the date to the last name.
    left = r"(?:(?<![A-Za-z0-9])|(?<=[a-z])(?=[A-Z]))"
    month = rf"(?P<month>{month_pattern()})\.?"
    return (
        re.compile(rf"{left}{month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)"),
        re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{month},?\s+(?P<year>\d{{4}})(?!\d)"),
        re.compile(r"(?<!\d)(?P<year>\d{4})[-/](?P<number>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)"),
        re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4})(?![\d/])"),
        re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})(?!\d)"),
        re.compile(rf"{left}{month},?\s+(?P<year>\d{{4}})(?!\d)"),
    )


def dates_in(text: str, offset: int = 0) -> tuple[Dated, ...]:
    """Every full date in a short text, by position; ``offset`` is where the text begins in the article."""
    found: list[Dated] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            days = _days(match.groupdict())
            span = Span(match.start() + offset, match.end() + offset)
            if days and not any(span.overlaps(other.span) for other in found):
                found.append(Dated(*days, span))
    return tuple(sorted(found, key=lambda dated: dated.span))


def _days(parts: dict[str, str | None]) -> tuple[date, date] | None:
    year = int(parts["year"] or 0)
    if parts.get("a") and parts.get("b"):
        return _numeric(year, int(parts["a"] or 0), int(parts["b"] or 0))
    month = month_numbers().get((parts.get("month") or "").casefold(), 0) or int(parts.get("number") or 0)
    if not parts.get("day"):
        return month_days(year, month)
    return _one_day(year, month, int(parts["day"] or 0))


def _numeric(year: int, a: int, b: int) -> tuple[date, date] | None:
    """``2/13/2026``: month first as in the US, unless only the other order makes a date."""
    return _one_day(year, a, b) or _one_day(year, b, a)


def _one_day(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return (found, found)


def month_days(year: int, month: int) -> tuple[date, date] | None:
    """The first and the last day of a month, None where there is no such month."""
    if not (1 <= month <= 12 and 1000 <= year <= 9998):
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def metadata_date(value: object, span: Span | None = None) -> Published:
    """What a metadata value says about the publication date; unknown where it cannot be read."""
    if isinstance(value, datetime):
        return _instant(value, span)
    if isinstance(value, date):
        return Published(*whole_days(value, value), PublishedHow.METADATA, span)
    if not isinstance(value, str) or not value.strip():
        return Published()
    return _written(value.strip()[:200], span)


def _written(value: str, span: Span | None) -> Published:
    month = _MONTH_ONLY.fullmatch(value)
    days = month_days(int(month[1]), int(month[2])) if month else None
    if days:
        return Published(*whole_days(*days), PublishedHow.METADATA, span)
    moment = _moment(value)
    if moment and ":" in value:
        return _instant(moment, span)
    if moment:
        return Published(*whole_days(moment.date(), moment.date()), PublishedHow.METADATA, span)
    named = dates_in(value)
    if not named:
        return Published()
    return Published(*whole_days(named[0].first, named[0].last), PublishedHow.METADATA, span)


def _moment(value: str) -> datetime | None:
    """ISO 8601, or the form of mail and feeds."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(value)
        except (ValueError, TypeError, IndexError):
            continue
    return None


def _instant(moment: datetime, span: Span | None) -> Published:
    """A moment in UTC without its zone, as ``Published`` wants it."""
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(UTC).replace(tzinfo=None)
        except OverflowError:  # the first or last day of the calendar
            moment = moment.replace(tzinfo=None)
    return Published(moment, moment, PublishedHow.METADATA, span)


def file_date(stem: str) -> Published:
    """The day in a file name such as ``2025-06-03-mill-fire``; unknown where there is none."""
    for match in _FILE_DATE.finditer(stem):
        days = _one_day(int(match[1]), int(match[2]), int(match[3]))
        if days:
            return Published(*whole_days(*days), PublishedHow.FILE)
    return Published()


def option_date(day: date) -> Published:
    """The day that the user gave for articles that name none."""
    return Published(*whole_days(day, day), PublishedHow.OPTION)

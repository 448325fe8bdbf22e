"""Written dates become closed intervals, with the way in which they were known."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.read.dates import dates_in, file_date, metadata_date
from factcheck.records import PublishedHow

METADATA = [
    ("2025-06-03", "2025-06-03T00:00:00", "2025-06-03T23:59:59"),
    ("2025-06-03T22:15:00-05:00", "2025-06-04T03:15:00", "2025-06-04T03:15:00"),
    ("2025-06-03T22:15:00Z", "2025-06-03T22:15:00", "2025-06-03T22:15:00"),
    ("2025-06-03 22:15", "2025-06-03T22:15:00", "2025-06-03T22:15:00"),
    ("Tue, 03 Jun 2025 10:00:00 +0200", "2025-06-03T08:00:00", "2025-06-03T08:00:00"),
    ("2025-06", "2025-06-01T00:00:00", "2025-06-30T23:59:59"),
    ("June 2025", "2025-06-01T00:00:00", "2025-06-30T23:59:59"),
    ("2/13/2026", "2026-02-13T00:00:00", "2026-02-13T23:59:59"),
    ("13/2/2026", "2026-02-13T00:00:00", "2026-02-13T23:59:59"),
    ("3/2/2026", "2026-03-02T00:00:00", "2026-03-02T23:59:59"),
    ("Feb. 14th, 2026", "2026-02-14T00:00:00", "2026-02-14T23:59:59"),
]


@pytest.mark.parametrize(("value", "earliest", "latest"), METADATA)
def test_metadata_dates(value: str, earliest: str, latest: str) -> None:
    found = metadata_date(value)
    assert found.earliest is not None
    assert found.latest is not None
    assert (found.earliest.isoformat(), found.latest.isoformat()) == (earliest, latest)
    assert found.how is PublishedHow.METADATA


@pytest.mark.parametrize(
    "value", ["", "yesterday", "2025", "2025-13", "2025-02-30", None, 20250603, [], "32/32/2025"]
)
def test_what_is_no_date_stays_unknown(value: object) -> None:
    assert not metadata_date(value).known


@pytest.mark.parametrize(
    ("stem", "day"),
    [
        ("2025-06-03", date(2025, 6, 3)),
        ("courier_2025-06-03_mill-fire", date(2025, 6, 3)),
        ("20250603-mill", date(2025, 6, 3)),
        ("000_ab20250603f4e38508", None),
        ("mill-2025", None),
        ("2025-13-40", None),
    ],
)
def test_dates_in_file_names(stem: str, day: date | None) -> None:
    found = file_date(stem)
    assert (found.earliest.date() if found.earliest else None) == day


def test_the_span_is_where_the_date_stands() -> None:
    text = "by Lea FinkFebruary 13, 2026"
    assert [dated.span.of(text) for dated in dates_in(text)] == ["February 13, 2026"]


def test_a_name_that_holds_a_month_is_no_date() -> None:
    assert dates_in("Maypole 13, 2026 and Marchand 4, 2020") == ()

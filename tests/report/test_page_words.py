"""Dates and counts in an editor's words."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck.records import Kind, Published, Relation
from factcheck.report import page_words
from factcheck.report.page_words import counted, interval, kind_words, listed, published_words, value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-02-14", "14 February 2026"),
        ("2025-11-01/2025-11-30", "November 2025"),
        ("2024-02-01/2024-02-29", "February 2024"),
        ("2020-09-01/2020-12-31", "September to December 2020"),
        ("2020-11-01/2021-02-28", "November 2020 to February 2021"),
        ("2020-01-01/2020-12-31", "2020"),
        ("2019-01-01/2020-12-31", "2019 to 2020"),
        ("2025-03-03/2025-03-05", "3 to 5 March 2025"),
        ("2025-02-28/2025-03-02", "28 February to 2 March 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2026-02-14T09:30:00", "14 February 2026, 09:30"),
        ("2026-02-14T09:00/2026-02-14T12:00", "14 February 2026, 09:00 to 12:00"),
        ("2026-02-14T22:00/2026-02-15T02:00", "14 February 2026, 22:00 to 15 February 2026, 02:00"),
        ("9999-12-01/9999-12-31", "1 to 31 December 9999"),
        ("2026-02-30", "2026-02-30"),
        ("2026-02-14/2026-02-01", "2026-02-14/2026-02-01"),
        ("P9D", "P9D"),
        ("2020 END", "2020 END"),
        ("", ""),
    ],
)
def test_a_time_in_words(value, words):
    assert value_words(value, Kind.TIME) == words
    assert (interval(value) is None) is (value == words)


def test_only_times_are_put_into_words():
    assert value_words("2026-02-14", Kind.NUMBER) == "2026-02-14"


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (Published(), "publication date unknown"),
        (Published(datetime(2025, 12, 8), datetime(2025, 12, 8, 23, 59, 59)), "8 December 2025"),
        (Published(datetime(2025, 12, 8, 9, 5), datetime(2025, 12, 8, 9, 5)), "8 December 2025, 09:05"),
    ],
)
def test_a_publication_date_in_words(published, words):
    assert published_words(published) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (1234, "1,234 articles")]
)
def test_counts(number, words):
    assert counted(number, "article", "articles") == words


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(words, text):
    assert listed(words) == text


def test_every_code_has_its_word():
    assert sorted(kind_words()) == sorted(Kind)
    assert sorted(page_words.relation_words()) == sorted(Relation)

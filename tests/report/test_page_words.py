"""Dates and counts in an editor's words."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records import Kind, Published, Relation
from factcheck.report import page_words
from factcheck.report.page_words import (
    counted,
    cut,
    interval,
    kind_words,
    listed,
    published_words,
    reason_words,
    same_words,
    value_words,
)


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
        ("2020 END", "2020 END"),
        ("", ""),
    ],
)
def test_a_time_in_words(value, words):
    assert value_words(value, Kind.TIME) == words
    assert (interval(value) is None) is (value == words)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P9D", "9 days"),
        ("P1Y", "1 year"),
        ("P3M", "3 months"),
        ("PT3M", "3 minutes"),
        ("PT90M", "90 minutes"),
        ("P1DT12H", "1 day and 12 hours"),
        ("P1Y2M3D", "1 year, 2 months and 3 days"),
        ("P1.5Y", "1.5 years"),
        ("P2W MORE_THAN", "more than 2 weeks"),
        ("PT1H APPROX", "about 1 hour"),
        ("P2W END", "P2W END"),
        ("P", "P"),
        ("PT", "PT"),
        ("P9", "P9"),
        ("P.9D", "P.9D"),
        ("P1..5D", "P1..5D"),
        ("PXD", "PXD"),
        ("P2DE", "P2DE"),
    ],
)
def test_a_duration_in_words(value, words):
    assert value_words(value, Kind.TIME) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("340", "340"),
        ("4012", "4,012"),
        ("2400000 USD", "2,400,000 USD"),
        ("19312.128 m", "19.31 kilometres"),
        ("640.5 m", "640.5 metres"),
        ("15000000 kg", "15,000 tonnes"),
        ("more_than 4000 kg", "more than 4 tonnes"),
        ("1000 kg", "1 tonne"),
        ("about 500-2000 kg", "about 500 to 2,000 kilograms"),
        ("240000 m2", "24 hectares"),
        ("2500000 m2", "2.5 square kilometres"),
        ("1200000 W", "1.2 megawatts"),
        ("33.3333 %", "33.33%"),
        ("0.000000038 kg", "0.000000038 kilograms"),
        ("by 15,000 tonnes", "by 15,000 tonnes"),
        ("4% on the year", "4% on the year"),
        ("1.5 kg", "1.5 kilograms"),
        ("1 pp", "1 percentage point"),
        ("6 %", "6%"),
        ("more_than 4000 passenger", "more than 4,000 passenger"),
        ("about 10-20 m", "about 10 to 20 metres"),
        ("-3 Cel", "-3 degrees Celsius"),
        ("2 ordinal", "number 2"),
        ("2026-02-14", "2026-02-14"),
        ("fewer_than 3", "fewer_than 3"),
        ("1.2.3", "1.2.3"),
        ("m 12", "m 12"),
        ("twelve", "twelve"),
        ("", ""),
    ],
)
def test_a_figure_in_words(value, words):
    assert value_words(value, Kind.NUMBER) == words


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        ("stated", Kind.HEDGE, "stated as fact"),
        ("may", Kind.HEDGE, "may"),
        ("stated", Kind.STATUS, "stated"),
        ("P9D", Kind.QUOTE, "P9D"),
        ("2026-02-14", Kind.NAME, "2026-02-14"),
    ],
)
def test_values_of_other_kinds_stay_but_for_our_own_codes(value, kind, words):
    assert value_words(value, kind) == words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("similarity 0.93", "Their meanings are very close."),
        ("similarity 0.80", "Their meanings are very close."),
        ("similarity 0.79", "Their meanings are close."),
        ("similarity 0.10", "Their meanings are related."),
        ("shared words 0.48", "Some of their words are the same."),
        ("shared words 1.00", "Nearly all of their words are the same."),
        ("quotations alike: 92 of 100", "The two quotations repeat the same words."),
        ("same name: Ferry Agency", "Both name “Ferry Agency”."),
        ("same name: {}: {0}", "Both name “{}: {0}”."),
        ("same time: PT90M", "Both give the same time: 90 minutes."),
        ("same number: 2 ordinal", "Both give the figure number 2."),
        ("same person: Ilse Brandt", "Both speak of the same person: Ilse Brandt."),
        ("similarity high", "similarity high"),
        ("similarity -0.20", "similarity -0.20"),
        ("similarity NaN", "similarity NaN"),
        ("quotations alike: 92 of 0", "quotations alike: 92 of 0"),
        ("cosine 0.83", "cosine 0.83"),
        ("same weather: rain", "same weather: rain"),
        ("built by hand", "built by hand"),
        ("", ""),
    ],
)
def test_why_two_passages_were_compared_in_words(reason, words):
    assert reason_words(reason) == words


@given(st.text(), st.sampled_from(Kind))
def test_any_value_and_reason_has_words(text, kind):
    for words in (value_words(text, kind), reason_words(text), reason_words(f"same time: {text}")):
        assert bool(words) or not text


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Marta Oyen", "marta  oyen", True),
        ("19 March", "19\nMarch", True),
        ("STRASSE", "straße", True),
        ("", " ", True),
        ("14", "Fourteen", False),
        ("19 March", "19 May", False),
    ],
)
def test_words_that_differ_in_case_and_spaces_only(left, right, same):
    assert same_words(left, right) is same


@pytest.mark.parametrize(
    ("text", "shown"), [("a" * 160, "a" * 160), ("a" * 161, "a" * 159 + "…"), ("a " * 90, "a " * 79 + "a…")]
)
def test_long_values_are_cut(text, shown):
    assert cut(text) == shown


@pytest.mark.parametrize("kind", Kind)
def test_time_can_change_figures_dates_and_states_only(kind):
    changing = {Kind.TIME, Kind.NUMBER, Kind.STATUS, Kind.POLARITY}
    assert kind_words()[kind].may_change is (kind in changing)


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

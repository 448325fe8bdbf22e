"""Times that belong together: ends of a range, days of a week, parts of a year, days counted from days."""

from __future__ import annotations

import builders
import pytest

from factcheck.values import times


def read(text: str) -> list[tuple[str, str]]:
    subject = builders.article(text, day="2025-12-10")
    return [(fact.text, fact.value.label) for fact in times.facts(subject, builders.sentences(subject))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It ran from May to October 2020.",
            [("May", "2020-05-01/2020-05-31"), ("October 2020", "2020-10-01/2020-10-31")],
        ),
        (
            "It ran from November to March 2020.",
            [("November", "2019-11-01/2019-11-30"), ("March 2020", "2020-03-01/2020-03-31")],
        ),
        ("It ran from 26 June to 28 June 2020.", [("26 June", "2020-06-26"), ("28 June 2020", "2020-06-28")]),
        (
            "It ran between June and August 1992.",
            [("June", "1992-06-01/1992-06-30"), ("August 1992", "1992-08-01/1992-08-31")],
        ),
        ("It will run on April 9th through 17th.", [("April 9th through 17th", "2026-04-09/2026-04-17")]),
        ("It was signed on July 4th of 1995.", [("July 4th of 1995", "1995-07-04")]),
        ("It was signed on 28 June in 2020.", [("28 June in 2020", "2020-06-28")]),
        ("It closed two weeks before Christmas 2024.", [("two weeks before Christmas 2024", "2024-12-11")]),
        ("It closed three days after 12 January 2024.", [("three days after 12 January 2024", "2024-01-15")]),
        ("It closed on Tuesday of last week.", [("Tuesday of last week", "2025-12-02")]),
        ("It will close on Friday next week.", [("Friday next week", "2025-12-19")]),
        ("It closed in the last week of July.", [("the last week of July", "2025-07-27/2025-08-03")]),
        (
            "Sales fell in the first nine months of 2024.",
            [("the first nine months", "2024-01-01/2024-09-30"), ("2024", "2024-01-01/2024-12-31")],
        ),
        (
            "It closed in May and reopened in March 2020.",
            [("May", "2025-05-01/2025-05-31"), ("March 2020", "2020-03-01/2020-03-31")],
        ),
        (
            "It closed in March 2020 after three days.",
            [("March 2020", "2020-03-01/2020-03-31"), ("three days", "P3D")],
        ),
        (
            "He promoted it on April 6 - this year.",
            [("April 6", "2025-04-06"), ("this year", "2025-01-01/2025-12-31")],
        ),
        ("Jan left on 12 May 2020.", [("12 May 2020", "2020-05-12")]),
    ],
)
def test_times_place_each_other(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Pay no later than 1 March 2026.", "by"),
        ("It opened later than 2018.", "after"),
        ("Cars built in 2018 or later are safe.", "since"),
        ("Cars built in 2018 or earlier are safe.", "until"),
        ("It was built in 2018 and before 2019 was over.", "at"),
    ],
)
def test_how_the_claim_stands_to_the_time(text: str, relation: str) -> None:
    subject = builders.article(text)
    found = times.facts(subject, builders.sentences(subject))
    assert found[0].value.relation == relation

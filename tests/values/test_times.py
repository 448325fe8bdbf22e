"""Times in invented sentences: value, interval, how it was placed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from builders import article, published, sentences
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records import (
    Article,
    Block,
    BlockKind,
    Fact,
    Published,
    PublishedHow,
    Sentence,
    Span,
    TimeValue,
)
from factcheck.values import times

DAY = "2025-12-10"  # a Wednesday


def read(text: str, day: str | None = DAY) -> list[Fact[TimeValue]]:
    subject = article(text, day=day)
    return list(times.facts(subject, sentences(subject)))


def bounds(value: TimeValue) -> str:
    if value.earliest is None or value.latest is None:
        return ""
    return f"{value.earliest.date()}..{value.latest.date()}"


EXPLICIT = [
    ("The vote was on June 3, 2025.", "June 3, 2025", "2025-06-03", "2025-06-03..2025-06-03"),
    ("The vote was on 3 June 2025.", "3 June 2025", "2025-06-03", "2025-06-03..2025-06-03"),
    ("The vote of 2025-06-03 stands.", "2025-06-03", "2025-06-03", "2025-06-03..2025-06-03"),
    ("The vote of 6/3/2025 stands.", "6/3/2025", "2025-06-03", "2025-06-03..2025-06-03"),
    ("It met on Sept. 27, 1989.", "Sept. 27, 1989", "1989-09-27", "1989-09-27..1989-09-27"),
    ("By late 2020 the mill had closed.", "late 2020", "2020", "2020-09-01..2020-12-31"),
    ("In early 2020 the mill closed.", "early 2020", "2020", "2020-01-01..2020-04-30"),
    ("In mid-2020 the mill closed.", "mid-2020", "2020", "2020-05-01..2020-08-31"),
    ("In late March 2021 it closed.", "late March 2021", "2021-03", "2021-03-21..2021-03-31"),
    ("It closed in the second half of 2020.", "the second half of 2020", "2020-H2", "2020-07-01..2020-12-31"),
    ("Sales fell in Q3 2024.", "Q3 2024", "2024-Q3", "2024-07-01..2024-09-30"),
    (
        "Sales fell in the third quarter of 2024.",
        "the third quarter of 2024",
        "2024-Q3",
        "2024-07-01..2024-09-30",
    ),
    ("It flooded in summer 2020.", "summer 2020", "2020-SU", "2020-06-01..2020-09-30"),
    ("It flooded in the fall of 2021.", "the fall of 2021", "2021-FA", "2021-09-01..2021-12-31"),
    ("It was built in the 1990s.", "the 1990s", "199", "1990-01-01..1999-12-31"),
    ("It was built in the 18th century.", "the 18th century", "17", "1701-01-01..1800-12-31"),
    ("The 2023-24 season was wet.", "2023-24", "2023/2024", "2023-07-01..2024-06-30"),
    ("Spending rose in fiscal 2024.", "fiscal 2024", "2024", "2023-04-01..2024-12-31"),
    (
        "It grew under Macron's second term.",
        "Macron's second term",
        "2022-05-14/2027-05-13",
        "2022-05-14..2027-05-13",
    ),
    ("It grew during Carter's term.", "Carter's term", "1977-01-20/1981-01-20", "1977-01-20..1981-01-20"),
]


@pytest.mark.parametrize(("text", "part", "value", "interval"), EXPLICIT)
def test_a_full_date_needs_no_publication_day(text: str, part: str, value: str, interval: str) -> None:
    (fact,) = read(text, day=None)
    assert (fact.text, fact.value.value, bounds(fact.value)) == (part, value, interval)
    assert fact.value.how == "explicit"


RELATIVE = [
    ("It closed in November.", "2025-11", "inferred-year", "2025-11-01..2025-11-30"),
    ("It will close in November.", "2026-11", "inferred-year", "2026-11-01..2026-11-30"),
    ("It closed on June 3.", "2025-06-03", "inferred-year", "2025-06-03..2025-06-03"),
    ("It closed on Tuesday.", "2025-12-09", "anchored", "2025-12-09..2025-12-09"),
    ("It will close on Tuesday.", "2025-12-16", "anchored", "2025-12-16..2025-12-16"),
    ("It closed on Wednesday.", "2025-12-10", "anchored", "2025-12-10..2025-12-10"),
    ("It closed last Tuesday.", "2025-12-09", "anchored", "2025-12-02..2025-12-09"),
    ("It closed yesterday.", "2025-12-09", "anchored", "2025-12-09..2025-12-09"),
    ("It closes tomorrow.", "2025-12-11", "anchored", "2025-12-11..2025-12-11"),
    ("It closed last week.", "2025-W49", "anchored", "2025-11-30..2025-12-07"),
    ("It closed last month.", "2025-11", "anchored", "2025-11-01..2025-11-30"),
    ("It closed last year.", "2024", "anchored", "2024-01-01..2024-12-31"),
    ("It opens next year.", "2026", "anchored", "2026-01-01..2026-12-31"),
    ("It closed 11 days ago.", "2025-11-29", "anchored", "2025-11-29..2025-11-29"),
    ("It shrank in the past three months.", "P3M", "anchored", "2025-09-10..2025-12-10"),
    ("It shrank late last year.", "2024", "anchored", "2024-09-01..2024-12-31"),
    ("It flooded last fall.", "2024-FA", "anchored", "2024-09-01..2024-12-31"),
]


@pytest.mark.parametrize(("text", "value", "how", "interval"), RELATIVE)
def test_a_relative_time_is_placed_from_the_publication_day(
    text: str, value: str, how: str, interval: str
) -> None:
    (fact,) = read(text)
    assert (fact.value.value, fact.value.how, bounds(fact.value)) == (value, how, interval)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closed in November.", "XXXX-11"),
        ("It closed on June 3.", "XXXX-06-03"),
        ("It closed on Tuesday.", "XXXX-WXX-2"),
        ("It closed last year.", "XXXX"),
    ],
)
def test_without_a_publication_day_it_stays_unresolved(text: str, value: str) -> None:
    (fact,) = read(text, day=None)
    assert (fact.value.value, fact.value.how, bounds(fact.value)) == (value, "unresolved", "")


UNPLACED = [
    ("They were held for nine days.", "DURATION", "P9D", ""),
    ("They were held for nearly nine weeks.", "DURATION", "P9W", "APPROX"),
    ("They were held for more than two years.", "DURATION", "P2Y", "MORE_THAN"),
    ("A three-week strike began.", "DURATION", "P3W", ""),
    ("It took two and a half years.", "DURATION", "P2Y6M", ""),
    ("The choir meets every Tuesday.", "SET", "XXXX-WXX-2", ""),
    ("The report comes out annually.", "SET", "P1Y", ""),
    ("The firm is now in debt.", "DATE", "PRESENT_REF", ""),
    ("The firm recently shrank.", "DATE", "PAST_REF", ""),
    ("It shrank in recent years.", "DATE", "PAST_REF", ""),
    ("Polls closed at 10.30pm.", "TIME", "XXXX-XX-XXT22:30", ""),
]


@pytest.mark.parametrize(("text", "timex", "value", "mod"), UNPLACED)
def test_durations_and_sets_have_no_place(text: str, timex: str, value: str, mod: str) -> None:
    (fact,) = read(text)
    assert (fact.value.type, fact.value.value, fact.value.mod) == (timex, value, mod)
    assert bounds(fact.value) == ""


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("The doors open on Monday at 3 p.m.", "Monday at 3 p.m.", "2025-12-08T15:00"),
        ("The last vote fell at 2.30 on Monday morning.", "2.30 on Monday morning", "2025-12-08T02:30"),
        ("It struck on Tuesday, 3 a.m. GMT.", "Tuesday, 3 a.m. GMT", "2025-12-09T03:00Z"),
        ("It rained on Monday morning.", "Monday morning", "2025-12-08TMO"),
    ],
)
def test_a_time_of_day_is_joined_with_its_day(text: str, part: str, value: str) -> None:
    (fact,) = read(text)
    assert (fact.text, fact.value.value) == (part, value)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Theresa May may march with the Sun.",
        "May was pleased.",
        "The 57-year-old baker was 41 years old then.",
        "The fund paid $2020 for 1,999 chairs.",
        "Prices fall after the fall of the wall.",
        "It sold 2.30 percent of 45 shares.",
        "The Vale administration grew.",
        "It rested on efforts by the Macron administration.",
        "She wrote for the Harbour Daily.",
        "It was set for Feb. 30.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [f.text for f in read(text) if f.text not in ("then", "Feb.")] == []


RELATIONS = [
    ("It closed by November 2024.", ["by"]),
    ("It has been shut since 2016.", ["since"]),
    ("It was open until June 2019.", ["until"]),
    ("It met before the 2014 strikes.", ["before"]),
    ("It met after the 2014 strikes.", ["after"]),
    ("It met prior to 2010.", ["before"]),
    ("It met in 2010.", ["at"]),
    ("It ran from 20 November 2024 to 11 December 2024.", ["since", "until"]),
    ("It fell between 2019 and 2021.", ["since", "until"]),
]


@pytest.mark.parametrize(("text", "relations"), RELATIONS)
def test_the_preposition_is_the_relation_and_not_in_the_span(text: str, relations: list[str]) -> None:
    found = read(text)
    assert [str(f.value.relation) for f in found] == relations
    assert not any(f.text.split()[0].lower() in ("by", "since", "until", "from", "between") for f in found)


@pytest.mark.parametrize(
    ("text", "day", "interval", "how"),
    [
        (
            "Under Macron's second term, the bureau grew. By November, it had moved.",
            None,
            "2022-11-01..2026-11-30",
            "framed",
        ),
        (
            "Under Macron's second term, the bureau grew. By November, it had moved.",
            "2023-02-14",
            "2022-11-01..2022-11-30",
            "framed",
        ),
        ("In 2019, the bureau grew. In March it moved.", None, "2019-03-01..2019-03-31", "framed"),
        ("The bureau grew since 1980. In March it moved.", DAY, "2025-03-01..2025-03-31", "inferred-year"),
        ("The bureau grew.\nIn March it moved.", None, "", "unresolved"),
        ("In 2019, the bureau grew.\nIn March it moved.", None, "", "unresolved"),
    ],
)
def test_a_period_frames_the_bare_months_of_its_paragraph(
    text: str, day: str | None, interval: str, how: str
) -> None:
    value = read(text, day)[-1].value
    assert (bounds(value), value.how) == (interval, how)


@pytest.mark.parametrize(
    ("text", "day", "interval"),
    [
        ("It began under President Macron's administration.", None, "2017-05-14..2027-05-13"),
        ("It began under President Macron's first term.", None, "2017-05-14..2022-05-13"),
        ("It began in the latter half of President Macron's term.", None, ""),
        ("It began in the latter half of President Macron's term.", "2023-02-14", ""),
        ("It began in the latter half of President Macron's term.", "2021-12-01", "2019-11-13..2022-05-13"),
    ],
)
def test_terms_of_office(text: str, day: str | None, interval: str) -> None:
    (fact,) = read(text, day)
    assert bounds(fact.value) == interval


def test_a_publication_interval_widens_what_hangs_on_it() -> None:
    subject = article("It closed in November, and on Tuesday it burned.")
    first, last = published("2025-06-10"), published("2025-12-10")
    wide = Published(first.earliest, last.latest, PublishedHow.STORY)
    undated = Article(subject.uri, subject.text, subject.blocks, "A", wide)
    november, _ = times.facts(undated, sentences(undated))
    assert (november.value.value, bounds(november.value)) == ("XXXX-11", "2024-11-01..2025-11-30")


PIECES = [
    "final", "next", "winter", "tonight", "second", "Jan.",
    "late", "early", "mid-", "2020", "1999", "November", "May", "Sept.", "3", "31", "30th",
    "Monday", "morning", "last", "next", "this", "the", "of", "in", "by", "since", "two", "a",
    "few", "years", "days", "week's", "quarter", "Q3", "10.30pm", "22:30", "GMT", "ago", "later",
    "Macron's", "second", "term", "summer", "fall", "-", ",", ".", "’", "é", "99999999999", "0",
    "00:99", "13/45/2020", "2025-02-30", "1990s", "weekend", "Christmas", "every", "daily", "half",
    "end", "FY24", "hundred",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=14),
    st.sampled_from([None, "0001-01-01", "2024-02-29", "9999-12-31"]),
)
def test_any_words_give_sorted_exact_spans_and_never_raise(pieces: list[str], day: str | None) -> None:
    text = " ".join(pieces)
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    subject = Article("s/a.txt", text, (block,), "A", published(day))
    found = times.facts(subject, [Sentence(block.span, 0, block.kind, 0)])
    assert all(fact.span.of(text) == fact.text and fact.text for fact in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for value in (fact.value for fact in found):
        assert value.earliest is None or value.latest is None or value.earliest <= value.latest


def test_the_same_article_gives_the_same_facts() -> None:
    text = "By late 2020, 14 weeks ago, on Monday at 3 p.m., the bureau moved in November."
    assert read(text) == read(text)

"""Times of two aligned claims: contradictions and near misses in equal number, on invented stories."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from builders import alignment, article, claim, published, span
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import times
from factcheck.records import (
    Alignment,
    Fact,
    FactPair,
    Judgement,
    Kind,
    Published,
    PublishedHow,
    Relation,
    TimeHow,
    TimeRelation,
    TimeValue,
    TimexType,
)

DATE, TIME, DURATION = TimexType.DATE, TimexType.TIME, TimexType.DURATION
EXPLICIT, ANCHORED, INFERRED = TimeHow.EXPLICIT, TimeHow.ANCHORED, TimeHow.INFERRED_YEAR
FRAMED, UNRESOLVED = TimeHow.FRAMED, TimeHow.UNRESOLVED
AT, BY, SINCE, UNTIL = TimeRelation.AT, TimeRelation.BY, TimeRelation.SINCE, TimeRelation.UNTIL
BEFORE, AFTER = TimeRelation.BEFORE, TimeRelation.AFTER

Said = tuple[str, str, TimeValue]  # the sentence, the time in it, its value


def moment(text: str, *, end: bool = False) -> datetime:
    if "T" in text:
        return datetime.fromisoformat(text)
    return datetime.combine(datetime.fromisoformat(text).date(), time(23, 59, 59) if end else time.min)


def placed(
    first: str, last: str = "", *, how: TimeHow = EXPLICIT, relation: TimeRelation = AT, mod: str = ""
) -> TimeValue:
    kind = TIME if "T" in first else DATE
    return TimeValue(kind, first, mod, moment(first), moment(last or first, end=True), how, relation)


def bare(value: str, kind: TimexType = DATE, *, mod: str = "", relation: TimeRelation = AT) -> TimeValue:
    return TimeValue(kind, value, mod, relation=relation)


def aligned(left: Said, right: Said) -> Alignment:
    claims, facts = [], []
    for uri, (text, part, value) in (("s/a.txt", left), ("s/b.txt", right)):
        fact = Fact(Kind.TIME, span(text, part), part, value)
        facts.append(fact)
        claims.append(claim(article(text, uri=uri), facts=(fact,)))
    return alignment(claims[0], claims[1], FactPair(facts[0], facts[1], 0.9))


def judged(left: Said, right: Said) -> Judgement | None:
    found = times.compare(aligned(left, right))
    assert len(found) <= 1
    return found[0] if found else None


LATE_2020 = placed("2020-09-01", "2020-12-31", relation=BY)
NOVEMBER_2025 = placed("2025-11-01", "2025-11-30", how=INFERRED, relation=BY)

CONTRADICTIONS: list[tuple[str, Said, Said, str]] = [
    (
        "T4 late 2020, November of the year of publication",
        ("By late 2020 the bureau shared its files.", "late 2020", LATE_2020),
        ("By November the bureau shared its files.", "November", NOVEMBER_2025),
        "disjoint",
    ),
    (
        "T4 framed by a term of office",
        ("By late 2020 the bureau shared its files.", "late 2020", LATE_2020),
        (
            "By November the bureau shared its files.",
            "November",
            placed("2025-11-01", "2028-11-30", how=FRAMED, relation=BY),
        ),
        "disjoint",
    ),
    (
        "T4 two written days",
        ("The council votes on Tuesday, 4 March.", "Tuesday, 4 March", placed("2025-03-04", how=INFERRED)),
        (
            "The council votes on Wednesday, 5 March.",
            "Wednesday, 5 March",
            placed("2025-03-05", how=INFERRED),
        ),
        "neighbouring day",
    ),
    (
        "T4 two months",
        ("It opened in October 2024.", "October 2024", placed("2024-10-01", "2024-10-31")),
        ("It opened in November 2024.", "November 2024", placed("2024-11-01", "2024-11-30")),
        "disjoint",
    ),
    (
        "T4 weekdays of one week",
        ("It burned on Monday.", "Monday", placed("2025-12-08", how=ANCHORED)),
        ("It burned on Friday.", "Friday", placed("2025-12-05", how=ANCHORED)),
        "disjoint",
    ),
    (
        "undated days of a month",
        ("It opened on June 3.", "June 3", bare("XXXX-06-03")),
        ("It opened on June 7.", "June 7", bare("XXXX-06-07")),
        "disjoint",
    ),
    (
        "T5 order around one event",
        ("It met before the 2014 strikes.", "2014", placed("2014-01-01", "2014-12-31", relation=BEFORE)),
        ("It met after the 2014 strikes.", "2014", placed("2014-01-01", "2014-12-31", relation=AFTER)),
        "disjoint",
    ),
    (
        "T5 duration",
        ("They were held for nine days.", "nine days", bare("P9D", DURATION)),
        ("They were held for nine weeks.", "nine weeks", bare("P9W", DURATION)),
        "disjoint",
    ),
    (
        "T5 duration in years",
        ("She served two years.", "two years", bare("P2Y", DURATION)),
        ("She served three years.", "three years", bare("P3Y", DURATION)),
        "disjoint",
    ),
    (
        "since, two starts",
        ("Shut since 2016.", "2016", placed("2016-01-01", "2016-12-31", relation=SINCE)),
        ("Shut since 2019.", "2019", placed("2019-01-01", "2019-12-31", relation=SINCE)),
        "disjoint",
    ),
    (
        "by, done after it",
        ("It moved by June 2024.", "June 2024", placed("2024-06-01", "2024-06-30", relation=BY)),
        ("It moved in September 2024.", "September 2024", placed("2024-09-01", "2024-09-30")),
        "disjoint",
    ),
    (
        "times of day without a date",
        ("Polls closed at 10.30pm.", "10.30pm", bare("XXXX-XX-XXT22:30", TIME)),
        ("Polls closed at 8pm.", "8pm", bare("XXXX-XX-XXT20:00", TIME)),
        "disjoint",
    ),
]

NEAR_MISSES: list[tuple[str, Said, Said]] = [
    (
        "T4 published in December 2020",
        ("By late 2020 the bureau shared its files.", "late 2020", LATE_2020),
        (
            "By November the bureau shared its files.",
            "November",
            placed("2020-11-01", "2020-11-30", how=INFERRED, relation=BY),
        ),
    ),
    (
        "T4 undated",
        ("By late 2020 the bureau shared its files.", "late 2020", LATE_2020),
        ("By November the bureau shared its files.", "November", bare("XXXX-11", relation=BY)),
    ),
    (
        "undated months on both sides",
        ("It opened in June.", "June", bare("XXXX-06")),
        ("It opened in November.", "November", bare("XXXX-11")),
    ),
    (
        "H2 last week, a day of it",
        ("It opened last week.", "last week", placed("2025-06-01", "2025-06-08", how=ANCHORED)),
        ("It opened on 4 June.", "4 June", placed("2025-06-04", how=INFERRED)),
    ),
    (
        "H2 last month, its name",
        ("It opened last month.", "last month", placed("2025-11-01", "2025-11-30", how=ANCHORED)),
        ("It opened in November.", "November", placed("2025-11-01", "2025-11-30", how=INFERRED)),
    ),
    (
        "H12 time zones",
        (
            "It struck at 11 p.m. Monday.",
            "11 p.m. Monday",
            placed("2025-12-08T23:00:00", "2025-12-08T23:00:00"),
        ),
        (
            "It struck on Tuesday, 3 a.m. GMT.",
            "Tuesday, 3 a.m. GMT",
            TimeValue(
                TIME,
                "2025-12-09T03:00Z",
                "",
                moment("2025-12-09T03:00"),
                moment("2025-12-09T03:00"),
                ANCHORED,
            ),
        ),
    ),
    (
        "H12 overnight",
        (
            "It struck overnight Sunday.",
            "overnight Sunday",
            placed("2025-12-07T17:00:00", "2025-12-08T05:59:59", how=ANCHORED),
        ),
        ("It struck early Monday.", "early Monday", placed("2025-12-08", how=ANCHORED, mod="START")),
    ),
    (
        "H15 a plan and what came of it",
        ("The bureau plans to move in March 2025.", "March 2025", placed("2025-03-01", "2025-03-31")),
        ("The bureau moved in May 2025.", "May 2025", placed("2025-05-01", "2025-05-31")),
    ),
    (
        "H22 a fiscal year",
        ("Spending rose in fiscal 2024.", "fiscal 2024", placed("2023-04-01", "2024-12-31")),
        ("It rose in July 2023.", "July 2023", placed("2023-07-01", "2023-07-31")),
    ),
    (
        "H22 a season over two years",
        ("They won in the 2024-25 season.", "2024-25", placed("2024-07-01", "2025-06-30")),
        ("They won in 2025.", "2025", placed("2025-01-01", "2025-12-31")),
    ),
    (
        "a rounded duration",
        ("It took nearly a year.", "nearly a year", bare("P1Y", DURATION, mod="APPROX")),
        ("It took 11 months.", "11 months", bare("P11M", DURATION)),
    ),
    (
        "by, done before it in the same year",
        ("It moved by November 2024.", "November 2024", placed("2024-11-01", "2024-11-30", relation=BY)),
        ("It moved in September 2024.", "September 2024", placed("2024-09-01", "2024-09-30")),
    ),
    (
        "after one, before the other",
        ("It met after the 2010 vote.", "2010", placed("2010-01-01", "2010-12-31", relation=AFTER)),
        ("It met before the 2014 strikes.", "2014", placed("2014-01-01", "2014-12-31", relation=BEFORE)),
    ),
    (
        "a bare weekday of another week",
        ("It burned on Monday.", "Monday", placed("2025-12-08", how=ANCHORED)),
        ("It burned on Monday.", "Monday", placed("2025-12-01", how=ANCHORED)),
    ),
    (
        "a date and a duration",
        ("It burned in 2024.", "2024", placed("2024-01-01", "2024-12-31")),
        ("It burned for nine days.", "nine days", bare("P9D", DURATION)),
    ),
    (
        "since, and something within",
        ("Shut since 2016.", "2016", placed("2016-01-01", "2016-12-31", relation=SINCE)),
        ("It was shut in 2019.", "2019", placed("2019-01-01", "2019-12-31")),
    ),
]


@pytest.mark.parametrize(
    ("case", "left", "right", "level"), CONTRADICTIONS, ids=[c[0] for c in CONTRADICTIONS]
)
def test_contradictions(case: str, left: Said, right: Said, level: str) -> None:
    found = judged(left, right)
    assert found is not None
    assert (found.relation, found.level) == (Relation.CONTRADICTION, level)
    assert (found.left_value, found.right_value) == (left[2].label, right[2].label)
    assert (found.left, found.right) == (span(left[0], left[1]), span(right[0], right[1]))


@pytest.mark.parametrize(("case", "left", "right"), NEAR_MISSES, ids=[c[0] for c in NEAR_MISSES])
def test_near_misses(case: str, left: Said, right: Said) -> None:
    assert judged(left, right) is None


DRIFTS: list[tuple[str, Said, Said]] = [
    (
        "weekdays a day apart",
        ("It burned on Monday.", "Monday", placed("2025-12-08", how=ANCHORED)),
        ("It burned on Tuesday.", "Tuesday", placed("2025-12-09", how=ANCHORED)),
    ),
    (
        "by, done years before",
        ("It moved by November 2025.", "November 2025", placed("2025-11-01", "2025-11-30", relation=BY)),
        ("It moved in 2020.", "2020", placed("2020-01-01", "2020-12-31")),
    ),
]


@pytest.mark.parametrize(("case", "left", "right"), DRIFTS, ids=[c[0] for c in DRIFTS])
def test_drifts(case: str, left: Said, right: Said) -> None:
    found = judged(left, right)
    assert found is not None
    assert found.relation is Relation.DRIFT


@pytest.mark.parametrize(("case", "left", "right"), [*[c[:3] for c in CONTRADICTIONS], *NEAR_MISSES, *DRIFTS])
def test_both_orders_give_the_same_relation(case: str, left: Said, right: Said) -> None:
    one, other = judged(left, right), judged(right, left)
    assert (one and (one.relation, one.level, one.confidence)) == (
        other and (other.relation, other.level, other.confidence)
    )


def test_the_reason_names_both_intervals_and_the_inferred_year() -> None:
    found = judged(CONTRADICTIONS[0][1], CONTRADICTIONS[0][2])
    assert found is not None
    assert found.reason == (
        "The first dates it by late 2020 (September-December 2020), the second by November (November 2025); "
        "the year of the second is inferred from its publication date."
    )


def test_confidence_follows_how_the_times_were_placed() -> None:
    explicit = judged(CONTRADICTIONS[3][1], CONTRADICTIONS[3][2])
    inferred = judged(CONTRADICTIONS[0][1], CONTRADICTIONS[0][2])
    framed = judged(CONTRADICTIONS[1][1], CONTRADICTIONS[1][2])
    assert explicit and inferred and framed
    assert explicit.confidence > inferred.confidence > framed.confidence


def test_a_publication_date_borrowed_from_the_story_lowers_the_confidence() -> None:
    pair = aligned(CONTRADICTIONS[0][1], CONTRADICTIONS[0][2])
    known = published("2025-12-10")
    story = Published(known.earliest, known.latest, PublishedHow.STORY)
    borrowed = Alignment(pair.left, pair.right, 0.9, ("by hand",), pair.matter, pair.pairs, known, story)
    assert times.compare(borrowed)[0].confidence < times.compare(pair)[0].confidence


DAYS = st.dates(min_value=datetime(1990, 1, 1).date(), max_value=datetime(2040, 1, 1).date())
VALUES = st.builds(
    lambda days, relation, how, mod: placed(
        min(days).isoformat(), max(days).isoformat(), relation=relation, how=how, mod=mod
    ),
    st.tuples(DAYS, DAYS),
    st.sampled_from(TimeRelation),
    st.sampled_from([EXPLICIT, ANCHORED, INFERRED, FRAMED]),
    st.sampled_from(["", "APPROX", "START"]),
)


@given(VALUES, VALUES)
def test_law_5_and_an_equal_time_never_contradicts_itself(a: TimeValue, b: TimeValue) -> None:
    left, right = ("It met then.", "then", a), ("It met then.", "then", b)
    one, other = judged(left, right), judged(right, left)
    assert (one and one.relation) == (other and other.relation)
    assert judged(left, left) is None


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Thursday, 10 September", "Wednesday, 10 September", "disjoint"),
        ("Thursday, 10 September", "Wednesday", "disjoint"),
        ("Wednesday, 10 September", "Wednesday", None),
        ("10 September", "Wednesday, 10 September", None),
    ],
)
def test_one_date_with_two_weekdays(left: str, right: str, level: str | None) -> None:
    day = placed("2025-09-10")
    sides = [(f"The court ruled on {part}.", part, day) for part in (left, right)]
    for pair in (sides, sides[::-1]):
        assert [judged.level for judged in times.compare(aligned(*pair))] == ([level] if level else [])

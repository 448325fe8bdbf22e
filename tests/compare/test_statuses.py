"""T18: steps of one procedure that exclude each other, and steps that go together or follow one another."""

import pytest
from builders import alignment, article, claim, sentences

from factcheck.compare import statuses
from factcheck.records import Alignment, Claim, Relation
from factcheck.values import statuses as reader

CHARGED, CONVICTED = "Ode was charged with fraud.", "Ode was convicted of fraud."


def read(text: str, uri: str) -> Claim:
    subject = article(text, uri=uri)
    return claim(subject, facts=reader.facts(subject, sentences(subject)))


def pair(
    left: str, right: str, days: tuple[str | None, str | None] = ("2025-12-10", "2025-12-10")
) -> Alignment:
    return alignment(read(left, "story/a.txt"), read(right, "story/b.txt"), days=days)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (CHARGED, CONVICTED),
        ("Dahl was nominated to the seat.", "Dahl was confirmed to the seat."),
        ("Ode was acquitted of fraud.", CONVICTED),
        ("Orlen is in talks over the mill with Tavik.", "Orlen struck a deal over the mill with Tavik."),
        ("Governor Lind signed the bill on fishing.", "Governor Lind vetoed the bill on fishing."),
    ],
)
def test_one_day_and_two_steps_contradict(left: str, right: str) -> None:
    for found in (statuses.compare(pair(left, right)), statuses.compare(pair(right, left))):
        [judgement] = found
        assert (judgement.relation, judgement.level) == (Relation.CONTRADICTION, "other step")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ode was arrested over the fraud.", CHARGED),
        (CONVICTED, "Ode was sentenced to nine years for fraud."),
        (CHARGED, "Brandt was convicted of fraud."),
        ("Ode was charged with fraud and convicted in May.", CONVICTED),
        (CHARGED, "Ode would be convicted of fraud if tried."),
    ],
)
def test_near_misses_are_silent(left: str, right: str) -> None:
    assert statuses.compare(pair(left, right)) == ()
    assert statuses.compare(pair(right, left)) == ()


@pytest.mark.parametrize(
    ("days", "relation", "level"),
    [
        (("2025-12-10", "2025-12-12"), Relation.UPDATE, "later step"),
        (("2025-12-12", "2025-12-10"), Relation.CONTRADICTION, "earlier step"),
    ],
)
def test_the_later_article_decides(days: tuple[str, str], relation: Relation, level: str) -> None:
    [judgement] = statuses.compare(pair(CHARGED, CONVICTED, days))
    assert (judgement.relation, judgement.level) == (relation, level)
    [back] = statuses.compare(pair(CONVICTED, CHARGED, days[::-1]))
    assert (back.relation, back.level) == (relation, level)


def test_unknown_dates_could_explain_it() -> None:
    [judgement] = statuses.compare(pair(CHARGED, CONVICTED, (None, "2025-12-10")))
    assert (judgement.relation, judgement.level) == (Relation.DRIFT, "undated step")

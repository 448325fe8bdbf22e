"""T23: figures, dates and ages of one claim that do not agree with each other."""

import pytest
from builders import alignment, article, claim, sentences

from factcheck.compare import arithmetic
from factcheck.records import Judgement, Matter, Relation
from factcheck.values import with_facts


def judged(text: str, day: str = "2025-12-10") -> tuple[Judgement, ...]:
    subject = article(text, day=day)
    [one] = with_facts(subject, sentences(subject), [claim(subject)])
    return arithmetic.compare(alignment(one, one, matter=Matter.SELF, days=(day, day)))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Inspectors found that 12 of 40 barns, or 25 percent, leaked.", "share"),
        ("Inspectors found 12 of the 40 barns (25%) leaking.", "share"),
        ("Sales rose by 20 percent, from 200 to 250 cars.", "change"),
        ("Sales fell from 250 to 200 cars, a drop of 25 percent.", "change"),
        ("There were 12 dead: five men and six women.", "sum"),
        ("The council votes on Tuesday, 5 March 2025.", "weekday"),
        ("The council votes on Monday, December 12.", "weekday"),
        ("Karel Dunn, born in 1961, is a 57-year-old baker.", "age"),
    ],
)
def test_does_not_add_up(text: str, level: str) -> None:
    [judgement] = judged(text)
    assert (judgement.relation, judgement.level) == (Relation.CONTRADICTION, level)
    assert judgement.left != judgement.right


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors found that 12 of 40 barns, or 30 percent, leaked.",
        "Inspectors found that 13 of 40 barns, or about a third, leaked.",
        "Inspectors found that 12 of 40 barns leaked and 25 percent of the sheds did.",
        "Sales rose by 25 percent, from 200 to 250 cars.",
        "Membership fell from 8,000 to 6,000, and 40 percent of the young left.",
        "There were 11 dead: five men and six women.",
        "There were 12 dead, five men and six women among them.",
        "The council votes on Wednesday, March 5, 2025.",
        "The council votes on Friday, December 12.",
        "Karel Dunn, born in 1961, is a 64-year-old baker.",
        "Karel Dunn, born in 1961, died aged 50 in Harrow.",
    ],
)
def test_adds_up_or_cannot_be_told(text: str) -> None:
    assert judged(text) == ()

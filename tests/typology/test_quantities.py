"""T1 to T3, T20 and H3 to H5, H8, H9, H19, H24, from text to judgement: figures, bounds, units, bases."""

from __future__ import annotations

from functools import cache, partial

import pytest

from factcheck import align, compare, pipeline
from factcheck.records import AnalysedArticle, Article, Relation
from factcheck.settings import Settings
from tests.builders import article

OWN = ("quantities", "scope")

PAIRS = [
    # T1: the amount
    ("C", "The mill in Harrow will cut 340 jobs.", "The Harrow mill will cut 430 jobs."),
    ("C", "The port was fined $2.4 million on Monday.", "The port was fined $24 million on Monday."),
    ("C", "Dana Ruiz, 34, was named as the driver.", "Dana Ruiz, 43, was named as the driver."),
    ("C", "Harrow beat Orlen 3-1 in the final.", "Harrow beat Orlen 3-0 in the final."),
    ("C", "It was her second term as mayor.", "It was her third term as mayor."),
    ("C", "Harrow took their third straight win.", "Harrow took their fourth straight win."),
    ("C", "No one was hurt in the fire at the mill.", "Two people were hurt in the fire at the mill."),
    ("C", "About a third of the tenants objected.", "About half of the tenants objected."),
    ("C", "Seats held by the Greens rose from 9 to 10.", "Seats held by the Greens rose from 9 to 12."),
    (".", "The mill in Harrow will cut 340 jobs.", "Some 340 jobs will go at the mill in Harrow."),
    (".", "The port was fined $2.4 million.", "The port must pay a fine of 2.4 million dollars."),
    (".", "The crew of 12 was rescued on Friday.", "A dozen crew members were rescued on Friday."),
    # T2, H3, H4b: bounds
    ("C", "At least 60 homes were damaged by the storm.", "At most 60 homes were damaged by the storm."),
    ("C", "Nearly 9,000 residents signed the petition.", "More than 9,000 residents signed the petition."),
    ("C", "More than 500 cows were sold.", "Some 380 cows were sold."),
    (".", "More than 70,000 identity cards were stolen.", "In all 70,214 identity cards were stolen."),
    (".", "Up to 500 guests were invited to the ball.", "The ball had 480 invited guests."),
    (".", "More than 70,000 identity cards were stolen.", "70,000 identity cards were stolen."),
    (".", "At least 12 boats sank in the harbour.", "12 boats sank in the harbour."),
    # T3, H9: units
    ("C", "Support for the levy rose 3 percentage points.", "Support for the levy rose 3 percent."),
    ("C", "The wreck lies 12 miles offshore.", "The wreck lies 12 km offshore."),
    ("C", "The repair cost 5 million euros.", "The repair cost 5 million dollars."),
    (".", "The goalkeeper is 5 ft 11 tall.", "The goalkeeper is 180 cm tall."),
    (".", "The sale brought in $1.5bn.", "The sale brought in 1,500 million dollars."),
    (".", "The path is a quarter mile long.", "The path is 400 metres long."),
    (".", "The tank holds 2.5 million litres.", "The tank holds two and a half million litres."),
    # T20: what it is held against
    ("C", "Prices were up 4% from a year earlier.", "Prices were up 4% from the prior month."),
    ("D", "Unemployment is at its lowest since 2011.", "Unemployment is at its lowest ever."),
    (".", "Prices were up 4% from a year earlier.", "Prices rose 4% year on year."),
    # H4: rounding
    (".", "About 1.2 million people live in the valley.", "The valley is home to 1,187,000 people."),
    (".", "A third of voters stayed at home.", "33.6% of voters stayed at home."),
    # H5, H19: parts and wholes
    (".", "Three teachers were hurt in the crash.", "Five people were hurt in the crash."),
    (
        ".",
        "The storm caused 12 deaths, two of them children.",
        "Ten adults and two children died in the storm.",
    ),
    (".", "The levy passed by 20 votes to 15.", "The levy passed by five votes."),
    (".", "12 of the 40 tenants left.", "A block of 40 tenants lost 12 of them."),
    (".", "All but two of the 40 flats are let.", "38 of the 40 flats are let."),
    # H8: two sources
    (".", "The union said 400 walked out.", "The company said 250 walked out."),
    (
        ".",
        "Organisers counted 30,000 marchers, police 12,000.",
        "Police put the number of marchers at 12,000.",
    ),
    # H24: the same figure of another thing
    (".", "The stove weighs 2.4 kg.", "The tent weighs 3.1 kg."),
    (".", "Holt faces 47 counts of fraud.", "Holt faces 47 years in prison."),
    # multiples
    ("C", "The number of ferries doubled last year.", "The number of ferries tripled last year."),
    ("C", "Sales of boats halved in May.", "Sales of boats fell by a third in May."),
    ("C", "Twice as many boats were sold as in 2023.", "Three times as many boats were sold as in 2023."),
    ("C", "The budget of the port doubled.", "The budget of the port quadrupled."),
    (".", "The number of ferries doubled last year.", "The number of ferries rose by 100 percent last year."),
    (".", "Sales of boats halved in May.", "Sales of boats fell by 50 percent in May."),
    (".", "The number of ferries more than doubled.", "The number of ferries rose by 120 percent."),
    (".", "The number of ferries doubled last year.", "The number of trams tripled last year."),
    # counts with a name of their own
    ("C", "Bo Lind scored a hat-trick for Harrow.", "Bo Lind scored two goals for Harrow."),
    ("C", "Bo Lind scored a brace for Harrow.", "Bo Lind scored three goals for Harrow."),
    (".", "Bo Lind scored a hat-trick for Harrow.", "Bo Lind scored three goals for Harrow."),
    ("C", "Holt won the cup twice.", "Holt won the cup three times."),
    (".", "Holt won the cup twice.", "Holt won the cup two times."),
    # shares against counts
    ("C", "A fifth of the 40 tenants left.", "5 of the 40 tenants left."),
    (".", "A quarter of the 40 tenants left.", "10 of the 40 tenants left."),
    (
        "C",
        "Half of the residents voted in the ballot on the levy.",
        "900,000 of the 1.2 million residents voted in the ballot on the levy.",
    ),
    (
        ".",
        "Three quarters of the residents voted in the ballot on the levy.",
        "900,000 of the 1.2 million residents voted in the ballot on the levy.",
    ),
    # general and special nouns: more of the special than of the general cannot be
    (
        "C",
        "12 people were on the bus when it overturned near Harrow.",
        "14 passengers were on the bus when it overturned near Harrow.",
    ),
    (
        ".",
        "14 people were on the bus when it overturned near Harrow.",
        "12 passengers were on the bus when it overturned near Harrow.",
    ),
    (
        ".",
        "12 people were on the bus when it overturned near Harrow.",
        "12 passengers were on the bus when it overturned near Harrow.",
    ),
    # two figures each with its owner
    (
        "C",
        "The crashes of Harrow Flight 7 and Orlen Flight 9 killed 102 and 21 people respectively.",
        "The crashes of Harrow Flight 7 and Orlen Flight 9 killed 21 and 102 people respectively.",
    ),
    (
        ".",
        "The crashes of Harrow Flight 7 and Orlen Flight 9 killed 102 and 21 people respectively.",
        "The crashes of Orlen Flight 9 and Harrow Flight 7 killed 21 and 102 people respectively.",
    ),
    (
        "C",
        "Norway and Sweden cut 340 and 210 jobs respectively.",
        "Norway cut 210 jobs. Sweden cut 340 jobs.",
    ),
    (
        ".",
        "Norway and Sweden cut 340 and 210 jobs respectively.",
        "Norway cut 340 jobs. Sweden cut 210 jobs.",
    ),
]


@cache
def analysed(text: str, uri: str, outlet: str, day: str = "2025-12-10") -> tuple[Article, AnalysedArticle]:
    subject = article(text, uri=uri, outlet=outlet, day=day)
    return subject, pipeline.analyse(subject, Settings())


def relations(left: str, right: str, days: tuple[str, str] = ("2025-12-10", "2025-12-10")) -> set[Relation]:
    """What is found between two articles of the two texts."""
    settings = Settings()
    told = [analysed(left, "s/a.txt", "A", days[0]), analysed(right, "s/b.txt", "B", days[1])]
    aligned = align.alignments(
        [one for _, one in told],
        partial(pipeline._encoder(settings.encoder).encode),
        min_cosine=settings.min_cosine,
        min_score=settings.min_link_score,
    )
    articles = {one.uri: one for one, _ in told}
    rows, _ = compare.findings("s", aligned, articles, compare.chosen(OWN))
    flagged = {Relation.CONTRADICTION, Relation.DRIFT, Relation.UPDATE}
    return {row.judgement.relation for row in rows} & flagged


EXPECTED = {"C": {Relation.CONTRADICTION}, "D": {Relation.DRIFT}, ".": set()}


@pytest.mark.parametrize(("verdict", "left", "right"), PAIRS)
def test_pair(verdict: str, left: str, right: str) -> None:
    assert relations(left, right) == EXPECTED[verdict]


LATER, SAME = ("2025-12-01", "2025-12-02"), ("2025-12-01", "2025-12-01")


@pytest.mark.parametrize(
    ("left", "right", "days", "relation"),
    [
        (
            "Twelve people are still missing after the flood.",
            "Four people are still missing after the flood.",
            LATER,
            Relation.UPDATE,
        ),
        (
            "Twelve people are still missing after the flood.",
            "Four people are still missing after the flood.",
            SAME,
            Relation.CONTRADICTION,
        ),
        (
            "The storm left 12,000 customers without power.",
            "The storm still left 3,000 customers without power.",
            LATER,
            Relation.UPDATE,
        ),
        (
            "Growth in the third quarter was put at 3.1 percent.",
            "Growth in the third quarter was put at 2.8 percent, down from 3.1 percent first reported.",
            LATER,
            Relation.UPDATE,
        ),
        (
            "Growth in the third quarter was put at 3.1 percent.",
            "Growth in the third quarter was put at 2.8 percent, down from 3.4 percent a year before.",
            LATER,
            Relation.CONTRADICTION,
        ),
        (
            "The collapse killed seven people.",
            "The collapse killed three people.",
            LATER,
            Relation.CONTRADICTION,
        ),
    ],
)
def test_figures_that_move(left: str, right: str, days: tuple[str, str], relation: Relation) -> None:
    assert relations(left, right, days) == {relation}

"""T11, T12 and T20: quantities, reach and records that are wider on one side."""

import pytest
from builders import alignment, article, claim

from factcheck.compare import scope
from factcheck.records import Alignment, Relation

D, C = Relation.DRIFT, Relation.CONTRADICTION


def pair(left: str, right: str) -> Alignment:
    return alignment(claim(article(left, uri="story/a.txt")), claim(article(right, uri="story/b.txt")))


DIFFERENT = [
    ("Most tenants objected.", "All tenants objected.", D, "quantity"),
    ("A few schools closed.", "Schools closed.", D, "quantity"),
    ("The recall covers 2022 models.", "The recall covers all models.", D, "quantity"),
    ("Many upland faiths, such as Orm, use old rites.", "All upland faiths use old rites.", D, "quantity"),
    ("The order blocks the rule for two states.", "The order blocks the rule nationwide.", D, "reach"),
    ("The order blocks the rule only for two states.", "The order blocks the rule nationwide.", C, "reach"),
    (
        "The fund gave galleries in Ruvia over 28,000 photographs.",
        "The fund gave galleries in Ruvia and abroad over 28,000 photographs.",
        D,
        "reach",
    ),
    ("Sales were the lowest since 2011.", "Sales were the lowest ever.", D, "record"),
    (
        "Turnout was the highest in the history of council elections.",
        "Turnout was the highest for any election ever held in Ovel.",
        D,
        "record",
    ),
    (
        "Some councillors now want a part of the fund.",
        "Councillors without exception now want a part of the fund.",
        D,
        "quantity",
    ),
    (
        "Names of donors are carved on the harbour wall.",
        "The names of all donors are carved on the harbour wall.",
        D,
        "quantity",
    ),
    (
        "The state would mostly exercise its rights as a shareholder.",
        "The state would never exercise its rights as a shareholder.",
        D,
        "frequency",
    ),
    (
        "All lamp buyers can claim a free case.",
        "Only those lamp buyers who complained can claim a free case.",
        C,
        "only",
    ),
    (
        "The clerk used only a private account for her letters.",
        "The clerk used a private account for her letters.",
        D,
        "only",
    ),
    (
        "Orlen built the most valuable cement company in the world.",
        "Orlen built the most valuable company in the world.",
        D,
        "record",
    ),
    (
        "Bell is the first woman to lead a firm in the Ruvian steel trade.",
        "Bell is the first woman to lead a firm in the steel trade anywhere in the world.",
        D,
        "record",
    ),
]
SILENT = [
    ("Hardly any seats were empty at the concert.", "Almost all seats were taken at the concert."),
    ("Most seats at the concert were taken.", "Almost all seats at the concert were taken."),
    (
        "The lane will be open only to walkers, cyclists and trams.",
        "The lane is to be for walkers, cyclists and trams.",
    ),
    ("All the donors are named on the harbour wall.", "The donors are named on the harbour wall."),
    ("Only the eastern ward must boil water.", "The eastern ward must boil water; the rest need not."),
    ("The clerk used only a private account.", "The clerk used a private account and no other."),
    ("The state mostly exercised its rights.", "The state usually exercised its rights."),
    (
        "Breck wants no ferry of more than 25 years to sail.",
        "Breck wants a ban on all ferries over 25 years.",
    ),
    ("Orlen is the most valuable company.", "Orlen is the most valuable company in Ruvia."),
    ("Some tenants objected.", "Several tenants objected."),
    ("Many tenants objected.", "Most tenants objected."),
    ("All 12 members voted for it.", "The 12 members voted for it."),
    ("Not all tenants objected.", "Most tenants objected."),
    ("All schools in Harrow closed.", "Most schools in Marrow closed."),
    ("The order blocks the rule across the country.", "The order blocks the rule nationwide."),
    ("Sales were the lowest since 2011.", "Sales were the lowest in 14 years."),
    ("Some 100 prints are on view at the gallery.", "Prints are on view at the gallery."),
    ("I have one vote in each referendum.", "The state holds two referendums."),
]


@pytest.mark.parametrize(("left", "right", "relation", "level"), DIFFERENT)
def test_differs(left: str, right: str, relation: Relation, level: str) -> None:
    [judgement] = scope.compare(pair(left, right))
    assert (judgement.relation, judgement.level) == (relation, level)


@pytest.mark.parametrize(("left", "right", "relation", "level"), DIFFERENT)
def test_is_symmetric(left: str, right: str, relation: Relation, level: str) -> None:
    [there], [back] = scope.compare(pair(left, right)), scope.compare(pair(right, left))
    assert (back.relation, back.level) == (relation, level)
    assert (there.left, there.right) == (back.right, back.left)


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_near_misses_are_silent(left: str, right: str) -> None:
    assert scope.compare(pair(left, right)) == ()
    assert scope.compare(pair(right, left)) == ()

"""From text to findings: figures and times of one event contradict, those of two do not."""

from __future__ import annotations

import builders
import pytest

from factcheck import pipeline
from factcheck.read import read_content
from factcheck.records import Article, Kind, Relation, Story
from factcheck.settings import Settings

VALUES = (Kind.NUMBER, Kind.TIME)

TWO_MATTERS = [
    # a change against the level it leads to
    ("The lake fell by 40 centimetres to 210 centimetres.", "The lake fell from 250 to 210 centimetres."),
    # a height above the mark against the mark
    ("The flood mark is at 3 metres.", "The river stood 80 centimetres above the flood mark."),
    # the rest against the whole
    ("The other 14 boats were made of steel.", "She steered the only wooden one of 15 boats."),
    # a part against its whole
    ("The strike grounded 96 flights.", "The strike grounded 96 of the airline's 310 flights."),
    # what one party lost, the other did not win
    ("The Harbour List lost 8 seats.", "The Meadow Party won 21 seats."),
    # H6: two events of one kind
    ("The March raid found 20 guns.", "The May raid found 8 guns."),
    # H24: the same words of another thing
    ("The stove weighs 2.4 kg.", "The tent weighs 3.1 kg."),
    # H5: a part of those hurt
    ("Three teachers were hurt.", "Five people were hurt."),
]
ONE_MATTER = [
    ("The lake fell by 40 centimetres in June.", "The lake fell by 60 centimetres in June."),
    ("The river rose to 3.4 metres at the mill.", "The river rose to 4.3 metres at the mill."),
    ("The strike grounded 96 flights.", "The strike grounded 69 flights."),
    ("The Harbour List lost 8 seats.", "The Harbour List lost 11 seats."),
    ("Velmar won the derby on 6 October 2019.", "Velmar won the derby on 9 October 2019."),
    ("The council turned down a $14 million offer.", "The council rejected an offer of $41 million."),
    ("The mill will cut 340 jobs.", "The mill will cut 430 jobs."),
]


def contradicted(left: str, right: str) -> bool:
    articles = (
        builders.article(left, uri="s/a.txt", outlet="A"),
        builders.article(right, uri="s/b.txt", outlet="B"),
    )
    found = pipeline.check(Story("s", articles), Settings()).findings
    return any(
        row.kind in VALUES
        and row.judgement.relation is Relation.CONTRADICTION
        and row.left.uri != row.right.uri
        for row in found
    )


@pytest.mark.parametrize(("left", "right"), TWO_MATTERS)
def test_values_of_two_matters_stay_silent(left: str, right: str) -> None:
    assert not contradicted(left, right)


@pytest.mark.parametrize(("left", "right"), ONE_MATTER)
def test_values_of_one_matter_contradict(left: str, right: str) -> None:
    assert contradicted(left, right)


def inner(text: str) -> list[tuple[Kind, Relation]]:
    """What is found inside one article."""
    article = read_content("a.md", f"---\ndate: 2025-12-02\n---\n{text}".encode())
    assert isinstance(article, Article)
    found = pipeline.check(Story("s", (article,)), Settings()).findings
    return [(row.kind, row.judgement.relation) for row in found]


HEADLINES = [  # T22: the headline, the body, whether they contradict
    ("Five charged over ferry fire", "Six people were charged over the ferry fire.", True),
    ("Five charged over ferry fire", "Five people were charged over the ferry fire.", False),
    ("Orlen cuts 65 jobs", "The ferry line Orlen will cut 56 jobs, it said.", True),
    ("Orlen cuts 65 jobs", "The ferry line Orlen will cut 65 jobs, it said.", False),
    ("Tavik holds Orlen to a draw", "Tavik lost 2-1 to Orlen after a late goal.", True),
    ("Tavik holds Orlen to a draw", "Tavik drew 1-1 with Orlen after a late goal.", False),
    ("Court upholds harbour levy", "Judges threw out the harbour levy.", True),
    ("Court upholds harbour levy", "Judges confirmed the harbour levy.", False),
    ("Orlen shares climb after ruling", "Shares in Orlen fell after the ruling.", True),
    ("Orlen shares climb after ruling", "Shares in Orlen rose after the ruling.", False),
]


@pytest.mark.parametrize(("head", "body", "found"), HEADLINES)
def test_a_headline_against_its_own_body(head: str, body: str, found: bool) -> None:
    told = inner(f"# {head}\n\n{body}\n\nThe weather was fine.\n")
    assert any(relation is Relation.CONTRADICTION for _, relation in told) is found


TOLD_TWICE = [  # T22: one event told twice in one body, and two events
    (
        "The council voted on the levy on Thursday.",
        "The council voted on the levy on Friday.",
        True,
    ),
    ("The council voted on the levy on Thursday.", "The council voted on the budget on Friday.", False),
    (
        "Police arrested 14 men at the harbour.",
        "Police arrested 16 men at the harbour.",
        True,
    ),
    ("Police arrested 14 men at the harbour.", "In May police arrested 16 men at the harbour.", False),
    ("The first half ended 0-0.", "The first half of the second match ended 1-1.", False),
    ("The patrol seized 12 rifles off Velm.", "In five raids the patrol seized 31 rifles.", False),
]


@pytest.mark.parametrize(("first", "again", "found"), TOLD_TWICE)
def test_one_event_told_twice_in_one_body(first: str, again: str, found: bool) -> None:
    told = inner(f"{first}\n\nThe weather was fine that week.\n\n{again}\n")
    assert any(kind in VALUES for kind, _ in told) is found


def test_figures_of_two_events_of_one_kind_stay_silent() -> None:
    left = (
        "A quake shook the Marn valley on Monday.\nIt killed 14 people in Velm.\n"
        "The quake had a magnitude of 6.1.\nMayor Orla Tavik asked for 300 tents.\n"
        "Rescuers from Velm searched a school.\nThe Marn dam held.\n"
    )
    right = (
        "A quake shook the coast of Sorrel on Friday.\nIt killed 22 people in Brandt.\n"
        "The quake had a magnitude of 5.4.\nGovernor Ines Holm asked for 40 tents.\n"
        "Rescuers from Brandt searched a market.\nThe port of Sorrel was open.\n"
    )
    assert not contradicted(left, right)
    assert contradicted(left, left.replace("14 people", "41 people"))

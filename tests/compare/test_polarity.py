"""T6, T7, T17 and H7, H13, H14, H15, H20: denials and opposite outcomes, and what only looks like them."""

import pytest
from builders import alignment, article, claim, sentences

from factcheck.compare import polarity
from factcheck.records import Alignment, Claim, Relation
from factcheck.values import polarity as reader


def read(text: str, uri: str) -> Claim:
    subject = article(text, uri=uri)
    return claim(subject, facts=reader.facts(subject, sentences(subject)))


def pair(left: str, right: str) -> Alignment:
    return alignment(read(left, "story/a.txt"), read(right, "story/b.txt"))


CONTRADICTIONS = [
    ("The board did approve the merger.", "The board did not approve the merger.", "denied"),
    ("The board approved the merger.", "The board didn’t approve the merger.", "denied"),
    ("No one was hurt.", "Two people were hurt.", "denied"),
    ("No one was hurt in the blaze.", "Two firefighters were hurt in the blaze.", "denied"),
    ("None of the riders were hurt in the crash.", "Three riders were hurt in the crash.", "denied"),
    ("The court upheld the levy.", "The court struck down the levy.", "opposite"),
    ("The levy was struck down by the court.", "The court upheld the levy.", "opposite"),
    ("Shares slid.", "Shares climbed.", "opposite"),
    ("The council rejected the budget on Monday.", "The council approved the budget on Monday.", "opposite"),
    ("The suspect denied knowing the plan.", "The suspect admitted knowing the plan.", "opposite"),
    (
        "The effect of rain is part of the model.",
        "The model does not include the effect of rain.",
        "opposite",
    ),
    ("The stops at Ovel have no crowds.", "The stops at Ovel are crowded.", "denied"),
    (
        "The tin format is not what made Orrin famous.",
        "It was the tin format that made Orrin famous.",
        "denied",
    ),
    ("The bill would ban vaping in parks.", "The bill would not ban vaping in parks.", "denied"),
]
SILENT = [
    ("Prices rose.", "Profits fell."),
    ("Sales rose in the north.", "Profits fell in the north."),
    ("The bank cut rates.", "The bank raised forecasts."),
    ("The senator failed to block the sale.", "The senator allowed the sale."),
    ("The vote was not unanimous.", "The vote was 5–1."),
    ("The law would ban vaping if signed.", "The state has not banned vaping."),
    ("The firm plans to hire 100 workers.", "The firm has hired none of the workers yet."),
    ("“If we lose, the plant closes,” he said.", "The plant remains open."),
    ("Will Ode quit the council?", "Ode has not quit the council."),
    ("The firm said sales rose.", "Analysts said sales fell."),
    ("The court in Harrow upheld the levy.", "The court in Marrow struck down the levy."),
    ("The union did not support the first plan.", "The union supports the second plan."),
    ("The office was not open until noon on Friday.", "The office opened at noon on Friday."),
    ("The board may approve the merger.", "The board did not approve the merger."),
]


@pytest.mark.parametrize(("left", "right", "level"), CONTRADICTIONS)
def test_contradicts(left: str, right: str, level: str) -> None:
    [judgement] = polarity.compare(pair(left, right))
    assert (judgement.relation, judgement.level) == (Relation.CONTRADICTION, level)


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_near_misses_are_silent(left: str, right: str) -> None:
    assert polarity.compare(pair(left, right)) == ()


@pytest.mark.parametrize(("left", "right", "level"), CONTRADICTIONS)
def test_is_symmetric_and_shows_evidence_of_its_own_side(left: str, right: str, level: str) -> None:
    [there], [back] = polarity.compare(pair(left, right)), polarity.compare(pair(right, left))
    assert (there.relation, there.left, there.right) == (back.relation, back.right, back.left)
    assert there.left.end <= len(left)
    assert there.right.end <= len(right)
    assert {there.left_value, there.right_value} == {back.left_value, back.right_value}


@pytest.mark.parametrize("text", [row[0] for row in CONTRADICTIONS] + [row[1] for row in SILENT])
def test_a_claim_contradicts_no_copy_of_itself(text: str) -> None:
    assert polarity.compare(pair(text, text)) == ()


def test_what_was_so_far_may_have_changed_by_the_next_day() -> None:
    early, late = "The board has not yet approved the merger.", "The board has approved the merger."
    claims = read(early, "story/a.txt"), read(late, "story/b.txt")
    [judgement] = polarity.compare(alignment(*claims, days=("2025-12-10", "2025-12-11")))
    assert judgement.relation is Relation.UPDATE

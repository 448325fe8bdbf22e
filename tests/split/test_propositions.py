"""Which clauses a stretch holds, and which minimal propositions are cut from them."""

from __future__ import annotations

import builders
import pytest
from parsing import parsed

from factcheck.records import Parse, Span
from factcheck.split.propositions import Proposition, told
from factcheck.split.quotations import quotations


def split(text: str) -> tuple[Proposition, ...]:
    article = builders.article(text)
    quoted = quotations(article)
    return tuple(
        one
        for sentence in parsed(article)
        for one in told(article.text, sentence.span, quoted, sentence.parse)
    )


def shown(text: str, *, minimal: bool) -> list[str]:
    return [" | ".join(span.of(text) for span in one.slices) for one in split(text) if one.minimal is minimal]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose, and the council voted late.", ["Rents rose", "the council voted late"]),
        ("Rents rose; the council voted late.", ["Rents rose", "the council voted late"]),
        (
            "The mill closed in May and was sold in June.",
            ["The mill closed in May", "The mill | was sold in June"],
        ),
        (
            "The mill was closed in May and sold in June.",
            ["The mill was closed in May", "The mill was | sold in June"],
        ),
        (
            "Ada Vos, who was fined in May, left the board.",
            ["Ada Vos | left the board", "Ada Vos | was fined in May"],
        ),
        (
            "Leland Rowe, a former acting clerk, left the board.",
            ["Leland Rowe | left the board", "Leland Rowe, a former acting clerk"],
        ),
        (
            "The mill closed on Monday, leaving 340 workers without pay.",
            ["The mill closed on Monday", "The mill | leaving 340 workers without pay"],
        ),
        (
            "Although rents rose, the council did not vote.",
            ["rents rose", "the council did not vote"],
        ),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert sorted(shown(text, minimal=False)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The council and the mayor voted late",
        "Boats, nets and ropes were sold",
        "If rents rise, the council will vote",
        "The council will not vote unless rents rise",
        "The board (BTA) voted late",
        "The vote on Tuesday, 4 March, was late",
        "He bought bread, including rye",
        "Rents rose because the mill closed",
        "The clerk was fined or jailed",
    ],
)
def test_one_clause(text: str) -> None:
    assert shown(text, minimal=False) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council and the mayor voted late.", ["The council | voted late", "the mayor voted late"]),
        ("The firm sold boats and nets.", ["The firm sold | nets", "The firm sold boats"]),
        (
            "The firm has shops in Harrow, Vantia and Orlen.",
            [
                "The firm has shops in Harrow",
                "The firm has shops in | Vantia",
                "The firm has shops in | Orlen",
            ],
        ),
        ("In 2015, the council bought the old mill.", ["the council bought the old mill"]),
        ("They met the actor Leland Rowe in the town hall.", ["actor Leland Rowe"]),
        ("Ada Vos (born in 1954) left the board in May.", ["Ada Vos (born in 1954)"]),
        ("The mill is a house that burned in 1920.", ["The mill | burned in 1920"]),
        (
            "The hall opened in Harrow in May 2015.",
            ["The hall opened in Harrow", "The hall opened | in May 2015"],
        ),
        (
            "The firm sells drinks such as tea, coffee and milk.",
            [
                "The firm sells drinks",
                "The firm sells | tea",
                "The firm sells | coffee",
                "The firm sells | milk",
            ],
        ),
        (
            "It is a clear, concise and logical plan.",
            ["It is a clear | plan", "It is a | concise | plan", "It is a | logical plan"],
        ),
        (
            "Boats and nets were sold in Harrow and Orlen.",
            [
                "Boats | were sold in Harrow",
                "Boats | were sold in | Orlen",
                "nets were sold in Harrow",
                "nets were sold in | Orlen",
            ],
        ),
    ],
)
def test_minimal(text: str, expected: list[str]) -> None:
    found = shown(text, minimal=True)
    assert [one for one in expected if one not in found] == []


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # a denial keeps its adjuncts, a condition its clause, an alternative its other half
        ("The mill was not closed in May 2015 by the council.", ["The mill was not closed"]),
        (
            "If the mill closes in May, the council will vote.",
            ["the mill closes in May", "the council will vote"],
        ),
        ("Neither the mayor nor the clerk resigned.", ["the mayor | resigned", "the clerk resigned"]),
        ("The price lies between 5 and 9 dollars.", ["The price lies between 5"]),
        ("The shop Brothers & Sons closed in May.", ["Sons closed in May"]),
        # what takes place takes place somewhere; what a verb asks for stays
        ("The vote took place in Harrow.", ["The vote took place"]),
        ("The film is based on a novel.", ["The film is based"]),
    ],
)
def test_never_told(text: str, never: list[str]) -> None:
    found = shown(text, minimal=True) + shown(text, minimal=False)
    assert [one for one in never if one in found] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm sold boats and nets.", True),
        ("The hall opened in Harrow in May 2015.", True),
        ("Ada Vos (born in 1954) left the board.", True),
        ("The firm sold boats.", False),
        ("The hall opened in Harrow.", False),
        ("In 2015, the council bought the old mill.", False),
        ("The clerk was fined or jailed.", False),
    ],
)
def test_what_smaller_ones_tell_in_full_is_a_compound(text: str, expected: bool) -> None:
    found = split(text)
    assert [one.compound for one in found if not one.minimal] == [expected]
    assert not any(one.compound for one in found if one.minimal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opening: The mill opened in May.", ["Opening | The mill opened in May"]),
        ("Key facts: Opening: The mill opened in May.", ["Key facts: Opening | The mill opened in May"]),
        ("The plan is plain: The mill will close in May.", []),
        ("Who pays for the mill? The council pays for it.", ["The council pays for it"]),
        ("Who pays for the mill?", ["Who pays for the mill?"]),
    ],
)
def test_labels_and_questions(text: str, expected: list[str]) -> None:
    found = shown(text, minimal=False)
    assert found == expected if expected else not any(one.startswith("The plan is plain |") for one in found)


def test_a_denial_that_but_turns_is_for_the_first_member_only() -> None:
    found = shown("The plan covers not the harbour but the market.", minimal=True)
    assert not any("not" in one and "market" in one for one in found)


def test_what_stands_in_a_quotation_is_one_clause() -> None:
    text = "“Rents rose, and the council voted late.”"
    assert len(shown(text, minimal=False)) == 1


def test_without_a_parse_a_stretch_is_one_proposition() -> None:
    text = "Rents rose, and the council voted late."
    assert told(text, Span(0, len(text)), (), Parse()) == (Proposition((Span(0, len(text) - 1),)),)

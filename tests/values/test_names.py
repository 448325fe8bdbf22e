"""Names with their kind and their fullest form; and capitals that are no names."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from builders import article, sentences
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records import BlockKind, Kind, NameKind, Sentence
from factcheck.values import names


def read(text: str) -> list[tuple[str, str, str]]:
    """(text, fullest form, kind) of each name; one line is one sentence."""
    subject = article(text)
    return [(f.text, f.value.full, str(f.value.kind)) for f in names.facts(subject, sentences(subject))]


def found(text: str) -> dict[str, str]:
    return {part: full for part, full, _ in read(text)}


FULLEST = [
    ("Yesterday Dana Ruiz spoke.\nRuiz left at noon.", "Ruiz", "Dana Ruiz"),
    ("The report by Dana Ruiz was late.\nMr. Ruiz left.", "Ruiz", "Dana Ruiz"),
    ("The fares of the Transit Authority (TA) rose.\nThe TA agreed.", "TA", "Transit Authority"),
    ("The Lake Safety Board met.\nA spokesman for the LSB agreed.", "LSB", "Lake Safety Board"),
    ("They saw Roberto “Beto” Salas there.\nBeto Salas left.", "Beto Salas", "Roberto “Beto” Salas"),
    (
        "Police asked Willem van der Berg.\nVan rumours about van der Berg spread.",
        "Willem van der Berg",
        "Willem van der Berg",
    ),
    ("They met Amira al-Haddad, 44, at home.", "Amira al-Haddad", "Amira al-Haddad"),
    ("The plea of John Q. Vos Jr. failed.", "John Q. Vos Jr", "John Q. Vos Jr"),
    ("A letter reached Anne-Marie O’Dell’s office.", "Anne-Marie O’Dell", "Anne-Marie O’Dell"),
    (
        "The head of the Department of Harbour Works resigned.",
        "Department of Harbour Works",
        "Department of Harbour Works",
    ),
    ("The Food and Soil Registry closed.", "Food and Soil Registry", "Food and Soil Registry"),
    ("They sued Tavik Industries.\nThe lawsuit names Tavik.", "Tavik", "Tavik Industries"),
]


@pytest.mark.parametrize(("text", "part", "full"), FULLEST)
def test_a_name_carries_its_fullest_form(text: str, part: str, full: str) -> None:
    assert found(text)[part] == full


KEPT_APART = [
    ("Both Dana Cole and Sarah Cole came.\nCole spoke.", "Cole", "Cole"),
    ("The mayor thanked Bo Lind and Ann Bell.", "Bo Lind", "Bo Lind"),
    ("The White House agreed.\nThe White House Press Office too.", "White House", "White House"),
    ("The Senate voted.\nThe Senate Harbour Committee met.", "Senate", "Senate"),
    ("It reached NTB Ann Bell.", "NTB", "NTB"),
    ("The talks between North Korea and South Korea failed.", "North Korea", "North Korea"),
    ("In March Tamm met Ole Ask of Harrow Press.", "Ole Ask", "Ole Ask"),
]


@pytest.mark.parametrize(("text", "part", "full"), KEPT_APART)
def test_two_names_stay_two(text: str, part: str, full: str) -> None:
    assert found(text)[part] == full


KINDS = [
    ("The board heard Mayor Ilse Brandt.", "Ilse Brandt", NameKind.PERSON),
    ("The board heard deputy mayor Oda Brandt.", "Oda Brandt", NameKind.PERSON),
    ("The board heard SDA Commissioner Dana Ruiz.", "Dana Ruiz", NameKind.PERSON),
    ("The board heard SDA Commissioner Dana Ruiz.", "SDA", NameKind.ORGANISATION),
    ("It shipped from Port Harrow.", "Port Harrow", NameKind.PLACE),
    ("It happened in Kessler County.", "Kessler County", NameKind.PLACE),
    ("It happened in King County.", "King County", NameKind.PLACE),
    ("It happened near Dunmoor.", "Dunmoor", NameKind.PLACE),
    ("It burst at Dunmoor before dawn.", "Dunmoor", NameKind.PLACE),
    ("It burst in the village of Dunmoor.", "Dunmoor", NameKind.PLACE),
    ("It angered the Norhaven Police Department.", "Norhaven Police Department", NameKind.ORGANISATION),
    ("It angered Senators Ines Vale and Bo Lind.", "Ines Vale", NameKind.PERSON),
    ("It angered the House.", "House", NameKind.ORGANISATION),
    ("Tavik’s Ann Bell won.", "Ann Bell", NameKind.PERSON),
    ("Tavik’s Ann Bell won.", "Tavik", NameKind.OTHER),
    ("It angered General Motors.", "General Motors", NameKind.ORGANISATION),
    ("A state court agreed.", "state court", NameKind.PLACE),
    ("The rule reached Governor of Oregon Kim Dahl.", "Kim Dahl", NameKind.PERSON),
]


@pytest.mark.parametrize(("text", "part", "kind"), KINDS)
def test_the_kind_follows_from_lists_and_neighbours(text: str, part: str, kind: NameKind) -> None:
    assert {p: k for p, _, k in read(text)}[part] == kind


NO_NAMES = [
    "Voters were pleased.",
    "Yesterday it rained.",
    "On Monday the council met in March.",
    "“Budgets are tight,” the mayor said.",
    "I’ve seen it; I said so.",
    "The French minister agreed.",
    "Policy Change: the council now meets at noon.",
    "The commissioner and the Prime Minister met.",
    "The senator (R-Ore.) agreed.",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_a_capital_alone_is_no_name(text: str) -> None:
    assert read(text) == []


def test_a_headline_holds_only_names_known_from_the_body() -> None:
    subject = article("Council Fears New Dana Ruiz Probe\nThe council fears that Dana Ruiz knew.")
    head, body = sentences(subject)
    lines = (replace(head, block=BlockKind.HEADLINE), body)
    facts = names.facts(subject, lines)
    assert [fact.text for fact in facts] == ["Dana Ruiz", "Dana Ruiz"]


def test_capitals_throughout_hold_only_names_known_from_the_body() -> None:
    subject = article("COUNCIL FEARS DANA RUIZ PROBE\nThe council fears that Dana Ruiz knew.")
    facts = names.facts(subject, sentences(subject))
    assert [(fact.text, fact.value.full) for fact in facts] == [
        ("DANA RUIZ", "Dana Ruiz"),
        ("Dana Ruiz", "Dana Ruiz"),
    ]


def test_places_have_a_kind_of_their_own() -> None:
    subject = article("The ship left Port Harrow with Mayor Ilse Brandt.")
    assert [f.kind for f in names.facts(subject, sentences(subject))] == [Kind.PLACE, Kind.NAME]


@given(st.text(alphabet="AbČé’'.,-“” \n&(Ruiz)Mayor of", max_size=120))
def test_each_fact_is_its_slice_and_none_overlap(text: str) -> None:
    subject = article(text)
    facts = names.facts(subject, tuple(sentences(subject)))
    assert all(fact.span.of(text) == fact.text for fact in facts)
    assert all(a.span.end <= b.span.start for a, b in pairwise(facts))


def test_a_sentence_without_names_gives_none() -> None:
    subject = article("it rained.")
    assert names.facts(subject, (Sentence(subject.blocks[0].span, 0, BlockKind.PARAGRAPH, 0),)) == ()

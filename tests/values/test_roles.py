"""Titles with office, modifiers, organisation and holder; and words that are no titles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from builders import article, sentences
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records import Title
from factcheck.values import roles


def spelled(title: Title) -> str:
    """All that a title holds but the name: sorted modifiers, office, organisation."""
    words = " ".join([*title.modifiers, title.office])
    return f"{words} ({title.organisation})" if title.organisation else words


def read(text: str) -> list[tuple[str, str, str]]:
    """(text, label, holder) of each title; one line is one sentence."""
    subject = article(text)
    return [(f.text, spelled(f.value), f.value.name) for f in roles.facts(subject, sentences(subject))]


HELD = [
    # before the name
    (
        "It pleased former acting commissioner Dana Ruiz.",
        "former acting commissioner",
        "acting former commissioner",
        "Dana Ruiz",
    ),
    (
        "It pleased acting former commissioner Dana Ruiz.",
        "acting former commissioner",
        "acting former commissioner",
        "Dana Ruiz",
    ),
    (
        "It pleased ex-acting SDA commissioner Dana Ruiz.",
        "ex-acting SDA commissioner",
        "acting former commissioner (SDA)",
        "Dana Ruiz",
    ),
    ("It pleased then-acting mayor Dana Ruiz.", "then-acting mayor", "acting then mayor", "Dana Ruiz"),
    ("It pleased Sen. Kim Dahl.", "Sen.", "senator", "Kim Dahl"),
    ("It pleased Emeritus Professor John Burr.", "Emeritus Professor", "emeritus professor", "John Burr"),
    ("It pleased Mayor-elect Ilse Brandt.", "Mayor-elect", "elect mayor", "Ilse Brandt"),
    ("It pleased co-chairwoman Ilse Brandt.", "co-chairwoman", "co chair", "Ilse Brandt"),
    (
        "It pleased deputy finance minister Ilse Brandt.",
        "deputy finance minister",
        "deputy finance minister",
        "Ilse Brandt",
    ),
    (
        "It pleased acting parks commissioner Bo Lind.",
        "acting parks commissioner",
        "acting commissioner",
        "Bo Lind",
    ),
    ("It pleased Governor of Oregon Kim Dahl.", "Governor of Oregon", "governor (Oregon)", "Kim Dahl"),
    ("It pleased committee chairman Rep. Kim Dahl.", "committee chairman", "chair", "Kim Dahl"),
    (
        "It pleased [former Flight Museum CEO] Bo Lind.",
        "former Flight Museum CEO",
        "former chief executive (Flight Museum)",
        "Bo Lind",
    ),
    # after the name
    (
        "It pleased Dana Ruiz, a former acting commissioner.",
        "former acting commissioner",
        "acting former commissioner",
        "Dana Ruiz",
    ),
    (
        "It pleased Dana Ruiz, 54, the interim head of the Harbour Board.",
        "interim head of the Harbour Board",
        "interim head (Harbour Board)",
        "Dana Ruiz",
    ),
    (
        "It pleased Dana Ruiz, chief financial officer and treasurer at the Harbour Trust.",
        "chief financial officer",
        "chief financial officer",
        "Dana Ruiz",
    ),
    ("The deputy minister, Ana Holt, agreed.", "deputy minister", "deputy minister", "Ana Holt"),
    ("Norhaven's governor, Ana Holt, agreed.", "Norhaven's governor", "governor (Norhaven)", "Ana Holt"),
    # beside a verb
    (
        "The hearing of Dana Ruiz, who served as acting commissioner, ended.",
        "acting commissioner",
        "acting commissioner",
        "Dana Ruiz",
    ),
    (
        "In May Ana Holt was appointed as chairman of the agency.",
        "chairman of the agency",
        "chair (agency)",
        "Ana Holt",
    ),
    ("In May Ana Holt became mayor.", "mayor", "mayor", "Ana Holt"),
    ("The council named Ilse Vos acting treasurer.", "acting treasurer", "acting treasurer", "Ilse Vos"),
    (
        "In May Ana Holt was commissioner in an acting capacity.",
        "commissioner in an acting capacity",
        "acting commissioner",
        "Ana Holt",
    ),
    (
        "In May Ana Holt led the agency in an acting capacity.",
        "led the agency in an acting capacity",
        "acting former head",
        "Ana Holt",
    ),
]


@pytest.mark.parametrize(("text", "part", "label", "holder"), HELD)
def test_a_title_knows_its_holder(text: str, part: str, label: str, holder: str) -> None:
    assert (part, label, holder) in read(text)


UNHELD = [
    (
        "A former acting commissioner at the agency spoke.",
        "former acting commissioner at the agency",
        "acting former commissioner (agency)",
    ),
    ("The deputy chief of staff to the minister resigned.", "deputy chief of staff", "deputy chief of staff"),
    ("He will meet Ana Holt, the mayor said.", "mayor", "mayor"),
    ("It pleased the president Tamm worked for.", "president", "president"),
    ("The Steele papers name Bo Lind, whose mayor fled.", "mayor", "mayor"),
    ("Vice President Ole Tamm spoke.\nThe president laughed.", "president", "president"),
    ("Mayor Ole Tamm and Mayor Ann Bell met.\nThe mayor laughed.", "mayor", "mayor"),
    ("The mayor of Oregon City met Ana Holt.", "mayor of Oregon City", "mayor (Oregon City)"),
]


@pytest.mark.parametrize(("text", "part", "label"), UNHELD)
def test_a_title_of_nobody_named_has_no_holder(text: str, part: str, label: str) -> None:
    assert (part, label, "") in read(text)


REFERRED = [
    ("It pleased former acting commissioner Dana Ruiz.\nThe former commissioner laughed.", "Dana Ruiz"),
    ("It pleased Mayor Ole Tamm.\nThe mayor laughed.", "Ole Tamm"),
]


@pytest.mark.parametrize(("text", "holder"), REFERRED)
def test_the_definite_title_means_the_only_holder(text: str, holder: str) -> None:
    assert read(text)[-1][2] == holder


NO_TITLES = [
    "She wants to head the team.",
    "It is, in general, a major step.",
    "They walked through King County.",
    "They sued General Motors.",
    "Commissioners met the judges.",
    "The Office of the Special Counsel agreed.",
    "A worker spoke.",
    "The chief reason is money.",
]


@pytest.mark.parametrize("text", NO_TITLES)
def test_a_common_word_is_no_title(text: str) -> None:
    assert read(text) == []


@given(st.text(alphabet="aetfor mcisn.-, ’'RDuizMyMayoractingdeputy of the\n", max_size=120))
def test_each_fact_is_its_slice_and_none_overlap(text: str) -> None:
    subject = article(text)
    facts = roles.facts(subject, sentences(subject))
    assert all(fact.span.of(text) == fact.text for fact in facts)
    assert all(a.span.end <= b.span.start for a, b in pairwise(facts))

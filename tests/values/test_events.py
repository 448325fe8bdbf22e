"""Events as they are read from parsed sentences: voice, converses, shared arguments, lists, pronouns."""

from __future__ import annotations

import pytest

from factcheck import split, values
from factcheck.records import Event, Kind
from factcheck.values import events
from tests.builders import article
from tests.parsing import parsed


def read(text: str) -> dict[str, list[dict[str, set[str]]]]:
    """By predicate the roles of each event with the labels in them."""
    subject = article(text)
    found: dict[str, list[dict[str, set[str]]]] = {}
    for fact in events.facts(subject, parsed(subject)):
        assert fact.span.of(subject.text) == fact.text
        assert isinstance(fact.value, Event)
        roles: dict[str, set[str]] = {}
        for argument in fact.value.arguments:
            roles.setdefault(argument.role, set()).add(argument.label)
        found.setdefault(fact.value.predicate, []).append(roles)
    return found


@pytest.mark.parametrize(
    ("text", "predicate", "role", "label"),
    [
        ("Soups cooked by Dahl won the prize for Tavik.", "cook", "agent", "dahl"),
        ("Soups cooked by Dahl won the prize for Tavik.", "cook", "patient", "soup"),
        ("Orlen was sued by Tavik in May.", "sue", "agent", "tavik"),
        ("Orlen lost 2-1 to Tavik in Harrow.", "beat", "agent", "tavik"),
        ("Orlen lost 2-1 to Tavik in Harrow.", "beat", "patient", "orlen"),
        ("Kim Dahl came on for Bo Lind after an hour.", "replace", "patient", "bo lind"),
        ("Orlen bought the mill from Tavik.", "sell", "agent", "tavik"),
        ("Orlen bought the mill from Tavik.", "sell", "recipient", "orlen"),
        ("The firm grew after Orlen's purchase of Tavik.", "sell", "patient", "tavik"),
        ("Tavik filed a lawsuit against Orlen.", "sue", "patient", "orlen"),
        ("The resignation of Dana Ruiz surprised many.", "resign", "agent", "dana ruiz"),
        ("Ilse Brandt refused to sign the bill.", "sign", "agent", "ilse brandt"),
        ("The council asked Bo Lind to sign the bill.", "sign", "agent", "bo lind"),
        ("Kim Dahl fell and, in the second half, conceded a penalty.", "concede", "agent", "kim dahl"),
        ("Paulo Serrat from Brazil won the prize.", "pair", "from", "brazil"),
        ("It was Kim Dahl, not Bo Lind, who signed the treaty.", "sign", "agent", "kim dahl"),
    ],
)
def test_roles(text: str, predicate: str, role: str, label: str) -> None:
    assert any(label in roles.get(role, set()) for roles in read(text).get(predicate, []))


def test_two_subjects_of_one_verb_have_a_phrase_each() -> None:
    trained = read("Dahl will be trained at the Kessler Bakery and Holt at the Harrow Dairy.")["train"]
    places = {frozenset(roles["patient"]): roles["at"] for roles in trained}
    assert places == {frozenset({"dahl"}): {"kessler bakery"}, frozenset({"holt"}): {"harrow dairy"}}


def test_pairs_of_a_list() -> None:
    pairs = read("The potters rely on ash in the case of bowls, salt in the case of jugs.")["pair"]
    assert {(*roles["item"], *roles["in case of"]) for roles in pairs} == {
        ("ash", "bowl"),
        ("salt", "jug"),
    }


def test_denied() -> None:
    subject = article("The police did not arrest Bo Lind.")
    assert [
        fact.value.negated for fact in events.facts(subject, parsed(subject)) if isinstance(fact.value, Event)
    ] == [True]


def test_unparsed_sentences_have_no_events() -> None:
    subject = article("Orlen sued Tavik.")
    assert events.facts(subject, split.sentences(subject)) == ()


def test_a_pronoun_is_named_by_its_antecedent() -> None:
    subject = article(
        "Mayor Ilse Brandt opened the bridge on Monday. She later resigned and gave the keys to Bo Lind."
    )
    sentences = parsed(subject)
    claims = values.with_facts(subject, sentences, split.claims(subject, sentences))
    given = [
        argument.name
        for claim in claims
        for fact in claim.facts
        if fact.kind is Kind.EVENT and isinstance(fact.value, Event) and fact.value.predicate == "give"
        for argument in fact.value.arguments
        if argument.role == "agent"
    ]
    assert given and set(given) == {"Ilse Brandt"}
    assert all(claim.context is claims[0].context for claim in claims)

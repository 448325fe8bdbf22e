"""Two names in one slot: swaps contradict (T8), variants stay silent (H10, H23)."""

from __future__ import annotations

import pytest
from builders import alignment, article, claim, span

from factcheck.compare import names
from factcheck.records import Alignment, Claim, Fact, FactPair, Kind, Name, NameKind, Relation

P, O, X = NameKind.PERSON, NameKind.ORGANISATION, NameKind.OTHER  # noqa: E741  # one letter keeps the tables narrow


def aligned(left: str, right: str, kind: NameKind, *, score: float = 0.9, also: str = "") -> Alignment:
    """Two claims that differ in the name; ``also`` is a further name in the right one."""
    claims, facts = [], []
    for uri, text, more in (("story/a.txt", left, ""), ("story/b.txt", right, also)):
        subject = article(f"Yesterday {text} opened the bridge with {more or 'others'}.", uri=uri)
        fact = Fact(Kind.NAME, span(subject.text, text), text, Name(text, text, kind))
        extra = [Fact(Kind.NAME, span(subject.text, more), more, Name(more, more, kind))] if more else []
        claims.append(claim(subject, facts=(fact, *extra)))
        facts.append(fact)
    return alignment(claims[0], claims[1], FactPair(facts[0], facts[1], score))


SWAPPED = [
    ("Ilse Brandt", "Ines Brandt", P, "other given name"),
    ("Mayor Ilse Brandt", "Mayor Ines Brandt", X, "other given name"),
    ("Bo Lind", "Per Lind", P, "other given name"),
    ("Dana Ruiz", "Dana Cole", P, "other name"),
    ("Kim Dahl", "Ole Tamm", P, "other name"),
    ("Ana Holt", "Ana Holtby", P, "other name"),
    ("Vos", "Lind", P, "other name"),
    ("Harrow Party", "Tavik League", O, "other organisation"),
    ("Harrow Transit Authority", "Marrow Transit Authority", O, "other organisation"),
    ("University of Norhaven", "Norhaven State University", O, "other organisation"),
    ("North Lake Council", "South Lake Council", O, "other organisation"),
    ("Bank of Norhaven", "Bank of Dunmoor", O, "other organisation"),
]


@pytest.mark.parametrize(("left", "right", "kind", "level"), SWAPPED)
def test_swapped_names_contradict(left: str, right: str, kind: NameKind, level: str) -> None:
    for one, other in ((left, right), (right, left)):
        (judgement,) = names.compare(aligned(one, other, kind))
        assert (judgement.relation, judgement.level) == (Relation.CONTRADICTION, level)


VARIANTS = [
    ("Roberto “Beto” Salas", "Beto Salas", P),
    ("Robert Salas", "Bob Salas", P),
    ("Dana Ruiz", "Ruiz", P),
    ("D. Ruiz", "Dana Ruiz", P),
    ("John Q. Vos", "John Vos Jr.", P),
    ("Amira al-Haddad", "Amira Al Haddad", P),
    ("Sergei Ivanov", "Sergey Ivanov", P),
    ("Kristen Vale", "Kristin Vale", P),
    ("José Núñez", "Jose Nunez", P),
    ("Transit Authority", "TA", O),
    ("Harrow Transit Authority", "Transit Authority", O),
    ("Ministry of Finance", "Finance Ministry", O),
    ("Labour Organisation", "Labour Organization", O),
]


@pytest.mark.parametrize(("left", "right", "kind"), VARIANTS)
def test_variants_are_silent(left: str, right: str, kind: NameKind) -> None:
    for one, other in ((left, right), (right, left)):
        assert names.compare(aligned(one, other, kind)) == ()


def test_a_name_that_the_other_claim_holds_too_is_silent() -> None:
    assert names.compare(aligned("Kim Dahl", "Ole Tamm", P, also="Kim Dahl")) == ()


def test_an_unsure_slot_is_silent() -> None:
    assert names.compare(aligned("Kim Dahl", "Ole Tamm", P, score=names.min_other_score - 0.01)) == ()
    assert names.compare(aligned("Bo Lind", "Per Lind", P, score=names.min_slot_score - 0.01)) == ()


def test_an_unexplained_acronym_and_a_full_name_are_silent() -> None:
    assert names.compare(aligned("NTB", "Harrow Press Agency", O)) == ()


def member(text: str, person: str, body: str, uri: str) -> Claim:
    subject = article(text, uri=uri)
    facts = [
        Fact(Kind.NAME, span(text, person), person, Name(person, person, P)),
        Fact(Kind.NAME, span(text, body), body, Name(body, body, X)),
    ]
    return claim(subject, facts=tuple(sorted(facts, key=lambda fact: fact.span)))


BODIES = [
    ("Then Tavik’s Bo Lind won.", "Tavik", "Then Bo Lind of Harrow won.", "Harrow", 1),
    ("Then Bo Lind of the Tavik League won.", "Tavik League", "Then Bo Lind of Harrow won.", "Harrow", 1),
    ("Then Tavik’s Bo Lind won.", "Tavik", "Then Bo Lind of Tavik won.", "Tavik", 0),
    ("Then Tavik’s Bo Lind won.", "Tavik", "Then Bo Lind beat Harrow.", "Harrow", 0),
]


@pytest.mark.parametrize(("left", "one", "right", "other", "found"), BODIES)
def test_one_person_of_two_bodies(left: str, one: str, right: str, other: str, found: int) -> None:
    sides = member(left, "Bo Lind", one, "story/a.txt"), member(right, "Bo Lind", other, "story/b.txt")
    assert len(names.compare(alignment(*sides))) == len(names.compare(alignment(*reversed(sides)))) == found


def test_committees_of_two_chambers_are_silent() -> None:
    assert names.compare(aligned("House Harbour Committee", "Senate Harbour Committee", O)) == ()

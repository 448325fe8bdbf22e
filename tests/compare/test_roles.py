"""Titles of one person: T9 contradicts or drifts; H1, H11 and short titles stay silent."""

from __future__ import annotations

import pytest
from builders import alignment, article, claim, sentences

from factcheck.compare import roles
from factcheck.records import Alignment, AnyFact, FactPair, Kind, Matter, Relation
from factcheck.values import names as name_reader
from factcheck.values import roles as role_reader

DAY = "2025-12-10"


def aligned(
    left: str, right: str, *, matter: Matter = Matter.CLAIM, days: tuple[str | None, str | None] = (DAY, DAY)
) -> Alignment:
    """Two one-sentence articles, their titles read; the last of each are paired."""
    claims, titles = [], []
    for uri, text in (("story/a.txt", left), ("story/b.txt", right)):
        subject = article(text, uri=uri)
        lines = sentences(subject)
        found: tuple[AnyFact, ...] = role_reader.facts(subject, lines)
        claims.append(claim(subject, facts=(*found, *name_reader.facts(subject, lines))))
        titles.append([fact for fact in found if fact.kind is Kind.TITLE])
    pair = FactPair(titles[0][-1], titles[1][-1], 0.9)
    return alignment(claims[0], claims[1], pair, matter=matter, days=days)


APART = [
    # T9: the modifier that changes the office
    (
        "It pleased former acting commissioner Dana Ruiz.",
        "It pleased former commissioner Dana Ruiz.",
        "other modifier",
    ),
    (
        "It pleased Dana Ruiz, a former acting commissioner.",
        "It pleased Dana Ruiz, former SDA commissioner.",
        "other modifier",
    ),
    (
        "It pleased ex-acting SDA commissioner Dana Ruiz.",
        "It pleased the former commissioner, Dana Ruiz.",
        "other modifier",
    ),
    ("Dana Ruiz served as acting commissioner.", "Dana Ruiz served as commissioner.", "other modifier"),
    (
        "Dana Ruiz led the agency in an acting capacity.",
        "It pleased former commissioner Dana Ruiz.",
        "other modifier",
    ),
    ("It pleased interim mayor Dana Ruiz.", "It pleased mayor Dana Ruiz.", "other modifier"),
    ("It pleased deputy finance minister Bo Lind.", "It pleased finance minister Bo Lind.", "other modifier"),
    ("It pleased the deputy mayor of Norhaven, Bo Lind.", "It pleased city mayor Bo Lind.", "other modifier"),
    (
        "It pleased John Burr, deputy chairman of the panel.",
        "It pleased John Burr, the chairman of the panel.",
        "other modifier",
    ),
    (
        "It pleased associate professor Ann Bell.",
        "It pleased assistant professor Ann Bell.",
        "other modifier",
    ),
    ("It pleased Mayor-elect Ilse Brandt.", "It pleased Mayor Ilse Brandt.", "other modifier"),
    ("It pleased a deputy finance minister.", "It pleased the finance minister, who left.", "other modifier"),
    # the office itself
    (
        "It pleased chief financial officer Ann Bell.",
        "It pleased Ann Bell, the chief executive officer.",
        "other office",
    ),
    ("It pleased Sgt. Kim Dahl.", "It pleased Capt. Kim Dahl.", "other office"),
]


@pytest.mark.parametrize(("left", "right", "level"), APART)
def test_titles_that_cannot_both_be_right_contradict(left: str, right: str, level: str) -> None:
    for one, other in ((left, right), (right, left)):
        found = roles.compare(aligned(one, other))
        assert [(j.relation, j.level) for j in found] == [(Relation.CONTRADICTION, level)]


WEAKER = [
    ("It pleased former mayor Bo Lind.", "It pleased Bo Lind, the mayor.", "former only"),
    (
        "It pleased former Flight Museum CEO Ann Bell.",
        "It pleased Flight Museum CEO Ann Bell.",
        "former only",
    ),
    (
        "It pleased Norhaven University professor Ann Bell.",
        "It pleased Ann Bell, professor at Dunmoor College.",
        "other organisation",
    ),
]

HOLDERS_APART = [
    ("It pleased treasurer Bo Lind.", "It pleased mayor Bo Lind.", "other office"),
    ("It pleased Vice President Bo Lind.", "It pleased Bo Lind, the foreign minister.", "other office"),
    ("It pleased state treasurer Bo Lind.", "It pleased federal treasurer Bo Lind.", "other level"),
    (
        "It pleased Ann Bell, vice president for tractor sales.",
        "It pleased Ann Bell, vice president for harvester sales.",
        "other field",
    ),
]


@pytest.mark.parametrize(("left", "right", "level"), HOLDERS_APART)
def test_one_holder_of_two_things_contradicts(left: str, right: str, level: str) -> None:
    for one, other in ((left, right), (right, left)):
        found = roles.compare(aligned(one, other))
        assert [(j.relation, j.level) for j in found] == [(Relation.CONTRADICTION, level)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It pleased the mayor's deputy, Ann Bell.", "It pleased deputy mayor Ann Bell."),
        (
            "It pleased Ann Bell, vice president for tractor sales.",
            "It pleased Ann Bell, vice president for tract sales.",
        ),
        ("It pleased city treasurer Bo Lind.", "It pleased municipal treasurer Bo Lind."),
        ("It pleased federal treasurer Bo Lind.", "It pleased treasurer Bo Lind."),
    ],
)
def test_one_thing_in_other_words_is_silent(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert roles.compare(aligned(one, other)) == ()


@pytest.mark.parametrize(("left", "right", "level"), WEAKER)
def test_titles_of_which_one_says_less_drift(left: str, right: str, level: str) -> None:
    for one, other in ((left, right), (right, left)):
        (judgement,) = roles.compare(aligned(one, other))
        assert (judgement.relation, judgement.level) == (Relation.DRIFT, level)


SILENT = [
    # H1: wider terms
    ("It pleased district judge Ana Holt.", "It pleased federal judge Ana Holt."),
    ("It pleased Judge Ana Holt.", "It pleased federal judge Ana Holt."),
    ("It pleased state Rep. Kim Dahl.", "It pleased Kim Dahl, a lawmaker."),
    ("It pleased commissioner Dana Ruiz.", "It pleased Dana Ruiz, an official."),
    ("It pleased Professor John Burr.", "It pleased Emeritus Professor John Burr."),
    # one office in other words
    (
        "It pleased former acting SDA commissioner Dana Ruiz.",
        "It pleased Dana Ruiz, an acting former commissioner.",
    ),
    ("It pleased interim mayor Bo Lind.", "It pleased acting mayor Bo Lind."),
    ("It pleased vice chairman Bo Lind.", "It pleased deputy chairman Bo Lind."),
    ("It pleased chairwoman Ann Bell.", "It pleased Ann Bell, the chair."),
    ("It pleased Gov. Ann Bell.", "It pleased Oregon's governor, Ann Bell."),
    ("It pleased senior spokesman Bo Lind.", "It pleased spokesperson Bo Lind."),
    # a short title leaves the modifier out
    ("It pleased acting Commissioner Dana Ruiz.", "It pleased Commissioner Ruiz."),
    ("It pleased former mayor Bo Lind.", "It pleased Mayor Lind."),
    ("It pleased a deputy finance minister.", "The finance minister left."),
    # the tense says it
    ("It pleased former mayor Bo Lind.", "Bo Lind was mayor of Norhaven."),
    ("It pleased then-mayor Bo Lind.", "It pleased former mayor Bo Lind."),
    # two people, two offices
    ("It pleased deputy mayor Bo Lind.", "It pleased mayor Ann Bell."),
    ("It pleased Sen. Kim Dahl.", "It pleased committee chairwoman Kim Dahl."),
]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_compatible_titles_are_silent(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert roles.compare(aligned(one, other)) == ()


def test_a_title_that_the_other_claim_gives_too_is_silent() -> None:
    left = "It pleased Dana Ruiz, acting commissioner and deputy commissioner."
    assert roles.compare(aligned(left, "It pleased acting commissioner Dana Ruiz.")) == ()


DATED = [
    ("It pleased Mayor-elect Ilse Brandt.", "It pleased Mayor Ilse Brandt.", ("2025-11-20", "2025-12-10")),
    ("It pleased mayor Bo Lind.", "It pleased former mayor Bo Lind.", ("2023-11-20", "2025-12-10")),
    ("It pleased acting mayor Bo Lind.", "It pleased mayor Bo Lind.", ("2023-11-20", "2025-12-10")),
]


@pytest.mark.parametrize(("left", "right", "days"), DATED)
def test_publication_dates_explain_a_change_of_office(left: str, right: str, days: tuple[str, str]) -> None:
    assert roles.compare(aligned(left, right, days=days)) == ()
    assert len(roles.compare(aligned(left, right))) == 1


def test_unknown_dates_explain_nothing() -> None:
    pair = ("It pleased former acting mayor Bo Lind.", "It pleased former mayor Bo Lind.")
    assert len(roles.compare(aligned(*pair, days=(None, None)))) == 1


def test_titles_are_compared_wherever_the_person_is_named() -> None:
    pair = ("It pleased former acting mayor Bo Lind.", "The dog of former mayor Bo Lind barked.")
    (judgement,) = roles.compare(aligned(*pair, matter=Matter.PERSON))
    assert judgement.reason.startswith(
        "One passage calls Bo Lind a former acting mayor, the other a former mayor"
    )


def test_one_unnamed_person_within_one_article() -> None:
    subject = article("A former acting commissioner at the agency spoke.\nThe former commissioner left.")
    found = role_reader.facts(subject, sentences(subject))
    left, right = claim(subject, facts=found[:1]), claim(subject, facts=found[1:], block=1)
    (judgement,) = roles.compare(alignment(left, right, FactPair(found[0], found[1], 0.9)))
    assert (judgement.relation, judgement.level, judgement.confidence) == (
        Relation.CONTRADICTION,
        "other modifier",
        0.7,
    )


def test_two_unnamed_people_within_one_article() -> None:
    subject = article("A deputy finance minister spoke.\nThe finance minister left.")
    found = role_reader.facts(subject, sentences(subject))
    left, right = claim(subject, facts=found[:1]), claim(subject, facts=found[1:], block=1)
    assert roles.compare(alignment(left, right, FactPair(found[0], found[1], 0.9))) == ()


@pytest.mark.parametrize(
    ("left", "right", "relations"),
    [
        ("It pleased President-elect Bo Lind.", "It pleased President Bo Lind.", []),
        ("It pleased acting director Bo Lind.", "It pleased director Bo Lind.", [Relation.DRIFT]),
        ("It pleased deputy director Bo Lind.", "It pleased director Bo Lind.", [Relation.CONTRADICTION]),
    ],
)
def test_without_a_date_an_office_may_have_passed(left: str, right: str, relations: list[Relation]) -> None:
    for days in ((None, DAY), (None, None)):
        assert [row.relation for row in roles.compare(aligned(left, right, days=days))] == relations

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.pairing import pairs
from factcheck.records import (
    AnyFact,
    Bound,
    Claim,
    Fact,
    Kind,
    Name,
    NameKind,
    Quantity,
    TimeHow,
    TimeValue,
    TimexType,
    Title,
    Value,
)

Marked = tuple[str, Value]


def claim(text: str, marked: list[Marked], kind: Kind, uri: str) -> Claim:
    """The text as one claim; the nth mark of the same words is their nth occurrence."""
    facts: list[AnyFact] = []
    for i, (part, value) in enumerate(marked):
        nth = sum(1 for earlier, _ in marked[:i] if earlier == part)
        facts.append(Fact(kind, builders.span(text, part, nth=nth), part, value))
    return builders.claim(builders.article(text, uri=uri), facts=tuple(facts))


def paired(
    kind: Kind, left: tuple[str, list[Marked]], right: tuple[str, list[Marked]]
) -> list[tuple[str, str]]:
    one, other = claim(*left, kind, "s/a.txt"), claim(*right, kind, "s/b.txt")
    found = [(p.left.text, p.right.text) for p in pairs(one, other)]
    mirrored = [(p.right.text, p.left.text) for p in pairs(other, one)]
    assert sorted(found) == sorted(mirrored)
    return found


def n(amount: int, noun: str = "", unit: str = "count", bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(Decimal(amount), unit, bound, noun=noun)


NUMBERS = [
    (
        ("Only 12 of 40 tenants, or 25%, signed.",
         [("12", n(12, "tenant")), ("40", n(40, "tenant")), ("25%", n(25, "", "%"))]),
        ("A quarter of the 40 tenants signed: 12.",
         [("A quarter", n(25, "", "%")), ("40", n(40, "tenant")), ("12", n(12))]),
        [("12", "12"), ("40", "40"), ("25%", "A quarter")],
    ),
    (
        ("Organisers say 30,000 marched, police 12,000.", [("30,000", n(30000)), ("12,000", n(12000))]),
        ("Police put it at 12,000.", [("12,000", n(12000))]),
        [("12,000", "12,000")],
    ),
    (
        ("Its seats rose from 9 to 10.", [("9", n(9)), ("10", n(10))]),
        ("It lifted its seats to ten from nine.", [("ten", n(10)), ("nine", n(9))]),
        [("9", "nine"), ("10", "ten")],
    ),
    (
        ("Three teachers were hurt.", [("Three", n(3, "teacher"))]),
        ("Five people were hurt.", [("Five", n(5, "injury"))]),
        [],
    ),
    (
        ("The mill will cut 340 jobs.", [("340", n(340, "job"))]),
        ("Some 430 jobs will go at the mill.", [("430", n(430, "job"))]),
        [("340", "430")],
    ),
    (
        ("The raid found 20 guns and 8 phones.", [("20", n(20, "gun")), ("8", n(8, "phone"))]),
        ("In the raid, 9 phones and 21 guns were found.", [("9", n(9, "phone")), ("21", n(21, "gun"))]),
        [("20", "21"), ("8", "9")],
    ),
    (
        ("It was fined $24.", [("$24", n(24, "", "USD"))]),
        ("It was fined for 24 breaches.", [("24", n(24, "breach"))]),
        [],
    ),
    (
        ("Rents rose 3 percent.", [("3 percent", n(3, "", "%"))]),
        ("Rents rose 3 percentage points.", [("3 percentage points", n(3, "", "pp"))]),
        [("3 percent", "3 percentage points")],
    ),
    (
        ("Voters gave Brandt 60 votes and Vos 45 votes.", [("60", n(60, "vote")), ("45", n(45, "vote"))]),
        ("Vos won 54 votes; Brandt won 60 votes.", [("54", n(54, "vote")), ("60", n(60, "vote"))]),
        [("60", "60"), ("45", "54")],
    ),
    (
        ("More than 70 homes burned.", [("More than 70", n(70, "home", bound=Bound.MORE_THAN))]),
        ("Of 30 homes in the lane, 74 homes burned.", [("30", n(30, "home")), ("74", n(74, "home"))]),
        [("More than 70", "74")],
    ),
    (
        ("It scored its third goal there.", [("third", n(3, "goal", "ordinal"))]),
        ("It scored its second goal there.", [("second", n(2, "goal", "ordinal"))]),
        [("third", "second")],
    ),
    (
        ("Harrow won a penalty in the 33rd minute.", [("33rd", n(33, "minute", "ordinal"))]),
        ("Vos was booked and left in the 62nd minute.", [("62nd", n(62, "minute", "ordinal"))]),
        [],
    ),
    (
        ("She kept two for her work.", [("two", n(2))]),
        ("She kept 60,000 letters for her work.", [("60,000", n(60000, "letter"))]),
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), NUMBERS, ids=[row[0][0] for row in NUMBERS])
def test_numbers(
    left: tuple[str, list[Marked]], right: tuple[str, list[Marked]], expected: list[tuple[str, str]]
) -> None:
    assert sorted(paired(Kind.NUMBER, left, right)) == sorted(expected)


def day(iso: str) -> TimeValue:
    date = datetime.fromisoformat(iso)
    return TimeValue(
        TimexType.DATE, iso, "", date, date.replace(hour=23, minute=59, second=59), TimeHow.EXPLICIT
    )


def whole_year(year: int) -> TimeValue:
    ends = datetime(year, 1, 1), datetime(year, 12, 31, 23, 59, 59)
    return TimeValue(TimexType.DATE, str(year), "", *ends, TimeHow.EXPLICIT)


FOURTH, NINTH = day("2025-03-04"), day("2025-03-09")
NINE_DAYS, NINE_WEEKS = TimeValue(TimexType.DURATION, "P9D"), TimeValue(TimexType.DURATION, "P9W")
TIMES = [
    (
        ("The hearing opened on 4 March and closed on 9 March.", [("4 March", FOURTH), ("9 March", NINTH)]),
        ("The hearing closed on 10 March; it opened on 5 March.",
         [("10 March", day("2025-03-10")), ("5 March", day("2025-03-05"))]),
        [("4 March", "5 March"), ("9 March", "10 March")],
    ),
    (
        ("The hearing opened on 4 March and closed on 9 March.", [("4 March", FOURTH), ("9 March", NINTH)]),
        ("The hearing closed on 9 March.", [("9 March", day("2025-03-09"))]),
        [("9 March", "9 March")],
    ),
    (
        ("He was held for nine days.", [("nine days", NINE_DAYS)]),
        ("He was held for nine weeks.", [("nine weeks", NINE_WEEKS)]),
        [("nine days", "nine weeks")],
    ),
    (
        ("He was held for nine days.", [("nine days", NINE_DAYS)]),
        ("He was held on 4 March.", [("4 March", day("2025-03-04"))]),
        [],
    ),
    (
        ("The council votes on 4 March.", [("4 March", day("2025-03-04"))]),
        ("The council votes on 5 March on its plan, drawn up in 2025.",
         [("5 March", day("2025-03-05")), ("2025", whole_year(2025))]),
        [("4 March", "5 March")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), TIMES)
def test_times(
    left: tuple[str, list[Marked]], right: tuple[str, list[Marked]], expected: list[tuple[str, str]]
) -> None:
    assert sorted(paired(Kind.TIME, left, right)) == sorted(expected)


ACTING = Title("Dana Ruiz", "commissioner", ("acting", "former"))
FORMER = Title("Ruiz", "commissioner", ("former",))
TITLES = [
    (ACTING, FORMER, True),
    (ACTING, Title("Dana Vos", "commissioner"), False),
    (ACTING, Title("Mona Ruiz", "commissioner"), False),
    (ACTING, Title("", "commissioner"), False),
    (Title("", "judge"), Title("", "judge", ("chief",)), True),
    (Title("", "judge"), Title("", "senator"), False),
]


@pytest.mark.parametrize(("one", "other", "together"), TITLES)
def test_titles_go_with_the_person(one: Title, other: Title, together: bool) -> None:
    left, right = ("The holder spoke.", [("holder", one)]), ("The office spoke.", [("office", other)])
    assert bool(paired(Kind.TITLE, left, right)) is together


def test_title_said_on_both_sides_is_not_held_against_another() -> None:
    left = ("The x and the y spoke.", [("x", ACTING), ("y", FORMER)])
    assert paired(Kind.TITLE, left, ("The z spoke.", [("z", FORMER)])) == [("y", "z")]


def person(name: str) -> Marked:
    return name, Name(name, name, NameKind.PERSON)


NAMES = [
    ("Mayor {} opened the bridge.", "Ilse Brandt", "Mayor {} opened the bridge.", "Ines Brandt", True),
    ("Mayor {} opened the bridge.", "Ilse Brandt", "Mayor {} opened the bridge.", "Pol Vos", True),
    ("Mayor {} opened the bridge.", "Ilse Brandt", "Mayor {} opened the bridge.", "Brandt", True),
    ("Mayor {} opened the bridge.", "Ilse Brandt", "The bridge fell, engineer {} said.", "Pol Vos", False),
    ("Mayor {} opened the bridge.", "Ilse Brandt", "Critics of {} stayed away.", "Pol Vos", False),
]


@pytest.mark.parametrize(("left", "one", "right", "other", "together"), NAMES)
def test_names_go_with_the_slot(left: str, one: str, right: str, other: str, together: bool) -> None:
    found = paired(Kind.NAME, (left.format(one), [person(one)]), (right.format(other), [person(other)]))
    assert bool(found) is together


def test_names_on_both_sides_are_not_swapped() -> None:
    left = ("Orlen sued Tavik.", [person("Orlen"), person("Tavik")])
    right = ("Tavik sued Orlen.", [person("Tavik"), person("Orlen")])
    assert sorted(paired(Kind.NAME, left, right)) == [("Orlen", "Orlen"), ("Tavik", "Tavik")]


@pytest.mark.parametrize(
    ("other", "together"), [("Ilse Brandt", True), ("Ilsa Brand", True), ("Brandt", True), ("Pol Vos", False)]
)
def test_figures_of_different_persons_stay_apart(other: str, together: bool) -> None:
    def votes(name: str, amount: int, rest: str, uri: str) -> Claim:
        text = f"{name} took {amount} votes {rest}"
        facts: tuple[AnyFact, ...] = (
            Fact(Kind.NAME, builders.span(text, name), *person(name)),
            Fact(Kind.NUMBER, builders.span(text, str(amount)), str(amount), n(amount, "vote")),
        )
        return builders.claim(builders.article(text, uri=uri), facts=facts)

    one = votes("Ilse Brandt", 424, "on the western shore.", "s/a.txt")
    two = votes(other, 442, "in the old harbour.", "s/b.txt")
    assert any(pair.left.kind is Kind.NUMBER for pair in pairs(one, two)) is together


PARTS = st.lists(
    st.tuples(
        st.integers(1, 5), st.sampled_from(["dog", "cat", ""]), st.sampled_from(["bit", "fled", "sat"])
    ),
    max_size=5,
)


def built(parts: list[tuple[int, str, str]], uri: str) -> Claim:
    text = "So " + " and ".join(f"{amount} {noun} {verb}" for amount, noun, verb in parts)
    at, facts = 3, []
    for amount, noun, verb in parts:
        where = builders.Span(at, at + 1)
        facts.append(Fact(Kind.NUMBER, where, str(amount), n(amount, noun)))
        at += len(f"{amount} {noun} {verb} and ")
    return builders.claim(builders.article(text, uri=uri), facts=tuple(facts))


@given(PARTS, PARTS)
def test_mirrored_and_each_fact_once(
    left: list[tuple[int, str, str]], right: list[tuple[int, str, str]]
) -> None:
    one, other = built(left, "s/a.txt"), built(right, "s/b.txt")
    found = pairs(one, other)
    assert {(p.left, p.right, p.score) for p in found} == {
        (p.right, p.left, p.score) for p in pairs(other, one)
    }
    assert len({p.left.span for p in found}) == len({p.right.span for p in found}) == len(found)

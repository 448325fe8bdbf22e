from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import builders
import pytest

from factcheck.compare import quantities
from factcheck.records import Alignment, Attribution, Bound, Fact, FactPair, Kind, Quantity, Relation, Span

C, D, U = Relation.CONTRADICTION, Relation.DRIFT, Relation.UPDATE


def q(
    amount: str,
    unit: str = "count",
    bound: Bound = Bound.EXACT,
    *,
    step: str = "1",
    upper: str | None = None,
    noun: str = "home",
) -> Quantity:
    top = None if upper is None else Decimal(upper)
    return Quantity(Decimal(amount), unit, bound, top, Decimal(step), noun if unit == "count" else "")


def fact(text: str, value: Quantity) -> Fact[Quantity]:
    return Fact(Kind.NUMBER, Span(0, len(text)), text, value)


def aligned(
    left: tuple[str, Quantity],
    right: tuple[str, Quantity],
    days: tuple[str | None, str | None] = ("2025-12-10", "2025-12-10"),
    rest: str = " were named.",
) -> Alignment:
    facts = fact(*left), fact(*right)
    claims = [
        builders.claim(builders.article(one.text + rest, uri=uri), facts=(one,))
        for one, uri in zip(facts, ("s/a.txt", "s/b.txt"), strict=True)
    ]
    return builders.alignment(claims[0], claims[1], FactPair(*facts, 1.0), days=days)


def outcome(alignment: Alignment) -> tuple[Relation, str] | None:
    judged = quantities.compare(alignment)
    return (judged[0].relation, judged[0].level) if judged else None


MORE, LEAST, LESS, MOST = Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST
NEARLY, ABOUT = Bound.NEARLY, Bound.ABOUT
THIRD = q("33.3333", "%", step="3.33333")
MILE, KM = "1609.344", "1000"

JUDGED = [
    (("340", q("340", step="10")), ("430", q("430", step="10")), (C, "different")),
    (("12", q("12")), ("13", q("13")), (C, "different")),
    (("70,000", q("70000", step="10000")), ("80,000", q("80000", step="10000")), (C, "different")),
    (("1,000", q("1000", step="1000")), ("1,400", q("1400", step="100")), (C, "different")),
    (("$2.4m", q("2400000", "USD", step="100000")),
     ("$24m", q("24000000", "USD", step="1000000")), (C, "different")),
    (("$5", q("5", "USD")), ("€5", q("5", "EUR")), (C, "different unit")),
    (("3 percent", q("3", "%")), ("3 percentage points", q("3", "pp")), (C, "different unit")),
    (("12 miles", q("19312.128", "m", step=MILE)),
     ("12 km", q("12000", "m", step=KM)), (C, "different unit")),
    (("nearly 9,000", q("9000", bound=NEARLY, step="1000")),
     ("more than 9,000", q("9000", bound=MORE, step="1000")), (C, "different bound")),
    (("at least 60", q("60", bound=LEAST)), ("at most 60", q("60", bound=MOST)), (C, "different bound")),
    (("more than 10%", q("10", "%", MORE)), ("up to 10%", q("10", "%", MOST)), (C, "different bound")),
    (("more than 28,000", q("28000", bound=MORE, step="1000")),
     ("82,000", q("82000", step="1000")), (C, "different")),
    (("more than 500", q("500", bound=MORE, step="100")), ("480", q("480", step="10")), (C, "different")),
    (("up to 500", q("500", bound=MOST, step="100")), ("620", q("620", step="10")), (C, "different")),
    (("about 6 million", q("6000000", bound=ABOUT, step="1000000")),
     ("8.1 million", q("8100000", step="100000")), (C, "different")),
    (("between 5 and 7", q("5", upper="7")), ("9", q("9")), (C, "different")),
    (("a third", THIRD), ("43%", q("43", "%")), (C, "different")),
    (("third", q("3", "ordinal")), ("second", q("2", "ordinal")), (C, "different")),
    (("34", q("34", "age")), ("43", q("43", "age")), (C, "different")),
    (("3-1", q("3", "score", upper="1")), ("3-0", q("3", "score", upper="0")), (C, "different")),
    (("No", q("0")), ("Two", q("2")), (C, "different")),
    (("at least 60", q("60", bound=LEAST)), ("at least 65", q("65", bound=LEAST)), (D, "different bound")),
    (("more than 48,000", q("48000", bound=MORE, step="1000")),
     ("more than 84,000", q("84000", bound=MORE, step="1000")), (C, "different")),
]  # fmt: skip

SILENT = [
    (("340", q("340", step="10")), ("three hundred and forty", q("340", step="10"))),
    (("1.2 million", q("1200000", step="100000")), ("1,187,000", q("1187000", step="1000"))),
    (("70,000", q("70000", step="10000")), ("70,214", q("70214"))),
    (("more than 70,000", q("70000", bound=MORE, step="10000")), ("70,214", q("70214"))),
    (("more than 70,000", q("70000", bound=MORE, step="10000")), ("70,000", q("70000", step="10000"))),
    (("more than 84,000", q("84000", bound=MORE, step="1000")), ("84,121", q("84121"))),
    (("more than 80,000", q("80000", bound=MORE, step="10000")),
     ("more than 84,000", q("84000", bound=MORE, step="1000"))),
    (("nearly 61,000", q("61000", bound=NEARLY, step="1000")), ("60,760", q("60760", step="10"))),
    (("up to 500", q("500", bound=MOST, step="100")), ("480", q("480", step="10"))),
    (("at least 12", q("12", bound=LEAST)), ("12", q("12"))),
    (("fewer than 500", q("500", bound=LESS, step="100")), ("480", q("480", step="10"))),
    (("about 60", q("60", bound=ABOUT)), ("64", q("64"))),
    (("a third", THIRD), ("33.6%", q("33.6", "%", step="0.1"))),
    (("between 5 and 7", q("5", upper="7")), ("6", q("6"))),
    (("5 ft 11", q("1.8034", "m", step="0.0254")), ("180 cm", q("1.8", "m", step="0.1"))),
    (("15 meters", q("15", "m")), ("almost 50 feet", q("15.24", "m", NEARLY, step="0.3048"))),
    (("60 miles", q("96560.64", "m", step=MILE)), ("100 km", q("100000", "m", step="100000"))),
    (("$1.5bn", q("1500000000", "USD", step="100000000")),
     ("1,500 million dollars", q("1500000000", "USD", step="100000000"))),
    (("$5", q("5", "USD")), ("€6", q("6", "EUR"))),
    (("three", q("3", noun="teacher")), ("five", q("5", noun="person"))),
    (("12", q("12")), ("25%", q("25", "%"))),
    (("3-1", q("3", "score", upper="1")), ("1-3", q("3", "score", upper="1"))),
    (("more than 60", q("60", bound=MORE)), ("at most 90", q("90", bound=MOST))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "expected"), JUDGED, ids=[f"{a[0]} / {b[0]}" for a, b, _ in JUDGED]
)
def test_contradicts(
    left: tuple[str, Quantity], right: tuple[str, Quantity], expected: tuple[Relation, str]
) -> None:
    assert outcome(aligned(left, right)) == expected
    assert outcome(aligned(right, left)) == expected


@pytest.mark.parametrize(("left", "right"), SILENT, ids=[f"{a[0]} / {b[0]}" for a, b in SILENT])
def test_stays_silent(left: tuple[str, Quantity], right: tuple[str, Quantity]) -> None:
    assert outcome(aligned(left, right)) is None
    assert outcome(aligned(right, left)) is None


THREE, SEVEN = ("three", q("3", noun="death")), ("seven", q("7", noun="death"))


@pytest.mark.parametrize(
    ("left", "right", "days", "expected"),
    [
        (THREE, SEVEN, ("2025-12-10", "2025-12-11"), U),
        (SEVEN, THREE, ("2025-12-11", "2025-12-10"), U),
        (THREE, SEVEN, ("2025-12-10", "2025-12-10"), C),
        (THREE, SEVEN, ("2025-12-11", "2025-12-10"), C),
        (THREE, SEVEN, (None, "2025-12-10"), C),
        (("3", q("3", noun="clause")), ("7", q("7", noun="clause")), ("2025-12-10", "2025-12-11"), C),
    ],
)
def test_only_a_toll_that_grows_later_is_an_update(
    left: tuple[str, Quantity],
    right: tuple[str, Quantity],
    days: tuple[str | None, str | None],
    expected: Relation,
) -> None:
    found = outcome(aligned(left, right, days))
    assert found is not None
    assert found[0] is expected


def said_by(alignment: Alignment, left: str, right: str) -> Alignment:
    def attributed(speaker: str) -> Attribution:
        return Attribution(None, Span(0, 1), (), False, speaker)

    return replace(
        alignment,
        left=replace(alignment.left, attribution=attributed(left)),
        right=replace(alignment.right, attribution=attributed(right)),
    )


@pytest.mark.parametrize(
    ("left", "right", "silent"),
    [
        ("the union", "the company", True),
        ("Ilse Brandt", "Pol Vos", True),
        ("the union", "union leaders", False),
        ("the mayor", "Ilse Brandt", False),
        ("she", "Ilse Brandt", False),
        ("", "the company", False),
    ],
)
def test_two_sources_may_differ(left: str, right: str, silent: bool) -> None:
    pair = aligned(("400", q("400", step="100")), ("250", q("250", step="10")))
    assert (outcome(said_by(pair, left, right)) is None) is silent


def test_reason_names_both_figures_as_written() -> None:
    (judged,) = quantities.compare(aligned(("340", q("340", step="10")), ("430", q("430", step="10"))))
    assert "“340”" in judged.reason
    assert "“430”" in judged.reason
    assert (judged.left_value, judged.right_value) == ("340", "430")
    assert judged.confidence == 0.95


def test_unknown_noun_and_words_make_it_less_sure() -> None:
    bare = quantities.compare(aligned(("340", q("340", step="10", noun="")), ("430", q("430", step="10"))))
    words = quantities.compare(aligned(("five", q("5")), ("six", q("6"))))
    assert bare[0].confidence < 0.95
    assert words[0].confidence < 0.95


def in_role(amount: str, role: str, unit: str = "kg") -> Quantity:
    return replace(q(amount, unit, step="1000"), role=role)


ROLES = [
    (in_role("15000", "change"), in_role("15000", "target"), (C, "different role")),
    (in_role("24000", "base"), in_role("24000", "change"), (C, "different role")),
    (in_role("9000", "each", "EUR"), in_role("9000", "together", "EUR"), (C, "different role")),
    (in_role("15000", "target"), in_role("18000", ""), (C, "different")),
    (in_role("214", "part", "m"), in_role("241", "", "m"), (C, "different")),
    (in_role("9000", "change"), in_role("15000", "target"), None),
    (in_role("90000", "change"), in_role("400000", ""), None),
    (in_role("4500", ""), in_role("1900", "apart"), None),
    (in_role("214000", "part"), in_role("530000", "whole"), None),
    (in_role("15000", "target"), in_role("15000", ""), None),
]


@pytest.mark.parametrize(("left", "right", "expected"), ROLES)
def test_figures_answer_one_question_only_in_one_role(
    left: Quantity, right: Quantity, expected: tuple[Relation, str] | None
) -> None:
    sides = ("15,000 tonnes", left), ("the other", right)
    assert outcome(aligned(*sides)) == expected
    assert outcome(aligned(*sides[::-1])) == expected


@pytest.mark.parametrize(
    ("left", "right", "silent"),
    [("A$52.5 million", "$52.5 million", True), ("A$52.5 million", "US$52.5 million", False)],
)
def test_a_bare_dollar_may_be_the_dollar_of_the_country(left: str, right: str, silent: bool) -> None:
    value = q("52500000", "USD", step="100000")
    outcome_of = outcome(aligned((left, replace(value, unit="AUD")), (right, value)))
    assert (outcome_of is None) == silent


@pytest.mark.parametrize(
    ("rests", "expected"),
    [
        ((" from a year earlier.", " from the prior month."), (C, "different base")),
        ((" from a year earlier.", " year on year."), None),
        ((" from a year earlier.", " in spring."), None),
    ],
)
def test_one_percentage_against_two_pasts(
    rests: tuple[str, str], expected: tuple[Relation, str] | None
) -> None:
    value = fact("4 percent", q("4", "%"))
    claims = [
        builders.claim(builders.article(value.text + rest, uri=uri), facts=(value,))
        for rest, uri in zip(rests, ("s/a.txt", "s/b.txt"), strict=True)
    ]
    assert outcome(builders.alignment(claims[0], claims[1], FactPair(value, value, 1.0))) == expected


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        (in_role("15000", "change"), in_role("15000", "target"), ("by 15,000 tonnes", "to 15,000")),
        (
            in_role("9000", "each", "EUR"),
            in_role("9000", "together", "EUR"),
            ("15,000 tonnes each", "15,000 together"),
        ),
        (in_role("15000", "target"), in_role("18000", ""), ("15000 kg", "18000 kg")),
    ],
)
def test_the_values_of_two_roles_read_as_a_reader_says_them(
    left: Quantity, right: Quantity, values: tuple[str, str]
) -> None:
    (judged,) = quantities.compare(aligned(("15,000 tonnes", left), ("15,000", right)))
    assert (judged.left_value, judged.right_value) == values

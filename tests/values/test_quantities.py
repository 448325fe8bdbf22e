from __future__ import annotations

import itertools
import string
from decimal import Decimal

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records import Bound, Fact, Quantity
from factcheck.values import quantities


def read(text: str) -> tuple[Fact[Quantity], ...]:
    subject = builders.article(text)
    return quantities.facts(subject, builders.sentences(subject))


def labels(text: str) -> list[str]:
    return [fact.value.label for fact in read(text)]


READ = [
    # (text, what is read, in order)
    ("The mill shed 340 manufacturing jobs.", [("340", "340", "job")]),
    ("Some 1,187,000 people live there.", [("Some 1,187,000", "about 1187000", "person")]),
    ("It drew 1.2 million visitors.", [("1.2 million", "1200000", "visitor")]),
    ("Three hundred and forty homes stand empty.", [("Three hundred and forty", "340", "home")]),
    ("One and a half million leaflets fell.", [("One and a half million", "1500000", "leaflet")]),
    ("Half a dozen wardens quit.", [("Half a dozen", "6", "warden")]),
    ("A dozen officers came.", [("A dozen", "12", "officer")]),
    ("Dozens of boats sank.", [("Dozens", "at_least 24", "boat")]),
    ("Tens of thousands of letters came.", [("Tens of thousands", "at_least 20000", "letter")]),
    ("Several hundred farmers marched.", [("Several hundred", "at_least 200", "farmer")]),
    ("The third goal fell.", [("third", "3 ordinal", "goal")]),
    ("It was her 21st visit.", [("21st", "21 ordinal", "visit")]),
    ("A third of voters stayed home.", [("A third", "33.3333 %", "")]),
    ("Two-thirds of tenants objected.", [("Two-thirds", "66.6667 %", "")]),
    ("One in four residents moved.", [("One in four", "25 %", "")]),
    ("Half of the fleet is idle.", [("Half", "50 %", "")]),
    ("Turnout rose by half.", [("half", "50 %", "")]),
    ("Prices rose 3.5 percent.", [("3.5 percent", "3.5 %", "")]),
    ("Support fell 3 percentage points.", [("3 percentage points", "3 pp", "")]),
    ("The fine was $1.5bn.", [("$1.5bn", "1500000000 USD", "")]),
    ("The fine was 1,500 million dollars.", [("1,500 million dollars", "1500000000 USD", "")]),
    ("They paid £12m and €3.", [("£12m", "12000000 GBP", ""), ("€3", "3 EUR", "")]),
    ("The work will cost 1.2 million pounds.", [("1.2 million pounds", "1200000 GBP", "")]),
    ("The crate weighs 100 pounds.", [("100 pounds", "45.359237 kg", "")]),
    ("It costs 5 cents.", [("5 cents", "0.05 USD", "")]),
    ("It costs 5 Canadian dollars.", [("5 Canadian dollars", "5 CAD", "")]),
    ("The wreck lies 12 km offshore.", [("12 km", "12000 m", "")]),
    ("The wreck lies 12 miles offshore.", [("12 miles", "19312.128 m", "")]),
    ("He is 5 ft 11.", [("5 ft 11", "1.8034 m", "")]),
    ("The park has 24 hectares.", [("24 hectares", "240000 m2", "")]),
    ("It fell to -20°C.", [("-20°C", "-20 Cel", "")]),
    ("It was minus 4 degrees Fahrenheit.", [("minus 4 degrees Fahrenheit", "-20 Cel", "")]),
    ("Between 5 and 7 ferries sail.", [("Between 5 and 7", "5-7", "ferry")]),
    ("It cost $20-30 million.", [("$20-30 million", "20000000-30000000 USD", "")]),
    ("More than 70,000 IDs leaked.", [("More than 70,000", "more_than 70000", "id")]),
    ("Nearly 9,000 clerks signed.", [("Nearly 9,000", "nearly 9000", "clerk")]),
    ("At most 60 homes burned.", [("At most 60", "at_most 60", "home")]),
    ("Fewer than 500 left.", [("Fewer than 500", "less_than 500", "")]),
    ("Losses exceeded 10%.", [("exceeded 10%", "more_than 10 %", "")]),
    ("They need 60 votes or more.", [("60", "60", "vote")]),
    ("The 34-year-old baker fled.", [("34-year-old", "34 age", "")]),
    ("Dana Ruiz, 34, spoke.", [("34", "34 age", "")]),
    ("Harrow beat Orlen 3-1.", [("3-1", "3-1 score", "")]),
    ("Orlen lost 1 – 3 to Harrow.", [("1 – 3", "3-1 score", "")]),
    ("The board voted 7 to 2.", [("7 to 2", "7-2 score", "")]),
    ("No one was hurt.", [("No one", "0", "injury")]),
    ("There were no deaths.", [("no", "0", "death")]),
    ("12 people were killed and 30 others injured.", [("12", "12", "death"), ("30", "30", "injury")]),
    ("Seats rose from 9 to 10.", [("9", "9", ""), ("10", "10", "")]),
    ("12 of the 40 tenants left.", [("12", "12", "tenant"), ("40", "40", "tenant")]),
    ("The 12-member panel met.", [("12", "12", "member")]),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[row[0] for row in READ])
def test_reads(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(f.text, f.value.label, f.value.noun) for f in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 2014.",
        "The 1990s were lean.",
        "The vote is on March 5, 2014.",
        "They meet on 4 March.",
        "They met at 3:30 p.m.",
        "She was held for nine days.",
        "A two-year plan failed.",
        "The third quarter was weak.",
        "Half an hour passed.",
        "The 2024–25 season ended.",
        "A Tarn 737 landed.",
        "They drove down Route 66.",
        "An F-16 crashed.",
        "The clause is in Section 230.",
        "Phones use 5G now.",
        "Call 555-123-4567 now.",
        "He lives at 12 Elm Street.",
        "Read more at www.harrow-news.com/2014/12.",
        "One of the men ran.",
        "That one is broken.",
        "The Second Amendment stands.",
        "It was first reported elsewhere.",
        "A small boat sank.",
        "16",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert read(text) == ()


STEPS = [
    ("70,000 homes", "10000"),
    ("70,214 homes", "1"),
    ("1.2 million homes", "100000"),
    ("About 1.2 million homes", "100000"),
    ("20 homes", "1"),
    ("60 percent", "1"),
    ("2.50 percent", "0.01"),
    ("3 km", "1000"),
]


@pytest.mark.parametrize(("text", "step"), STEPS)
def test_step_is_the_worth_of_the_last_significant_digit(text: str, step: str) -> None:
    (fact,) = read(text)
    assert fact.value.step == Decimal(step)


def test_bound_words_are_taken_once() -> None:
    assert labels("At least 60 homes and up to 12 boats burned.") == ["at_least 60", "at_most 12"]


def test_preposition_before_a_small_count_is_no_bound() -> None:
    (fact,) = read("The case fell under two statutes.")
    assert fact.value.bound is Bound.EXACT


PIECES = [
    "12",
    "1,200",
    "three",
    "hundred",
    "and",
    "million",
    "a",
    "half",
    "$",
    "%",
    "-",
    "to",
    "of",
    "minus",
]


@given(
    st.lists(
        st.sampled_from([*PIECES, "more than", "km", "people", "5-4", "–", "st", "or more"]), max_size=14
    )
)
def test_spans_slice_to_their_text_and_do_not_overlap(parts: list[str]) -> None:
    text = "Then " + " ".join(parts)
    found = read(text)
    assert all(fact.span.of(text) == fact.text for fact in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@given(st.text(alphabet=string.printable + "½€£–’°", min_size=1, max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert all(fact.span.of(text) == fact.text for fact in read(text))


ROLES = [
    # (text, the role of each amount in order)
    ("The load fell from 24,000 tonnes to 15,000.", ["24000000 kg base", "15000000 kg target"]),
    ("The load fell by 9,000 tonnes a year, to 15,000.", ["9000000 kg change", "15000000 kg target"]),
    ("The marsh grew from 310 to 400 hectares.", ["3100000 m2 base", "4000000 m2 target"]),
    ("The marsh gained ninety hectares.", ["900000 m2 change"]),
    ("The marsh covers ninety hectares.", ["900000 m2 "]),
    ("They cut the budget by $3 million to $12 million.", ["3000000 USD change", "12000000 USD target"]),
    ("Snow fell on 12 villages.", ["12 "]),
    ("It is 1.9 metres above the mark.", ["1.9 m apart"]),
    ("It is 1,900 metres above sea level.", ["1900 m "]),
    ("Harrow are two points clear with 21 points.", ["2 apart", "21 "]),
    ("She won by 424 votes.", ["424 apart"]),
    ("She won 424 votes.", ["424 "]),
    ("It grounded 214 of the line's 530 flights.", ["214 part", "530 whole"]),
    ("Of the 40 tenants, 12 left.", ["40 whole", "12 part"]),
    ("The other 316 flights left.", ["316 rest"]),
    ("12 died and 30 others were hurt.", ["12 ", "30 "]),
    ("It lost 9 million euros by each of the strikes.", ["9000000 EUR each"]),
    ("The strikes together cost 9 million euros.", ["9000000 EUR together"]),
    ("The strikes cost 9 million euros.", ["9000000 EUR "]),
]


@pytest.mark.parametrize(("text", "expected"), ROLES, ids=[row[0] for row in ROLES])
def test_role_in_a_change_or_a_whole(text: str, expected: list[str]) -> None:
    assert [f"{fact.value.label} {fact.value.role}" for fact in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("It grounded 214 of the line's 530 flights.", ["flight", "flight"]),
        ("They own six A320s and 24 A321s.", ["a320", "a321"]),
        ("The death toll rose to 12.", ["death"]),
        ("The number of fines fell from 40 to 12.", ["fine", "fine"]),
    ],
)
def test_noun_that_stands_apart_from_its_figure(text: str, nouns: list[str]) -> None:
    assert [fact.value.noun for fact in read(text)] == nouns

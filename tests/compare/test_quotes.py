"""Quotations of one utterance: what changes the words or the sense, and what does not."""

from __future__ import annotations

import dataclasses

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import quotes
from factcheck.records import Alignment, Fact, FactPair, Kind, Matter, Name, Quotation, Relation

CONTRADICTION, DRIFT = Relation.CONTRADICTION, Relation.DRIFT


def aligned(left: str, right: str, speakers: tuple[str, str], matter: Matter = Matter.QUOTATION) -> Alignment:
    claims = []
    for words, speaker, uri in zip((left, right), speakers, ("story/a.txt", "story/b.txt"), strict=True):
        article = builders.article(words, uri=uri)
        span = builders.span(words, words)
        fact = Fact(Kind.QUOTE, span, words, Quotation(words, speaker))
        claims.append(builders.claim(article, facts=(fact,)))
    return builders.alignment(claims[0], claims[1], matter=matter)


DIFFER = [
    ("We will appeal this ruling", "We will fight this ruling", DRIFT, "words changed"),
    ("It was not safe.", "It was safe.", CONTRADICTION, "meaning changed"),
    ("It was not safe.", "It was … safe.", CONTRADICTION, "meaning changed"),
    ("We lost 12 boats in the storm", "We lost 20 boats in the storm", CONTRADICTION, "meaning changed"),
    ("We lost two boats in the storm", "We lost three boats in the storm", CONTRADICTION, "meaning changed"),
    (
        "The first half decided the match for us",
        "The second half decided the match for us",
        CONTRADICTION,
        "meaning changed",
    ),
    (
        "Her early prints are equally strong",
        "Her early prints are more strong",
        CONTRADICTION,
        "meaning changed",
    ),
    (
        "Nobody told the crew about the leak",
        "Somebody told the crew about the leak",
        CONTRADICTION,
        "meaning changed",
    ),
    ("The harbour will never close again", "The harbour will close again", CONTRADICTION, "meaning changed"),
    (
        "We didn't sign the contract in May",
        "We did sign the contract in May",
        CONTRADICTION,
        "meaning changed",
    ),
    ("Rents fell in every district", "Rents rose in every district", CONTRADICTION, "meaning changed"),
    (
        "The mill put a great deal of effort into the new line",
        "The mill put a great deal of money into the new line",
        DRIFT,
        "words changed",
    ),
    (
        "We have learned something important since the flood",
        "We have learned something very important since the flood",
        DRIFT,
        "words changed",
    ),
    (
        "I hope the council joins Ada Vos, Jon Lind and the tenants in saying no",
        "I hope the council joins Ada Vos and the tenants in saying no",
        DRIFT,
        "words changed",
    ),
    (
        "There should be no private meeting between this minister and Orlen",
        "There should be no private meeting between Minister Dahl and Orlen",
        DRIFT,
        "words changed",
    ),
    (
        "The board, which had expressed doubts about the bridge, voted late",
        "The board, which have expressed doubts about the bridge, voted late",
        DRIFT,
        "words changed",
    ),
    ("The ferries are unsafe in winter", "The ferries are safe in winter", CONTRADICTION, "meaning changed"),
    (
        "The levy punishes small bakeries and rewards the biggest chains",
        "It rewards chains, the biggest ones, and small bakeries get punished by a levy",
        DRIFT,
        "paraphrase in quotation marks",
    ),
]

SILENT = [
    ("We will … appeal", "We will, as promised, appeal"),
    ("We will [...] appeal the ruling", "We will, as promised, appeal the ruling"),
    ("This organisation has failed us", "This organization has failed us"),
    ("We've got to stop the levy", "We have got to stop the levy"),
    ("“It can't go on like this", "It cannot go on like this,"),
    ("the harbour was closed for repairs", "The harbor was closed for repairs."),
    ("We lost two boats in the storm", "We lost 2 boats in the storm"),
    ("He [the mayor] signed the contract in May", "He signed the contract in May"),
    ("They should of [sic] told the crew", "They should of told the crew"),
    ("She told [the board] about the leak", "She told them about the leak"),
    ("The year-end deal is good for us", "The year end deal is good for us"),
    ("rewards the biggest chains", "The levy punishes small bakeries and rewards the biggest chains"),
    ("It was a hard choice", "It was a hard choice, but one that we made with the riders in mind"),
    ("We said, ‘no more delays’ to the firm", "We said no more delays to the firm"),
    ("We get the best strongest deal", "We get the best, strongest deal"),
    ("I think that the plan is sound", "I think the plan is sound"),
    ("The bridge is closed until Friday", "The mayor has answered our letter"),
    ("We will not rest until the ferry sails", "We will not pay for another study"),
    ("We will make the harbour great", "We will make the schools safer"),
    ("safe space", "highly unusual"),
    ("The governement has failed us again", "The government has failed us again"),
    ("12 percent of tenants objected", "12% of tenants objected"),
]


@pytest.mark.parametrize(("left", "right", "relation", "level"), DIFFER)
def test_changed_words_inside_the_marks_are_reported(
    left: str, right: str, relation: Relation, level: str
) -> None:
    for pair in ((left, right), (right, left)):
        found = quotes.compare(aligned(*pair, ("Ilse Brandt", "Brandt")))
        assert [(one.relation, one.level) for one in found] == [(relation, level)]
        assert found[0].left_value == pair[0]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_honest_handling_of_a_quotation_is_silent(left: str, right: str) -> None:
    for matter in (Matter.QUOTATION, Matter.CLAIM):
        assert quotes.compare(aligned(left, right, ("Ilse Brandt", "Brandt"), matter)) == ()
        assert quotes.compare(aligned(right, left, ("Ilse Brandt", "Brandt"), matter)) == ()


@pytest.mark.parametrize(
    ("left", "right", "speakers", "matter", "levels"),
    [
        ("strong rationale", "compelling rationale", ("Jon Key", "Key"), Matter.CLAIM, ["words changed"]),
        ("strong rationale", "compelling rationale", ("Jon Key", "Key"), Matter.QUOTATION, []),
        ("strong rationale", "compelling rationale", ("Jon Key", "Ada Vos"), Matter.CLAIM, []),
        (
            "We will appeal this ruling",
            "We will fight this ruling",
            ("Ada Vos", "Jon Lind"),
            Matter.CLAIM,
            [],
        ),
    ],
)
def test_short_or_foreign_words_need_a_common_speaker(
    left: str, right: str, speakers: tuple[str, str], matter: Matter, levels: list[str]
) -> None:
    assert [one.level for one in quotes.compare(aligned(left, right, speakers, matter))] == levels


PIECES = [
    "we",
    "will",
    "not",
    "never",
    "pay",
    "3",
    "12",
    "the",
    "…",
    "[x]",
    "harbour",
    "mill,",
    "‘no’",
    "safe",
    "more",
]
WORDS = st.lists(st.sampled_from(PIECES), max_size=12)


@given(WORDS, WORDS)
def test_comparing_is_symmetric_and_a_copy_never_differs(left: list[str], right: list[str]) -> None:
    ours, theirs = "x " + " ".join(left), "x " + " ".join(right)
    there = quotes.compare(aligned(ours, theirs, ("Ada Vos", "Ada Vos")))
    back = quotes.compare(aligned(theirs, ours, ("Ada Vos", "Ada Vos")))
    assert [one.relation for one in there] == [one.relation for one in back]
    assert quotes.compare(aligned(ours, ours, ("Ada Vos", "Ada Vos"))) == ()


ARM = "Turning the Harbour Trust into an arm of Coast Security costs it its neutrality"
BRANCH = "What you see is the Harbour Trust becoming a branch of Coast Security"


def on_one_matter(speakers: tuple[str, str], *names: str) -> Alignment:
    """Two quotations in other words, aligned as claims, with ``names`` paired inside them."""
    found = aligned(ARM, BRANCH, speakers, Matter.CLAIM)
    pairs = tuple(
        FactPair(
            *(
                Fact(Kind.NAME, builders.span(text, name), name, Name(name, name))
                for text in (found.left.text, found.right.text)
            ),
            score=0.9,
        )
        for name in names
    )
    return dataclasses.replace(found, pairs=pairs)


@pytest.mark.parametrize(
    ("speakers", "names", "drifts"),
    [
        (("a former clerk", "Ada Vos"), ("Harbour Trust", "Coast Security"), True),
        (("Ada Vos", "an official at the agency"), ("Harbour Trust", "Coast Security"), True),
        (("a former clerk", "Ada Vos"), ("Harbour Trust",), False),
        (("Bo Lind", "Ada Vos"), ("Harbour Trust", "Coast Security"), False),
        (("a former clerk", "an official"), ("Harbour Trust", "Coast Security"), False),
    ],
)
def test_a_rewording_that_loses_the_name(
    speakers: tuple[str, str], names: tuple[str, ...], drifts: bool
) -> None:
    judged = quotes.compare(on_one_matter(speakers, *names))
    assert [(row.relation, row.level) for row in judged] == (
        [(DRIFT, "paraphrase in quotation marks")] if drifts else []
    )

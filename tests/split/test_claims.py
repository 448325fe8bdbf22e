# ruff: noqa: E501 - a row of a table is easier to read on one line
"""Claims are verbatim slices that hold every word of the article but the attributions."""

from __future__ import annotations

import re

import builders
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parsing import parsed

from factcheck import split
from factcheck.records import Claim, Kind, Quotation


def claims(text: str) -> tuple[Claim, ...]:
    article = builders.article(text)
    return split.claims(article, split.sentences(article))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill closed.", ["The mill closed"]),
        ("Vos said that the mill had closed.", ["the mill had closed"]),
        (
            "On Monday, Vos said that the mill had closed.",
            ["On Monday, Vos said that the mill had closed", "the mill had closed"],
        ),
        (
            "“Budgets are tight,” lamented Leland Rowe, a former acting clerk.",
            ["Budgets are tight", "Leland Rowe a former acting clerk"],
        ),
        ("Vos denied the charge.", ["Vos denied the charge"]),
        ("Vos calls the order “highly unusual.”", ["Vos calls the order “highly unusual.”"]),
        (
            "“It is over,” a clerk tells BEACON, speaking anonymously for fear of revenge.",
            ["It is over", "a clerk speaking anonymously for fear of revenge"],
        ),
        (
            "A ruling that the firm may sell data drew fire.",
            ["A ruling that the firm may sell data drew fire", "the firm may sell data"],
        ),
        ("The union said 400 walked out; the company said 250 did.", ["400 walked out", "250 did"]),
    ],
)
def test_claims(text: str, expected: list[str]) -> None:
    assert [claim.text for claim in claims(text)] == expected


def test_a_claim_carries_its_quotation_and_the_speaker() -> None:
    text = "Mayor Ilse Brandt spoke. “It is “safe” now,” she said. She called it a “safe space.”"
    facts = {(fact.text, fact.value.label) for claim in claims(text) for fact in claim.facts}
    assert ("safe space.", "safe space.") in facts
    speakers = {
        fact.value.speaker for c in claims(text) for fact in c.facts if isinstance(fact.value, Quotation)
    }
    assert "" not in speakers


def test_both_sentences_of_a_quotation_have_the_speaker() -> None:
    found = claims("“It is safe. It stays open,” said Ilse Brandt.")
    assert [(claim.text, claim.attribution.speaker if claim.attribution else None) for claim in found] == [
        ("It is safe", "Ilse Brandt"),
        ("It stays open", "Ilse Brandt"),
    ]


WORDS = [
    "Vos",
    "said",
    "says",
    "told",
    "that",
    "the",
    "board",
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    "…",
    "...",
    "(",
    ")",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "«",
    "»",
    "—",
    "who",
    "which",
    "and",
    "but",
    "was",
    "closed",
    "according",
    "to",
    "claim",
    "Monday",
    "2019",
    "U.S.",
    "a",
    "former",
    "clerk",
    "adding",
    "calls",
    "as",
    "it",
    "“safe",
    ",”",
    "\n",
    "Ilse",
    "Brandt",
    "🙂",
    "é",
]
PIECES = st.sampled_from(WORDS)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(alphabet="ab Vs.,said\"“”’'()\n", max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_slices(text: str) -> None:
    article = builders.article(text)
    sentences = split.sentences(article)
    found = split.claims(article, sentences)
    assert [claim.spans[0] for claim in found] == sorted(claim.spans[0] for claim in found)
    for claim in found:
        assert all(0 <= span.start < span.end <= len(text) for span in claim.spans)
        assert claim.text == " ".join(span.of(text) for span in claim.spans)
        assert claim.sentence_text == claim.sentence.of(text)
        for fact in claim.facts:
            assert fact.kind is Kind.QUOTE
            assert fact.text == fact.span.of(text) == fact.value.label
        if claim.attribution is not None:
            spans = [claim.attribution.cue, *claim.attribution.content]
            assert all(0 <= span.start <= span.end <= len(text) for span in spans)


def test_every_word_outside_attributions_is_in_a_claim() -> None:
    text = (
        "The mill, which Orlen bought in 2019, closed on Monday, leaving 340 workers without pay. "
        "Rents rose, and the council voted late. Ada Vos, the treasurer, left in May (she had joined in 2012)."
    )
    held = [span for claim in claims(text) for span in claim.spans]
    loose = [
        match[0]
        for match in re.finditer(r"\w+", text)
        if not any(span.start <= match.start() and match.end() <= span.end for span in held)
    ]
    assert set(loose) <= {"which", "and"}


def parsed_claims(text: str) -> tuple[Claim, ...]:
    article = builders.article(text)
    return split.claims(article, parsed(article))


def test_a_pronoun_is_followed_by_whom_it_means() -> None:
    found = {claim.text for claim in parsed_claims("Peter Vos runs the board. He left the office in May.")}
    assert "Peter Vos left the office in May" in found
    assert not any(text.startswith("He ") for text in found)


def test_a_pronoun_of_two_possible_men_stays() -> None:
    text = "Peter Vos met Thomas Lind and Karl Orlen in the hall on Monday. He left the office in May."
    assert any(claim.text.startswith("He left") for claim in parsed_claims(text))


def test_a_word_quoted_beside_a_quotation_has_its_speaker() -> None:
    text = "Peter Vos called the plan “odd,” because the mill was built as a “refuge” for children."
    quoted = [fact.value for claim in parsed_claims(text) for fact in claim.facts]
    speakers = {one.words: one.speaker for one in quoted if isinstance(one, Quotation)}
    assert speakers["refuge"] == "Peter Vos"


def test_no_claim_begins_or_ends_with_the_mark_of_another_quotation() -> None:
    text = 'Peter Vos called the plan "odd," because the mill was built as a "refuge" for children.'
    assert all(claim.text.count('"') % 2 == 0 for claim in parsed_claims(text))
    assert not any(claim.text.startswith('" ') or claim.text.endswith(' "') for claim in parsed_claims(text))


def test_a_source_is_named_without_its_preposition() -> None:
    text = "The shed is a dry store for farmers seeking room for their tools."
    sources = [
        claim.attribution.source.of(text)
        for claim in parsed_claims(text)
        if claim.attribution is not None and claim.attribution.source is not None
    ]
    assert not any(source.startswith("for ") for source in sources)


@pytest.mark.parametrize(
    "text",
    [
        "Jr. (ABC) said the plan failed.",
        "The mayor of Orlen and … Jr. (JR) won.",
        "Ada Vos left the board. She!",
        "He (it) – they? “She”",
    ],
)
def test_odd_text_is_split_into_slices_with_words(text: str) -> None:
    for claim in parsed_claims(text):
        assert all(any(map(str.isalnum, span.of(text))) for span in claim.spans)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor or the deputy clerk signed the contract.",
        "The board will sell the mill, the yard or the dock.",
        "Vos was fined or jailed in May.",
    ],
)
def test_no_member_of_a_choice_is_told_by_itself(text: str) -> None:
    assert all(" or " in claim.text for claim in parsed_claims(text))


def test_a_price_is_never_cut() -> None:
    text = "There is no evidence that Peter Vos stole £5,000 from the mill."
    assert all(("£" in claim.text) == ("£5,000" in claim.text) for claim in parsed_claims(text))


def test_a_sentence_ends_after_ill() -> None:
    texts = [claim.text for claim in parsed_claims("Peter Vos was ill. Mary Lind ran the mill.")]
    assert texts == ["Peter Vos was ill", "Mary Lind ran the mill"]

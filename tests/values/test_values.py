"""Facts find their claims, and none is lost."""

from __future__ import annotations

import builders
import pytest
from parsing import parsed

from factcheck import split, values
from factcheck.records import Claim, Kind


def claims_of(text: str) -> tuple[Claim, ...]:
    article = builders.article(text)
    sentences = split.sentences(article)
    return values.with_facts(article, sentences, split.claims(article, sentences))


def test_a_claim_holds_the_facts_that_stand_in_its_slices() -> None:
    (claim,) = claims_of("The mill at Harrow cut 340 jobs in May 2025.")
    assert [(fact.kind, fact.text) for fact in claim.facts if fact.kind in (Kind.NUMBER, Kind.TIME)] == [
        (Kind.NUMBER, "340"),
        (Kind.TIME, "May 2025"),
    ]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (
            "“The plan fails the whole city,” stated a former acting commissioner at the agency.",
            "former acting commissioner",
        ),
        ("“The plan fails the whole city,” Ada Vos said on Tuesday.", "Tuesday"),
    ],
)
def test_a_fact_beside_what_was_said_is_not_lost(text: str, lost: str) -> None:
    holding = [claim for claim in claims_of(text) if any(fact.text.startswith(lost) for fact in claim.facts)]
    assert len(holding) == 1
    assert "plan fails" not in holding[0].text


@pytest.mark.parametrize(
    "text",
    [
        "“The plan fails the whole city,” stated a former acting commissioner at the agency on 3 June 2025.",
        "On Monday, 12 of 40 homes, or 30 percent, were not safe, said Mayor Ada Vos.",
    ],
)
def test_every_fact_stands_in_a_claim(text: str) -> None:
    article = builders.article(text)
    sentences = split.sentences(article)
    read = {(f.kind, f.span) for reader in values.READERS for f in reader.facts(article, sentences)}
    held = {(f.kind, f.span) for claim in claims_of(text) for f in claim.facts}
    assert read
    assert read <= held


@pytest.mark.parametrize("reader", values.READERS, ids=lambda reader: reader.__name__.rsplit(".", 1)[-1])
def test_a_reader_of_nothing_finds_nothing(reader: values.ValueReader) -> None:
    article = builders.article("")
    assert reader.facts(article, ()) == ()


@pytest.mark.parametrize(
    ("text", "part", "outside"),
    [
        ("The idea that the mill leaked is old.", "the mill leaked", "idea that"),
        ("The minister denied that he met the spy.", "he met the spy", "denied"),
        ("If it rains on Sunday, the fair will close.", "the fair will close", "If"),
    ],
)
def test_a_doubt_outside_a_claim_whose_scope_holds_its_verb_is_a_fact_of_it(
    text: str, part: str, outside: str
) -> None:
    article = builders.article(text)
    [sentence] = parsed(article)
    span = builders.span(text, part)
    cut = Claim(article.uri, (span,), part, sentence.span, 0, text)
    (claim,) = [c for c in values.with_facts(article, (sentence,), (cut,)) if c.text == part]
    assert outside in [fact.text for fact in claim.facts]
    assert all(fact.span.of(text) == fact.text for fact in claim.facts)


def test_a_doubt_about_another_clause_is_no_fact_of_a_claim() -> None:
    text = "The chief may resign, and the clerk left the town."
    article = builders.article(text)
    [sentence] = parsed(article)
    part = "the clerk left the town"
    cut = Claim(article.uri, (builders.span(text, part),), part, sentence.span, 0, text)
    (claim,) = [c for c in values.with_facts(article, (sentence,), (cut,)) if c.text == part]
    assert [fact.text for fact in claim.facts if fact.kind is not Kind.EVENT] == []

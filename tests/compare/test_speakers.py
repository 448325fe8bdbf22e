"""Who said it: one utterance and two speakers, against two names of one speaker and two statements."""

from __future__ import annotations

import dataclasses

import builders
import pytest

from factcheck.compare import speakers
from factcheck.records import Alignment, Attribution, Fact, Kind, Matter, Quotation, Relation, Span

CONTRADICTION, DRIFT = Relation.CONTRADICTION, Relation.DRIFT
WORDS = "Budgets are tight in every department"


def aligned(
    left: tuple[str, str], right: tuple[str, str], *, quoted: bool, matter: Matter = Matter.CLAIM
) -> Alignment:
    """Claims of (speaker, words), in quotation marks or not."""
    claims = []
    for (speaker, words), uri in zip((left, right), ("story/a.txt", "story/b.txt"), strict=True):
        text = f"{speaker} said {words}"
        article = builders.article(text, uri=uri)
        content = builders.span(text, words)
        fact = Fact(Kind.QUOTE, content, words, Quotation(words, speaker))
        source = builders.span(text, speaker) if speaker else None
        cue = builders.span(text, "said")
        attribution = Attribution(source, cue, (content,), quoted, speaker)
        claim = builders.claim(article, facts=(fact,) if quoted else (), attribution=attribution)
        claims.append(claim)
    return builders.alignment(claims[0], claims[1], matter=matter)


@pytest.mark.parametrize(
    ("left", "right", "relation", "level"),
    [
        ("Ada Vos", "Jon Lind", CONTRADICTION, "other speaker"),
        ("Ada Vos", "Jon Vos", CONTRADICTION, "other speaker"),
        ("Vos", "Lind", CONTRADICTION, "other speaker"),
        ("the union", "the company", CONTRADICTION, "other speaker"),
        ("the Transit Authority", "the Harbour Board", CONTRADICTION, "other speaker"),
        ("police", "the union", CONTRADICTION, "other speaker"),
        ("Ada Vos", "critics", DRIFT, "lost"),
        ("some experts", "Jon Lind", DRIFT, "lost"),
    ],
)
def test_one_quotation_by_two_speakers(left: str, right: str, relation: Relation, level: str) -> None:
    for ours, theirs in ((left, right), (right, left)):
        for matter in (Matter.CLAIM, Matter.QUOTATION):
            found = speakers.compare(aligned((ours, WORDS), (theirs, WORDS), quoted=True, matter=matter))
            assert [(one.relation, one.level) for one in found] == [(relation, level)]
            assert (found[0].left_value, found[0].right_value) == (ours, theirs)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ada Vos", "Vos"),
        ("Ada Vos", "A. Vos"),
        ("Ada Vos", "the treasurer"),
        ("Ada Vos", "she"),
        ("Ada Vos", "a city official"),
        ("Ada Vos", "the Transit Authority"),
        ("Ada Vos", ""),
        ("Ada Vos", "reports"),
        ("the Transit Authority", "the TA"),
        ("the company", "the firm"),
        ("police", "investigators"),
        ("critics", "experts"),
        ("the former commissioner", "Leland Rowe"),
    ],
)
def test_two_names_of_one_speaker_are_silent(left: str, right: str) -> None:
    for quoted in (True, False):
        assert speakers.compare(aligned((left, WORDS), (right, WORDS), quoted=quoted)) == ()
        assert speakers.compare(aligned((right, WORDS), (left, WORDS), quoted=quoted)) == ()


@pytest.mark.parametrize(
    ("left", "right", "levels"),
    [
        (("the union", "400 walked out"), ("the company", "400 walked out"), ["other speaker"]),
        (("the union", "400 walked out"), ("the company", "250 walked out"), []),
        (("the firm", "sales rose"), ("the union", "sales fell"), []),
        (("Ada Vos", "the bridge is safe"), ("Jon Lind", "the bridge is not safe"), []),
        (
            ("the Tarn Observatory", "that age is closer to 40,000"),
            ("the Institute of Geology", "the age is closer to 40,000"),
            ["other speaker"],
        ),
        (("Ada Vos", "the levy hurts bakers"), ("Jon Lind", "the strike was long"), []),
        (("Ada Vos", "it was a fair decision"), ("Olga Tamm", "it was a fair decision"), ["other speaker"]),
        (
            ("the coastguard", "it sank in 4 minutes"),
            ("the owner", "it sank in 4 minutes"),
            ["other speaker"],
        ),
        (
            ("the union", "1,900 walked out"),
            ("the Transport Ministry", "1,900 walked out"),
            ["other speaker"],
        ),
        (
            ("the police", "12 were hurt at noon"),
            ("the Transport Ministry", "12 were hurt at noon"),
            ["other body"],
        ),
        (("Harrow Herald", "it was a fair decision"), ("Olga Tamm", "it was a fair decision"), []),
        (
            ("the EPA", "it was a fair decision"),
            ("the U.S. Envoy Press Authority", "it was a fair decision"),
            [],
        ),
    ],
)
def test_indirect_speech(left: tuple[str, str], right: tuple[str, str], levels: list[str]) -> None:
    assert [one.level for one in speakers.compare(aligned(left, right, quoted=False))] == levels


@pytest.mark.parametrize(
    ("words", "levels"),
    [("highly unusual", []), ("safe space", []), ("We never saw the contract", ["other speaker"])],
)
def test_a_phrase_belongs_to_nobody(words: str, levels: list[str]) -> None:
    found = speakers.compare(
        aligned(("Ada Vos", words), ("Jon Lind", words), quoted=True, matter=Matter.QUOTATION)
    )
    assert [one.level for one in found] == levels


def test_the_evidence_is_the_source_where_it_stands_in_the_sentence() -> None:
    found = speakers.compare(aligned(("Ada Vos", WORDS), ("Jon Lind", WORDS), quoted=True))
    assert (found[0].left, found[0].right) == (Span(0, 7), Span(0, 8))


@pytest.mark.parametrize(
    ("right", "words", "score", "levels"),
    [
        ("critics", "safe harbour", 0.9, ["lost"]),
        ("critics", "safe harbours", 0.9, []),
        ("critics", "safe harbour", 0.5, []),
        ("Jon Lind", "safe harbour", 0.9, []),
        ("the treasurer", "safe harbour", 0.9, []),
    ],
)
def test_a_quoted_phrase_that_passes_from_a_name_to_a_crowd(
    right: str, words: str, score: float, levels: list[str]
) -> None:
    sides = aligned(("Ada Vos", "safe harbour"), (right, words), quoted=True)
    found = speakers.compare(dataclasses.replace(sides, score=score))
    assert [(one.relation, one.level) for one in found] == [(DRIFT, level) for level in levels]


def test_a_campaign_speaks_for_its_candidate() -> None:
    sides = aligned(("Ada Vos", WORDS), ("Vos's campaign", WORDS), quoted=True)
    assert [(one.relation, one.level) for one in speakers.compare(sides)] == [(DRIFT, "proxy")]


@pytest.mark.parametrize(
    ("voices", "levels"), [(("Ada Vos", "Jon Lind"), []), (("Ada Vos",), ["other speaker"])]
)
def test_a_pronoun_may_mean_whoever_spoke_before(voices: tuple[str, ...], levels: list[str]) -> None:
    sides = aligned(("She", WORDS), ("Jon Lind", WORDS), quoted=False)
    said = sides.left.attribution
    assert said is not None
    known = dataclasses.replace(
        sides.left, voices=voices, attribution=dataclasses.replace(said, speaker="Ada Vos")
    )
    found = speakers.compare(dataclasses.replace(sides, left=known))
    assert [one.level for one in found] == levels


def test_a_speaker_who_quotes_another_is_not_given_his_words() -> None:
    quoting = "That was not ‘a ferry of my own design’ at all"
    sides = aligned(("Ada Vos", quoting), ("Jon Lind", "a ferry of my own design"), quoted=True)
    assert speakers.compare(sides) == ()

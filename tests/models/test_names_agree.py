"""Names of one article agree: labels, surnames, abbreviations, missed ones; what is no name stays none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.models.names_agree import abbreviates, agreed, whole
from factcheck.records import Entity, Parse, Token

SMALL_WORDS = re.compile(r"[a-z()]")


def parse(marked: str) -> tuple[str, Parse]:
    """Text and parse of words such as "[Amara Okafor/PERSON] spoke": capitalised words are proper nouns."""
    text, tokens, entities = "", [], []
    for part in re.findall(r"\[[^\]]+\]|\S+", marked):
        inner, _, label = part.strip("[]").partition("/")
        start = len(text)
        for word in inner.split():
            upos = "X" if SMALL_WORDS.match(word) else "PROPN"
            tokens.append(Token(len(text), len(text) + len(word), word, upos, "", "", 0, "dep", False))
            text += word + " "
        if label:
            entities.append(Entity(start, len(text) - 1, label))
    return text, Parse(tuple(tokens), tuple(entities))


def names(*marked: str) -> list[list[tuple[str, str]]]:
    texts, parses = zip(*map(parse, marked), strict=True)
    return [
        [(text[name.start : name.end], name.label) for name in each.entities]
        for text, each in zip(texts, agreed(texts, parses), strict=True)
    ]


# what the model read in the sentences of one article; the names of the last one after they agree
AGREEING = [
    (["[Amara Okafor/PERSON] spoke", "[Okafor/LOC] left"], [("Okafor", "PERSON")]),
    (["[Amara Okafor/PERSON] spoke", "then Okafor left"], [("Okafor", "PERSON")]),
    (
        ["[Vellmark/LOC] rose", "in [Vellmark/LOC] , [Vellmark/ORG]"],
        [("Vellmark", "LOC"), ("Vellmark", "LOC")],
    ),
    (["[Vellmark/LOC] rose", "rain in Vellmark stopped"], [("Vellmark", "LOC")]),
    (["[Ms Amara Okafor/PERSON] spoke"], [("Amara Okafor", "PERSON")]),
    (["for [US/LOC] $ 5"], []),
    (["the [Northern Rail Board/ORG] ( NRB ) met", "the NRB met"], [("NRB", "ORG")]),
    (["the [Northern Rail Board/ORG] ( [NRB/LOC] ) met", "the [NRB/LOC] met"], [("NRB", "ORG")]),
]
# the same shapes where another name, or none, is meant
STAYING = [
    (["[Amara Okafor/PERSON] spoke", "[Okonjo/LOC] left"], [("Okonjo", "LOC")]),
    (["[Amara Okafor/PERSON] spoke", "[Okafor/LOC] , [Okafor/LOC]"], [("Okafor", "LOC"), ("Okafor", "LOC")]),
    (["[Amara So/PERSON] spoke", "so they left"], []),
    (["[Vellmark/LOC] rose", "the Vellmark Accords held"], []),
    (["the [Northern Rail Board/ORG] ( 2019 ) met", "in 2019 it met"], []),
    (["[Amara Okafor/PERSON] spoke"], [("Amara Okafor", "PERSON")]),
    (["for [US/LOC] 5 men"], [("US", "LOC")]),
    (["[Vellmark/LOC] rose", "a [Vellmark/DATE] day"], [("Vellmark", "DATE")]),
]


@pytest.mark.parametrize(("article", "found"), AGREEING + STAYING)
def test_names_of_one_article(article: list[str], found: list[tuple[str, str]]) -> None:
    assert names(*article)[-1] == found


@pytest.mark.parametrize(
    ("short", "words", "true"),
    [
        ("NRB", "Northern Rail Board", True),
        ("NRB", "Northern Board of Rail", True),  # one letter may be out of place
        ("MoH", "Ministry of Health", True),
        ("BRN", "Northern Rail Board", False),
        ("NXY", "Northern Rail Board", False),
        ("N", "Northern Rail Board", False),
    ],
)
def test_abbreviations(short: str, words: str, true: bool) -> None:
    assert abbreviates(short, tuple(words.split())) == true


@pytest.mark.parametrize(
    ("words", "spaced", "label", "end"),
    [
        ("Park Seo - yun spoke", False, "PERSON", 4),
        ("Kofi Adjei - Brown spoke", False, "PERSON", 4),
        ("Vell Co - Mandi rose", False, "ORG", 4),
        ("Park Seo - yun spoke", True, "PERSON", 2),
        ("Kofi Adjei - appointed board", False, "PERSON", 2),
        ("Vell Co - run mine", False, "ORG", 2),
    ],
)
def test_a_hyphenated_word_is_whole(words: str, spaced: bool, label: str, end: int) -> None:
    """The first two words were found; ``spaced`` is whether spaces stand around the hyphen."""
    assert whole(words.split(), [True, spaced, spaced, True, True], 2, label) == end


def test_nothing_changes_where_there_is_no_name() -> None:
    text, read = parse("the dam broke")
    assert agreed([text], [read]) == (read,)
    assert agreed([], []) == ()


WORDS = st.sampled_from(
    ["Okafor", "[Okafor/LOC]", "[Amara Okafor/PERSON]", "dam", "(", ")", "[Vell Co/ORG]", "VC"]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=4))
def test_tokens_stay_and_names_neither_overlap_nor_change_when_agreed_again(rows: list[list[str]]) -> None:
    texts, parses = zip(*(parse(" ".join(row)) for row in rows), strict=True)
    once = agreed(texts, parses)
    for before, after in zip(parses, once, strict=True):
        assert replace(after, entities=before.entities) == before
        ends = [0, *(name.end for name in after.entities)]
        assert all(end <= name.start for end, name in zip(ends, after.entities, strict=False))
        assert {(name.start, name.end) for name in before.entities} <= {
            (name.start, name.end) for name in after.entities
        }

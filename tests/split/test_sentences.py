"""Where sentences end, and where a full stop ends nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import split
from factcheck.records import Block, BlockKind, Span


def texts(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in split.sentences(builders.article(text))]


TWO = [
    "The mill closed. Workers left.",
    "He lives in the U.S. The firm left.",
    "It opened at 7 a.m. The vote began.",
    "She works for Orlen Inc. It grew fast.",
    "The tax rose by 3.5 percent. Shops closed.",
    "“It was wrong.” Then he left.",
    "Was it safe? Nobody knows.",
    "They won! The crowd sang.",
    "How could they?! The mayor resigned.",
    "It ended the older practices. the discussion around it grew",
    "Nobody had drawn the lines.Residents left.",
    "It “never stopped.”Officials disagreed.",
    "(The mill closed.) Workers left.",
    "That was plan B. The board agreed.",
    "It waited… Then it sank.",
    "He said it was «over». She left.",
    "Prices rose by 4%. 12 shops closed.",
    "It was signed on 3 Dec. The board met.",
    "The deal is off. “We tried,” said Vos.",
    "It was a hard line to hold\nfor the board. The vote\nwas late.",
    "Vos left in 2019. Lind came in 2020.",
    "Will it fail? asks nobody. Lind did not say.",
]

ONE = [
    "Mr. Cole met Sen. Dahl and Dr. Ruiz.",
    "J. K. Rowe wrote it with W. H. Alder.",
    "Ferry No. 5 sank off St. Brandt.",
    "The firm, Orlen Inc., grew by 3.5 percent.",
    "The U.S. embassy in the U.K. stayed open.",
    "It opened at 7 a.m. on Monday.",
    "“Are you sure?” Brandt asked.",
    "“Are you sure?” asked Ilse Brandt.",
    "“Stop!” the captain said.",
    "“We will … appeal,” she said.",
    "“We will ... appeal,” she said.",
    "It was signed on Dec. 3 and Jan. 4.",
    "See www.Example.org for the list of harbours.",
    "The e.g. clause and the i.e. clause stay.",
    "The vote\nwas held on\nMonday.",
    "1. The first point stands.",
    "A “safe. space” it is not.",
    "Version 2.0 of example.com is out.",
    "The rate was 3.5% vs. 4.1% in May.",
    "Gov. Lind, Rep. Dahl (who left) and Lt. Gov. Vos agreed.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    assert len(_one_block(text)) == 2


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert _one_block(text) == [text]


def _one_block(text: str) -> list[str]:
    """The sentences of the whole text as one block, so that a line break inside it counts for nothing."""
    article = builders.article(text)
    whole = replace(article, blocks=(Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    return [sentence.span.of(text) for sentence in split.sentences(whole)]


def test_a_quotation_of_several_sentences_is_split_inside() -> None:
    assert texts("“We will fight. We will appeal,” she said.") == [
        "“We will fight.",
        "We will appeal,” she said.",
    ]


def test_headlines_and_list_items_stay_whole_and_boilerplate_is_left_out() -> None:
    text = "Mill closes. Workers leave\nShare this. Like it.\nTwo facts. One item.\nThe end. Really."
    kinds = (BlockKind.HEADLINE, BlockKind.BOILERPLATE, BlockKind.LIST_ITEM, BlockKind.KEY_FACT)
    article = builders.article(text)
    blocks = tuple(replace(block, kind=kind) for block, kind in zip(article.blocks, kinds, strict=True))
    found = split.sentences(replace(article, blocks=blocks))
    assert [sentence.span.of(text) for sentence in found] == [
        "Mill closes. Workers leave",
        "Two facts. One item.",
        "The end.",
        "Really.",
    ]
    assert [(sentence.index, sentence.paragraph) for sentence in found] == [(0, 0), (1, 2), (2, 3), (3, 3)]


@given(st.text(alphabet="aB cé.!?…\"“”‘’'«» \n1,()-—", max_size=120))
def test_sentences_cover_every_word_in_order_and_never_overlap(text: str) -> None:
    found = split.sentences(builders.article(text))
    spans = [sentence.span for sentence in found]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [s.index for s in found] == list(range(len(found)))
    inside = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in inside for i, character in enumerate(text) if character.isalnum())

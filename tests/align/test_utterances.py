from __future__ import annotations

import builders
import pytest

from factcheck.align.utterances import mentions, utterance_alignments
from factcheck.records import AnalysedArticle, Fact, Kind, Matter, Quotation


def analysed(uri: str, words: str) -> AnalysedArticle:
    article = builders.article(f"“{words}” she said.", uri=uri)
    fact = Fact(Kind.QUOTE, builders.span(article.text, words), words, Quotation(words))
    return AnalysedArticle(article, (builders.claim(article, facts=(fact,)),))


SAID = "We will appeal this ruling before the summer"
ROWS = [
    (SAID, True),
    ("We will fight this ruling before the summer", True),
    ("We will appeal this ruling", True),
    ("The harbour is no place for a circus", False),
    ("We will see", False),
    ("Summer is a time for children", False),
]


@pytest.mark.parametrize(("words", "together"), ROWS)
def test_utterances(words: str, together: bool) -> None:
    left, right = analysed("s/a.txt", SAID), analysed("s/b.txt", words)
    found = utterance_alignments(left, right, mentions(left), mentions(right))
    assert bool(found) is together
    assert all(a.matter is Matter.QUOTATION and 0 < a.score <= 1 for a in found)


@pytest.mark.parametrize(("words", "counted"), [(SAID, 1), ("No deal", 0)])
def test_phrases_are_no_utterances(words: str, counted: int) -> None:
    assert len(mentions(analysed("s/a.txt", words))) == counted

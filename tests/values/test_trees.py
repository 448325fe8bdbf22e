"""What a cue governs, and who does what to whom, in plain sentences."""

from __future__ import annotations

import pytest
from builders import article, sentences, span
from parsing import parsed

from factcheck.records import Span
from factcheck.values.trees import Tree, predicate_of


def tree(text: str) -> Tree:
    [sentence] = parsed(article(text))
    return Tree(sentence)


@pytest.mark.parametrize(
    ("text", "cue", "stretch"),
    [
        ("The chief may resign this week.", "may", "resign this week"),
        ("The council expects to sell the mill.", "expects to", "sell the mill"),
        ("It is possible that the bridge will close.", "possible that", "the bridge will close"),
        ("The alleged thief of the coins ran away.", "alleged", "thief of the coins"),
        ("The board did not approve the merger.", "not", "approve the merger"),
        ("Nobody could say whether the bridge was safe.", "whether", "the bridge was safe"),
    ],
)
def test_governed(text: str, cue: str, stretch: str) -> None:
    found, _ = tree(text).governed(span(text, cue))
    assert found is not None
    assert found.of(text) == stretch


@pytest.mark.parametrize(
    ("text", "cue", "outside"),
    [
        ("The chief, who took bribes, may resign.", "may", "took"),
        ("The mill may close because sales fell.", "may", "fell"),
        ("The chief may resign, and the clerk left.", "may", "left"),
        ("The mill may close.", "may", "mill"),
    ],
)
def test_not_governed(text: str, cue: str, outside: str) -> None:
    found, _ = tree(text).governed(span(text, cue))
    assert found is not None
    assert not found.contains(span(text, outside))


@pytest.mark.parametrize(
    ("text", "verb", "subject", "affected"),
    [
        ("The court upheld the levy.", "upheld", "court", "levy"),
        ("The levy was upheld by the court.", "upheld", "court", "levy"),
        ("The levy was upheld.", "upheld", None, "levy"),
        ("Shares fell on Monday.", "fell", "Shares", None),
        ("The mayor refused to sign the bill.", "sign", "mayor", "bill"),
    ],
)
def test_arguments(text: str, verb: str, subject: str | None, affected: str | None) -> None:
    found = tree(text)
    at = found.at(span(text, verb).start)
    assert at is not None
    heads = found.arguments(at)
    assert tuple(head.of(text) if head else None for head in heads) == (subject, affected)


def test_the_predicate_of_a_claim_is_the_verb_of_its_slices() -> None:
    text = "The idea that the mill leaked is old."
    verb = predicate_of(tree(text), (span(text, "the mill leaked"),))
    assert verb is not None
    assert verb.span == span(text, "leaked")


def test_a_sentence_without_a_parse_governs_nothing() -> None:
    [sentence] = sentences(article("The mayor may resign."))
    assert Tree(sentence).governed(Span(10, 13)) == (None, None)
    assert predicate_of(Tree(sentence), (Span(0, 20),)) is None

from __future__ import annotations

import pytest

from factcheck.align.acts import act_at, lemma, listed_acts, verb_at


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ruled", "struck down", True),
        ("opened", "began", True),
        ("died", "killed", True),
        ("fined", "penalty", True),
        ("meeting", "met", True),
        ("sued", "lawsuit", True),
        ("opened", "closed", False),
        ("died", "injured", False),
        ("approved", "rejected", False),
        ("rose", "fell", False),
        ("bought", "sold", False),
        ("hired", "fired", False),
    ],
)
def test_acts(one: str, other: str, same: bool) -> None:
    acts = act_at(one.split(), 0), act_at(other.split(), 0)
    assert all(acts) and (acts[0] == acts[1]) is same
    assert set(acts) <= listed_acts()


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("the board met on", "met", "meet"),
        ("it plans to launch a ferry", "launch", "begin"),
        ("it has grounded planes", "grounded", "ground"),
        ("the talks in june", "talks", ""),
        ("took them to court in", "court", ""),
        ("the proposed deal was", "proposed", ""),
    ],
)
def test_verbs(text: str, word: str, verb: str) -> None:
    words = text.split()
    assert verb_at(words, words.index(word)) == verb


@pytest.mark.parametrize(
    ("one", "other"), [("stopped", "stopping"), ("carried", "carry"), ("drew", "drawing")]
)
def test_lemma(one: str, other: str) -> None:
    assert lemma(one)[:3] == lemma(other)[:3]

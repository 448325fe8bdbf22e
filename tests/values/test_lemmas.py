"""Words with their offsets, base forms and inflected forms."""

import pytest

from factcheck.values.lemmas import forms, lemma, tokens


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("approved", "approve"),
        ("took", "take"),
        ("planned", "plan"),
        ("carried", "carry"),
        ("closing", "close"),
        ("voted", "vote"),
        ("crowds", "crowd"),
        ("passed", "pass"),
        ("levy", "levy"),
    ],
)
def test_lemma(word: str, base: str) -> None:
    assert lemma(word) == base


@pytest.mark.parametrize(
    ("base", "some"),
    [
        ("drop", {"drop", "drops", "dropped", "dropping"}),
        ("strike down", {"strike down", "struck down", "striking down"}),
        ("acquit", {"acquitted"}),
        ("deny", {"denies", "denied", "denying"}),
        ("open", {"opened", "opening"}),
    ],
)
def test_forms(base: str, some: set[str]) -> None:
    assert some <= forms(base)


def test_tokens_keep_their_offsets_and_split_the_denial() -> None:
    text = "Žal didn’t, can't, won't — cannot."
    found = tokens(text, start=5)
    assert [token.word for token in found] == ["žal", "did", "n't", "ca", "n't", "wo", "n't", "can", "not"]
    assert all(text[token.start - 5 : token.end - 5] == token.text for token in found)

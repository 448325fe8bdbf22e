"""Stems, clauses and what makes two clauses speak of the same or of different things."""

import dataclasses
from pathlib import Path

import pytest
from builders import article, claim, span

from factcheck.compare import clauses
from factcheck.compare.clauses import Frame, Word
from factcheck.records import Claim

DATA = Path(clauses.__file__).parent


def read(text: str) -> Claim:
    return claim(article(text))


def around(text: str, predicate: str) -> tuple[tuple[Word, ...], Frame]:
    found = clauses.words(read(text))
    place = clauses.places(found, span(text, predicate))
    assert place is not None
    return found, clauses.frame(found, *place)


@pytest.mark.parametrize(
    "forms",
    [
        ("approve", "approves", "approved", "approving"),
        ("take", "took", "taken", "taking"),
        ("plan", "planned", "plans"),
        ("carry", "carries", "carried"),
        ("crowd", "crowds", "crowded"),
        ("focus", "focuses", "focused"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({clauses.stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("board", "boar"), ("price", "prince"), ("north", "south"), ("pass", "past")]
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert clauses.stem(one) != clauses.stem(other)


def test_words_of_slices_have_article_spans() -> None:
    text = "The board, which met in Ovel, approved it."
    whole = read(text)
    slices = (span(text, "The board"), span(text, "approved it"))
    cut = dataclasses.replace(whole, spans=slices, text="The board approved it")
    assert [word.span.of(text) for word in clauses.words(cut)] == ["The", "board", "approved", "it"]


def test_a_frame_ends_at_the_clause_and_borrows_a_missing_subject() -> None:
    assert around("The mayor left, but the board approved the merger, sources say", "approved")[1].bag == {
        clauses.stem("board"),
        clauses.stem("merger"),
    }
    assert clauses.stem("board") in around("The board met and approved the merger.", "approved")[1].before


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("The board approved the merger.", "On Monday the board approved a merger.", True),
        ("The levy was approved by the court.", "The court approved the levy.", True),
        ("The board approved the merger.", "The council approved the budget.", False),
        ("Sales approved in the north.", "Profits approved in the north.", False),
    ],
)
def test_same_clause(left: str, right: str, same: bool) -> None:
    assert clauses.same_clause(around(left, "approved")[1], around(right, "approved")[1]) is same


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("The board will approve it.", {"future"}),
        ("The board won't approve it.", {"future"}),
        ("If it rains, the board will approve it.", {"future", "if"}),
        ("Will the board approve it?", {"future", "question"}),
        ("Lind said the board would approve it.", {"future"}),
        ("The board would approve it.", {"would"}),
        ("The board is to approve it.", set()),
    ],
)
def test_modality(text: str, moods: set[str]) -> None:
    found, frame = around(text, "approve")
    assert clauses.modality(read(text), found, frame) == moods


def test_both_rooms_read_one_list_of_irregular_verbs() -> None:
    name = "data/polarity_irregular_verbs.csv"
    assert (DATA / name).read_bytes() == (DATA.parent / "values" / name).read_bytes()

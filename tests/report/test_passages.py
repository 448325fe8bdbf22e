"""Which stretches of two sentences are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
import report_builders as build
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records import Published, Side, Span
from factcheck.report.passages import MAX_COMPARED_CHARS, differing, evidence


def side(sentence: str, start: int = 0, end: int = 0, at: int = 100) -> Side:
    """The sentence ``at`` code points into its article, the evidence given relative to the sentence."""
    where = Span(at + start, at + end)
    return Side(
        "a.txt", "A", Published(), where, sentence[start:end], "", Span(at, at + len(sentence)), sentence
    )


def marks(passage) -> str:
    return "".join(f"[{text}]" if marked else text for text, marked in passage)


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        (side("The ferry left.", 4, 9), "The [ferry] left."),
        (side("The ferry left.", 0, 15), "[The ferry left.]"),
        (side("The ferry left.", 4, 40), "The [ferry left.]"),
        (side("The ferry left.", 40, 60), "The ferry left."),
        (side("Fähre 🚢 fuhr ab.", 6, 7), "Fähre [🚢] fuhr ab."),
        (replace(side("", 0, 0), quote="only the quote"), "[only the quote]"),
        (replace(side("", 0, 0), quote=""), ""),
    ],
)
def test_the_evidence_is_marked_in_its_sentence(subject, shown):
    assert marks(evidence(subject)) == shown


@pytest.mark.parametrize(
    ("left", "right", "shown_left", "shown_right"),
    [
        (
            "The ferry left on Monday.",
            "The ferry left on Friday.",
            "The ferry left on [Monday].",
            "The ferry left on [Friday].",
        ),
        (
            "A former acting director left.",
            "A former director left.",
            "A former [acting] director left.",
            "A former director left.",
        ),
        (
            "It cost 4,012 crowns.",
            "It cost 4,000 crowns.",
            "It cost [4,012] crowns.",
            "It cost [4,000] crowns.",
        ),
        (
            "The ferry was late again.",
            "The ferry may be late.",
            "The ferry [was] late [again].",
            "The ferry [may be] late.",
        ),
        ("The Ferry left.", "the ferry left.", "The Ferry left.", "the ferry left."),
        ("The same words.", "The same words.", "The same words.", "The same words."),
    ],
)
def test_differing_words_are_marked(left, right, shown_left, shown_right):
    found = differing(side(left), side(right))
    assert (marks(found[0]), marks(found[1])) == (shown_left, shown_right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nobody was hurt in the fire.", "Seven people went to hospital."),
        ("x " * MAX_COMPARED_CHARS, "The ferry left."),
        ("...", "!!!"),
    ],
)
def test_where_little_is_shared_the_evidence_is_marked_instead(left, right):
    assert marks(differing(side(left, 0, 3), side(right, 0, 3))[1]) == f"[{right[:3]}]{right[3:]}"


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_character_is_lost(left, right):
    found = differing(side(left), side(right))
    assert ["".join(text for text, _ in passage) for passage in found] == [left, right]


def test_every_finding_shows_its_quote():
    for found in build.ferry_story().findings:
        for shown in (found.left, found.right):
            assert f"[{shown.quote}]" in marks(evidence(shown))

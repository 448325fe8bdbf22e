"""The surest date and the best name win; a text file shows it line by line."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from factcheck.read.plain_text import read
from factcheck.records import PublishedHow

STORY = "The board of Ostermoor closed the quay on Tuesday. Chair Ilse Brandt said it was not safe.\n"

DATES = [
    ("a.txt", "Quay closes\nBy Ada Quill\nJune 3, 2025\n" + STORY, "2025-06-03", PublishedHow.BYLINE),
    ("a.txt", "Quay closes\nUpdated June 5, 2025\nJune 3, 2025\n" + STORY, "2025-06-03", PublishedHow.BYLINE),
    ("a.txt", "Quay closes\nUpdated June 5, 2025\n" + STORY, "2025-06-05", PublishedHow.BYLINE),
    ("a.txt", STORY + "Originally published on Post on 6/3/2025", "2025-06-03", PublishedHow.BYLINE),
    ("a.txt", "Quay closes\nKESSEL, June 3, 2025 — " + STORY, "2025-06-03", PublishedHow.DATELINE),
    ("2025-06-04.txt", "Quay closes\nKESSEL, June 3, 2025 — " + STORY, "2025-06-03", PublishedHow.DATELINE),
    ("2025-06-04.txt", "Quay closes\nKESSEL, June 3 — " + STORY, "2025-06-04", PublishedHow.FILE),
    ("a.txt", "Quay closes\nKESSEL, June 3 — " + STORY, "", PublishedHow.NONE),
    ("a.txt", "Quay closes\n" + STORY + "\nMay 1, 2025\n\n" + STORY, "", PublishedHow.NONE),
    ("a.txt", "Quay closes\n" + STORY.replace("Tuesday", "June 3, 2025"), "", PublishedHow.NONE),
    ("a.txt", "Quay closes\nJune 2025\n" + STORY, "2025-06-01/2025-06-30", PublishedHow.BYLINE),
]


@pytest.mark.parametrize(("name", "text", "published", "how"), DATES)
def test_the_surest_date_wins(name: str, text: str, published: str, how: PublishedHow) -> None:
    found = read(PurePosixPath(name), text.encode())
    assert (found.published.iso(), found.published.how) == (published, how)


def test_the_span_of_a_date_lies_in_the_text() -> None:
    text = "Quay closes\nby Lea FinkJune 3, 2025\n" + STORY
    found = read(PurePosixPath("a.txt"), text.encode())
    assert found.published.span is not None
    assert found.published.span.of(found.text) == "June 3, 2025"


OUTLETS = [
    ("Courier — News For The Coast\n\nQuay closes for two years\n\n" + STORY, "Courier"),
    ("Quay closes for two years\n\n" + STORY + "Originally published on Courier on 6/3/2025", "a"),
    ("Quay — closed for two years\n\n" + STORY, "a"),
    (STORY, "a"),
]


@pytest.mark.parametrize(("text", "outlet"), OUTLETS)
def test_outlets(text: str, outlet: str) -> None:
    assert read(PurePosixPath("story/a.txt"), text.encode()).outlet == outlet

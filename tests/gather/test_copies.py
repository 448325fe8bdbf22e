"""Copies are found whatever their layout; a rewrite of the same story is none."""

from __future__ import annotations

import pytest
from builders import article
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.gather.copies import copies, repeats
from factcheck.records import Copy

SENTENCES = [
    "The harbour board of Ostermoor voted on Tuesday to close the north quay for two years.",
    "Board chair Ilse Brandt said the piles under the quay had rusted through.",
    "Divers found holes in most of them when they went down in April.",
    "The ferry to Kessel will leave from the south quay until the work is done.",
    "Repairs are to cost 4 million crowns, of which the province pays half.",
    "The dockers' union called the closure a blow to the town and asked for talks.",
    "Work is to begin in June, once the board has chosen a builder.",
]
STORY = "\n".join(SENTENCES)

COPIES = [
    ("case", STORY.upper(), True),
    ("spacing", STORY.replace(" ", "  ").replace("\n", "\n\n"), True),
    ("one paragraph", " ".join(SENTENCES), True),
    ("quotation marks", STORY.replace("'", "’"), True),
    ("credit line", STORY + "\nThis report came from the Harbour Wire.", False),
    ("one word", STORY.replace("April", "March"), False),
]
REWRITES = [
    ("half of it", "\n".join(SENTENCES[:4])),
    (
        "other order and words",
        "\n".join(f"As was said, {s[0].lower()}{s[1:-1]}, they added." for s in SENTENCES[::-1]),
    ),
    ("every second word", " ".join(STORY.split()[::2])),
    ("two sentences exchanged", "\n".join([*SENTENCES[:4], *["Nobody lives on the quay these days."] * 3])),
    ("another story", "Two otters came to the zoo in Kessel on Friday and were fed fish."),
    ("nothing", ""),
]


@pytest.mark.parametrize(("text", "exact"), [row[1:] for row in COPIES], ids=[row[0] for row in COPIES])
def test_a_copy(text: str, exact: bool) -> None:
    pair = [article(STORY, uri="a.txt", day="2025-06-03"), article(text, uri="b.txt", day="2025-06-04")]
    assert copies(pair) == copies(pair[::-1]) == (Copy("b.txt", "a.txt", exact),)


@pytest.mark.parametrize("text", [row[1] for row in REWRITES], ids=[row[0] for row in REWRITES])
def test_a_rewrite_is_no_copy(text: str) -> None:
    assert copies([article(STORY, uri="a.txt"), article(text, uri="b.txt")]) == ()


def test_the_earliest_is_the_original_then_the_first_uri() -> None:
    three = [
        article(STORY, uri="a.txt", day="2025-06-05"),
        article(STORY, uri="b.txt", day=None),
        article(STORY, uri="c.txt", day="2025-06-03"),
    ]
    assert copies(three) == (Copy("a.txt", "c.txt", True), Copy("b.txt", "c.txt", True))
    assert copies([article(STORY, uri="b.txt"), article(STORY, uri="a.txt")]) == (
        Copy("b.txt", "a.txt", True),
    )


def test_empty_articles_are_no_copies_of_each_other() -> None:
    assert copies([article("", uri="a.txt"), article("", uri="b.txt")]) == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdefgh"), max_size=40))
def test_repeating_is_symmetric(left: list[str], right: list[str]) -> None:
    assert repeats(tuple(left), tuple(right)) is repeats(tuple(right), tuple(left))

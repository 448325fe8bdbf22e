"""Front matter is part of the text; its title is the headline where it stands there exactly."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from factcheck.read.markdown import read
from factcheck.records import Article, BlockKind

BODY = "\nThe quay closed on Friday. Brandt said\nit was not safe.\n"


def article(text: str) -> Article:
    return read(PurePosixPath("story/a.md"), text.encode())


def said(found: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.kind is kind]


FRONT = "---\ntitle: Quay closes\noutlet: Kessel Post\npublished: 2025-06-03\nstory: quay\nurl: https://a.example\n---\n"


def test_front_matter_names_outlet_date_and_headline() -> None:
    found = article(FRONT + BODY)
    assert found.text == FRONT + BODY
    assert (found.outlet, found.published.iso(), found.story_hint) == ("Kessel Post", "2025-06-03", "quay")
    assert found.url == "https://a.example"
    assert said(found, BlockKind.HEADLINE) == ["Quay closes"]
    assert said(found, BlockKind.PARAGRAPH) == ["The quay closed on Friday. Brandt said\nit was not safe."]


TITLES = [
    ("title: Quay closes", "Quay closes"),
    ('title: "Floods: quay closes"', "Floods: quay closes"),
    ("title: Floods: quay closes", "Floods: quay closes"),
    ("headline: 'Quay closes'", "Quay closes"),
    ("title: 'Brandt''s quay closes'", None),
    ("title:\n  Quay closes", None),
    ("title: [Quay, closes]", None),
    ("other: Quay closes", None),
]


@pytest.mark.parametrize(("line", "headline"), TITLES)
def test_the_title_is_found_only_where_it_stands_exactly(line: str, headline: str | None) -> None:
    found = article(f"---\n{line}\noutlet: Kessel Post\n---\n{BODY}")
    assert (found.headline.of(found.text) if found.headline else None) == headline
    assert found.outlet == "Kessel Post"


@pytest.mark.parametrize(
    "text", ["---\nThe quay closed.\n", "---\n\n---\nThe quay closed.\n", "The quay closed.\n"]
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    found = article(text)
    assert "front matter" not in [block.reason for block in found.blocks]
    assert said(found, BlockKind.PARAGRAPH) == ["The quay closed."]


def test_markers_stay_outside_the_blocks() -> None:
    found = article(
        "# Quay closes\n\n## What divers found\n\n> The piles had rusted.\n\n* It is *not* safe.\n"
    )
    assert [(b.kind, b.span.of(found.text)) for b in found.blocks] == [
        (BlockKind.HEADLINE, "Quay closes"),
        (BlockKind.HEADING, "What divers found"),
        (BlockKind.PARAGRAPH, "The piles had rusted."),
        (BlockKind.LIST_ITEM, "It is *not* safe."),
    ]


def test_a_repeated_title_counts_once() -> None:
    found = article(FRONT + "\n# Quay closes\n" + BODY)
    assert said(found, BlockKind.HEADLINE) == ["Quay closes"]
    assert [b.reason for b in found.blocks if b.span.of(found.text) == "Quay closes"] == [
        "",
        "repeated headline",
    ]


def test_metadata_outranks_a_date_line() -> None:
    found = article(FRONT + "\nMonday, June 2, 2025\n" + BODY)
    assert found.published.iso() == "2025-06-03"


def test_nested_yaml_does_not_stop_the_reader() -> None:
    deep = "x: " + "[" * 5_000
    assert article(f"---\ntitle: Quay closes\n{deep}\n---\n{BODY}").headline is not None

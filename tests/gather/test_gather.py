"""Folders, metadata or likeness make stories; each story knows its copies and dates its undated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from builders import article

from factcheck.errors import UsageError
from factcheck.gather import WAYS, stories
from factcheck.protocols import Vectors
from factcheck.records import Article, PublishedHow, Span

QUAY = "The board of Ostermoor closed the north quay.\nChair Ilse Brandt said the piles had rusted through."
ZOO = "Two otters came to the zoo in Kessel.\nKeeper Tom Verne said they were from Sarland and eat fish."


def headed(text: str, headline: str, **fields: str | None) -> Article:
    found = article(f"{headline}\n{text}", **fields)  # type: ignore[arg-type]
    return replace(found, headline=Span(0, len(headline)), blocks=found.blocks)


def ids(articles: Sequence[Article], story_by: str = "auto") -> dict[str, list[str]]:
    found = stories(articles, story_by=story_by, root_name="root")
    return {story.id: [a.uri for a in story.articles] for story in found}


def test_each_folder_is_a_story_and_the_top_is_the_root() -> None:
    uris = ["b.txt", "a.txt", "quay/a.txt", "zoo/north/a.txt", "quay/b.txt"]
    articles = [article(QUAY, uri=uri) for uri in uris]
    expected = {
        "quay": ["quay/a.txt", "quay/b.txt"],
        "root": ["a.txt", "b.txt"],
        "zoo/north": ["zoo/north/a.txt"],
    }
    assert ids(articles) == ids(articles[::-1]) == ids(articles, "folder") == expected
    assert list(ids(articles)) == sorted(expected)


def test_metadata_comes_before_the_folder_only_when_asked() -> None:
    articles = [replace(article(QUAY, uri="x/a.txt"), story_hint="quay"), article(QUAY, uri="x/b.txt")]
    assert ids(articles, "metadata") == {"quay": ["x/a.txt"], "x": ["x/b.txt"]}
    assert ids(articles) == {"x": ["x/a.txt", "x/b.txt"]}


def by_topic(texts: Sequence[str]) -> Vectors:
    """A stand-in for an encoder: one axis a topic."""
    rows = [[1.0, 0.0] if "quay" in text.lower() else [0.0, 1.0] for text in texts]
    return np.array(rows, dtype=np.float32)


def test_similarity_groups_a_mixed_folder() -> None:
    articles = [
        headed(QUAY, "Quay closes", uri="1.txt", day="2025-06-04"),
        headed(QUAY + "\nThe ferry moves.", "Ostermoor shuts quay", uri="2.txt", day="2025-06-03"),
        headed(ZOO, "Otters arrive", uri="3.txt", day="2025-06-03"),
        headed(QUAY, "Quay closes", uri="4.txt", day="2025-07-30"),
    ]
    for order in (articles, articles[::-1]):
        found = stories(order, story_by="similarity", root_name="root", vectors=by_topic)
        assert {s.id: [a.uri for a in s.articles] for s in found} == {
            "ostermoor-shuts-quay": ["1.txt", "2.txt"],
            "otters-arrive": ["3.txt"],
            "quay-closes": ["4.txt"],
        }


def test_the_same_topic_without_shared_names_is_another_story() -> None:
    other = "The council of Hartley opened a new quay.\nMayor Ada Quill cut the ribbon there."
    articles = [article(QUAY, uri="1.txt"), article(other, uri="2.txt")]
    assert len(stories(articles, story_by="similarity", root_name="root", vectors=by_topic)) == 2


def test_two_stories_with_one_headline_get_two_ids() -> None:
    articles = [
        headed(QUAY, "Update", uri="1.txt", day="2025-06-04"),
        headed(ZOO, "Update", uri="2.txt", day="2025-06-04"),
    ]
    found = stories(articles, story_by="similarity", root_name="root", vectors=by_topic)
    assert [story.id for story in found] == ["update", "update-2"]


@pytest.mark.parametrize("story_by", ["similarity", "chance"])
def test_a_way_that_cannot_be_gone(story_by: str) -> None:
    with pytest.raises(UsageError) as caught:
        stories([article(QUAY)], story_by=story_by, root_name="root")
    assert caught.value.hint
    assert "chance" not in WAYS


def test_a_story_knows_its_copies_and_dates_its_undated() -> None:
    articles = [
        article(QUAY, uri="q/a.txt", outlet="A", day="2025-06-03"),
        article(QUAY.upper(), uri="q/b.txt", outlet="B", day="2025-06-04"),
        article(ZOO, uri="q/c.txt", outlet="C", day=None),
    ]
    (story,) = stories(articles, root_name="root")
    assert [(copy.uri, copy.of, copy.exact) for copy in story.copies] == [("q/b.txt", "q/a.txt", True)]
    assert story.articles[2].published.how is PublishedHow.STORY


def test_nothing_makes_no_story() -> None:
    assert stories([], root_name="root") == ()
    assert stories([], story_by="similarity", root_name="root", vectors=by_topic) == ()

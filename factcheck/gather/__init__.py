"""Articles come in, the stories that they tell go out, each with its copies and its dates filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from factcheck.errors import UsageError
from factcheck.gather.candidates import with_candidates
from factcheck.gather.copies import copies
from factcheck.gather.dating import date_from_story
from factcheck.gather.origins import origin_groups, origins
from factcheck.gather.similarity import similar_groups, story_slug
from factcheck.protocols import Vectors
from factcheck.records import Article, Story

WAYS = ("auto", "folder", "metadata", "similarity")

__all__ = ["WAYS", "copies", "date_from_story", "origin_groups", "origins", "stories", "with_candidates"]


def stories(
    articles: Sequence[Article],
    *,
    story_by: str = "auto",
    root_name: str,
    vectors: Callable[[Sequence[str]], Vectors] | None = None,
) -> tuple[Story, ...]:
    """The stories told by ``articles``, sorted by id, their articles sorted by uri.

    ``vectors`` gives unit rows for texts; only "similarity" needs it. Raises UsageError for an
    unknown way, and where "similarity" is asked for without ``vectors``.
    """
    groups = _grouped(articles, story_by, root_name, vectors)
    return tuple(_story(story_id, groups[story_id]) for story_id in sorted(groups))


def _grouped(
    articles: Sequence[Article],
    story_by: str,
    root_name: str,
    vectors: Callable[[Sequence[str]], Vectors] | None,
) -> dict[str, list[Article]]:
    if story_by in ("auto", "folder"):
        return _by(articles, lambda article: folder_story(article, root_name))
    if story_by == "metadata":
        return _by(articles, lambda article: article.story_hint or folder_story(article, root_name))
    if story_by != "similarity":
        raise UsageError(f"--story-by {story_by}: unknown", f"give one of {', '.join(WAYS)}")
    if vectors is None:
        raise UsageError("--story-by similarity: no encoder is at hand", "choose an encoder, or use folder")
    return _named(similar_groups(articles, vectors))


def folder_story(article: Article, root_name: str) -> str:
    """The id of the folder that holds an article; the root's name at the top level."""
    folder = PurePosixPath(article.uri).parent.as_posix()
    return root_name if folder == "." else folder


def _by(articles: Sequence[Article], key: Callable[[Article], str]) -> dict[str, list[Article]]:
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[key(article)].append(article)
    return dict(groups)


def _named(groups: Sequence[tuple[Article, ...]]) -> dict[str, list[Article]]:
    """Each group under its slug; a slug that is taken gets a number."""
    named: dict[str, list[Article]] = {}
    for group in groups:
        slug, number = story_slug(group), 1
        while (story_id := slug if number == 1 else f"{slug}-{number}") in named:
            number += 1
        named[story_id] = list(group)
    return named


def _story(story_id: str, articles: Sequence[Article]) -> Story:
    dated = date_from_story(sorted(articles, key=lambda article: article.uri))
    return Story(story_id, dated, copies(dated))

"""Stories of references and candidate articles in, the stories with each candidate beside its sources out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np

from factcheck.gather.copies import copies
from factcheck.gather.dating import date_from_story
from factcheck.gather.similarity import lead
from factcheck.protocols import Vectors
from factcheck.records import Article, Story


def with_candidates(
    stories: Sequence[Story], candidates: Sequence[Article], encode: Callable[[Sequence[str]], Vectors]
) -> tuple[Story, ...]:
    """Each candidate joins the only story, else the one of its folder, else the most similar one."""
    if not stories:
        return ()
    joined: dict[str, list[Article]] = {story.id: [] for story in stories}
    for candidate in sorted(candidates, key=lambda article: article.uri):
        joined[_story_of(candidate, stories, encode)].append(candidate)
    return tuple(_joined(story, joined[story.id]) for story in stories if joined[story.id])


def _joined(story: Story, candidates: Sequence[Article]) -> Story:
    articles = date_from_story(sorted((*story.articles, *candidates), key=lambda article: article.uri))
    return replace(story, articles=articles, copies=copies(articles))


def _story_of(
    candidate: Article, stories: Sequence[Story], encode: Callable[[Sequence[str]], Vectors]
) -> str:
    if len(stories) == 1:
        return stories[0].id
    folder = PurePosixPath(candidate.uri).parent.name
    for story in stories:
        if folder and PurePosixPath(story.id).name == folder:
            return story.id
    leads = [lead(candidate)] + [lead(article) for story in stories for article in story.articles]
    vectors = encode(leads)
    owners = [story.id for story in stories for _ in story.articles]
    return owners[int(np.argmax(np.round(vectors[1:] @ vectors[0], 4)))]

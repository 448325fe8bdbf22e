"""Stories of references and candidate articles in, the stories with each candidate beside its sources out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np

from factcheck.protocols import Vectors
from factcheck.records import Article, BlockKind, Story

OPENING_BLOCKS = 4  # headline and first paragraphs tell which story it is


def with_candidates(
    stories: Sequence[Story], candidates: Sequence[Article], encode: Callable[[Sequence[str]], Vectors]
) -> tuple[Story, ...]:
    """Each candidate joins the only story, else the one of its folder, else the most similar one."""
    if not stories:
        return ()
    joined: dict[str, list[Article]] = {story.id: [] for story in stories}
    for candidate in sorted(candidates, key=lambda article: article.uri):
        joined[_story_of(candidate, stories, encode)].append(candidate)
    return tuple(
        replace(story, articles=tuple(sorted((*story.articles, *joined[story.id]), key=lambda a: a.uri)))
        for story in stories
        if joined[story.id]
    )


def _story_of(
    candidate: Article, stories: Sequence[Story], encode: Callable[[Sequence[str]], Vectors]
) -> str:
    if len(stories) == 1:
        return stories[0].id
    folder = PurePosixPath(candidate.uri).parent.name
    for story in stories:
        if folder and PurePosixPath(story.id).name == folder:
            return story.id
    openings = [_opening(candidate)] + [_opening(article) for story in stories for article in story.articles]
    vectors = encode(openings)
    owners = [story.id for story in stories for _ in story.articles]
    return owners[int(np.argmax(np.round(vectors[1:] @ vectors[0], 4)))]


def _opening(article: Article) -> str:
    told = [block for block in article.blocks if block.kind is not BlockKind.BOILERPLATE][:OPENING_BLOCKS]
    return " ".join(block.span.of(article.text) for block in told)

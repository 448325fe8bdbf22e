"""Articles with their sentences parsed by the shipped parser, which is loaded once a test run."""

from __future__ import annotations

from functools import cache

from factcheck import models, split
from factcheck.protocols import Parser
from factcheck.records import Article, Sentence


@cache
def shipped() -> Parser:
    return models.parser()


def parsed(article: Article) -> tuple[Sentence, ...]:
    """The article's sentences, each with its parse in the article's offsets."""
    return split.parsed(article, split.sentences(article), shipped())

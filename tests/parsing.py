"""Articles with their sentences parsed by the shipped parser, which is loaded once a test run."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from factcheck import models, split
from factcheck.protocols import Parser
from factcheck.records import Article, Sentence


@cache
def shipped() -> Parser:
    return models.parser()


def parsed(article: Article) -> tuple[Sentence, ...]:
    """The article's sentences, each with its parse in the article's offsets."""
    sentences = split.sentences(article)
    parses = shipped().parse([sentence.span.of(article.text) for sentence in sentences])
    return tuple(
        replace(sentence, parse=parse.shifted(sentence.span.start))
        for sentence, parse in zip(sentences, parses, strict=True)
    )

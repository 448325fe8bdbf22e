"""An article comes in; the words and sentences by which copies are recognised go out."""

from __future__ import annotations

import re
from datetime import datetime

from factcheck.records import Article, BlockKind

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")

LEAST_SENTENCE_WORDS = 6
FAR = datetime.max


def body(article: Article) -> tuple[str, ...]:
    """The text of every block that tells the story, headline left out, in order."""
    left_out = (BlockKind.BOILERPLATE, BlockKind.HEADLINE)
    return tuple(block.span.of(article.text) for block in article.blocks if block.kind not in left_out)


def words(article: Article) -> tuple[str, ...]:
    """The words of the body, case folded, without punctuation: bylines and layout do not count."""
    return tuple(word for part in body(article) for word in _WORD.findall(part.casefold()))


def sentences(article: Article) -> frozenset[str]:
    """The sentences of the body as folded words; short ones, which recur by chance, are left out."""
    parts = [piece for part in body(article) for piece in _STOP.split(part)]
    folded = [_WORD.findall(part.casefold()) for part in parts]
    return frozenset(" ".join(found) for found in folded if len(found) >= LEAST_SENTENCE_WORDS)


def earliest_first(article: Article) -> tuple[datetime, str]:
    """Sorting key: the earliest published first, undated ones last, ties by uri."""
    return (article.published.earliest or FAR, article.uri)

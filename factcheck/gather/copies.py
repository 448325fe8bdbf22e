"""The articles of a story come in; which of them repeat another, exactly or nearly, goes out."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.gather.wording import earliest_first, words
from factcheck.records import Article, Copy

SHINGLE_WORDS = 5
MIN_SHARED_SHINGLES = 0.9


def copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Every article that repeats an earlier one, sorted by uri; ``of`` is never a copy itself.

    Exact: the same words in the same order, whatever the case, spacing and byline. Near: nine tenths
    of the five-word shingles of each are in the other.
    """
    originals: list[Article] = []
    found: list[Copy] = []
    said = {article.uri: words(article) for article in articles}
    for article in sorted(articles, key=earliest_first):
        of = next((o for o in originals if repeats(said[article.uri], said[o.uri])), None)
        if of is None:
            originals.append(article)
        else:
            found.append(Copy(article.uri, of.uri, said[article.uri] == said[of.uri]))
    return tuple(sorted(found, key=lambda copy: copy.uri))


def repeats(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two word sequences are the same text, or nearly so. Symmetric."""
    if not left or not right:
        return False
    if left == right:
        return True
    if min(len(left), len(right)) < MIN_SHARED_SHINGLES * max(len(left), len(right)):
        return False
    a, b = shingles(left), shingles(right)
    return bool(a and b) and len(a & b) >= MIN_SHARED_SHINGLES * max(len(a), len(b))


def shingles(said: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Every run of five words."""
    return frozenset(said[i : i + SHINGLE_WORDS] for i in range(len(said) - SHINGLE_WORDS + 1))

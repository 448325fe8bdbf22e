"""Articles in, who is likely to have said it first out."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.records import Article, PublishedHow

_GUESSED = frozenset({PublishedHow.STORY, PublishedHow.OPTION, PublishedHow.NONE})


def likely_original(articles: Iterable[Article]) -> str:
    """The outlet that published first, by its own date; empty where dates are missing or tie."""
    dated = sorted(
        (article.published.earliest, article.published.latest, article.outlet)
        for article in articles
        if article.published.earliest and article.published.latest and article.published.how not in _GUESSED
    )
    if not dated or (len(dated) > 1 and dated[1][0] <= dated[0][1]):
        return ""
    return dated[0][2]

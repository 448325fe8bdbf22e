"""The articles of a story come in; those without a date go out with the story's, where that is safe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from factcheck.records import Article, Published, PublishedHow

LEAST_DATED_OUTLETS = 2
MOST_STORY_DAYS = 31
MARGIN = timedelta(days=14)


def date_from_story(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in their order; an undated one gets two weeks around the dated ones.

    Only where two other outlets are dated and all dates lie within 31 days: else it stays unknown.
    """
    published = _story_interval([article for article in articles if article.published.known])
    if published is None:
        return tuple(articles)
    return tuple(a if a.published.known else replace(a, published=published) for a in articles)


def _story_interval(dated: Sequence[Article]) -> Published | None:
    if len({article.outlet.casefold() for article in dated}) < LEAST_DATED_OUTLETS:
        return None
    first = min(article.published.earliest or datetime.max for article in dated)
    last = max(article.published.latest or datetime.min for article in dated)
    if (last.date() - first.date()).days > MOST_STORY_DAYS:
        return None
    return Published(_shifted(first, -MARGIN), _shifted(last, MARGIN), PublishedHow.STORY)


def _shifted(moment: datetime, by: timedelta) -> datetime:
    """``moment`` moved, no further than the calendar reaches."""
    try:
        return moment + by
    except OverflowError:
        return datetime.min if by < timedelta(0) else datetime.max

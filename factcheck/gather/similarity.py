"""Articles of a mixed folder come in; groups that tell one story go out, by meaning, names and week."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations

from factcheck.gather.wording import body, earliest_first
from factcheck.protocols import Vectors
from factcheck.records import Article

_ANCHOR = re.compile(r"(?<![.!?]\s)(?<!^)(?<![“\"])\b(?:[A-Z][\w’'-]{2,}|\d[\d,.]*\d)")
_WORD = re.compile(r"[a-z0-9]+")

MIN_COSINE = 0.5
SURE_COSINE = 0.75
LEAST_SHARED_ANCHORS = 3
MOST_DAYS_APART = 7
LEAD_BLOCKS = 3
MOST_LEAD_CHARS = 1_200
MOST_SLUG_WORDS = 8


def similar_groups(
    articles: Sequence[Article], vectors: Callable[[Sequence[str]], Vectors]
) -> tuple[tuple[Article, ...], ...]:
    """Groups of articles on one story, the earliest article first; ``vectors`` gives unit rows.

    An article joins a group only where it agrees with most of its members: a chain of pairs would
    run whole news weeks together.
    """
    ordered = sorted(articles, key=earliest_first)
    if not ordered:
        return ()
    rows = vectors([lead(article) for article in ordered])
    cosines = rows @ rows.T
    named = [anchors(article) for article in ordered]
    linked = {
        (i, j): _same_story(ordered[i], ordered[j], float(cosines[i, j]), len(named[i] & named[j]))
        for i, j in combinations(range(len(ordered)), 2)
    }
    groups: list[list[int]] = []
    for i in range(len(ordered)):
        home = max(groups, key=lambda group: _share(group, i, linked), default=None)
        if home is not None and _share(home, i, linked) > 0.5:
            home.append(i)
        else:
            groups.append([i])
    return tuple(tuple(ordered[i] for i in group) for group in groups)


def _share(group: list[int], i: int, linked: dict[tuple[int, int], bool]) -> float:
    return sum(linked[member, i] for member in group) / len(group)


def _same_story(left: Article, right: Article, cosine: float, shared: int) -> bool:
    if _days_apart(left, right) > MOST_DAYS_APART or cosine < MIN_COSINE:
        return False
    return shared >= LEAST_SHARED_ANCHORS or (cosine >= SURE_COSINE and shared >= 1)


def _days_apart(left: Article, right: Article) -> int:
    """Days between two publication intervals; none where one is unknown or they touch."""
    a, b = left.published, right.published
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return 0
    return max(0, (b.earliest.date() - a.latest.date()).days, (a.earliest.date() - b.latest.date()).days)


def lead(article: Article) -> str:
    """Headline and first paragraphs, which say what an article is about."""
    headline = article.headline.of(article.text) if article.headline else ""
    return "\n".join([headline, *body(article)[:LEAD_BLOCKS]])[:MOST_LEAD_CHARS]


def anchors(article: Article) -> frozenset[str]:
    """The names and figures of an article's body, case folded; sentence openings do not count."""
    return frozenset(found.casefold() for part in body(article) for found in _ANCHOR.findall(part))


def story_slug(group: Sequence[Article]) -> str:
    """An id for a group: the words of its earliest headline, joined by hyphens."""
    first = min(group, key=earliest_first)
    said = first.headline.of(first.text) if first.headline else first.uri.rsplit("/", 1)[-1].split(".")[0]
    return (
        "-".join(_WORD.findall(said.casefold().replace("'", "").replace("’", ""))[:MOST_SLUG_WORDS])
        or "story"
    )

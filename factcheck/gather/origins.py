"""Articles come in; which of them go back to one text, so that an echo has one vote, goes out."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.gather.copies import repeats
from factcheck.gather.wording import earliest_first, sentences, words
from factcheck.records import Article, Story

MIN_SHARED_SENTENCES = 0.6
LEAST_SHARED_SENTENCES = 2


def origins(stories: Sequence[Story]) -> dict[str, int]:
    """For every uri of all stories the number of its origin; numbers never cross stories."""
    found: dict[str, int] = {}
    for story in stories:
        offset = len(set(found.values()))
        groups = origin_groups(story.articles)
        found.update({uri: number + offset for uri, number in groups.items()})
    return found


def origin_groups(articles: Sequence[Article]) -> dict[str, int]:
    """For every uri the number of its origin, from 0 in order of publication, then uri.

    Articles have one origin where they are copies, or where three fifths of the sentences of the
    shorter one stand verbatim in the other; so do the articles that such a chain connects.
    """
    ordered = sorted(articles, key=earliest_first)
    said = {a.uri: words(a) for a in ordered}
    stated = {a.uri: sentences(a) for a in ordered}
    owner = {a.uri: a.uri for a in ordered}
    for i, left in enumerate(ordered):
        for right in ordered[i + 1 :]:
            one = repeats(said[left.uri], said[right.uri]) or _echoes(stated[left.uri], stated[right.uri])
            if one:
                _join(owner, left.uri, right.uri)
    return _numbered(owner)


def _echoes(left: frozenset[str], right: frozenset[str]) -> bool:
    shared = len(left & right)
    return shared >= LEAST_SHARED_SENTENCES and shared >= MIN_SHARED_SENTENCES * min(len(left), len(right))


def _join(owner: dict[str, str], left: str, right: str) -> None:
    kept, given_up = owner[left], owner[right]
    owner.update({uri: kept for uri, first in owner.items() if first == given_up})


def _numbered(owner: dict[str, str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for first in owner.values():
        numbers.setdefault(first, len(numbers))
    return {uri: numbers[owner[uri]] for uri in sorted(owner)}

"""Findings come in; the pairs of articles they lie between, sentence beside sentence, go out."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.records import Article, Finding, Role, Side, StoryReport
from factcheck.report.passages import Passage, differing


class Row(NamedTuple):
    left: Passage
    right: Passage
    findings: tuple[Finding, ...]  # on these two sentences


class ArticlePair(NamedTuple):
    left: Article
    right: Article
    rows: tuple[Row, ...]


def article_pairs(report: StoryReport) -> tuple[ArticlePair, ...]:
    """Pairs with findings, candidates on the left, else by uri; rows in the order of the left article."""
    by_uri = {article.uri: article for article in report.story.articles}
    grouped: dict[tuple[str, str], list[tuple[Side, Side, Finding]]] = {}
    for finding in report.findings:
        if finding.left.uri in by_uri and finding.right.uri in by_uri:
            left, right = _ordered(finding, by_uri)
            grouped.setdefault((left.uri, right.uri), []).append((left, right, finding))
    return tuple(
        ArticlePair(by_uri[left], by_uri[right], _rows(entries))
        for (left, right), entries in sorted(grouped.items())
    )


def _ordered(finding: Finding, by_uri: dict[str, Article]) -> tuple[Side, Side]:
    sides = sorted(
        (finding.left, finding.right),
        key=lambda side: (by_uri[side.uri].role is not Role.CANDIDATE, side.uri, side.sentence),
    )
    return sides[0], sides[1]


def _rows(entries: list[tuple[Side, Side, Finding]]) -> tuple[Row, ...]:
    """One row for each two sentences, whatever the number of findings on them."""
    found: dict[tuple[int, int, int, int], list[tuple[Side, Side, Finding]]] = {}
    for left, right, finding in entries:
        place = left.sentence.start, left.sentence.end, right.sentence.start, right.sentence.end
        found.setdefault(place, []).append((left, right, finding))
    return tuple(
        Row(*differing(same[0][0], same[0][1]), tuple(finding for *_, finding in same))
        for _, same in sorted(found.items())
    )

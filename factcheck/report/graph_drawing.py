"""A story's report comes in; its articles on a circle and the lines between them, in per cent, go out."""

from __future__ import annotations

from collections import Counter
from math import cos, pi, sin
from typing import NamedTuple

from factcheck.records import Article, Relation, StoryReport
from factcheck.report.page_words import counted_relation, listed

MAX_NODES = 24  # a larger circle can no longer be read; only articles in dispute are drawn then
LABEL_AT = 0.36  # share of the line: off the centre, where lines cross

Pair = tuple[str, str]


class Node(NamedTuple):
    number: int
    outlet: str
    uri: str
    x: float  # per cent of the drawing
    y: float
    name_dy: int  # pixels from the node to its name, on the side where no lines run


class Edge(NamedTuple):
    start: Node
    end: Node
    relation: Relation  # the gravest one
    label: str  # how many findings; empty where the two only agree
    words: str
    width: float
    x: float
    y: float


class Drawing(NamedTuple):
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    n_left_out: int


def drawing(report: StoryReport) -> Drawing:
    """Nodes sorted by uri from the top clockwise; edges sorted by their ends, the gravest drawn last."""
    counts = _counts(report)
    drawn = _drawn(report, counts)
    nodes = {
        article.uri: _node(number, article.outlet, article.uri, len(drawn))
        for number, article in enumerate(drawn)
    }
    edges = [
        _edge(nodes[a], nodes[b], found)
        for (a, b), found in sorted(counts.items())
        if a in nodes and b in nodes
    ]
    edges.sort(key=lambda edge: -edge.relation.rank)
    return Drawing(tuple(nodes.values()), tuple(edges), len(report.story.articles) - len(drawn))


def _drawn(report: StoryReport, counts: dict[Pair, Counter[Relation]]) -> tuple[Article, ...]:
    articles = report.story.articles
    if len(articles) <= MAX_NODES:
        return articles
    disputing = {uri for pair, found in counts.items() if set(found) - {Relation.AGREEMENT} for uri in pair}
    return tuple(article for article in articles if article.uri in disputing)[:MAX_NODES]


def _counts(report: StoryReport) -> dict[Pair, Counter[Relation]]:
    """Agreements come from the links, everything else from the findings."""
    counts: dict[Pair, Counter[Relation]] = {}
    told: list[tuple[str, str, Relation]] = [
        (link.left.uri, link.right.uri, link.relation)
        for link in report.links
        if link.relation is Relation.AGREEMENT
    ]
    told += [(finding.left.uri, finding.right.uri, finding.judgement.relation) for finding in report.findings]
    for left, right, relation in told:
        if left != right:
            counts.setdefault((min(left, right), max(left, right)), Counter())[relation] += 1
    return counts


def _node(number: int, outlet: str, uri: str, n_nodes: int) -> Node:
    angle = 2 * pi * number / n_nodes - (pi if n_nodes == 2 else pi / 2)
    x, y = round(50 + 36 * cos(angle), 2), round(50 + 36 * sin(angle), 2)
    return Node(number + 1, outlet, uri, x, y, -23 if y < 45 else 32)


def _edge(start: Node, end: Node, found: Counter[Relation]) -> Edge:
    gravest = min(found, key=lambda relation: relation.rank)
    words = listed([counted_relation(relation, found[relation]) for relation in Relation if found[relation]])
    n_findings = found.total() - found[Relation.AGREEMENT]
    return Edge(
        start,
        end,
        gravest,
        str(n_findings) if n_findings else "",
        words,
        min(1.5 + 0.5 * found[gravest], 5.0),
        round(start.x + LABEL_AT * (end.x - start.x), 2),
        round(start.y + LABEL_AT * (end.y - start.y), 2),
    )

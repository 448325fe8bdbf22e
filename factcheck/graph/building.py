"""A story's report in, its graph out: articles, claims and facts, and how they stand to each other."""

from __future__ import annotations

import networkx as nx

from factcheck.records import Claim, Finding, Relation, Side, StoryReport

EDGES = {
    Relation.AGREEMENT: "agrees",
    Relation.CONTRADICTION: "contradicts",
    Relation.DRIFT: "drifts",
    Relation.UPDATE: "updates",
    Relation.ADDITION: "adds",
}


def graph(reports: tuple[StoryReport, ...]) -> nx.MultiGraph[str]:
    """One multigraph of all stories.

    Nodes carry ``kind`` (article, claim, fact); edges carry ``relation``: states (article to claim, claim to
    fact), agrees, contradicts, drifts, updates, copy-of.
    """
    built: nx.MultiGraph[str] = nx.MultiGraph()
    for report in reports:
        _add_articles(built, report)
        _add_links(built, report)
        for finding in report.findings:
            _add_finding(built, finding)
    return built


def claim_node(claim: Claim) -> str:
    return f"{claim.uri}#" + ",".join(f"{span.start}-{span.end}" for span in claim.spans)


def fact_node(side: Side) -> str:
    return f"{side.uri}@{side.evidence.start}-{side.evidence.end}"


def _add_articles(built: nx.MultiGraph[str], report: StoryReport) -> None:
    for analysed in report.articles:
        article = analysed.article
        built.add_node(article.uri, kind="article", story=report.story.id, outlet=article.outlet)
        for claim in analysed.claims:
            built.add_node(claim_node(claim), kind="claim", story=report.story.id, text=claim.text)
            built.add_edge(article.uri, claim_node(claim), relation="states")
    for copy in report.story.copies:
        built.add_edge(copy.uri, copy.of, relation="copy-of")


def _add_links(built: nx.MultiGraph[str], report: StoryReport) -> None:
    for link in report.links:
        built.add_edge(
            claim_node(link.left), claim_node(link.right), relation=EDGES[link.relation], score=link.score
        )


def _add_finding(built: nx.MultiGraph[str], finding: Finding) -> None:
    for side in (finding.left, finding.right):
        built.add_node(fact_node(side), kind="fact", story=finding.story, value=side.value, text=side.quote)
        built.add_edge(side.uri, fact_node(side), relation="states")
    built.add_edge(
        fact_node(finding.left),
        fact_node(finding.right),
        relation=EDGES[finding.judgement.relation],
        finding=finding.id,
        confidence=finding.judgement.confidence,
    )

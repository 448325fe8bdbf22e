"""Who says what: every outlet on every side, the majority by origin, the outlier, the likely original."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import builders
import pytest

from factcheck.graph import disputes, graph, likely_original
from factcheck.records import (
    Alignment,
    AnalysedArticle,
    Article,
    Claim,
    Copy,
    Dispute,
    Fact,
    FactPair,
    Finding,
    Judgement,
    Kind,
    Link,
    Published,
    Quantity,
    Relation,
    Side,
    Story,
    StoryReport,
)


def told(outlet: str, jobs: int, day: str | None = "2025-12-10") -> tuple[Article, Claim]:
    article = builders.article(
        f"The mill will cut {jobs} jobs.", uri=f"s/{outlet}.txt", outlet=outlet, day=day
    )
    fact = Fact(
        Kind.NUMBER,
        builders.span(article.text, str(jobs)),
        str(jobs),
        Quantity(Decimal(jobs), "count", noun="job"),
    )
    return article, builders.claim(article, facts=(fact,))


def side(article: Article, claim: Claim) -> Side:
    fact = claim.facts[0]
    return Side(
        article.uri,
        article.outlet,
        article.published,
        fact.span,
        fact.text,
        fact.value.label,
        claim.sentence,
        claim.sentence_text,
    )


def built(*rows: tuple[Article, Claim]) -> tuple[list[Finding], list[Alignment], dict[str, Article]]:
    """Every pair aligned; different figures contradict."""
    found, aligned = [], []
    for i, (article, claim) in enumerate(rows):
        for other, theirs in rows[i + 1 :]:
            aligned.append(builders.alignment(claim, theirs, FactPair(claim.facts[0], theirs.facts[0], 0.9)))
            a, b = side(article, claim), side(other, theirs)
            if a.value != b.value:
                judged = Judgement(
                    Relation.CONTRADICTION, "different", "r", 0.9, a.evidence, b.evidence, a.value, b.value
                )
                name = f"FC-{len(found)}"
                found.append(Finding(name, "s", Kind.NUMBER, "quantities", judged, a, b, 0.9, ("w",)))
    return found, aligned, {article.uri: article for article, _ in rows}


def of(
    *rows: tuple[Article, Claim], origins: dict[str, int] | None = None, copies: tuple[Copy, ...] = ()
) -> Dispute:
    found, aligned, articles = built(*rows)
    alone = {uri: number for number, uri in enumerate(sorted(articles))}
    (dispute,) = disputes("s", found, aligned, articles, origins or alone, copies)
    return dispute


def test_one_matter_is_one_dispute_with_every_outlet() -> None:
    dispute = of(told("A", 340), told("B", 340), told("C", 430))
    assert [(p.value, p.outlets) for p in dispute.positions] == [("340", ("A", "B")), ("430", ("C",))]
    assert (dispute.majority, dispute.outlier) == ("340", "C")
    assert dispute.findings == ("FC-0", "FC-1")


def test_echoes_of_one_origin_are_no_majority() -> None:
    rows = told("A", 340), told("B", 340), told("C", 430)
    dispute = of(*rows, origins={"s/A.txt": 0, "s/B.txt": 0, "s/C.txt": 1})
    assert [position.origins for position in dispute.positions] == [1, 1]
    assert (dispute.majority, dispute.outlier) == ("", "")


def test_one_against_one_has_neither_majority_nor_outlier() -> None:
    dispute = of(told("A", 340), told("B", 430))
    assert (dispute.majority, dispute.outlier) == ("", "")


def test_a_folded_copy_is_listed_but_gets_no_vote() -> None:
    rows = told("A", 340), told("B", 430)
    found, aligned, articles = built(*rows)
    twin = dataclasses.replace(rows[0][0], uri="s/T.txt", outlet="T")
    articles["s/T.txt"] = twin
    copies = (Copy("s/T.txt", "s/A.txt", exact=True),)
    (dispute,) = disputes("s", found, aligned, articles, {"s/A.txt": 0, "s/T.txt": 0, "s/B.txt": 1}, copies)
    assert [(p.outlets, p.origins) for p in dispute.positions] == [(("A", "T"), 1), (("B",), 1)]


def test_without_findings_there_is_no_dispute() -> None:
    found, aligned, articles = built(told("A", 340), told("B", 340))
    assert disputes("s", found, aligned, articles, {}) == ()


@pytest.mark.parametrize(
    ("days", "original"),
    [
        (("2025-12-09", "2025-12-10"), "A"),
        (("2025-12-10", "2025-12-09"), "B"),
        (("2025-12-10", "2025-12-10"), ""),
        (("2025-12-10", None), "A"),
        ((None, None), ""),
    ],
)
def test_the_likely_original_published_first(days: tuple[str | None, str | None], original: str) -> None:
    rows = [told(outlet, 1, day)[0] for outlet, day in zip("AB", days, strict=True)]
    assert likely_original(rows) == original


def test_a_guessed_date_makes_no_original() -> None:
    article = dataclasses.replace(told("A", 1)[0], published=Published())
    assert likely_original([article]) == ""


def test_the_graph_joins_articles_claims_and_facts() -> None:
    rows = told("A", 340), told("B", 430)
    found, _, _ = built(*rows)
    analysed = tuple(AnalysedArticle(article, (claim,)) for article, claim in rows)
    links = (Link(rows[0][1], rows[1][1], Relation.CONTRADICTION, 0.9, ("w",)),)
    story = Story("s", tuple(article for article, _ in rows), (Copy("s/B.txt", "s/A.txt", exact=False),))
    drawn = graph((StoryReport(story, analysed, links, tuple(found), ()),))
    kinds = [kind for _, kind in drawn.nodes(data="kind")]
    assert sorted(kinds) == ["article", "article", "claim", "claim", "fact", "fact"]
    relations = sorted(relation for _, _, relation in drawn.edges(data="relation"))
    assert relations == ["contradicts", "contradicts", "copy-of", "states", "states", "states", "states"]


def moved_on(days: tuple[str | None, str | None]) -> Dispute:
    """A toll of 40 that an update holds against one of 12."""
    (one, early), (other, late) = told("A", 40, days[0]), told("B", 12, days[1])
    sides = side(one, early), side(other, late)
    judgement = Judgement(
        Relation.UPDATE,
        "different",
        "The figure moved.",
        0.9,
        sides[0].evidence,
        sides[1].evidence,
        "40",
        "12",
    )
    found = Finding("F-1", "s", Kind.NUMBER, "quantities", judgement, *sides, 0.9, ())
    return disputes("s", [found], [], {one.uri: one, other.uri: other}, {one.uri: 0, other.uri: 1})[0]


@pytest.mark.parametrize(
    ("days", "superseded"),
    [
        (("2025-12-09", "2025-12-10"), ["40"]),
        (("2025-12-10", "2025-12-09"), ["12"]),
        (("2025-12-10", "2025-12-10"), []),
        ((None, "2025-12-10"), []),
    ],
)
def test_only_a_dated_later_report_supersedes_a_value(
    days: tuple[str | None, str | None], superseded: list[str]
) -> None:
    positions = moved_on(days).positions
    assert [p.value.split(" ")[0] for p in positions if p.superseded] == superseded
    assert not positions[0].superseded

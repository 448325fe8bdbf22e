"""The timeline, the graph and the side by side: what stands where."""

from __future__ import annotations

from dataclasses import replace

import pytest
import report_builders as build

from factcheck.records import Dispute, Kind, Position, Relation, Story, StoryReport
from factcheck.report.graph_drawing import MAX_NODES, drawing
from factcheck.report.side_by_side import article_pairs
from factcheck.report.timeline import MAX_TICKS, MIN_WIDTH, axis


def dispute(*values: str, kind: Kind = Kind.TIME) -> Dispute:
    positions = tuple(Position(value, (f"Outlet {at}",), (), 1) for at, value in enumerate(values))
    return Dispute("D-1", "ferry", kind, Relation.CONTRADICTION, "When it began", positions, ())


@pytest.mark.parametrize(
    ("values", "n_bars"),
    [
        (("2020-09-01/2020-12-31", "2025-11-01/2025-11-30"), 2),
        (("2026-02-14", "2026-02-15", "2026-02-14T09:00"), 3),
        (("2026-02-14", "2026-02-15", "2020 END"), 2),
        (("0001-01-01", "9999-12-31"), 2),
        (("2026-02-14T09:00", "2026-02-14T09:00"), 2),
    ],
)
def test_disputed_dates_lie_on_one_axis(values, n_bars):
    found = axis(dispute(*values))
    assert found is not None
    assert len(found.bars) == n_bars
    for bar in found.bars:
        assert bar.width >= MIN_WIDTH
        assert bar.x >= 0
        assert bar.x + bar.width <= 100.01
    assert len(found.ticks) <= MAX_TICKS
    assert all(0 <= tick.x <= 100 for tick in found.ticks)


@pytest.mark.parametrize(
    "subject",
    [
        dispute("2020-09-01/2020-12-31"),
        dispute("2020-09-01", "soon"),
        dispute("P9D", "P9W"),
        dispute("2026-02-14", "2026-02-15", kind=Kind.NUMBER),
        dispute(),
    ],
)
def test_what_is_not_on_the_calendar_has_no_axis(subject):
    assert axis(subject) is None


def test_bars_stand_in_the_order_of_time():
    found = axis(dispute("2025-11-01/2025-11-30", "2020-09-01/2020-12-31"))
    assert found is not None
    assert found.bars[1].x < found.bars[0].x
    assert [tick.words for tick in found.ticks] == ["2022", "2024", "2026"]


def test_the_graph_counts_findings_and_agreements():
    found = drawing(build.ferry_story())
    assert [node.outlet for node in found.nodes] == [
        "Harbour Post",
        "Quay Courier",
        "Island Wire",
        "The Tern",
    ]
    told = {
        (edge.start.outlet, edge.end.outlet): (edge.relation, edge.label, edge.words) for edge in found.edges
    }
    assert told == {
        ("Harbour Post", "The Tern"): (Relation.CONTRADICTION, "3", "2 contradictions and 1 update"),
        ("Quay Courier", "The Tern"): (Relation.DRIFT, "1", "1 drift and 1 agreement"),
        ("Harbour Post", "Quay Courier"): (Relation.AGREEMENT, "", "1 agreement"),
    }
    assert found.edges[-1].relation is Relation.CONTRADICTION


@pytest.mark.parametrize("n_articles", [1, 2, 3, MAX_NODES])
def test_nodes_lie_apart_and_inside(n_articles):
    articles = tuple(build.article("A line.", f"s/{at:02}.txt", f"Outlet {at}") for at in range(n_articles))
    nodes = drawing(StoryReport(Story("s", articles), (), (), (), ())).nodes
    assert len({(node.x, node.y) for node in nodes}) == n_articles
    assert all(5 < node.x < 95 and 5 < node.y < 95 for node in nodes)


def test_a_crowded_graph_draws_the_articles_in_dispute():
    story = build.ferry_story()
    crowd = tuple(build.article("A line.", f"ferry/x{at:02}.txt", f"Outlet {at}") for at in range(MAX_NODES))
    found = drawing(replace(story, story=replace(story.story, articles=(*story.story.articles, *crowd))))
    assert [node.outlet for node in found.nodes] == ["Harbour Post", "Quay Courier", "The Tern"]
    assert found.n_left_out == MAX_NODES + 1


def test_the_candidate_stands_on_the_left():
    pairs = article_pairs(build.ferry_story())
    assert [(pair.left.outlet, pair.right.outlet, len(pair.rows)) for pair in pairs] == [
        ("The Tern", "Harbour Post", 3),
        ("The Tern", "Quay Courier", 1),
    ]


def test_findings_on_the_same_sentences_share_a_row():
    story = build.ferry_story()
    twice = replace(story, findings=(story.findings[0], replace(story.findings[0], id="FC-TWIN")))
    ((row,),) = [pair.rows for pair in article_pairs(twice)]
    assert [found.id for found in row.findings] == ["FC-7QK2M9XW4BTD", "FC-TWIN"]


def test_a_finding_within_one_article_is_a_pair_too():
    story = build.ferry_story()
    harbour = story.story.articles[0]
    late, early = build.side(harbour, "more than 4,000", "4000"), build.side(harbour, "By late 2020", "2020")
    found = build.finding("FC-SELF", Kind.NUMBER, Relation.CONTRADICTION, "It says both.", late, early)
    (pair,) = article_pairs(replace(story, findings=(found,)))
    assert (pair.left.uri, pair.right.uri) == (harbour.uri, harbour.uri)
    assert "".join(text for text, _ in pair.rows[0].left).startswith("By late 2020")

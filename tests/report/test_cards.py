"""Cards: one a matter, led by its strongest finding, in words that an editor reads once."""

from __future__ import annotations

from dataclasses import replace

import pytest
import report_builders as build

from factcheck.records import Dispute, Finding, Kind, Position, Relation
from factcheck.report.cards import cards, later, position_words, read_as, standing

TERN = "The Tern"


def held(value: str, *outlets: str, quotes: tuple[str, ...] = (), origins: int = 1) -> Position:
    side = build.pier_story().findings[0].left
    return Position(value, outlets, tuple(replace(side, quote=quote) for quote in quotes), origins)


def disputed(
    *positions: Position, kind: Kind = Kind.NUMBER, majority: str = "", outlier: str = ""
) -> Dispute:
    return Dispute("D-9", "pier", kind, Relation.CONTRADICTION, "x", positions, (), majority, outlier)


def test_cards_are_led_by_the_strongest_finding():
    shown = cards(build.report(build.pier_story()))
    assert [card.lead.finding.id for card in shown] == ["FC-P1", "FC-P4"]
    assert [[other.finding.id for other in card.others] for card in shown] == [["FC-P2", "FC-P3"], []]


def test_the_order_of_findings_in_the_dispute_changes_nothing():
    story = build.pier_story()
    (dispute,) = story.disputes
    turned = replace(story, disputes=(replace(dispute, findings=dispute.findings[::-1]),))
    assert cards(build.report(turned)) == cards(build.report(story))


def test_a_graver_finding_leads_wherever_it_stands():
    story = build.pier_story()
    turned = replace(story, findings=story.findings[::-1])
    assert cards(build.report(turned))[0].lead.relation is Relation.CONTRADICTION


def test_without_disputes_every_finding_has_its_card():
    story = replace(build.pier_story(), disputes=())
    assert [len(card.others) for card in cards(build.report(story))] == [0, 0, 0, 0]


def test_positions_are_listed_where_three_outlets_speak():
    many, alone = cards(build.report(build.pier_story()))
    assert [(p.words, p.outlets, p.standing, p.note) for p in many.positions] == [
        ("34", ("Bay Mirror", "Coast Daily", "Ebb Weekly"), "majority", "2 independent sources"),
        ("43", ("Dune Radio",), "outlier", ""),
    ]
    assert many.original == "Bay Mirror"
    assert alone.positions == ()


@pytest.mark.parametrize(
    ("ids", "between"),
    [
        (("FC-P1", "FC-P2"), "between other outlets"),
        (("FC-P1", "FC-P5"), "in other passages"),
    ],
)
def test_what_sets_the_others_apart(ids, between):
    story = build.pier_story()
    again = replace(story.findings[0], id="FC-P5")
    dispute = replace(story.disputes[0], findings=ids)
    found = tuple(f for f in (*story.findings, again) if f.id in ids)
    (card,) = cards(build.report(replace(story, findings=found, disputes=(dispute,))))
    assert card.between == between


def test_a_reason_is_given_once():
    story = build.pier_story()
    twice = replace(story.findings[0], why=("similarity 0.90", "similarity 0.95", "shared words 0.10"))
    card = cards(build.report(replace(story, findings=(twice,), disputes=())))[0]
    assert card.lead.why == ("Their meanings are very close.", "Few of their words are the same.")


@pytest.mark.parametrize(
    ("quote", "value", "kind", "words"),
    [
        ("Fourteen", "14", Kind.NUMBER, "14"),
        ("12 miles", "19312.128 m", Kind.NUMBER, "19.31 kilometres"),
        ("in November", "2025-11-01/2025-11-30", Kind.TIME, "November 2025"),
        ("went", "stated", Kind.HEDGE, "stated as fact"),
        ("4,012", "4012", Kind.NUMBER, ""),
        ("NOVEMBER  2025", "2025-11-01/2025-11-30", Kind.TIME, ""),
        ("did not open", "not open", Kind.POLARITY, ""),
        ("", "", Kind.TIME, ""),
    ],
)
def test_the_value_is_shown_where_it_says_more_than_the_words(quote, value, kind, words):
    assert read_as(quote, value, kind) == words


@pytest.mark.parametrize(
    ("kind", "value", "quotes", "words", "quoted"),
    [
        (Kind.NUMBER, "19312.128 m", ("12 miles", "12  Miles"), "12 miles", True),
        (Kind.NUMBER, "34", ("34",), "34", False),
        (Kind.NUMBER, "34", ("34", "thirty-four"), "34", False),
        (Kind.NUMBER, "4012", (), "4,012", False),
        (Kind.POLARITY, "not open", ("did not open", "never opened"), "did not open", True),
        (Kind.TIME, "2025-11-01/2025-11-30", ("last month",), "November 2025", False),
        (Kind.QUOTE, "We will go", ("We will go",), "We will go", True),
    ],
)
def test_a_position_is_told_as_written_or_as_read(kind, value, quotes, words, quoted):
    assert position_words(held(value, "A", quotes=quotes), kind) == (words, quoted)


@pytest.mark.parametrize(
    ("quotes", "words"),
    [
        (("12 miles", "19 kilometres"), ["12 miles", "19 kilometres"]),
        (("12 miles", "19,000"), ["19,312", "19,000"]),
    ],
)
def test_positions_of_one_matter_are_told_alike(quotes, words):
    story = build.pier_story()
    positions = (
        held("19312", "A", "B", quotes=quotes[:1]),
        held("19000", "C", quotes=quotes[1:]),
    )
    dispute = replace(story.disputes[0], positions=positions)
    card = cards(build.report(replace(story, disputes=(dispute,))))[0]
    assert [position.words for position in card.positions] == words


@pytest.mark.parametrize(
    ("positions", "outlier", "expected"),
    [
        ((held("34", "A", "B"), held("43", "C")), "C", ["majority", "outlier"]),
        ((held("34", "A", "B"), held("43", "C", "D")), "C, D", ["majority", "outlier"]),
        ((held("34", "A", "B"), held("43", "C")), "", ["majority", ""]),
        ((held("34", "A", "B"), held("43", "A")), "A", ["majority", ""]),
    ],
)
def test_how_a_position_stands(positions, outlier, expected):
    dispute = disputed(*positions, majority="34", outlier=outlier)
    assert [standing(position, dispute) for position in positions] == expected


def published(left: str | None, right: str | None, kind: Kind) -> Finding:
    harbour = build.article(build.HARBOUR, "ferry/h.txt", "Harbour Post", left)
    tern = build.article(build.TERN, "ferry/t.txt", TERN, right)
    sides = build.side(harbour, "By late 2020", "2020"), build.side(tern, "in November", "2025")
    return build.finding("FC-0", kind, Relation.CONTRADICTION, "They differ.", *sides)


@pytest.mark.parametrize(
    ("left", "right", "kind", "outlet"),
    [
        ("2025-12-08", "2025-12-10", Kind.TIME, TERN),
        ("2025-12-10", "2025-12-08", Kind.TIME, "Harbour Post"),
        ("2025-12-08", "2025-12-10", Kind.NUMBER, TERN),
        ("2025-12-08", "2025-12-10", Kind.STATUS, TERN),
        ("2025-12-08", "2025-12-10", Kind.SPEAKER, ""),
        ("2025-12-08", "2025-12-10", Kind.QUOTE, ""),
        ("2025-12-08", "2025-12-10", Kind.TITLE, ""),
        ("2025-12-10", "2025-12-10", Kind.TIME, ""),
        ("2025-12-10", None, Kind.TIME, ""),
        (None, None, Kind.TIME, ""),
    ],
)
def test_a_later_publication_could_be_an_update(left, right, kind, outlet):
    assert later(published(left, right, kind)) == outlet


def test_an_update_or_a_self_contradiction_is_not_explained_by_dates():
    update = build.ferry_story().findings[3]
    contradiction = build.ferry_story().findings[0]
    itself = replace(contradiction, right=replace(contradiction.right, uri=contradiction.left.uri))
    assert later(contradiction) == TERN
    assert later(update) == ""
    assert later(itself) == ""

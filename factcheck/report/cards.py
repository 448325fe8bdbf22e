"""A report comes in; its cards for editors go out: one a matter, led by its strongest finding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.records import Article, Dispute, Finding, Kind, Position, Relation, Report, Side
from factcheck.report.clean_text import link_target, without_controls
from factcheck.report.page_words import (
    counted,
    cut,
    kind_words,
    published_words,
    reason_words,
    same_words,
    value_words,
)
from factcheck.report.passages import Passage, evidence
from factcheck.report.ranking import Disagreement, disagreements

MIN_OUTLETS = 3  # with two outlets, the two passages side by side say who says what


class SideView(NamedTuple):
    side: Side
    passage: Passage
    published: str
    value: str  # empty where it says no more than the words that were marked
    url: str
    role: str


class FindingView(NamedTuple):
    finding: Finding
    relation: Relation
    sides: tuple[SideView, ...]
    confidence: str
    later: str  # who published later, where that may explain the difference
    why: tuple[str, ...]
    outlets: tuple[str, ...]


class PositionView(NamedTuple):
    words: str
    quoted: bool  # the words stand in the articles
    outlets: tuple[str, ...]
    standing: str  # "majority", "outlier" or nothing
    note: str


class Card(NamedTuple):
    lead: FindingView
    others: tuple[FindingView, ...]
    between: str  # what sets the others apart from the lead
    positions: tuple[PositionView, ...]
    original: str


def cards(report: Report) -> tuple[Card, ...]:
    """In the order in which an editor should read them."""
    articles = {article.uri: article for story in report.stories for article in story.story.articles}
    return tuple(_card(same, articles) for same in disagreements(report))


def _card(same: Disagreement, articles: Mapping[str, Article]) -> Card:
    lead, *others = (_finding_view(finding, articles) for finding in same.findings)
    dispute = same.dispute
    elsewhere = any(set(other.outlets) != set(lead.outlets) for other in others)
    return Card(
        lead,
        tuple(others),
        "between other outlets" if elsewhere else "in other passages",
        _positions(dispute) if dispute else (),
        dispute.likely_original if dispute else "",
    )


# ---------------------------------------------------------------------------- findings


def _finding_view(finding: Finding, articles: Mapping[str, Article]) -> FindingView:
    both = finding.left, finding.right
    return FindingView(
        finding,
        finding.judgement.relation,
        tuple(_side_view(side, finding.kind, articles.get(side.uri)) for side in both),
        f"{finding.judgement.confidence:.0%}",
        later(finding),
        tuple(dict.fromkeys(map(reason_words, finding.why))),
        tuple(dict.fromkeys(without_controls(side.outlet) for side in both)),
    )


def _side_view(side: Side, kind: Kind, article: Article | None) -> SideView:
    return SideView(
        side,
        evidence(side),
        published_words(side.published),
        read_as(side.quote, side.value, kind),
        link_target(article.url) if article else "",
        str(article.role) if article else "",
    )


def read_as(quote: str, value: str, kind: Kind) -> str:
    """The value in words; nothing where it repeats the quote or is a code that tells an editor nothing."""
    words = value_words(value, kind)
    return words if kind_words()[kind].value_shown and not same_words(words, quote) else ""


def later(finding: Finding) -> str:
    """The outlet that surely published later, where time can change the fact; else nothing."""
    if not kind_words()[finding.kind].may_change or finding.left.uri == finding.right.uri:
        return ""
    if finding.judgement.relation is Relation.UPDATE:  # says so already
        return ""
    for early, late in ((finding.left, finding.right), (finding.right, finding.left)):
        last, first = early.published.latest, late.published.earliest
        if last and first and last < first:
            return late.outlet
    return ""


# ---------------------------------------------------------------------------- positions


def _positions(dispute: Dispute) -> tuple[PositionView, ...]:
    """All positions in the articles' own words or all as values, so that they can be compared at a glance."""
    outlets = {outlet for position in dispute.positions for outlet in position.outlets}
    if len(outlets) < MIN_OUTLETS:
        return ()
    told = [position_words(position, dispute.kind) for position in dispute.positions]
    if kind_words()[dispute.kind].value_shown and not all(quoted for _, quoted in told):
        told = [(value_words(position.value, dispute.kind), False) for position in dispute.positions]
    return tuple(
        PositionView(cut(words), quoted, position.outlets, standing(position, dispute), _note(position))
        for (words, quoted), position in zip(told, dispute.positions, strict=True)
    )


def position_words(position: Position, kind: Kind) -> tuple[str, bool]:
    """The value in words, or what was written where that says it better; whether it was written so."""
    quotes = [side.quote for side in position.sides if side.quote]
    value, shown = value_words(position.value, kind), kind_words()[kind]
    alike = bool(quotes) and all(same_words(quote, quotes[0]) for quote in quotes)
    if quotes and shown.in_words and (alike or not shown.value_shown) and not same_words(quotes[0], value):
        return quotes[0], True
    return value, kind is Kind.QUOTE


def standing(position: Position, dispute: Dispute) -> str:
    """``outlier``, ``majority`` or nothing; an outlet that says both is not alone against the others."""
    if dispute.outlier and dispute.outlier == ", ".join(position.outlets):
        elsewhere = {o for other in dispute.positions if other is not position for o in other.outlets}
        return "" if elsewhere & set(position.outlets) else "outlier"
    return "majority" if dispute.majority and position.value == dispute.majority else ""


def _note(position: Position) -> str:
    told = ["superseded by a later report"] if position.superseded else []
    return ", ".join([*told, *([origins] if (origins := _origins(position)) else [])])


def _origins(position: Position) -> str:
    """Outlets that repeat one another are no independent witnesses, and an editor should know."""
    if not 0 < position.origins < len(position.outlets):
        return ""
    return counted(position.origins, "independent source", "independent sources")

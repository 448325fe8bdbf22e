"""A report comes in; report.html goes out: one file for editors that asks the network for nothing.

Everything an article wrote is escaped by the template. The style and the script are the only inline code,
and the page's content security policy names both by their checksum.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from factcheck.records import (
    AnalysedArticle,
    Article,
    Dispute,
    Finding,
    Kind,
    NotCompared,
    Position,
    Relation,
    Report,
    Side,
    Skipped,
    StoryReport,
)
from factcheck.report import graph_drawing, page_words, side_by_side, timeline
from factcheck.report.clean_text import without_controls
from factcheck.report.passages import Passage, evidence
from factcheck.report.ranking import GRAVITY, ranked

if TYPE_CHECKING:
    from jinja2 import Template

name = "html"
FILE_NAME = "report.html"
URL_SCHEMES = ("http", "https")
MAX_SILENT_OUTLETS = 8  # a wider table shows only the outlets that take part in a dispute

_SPACE_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")
_UNSAFE_IN_SCRIPT = re.compile("[<>&'\u2028\u2029\ud800-\udfff]")


def render(report: Report) -> dict[str, bytes]:
    """``report.html`` alone, UTF-8, readable without JavaScript."""
    from markupsafe import Markup

    style, script = _text("page.css"), _text("page.js")
    html = _template().render(
        report=report,
        policy=_policy(style, script),
        # The three are our own files, and the data has passed the serialiser: nothing here is an article's.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        icons=Markup(_text("icons.svg")),  # noqa: S704
        data=Markup(script_data({"findings": [without_controls(f.id) for f in ranked(report)]})),  # noqa: S704
        verdict=_verdict(report),
        cards=_cards(report),
        stories=tuple(map(_story_view, report.stories)),
        relations=[(r, page_words.relation_words()[r]) for r in GRAVITY],
        kinds=page_words.kind_words(),
    )
    return {FILE_NAME: without_controls(html).encode()}


def script_data(value: object) -> str:
    """``value`` as JSON that no HTML parser can take for markup, wherever in a script it stands."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _UNSAFE_IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def link_target(url: str) -> str:
    """``url`` where it is an absolute web address, else nothing: an article's own link may be a script."""
    if _SPACE_OR_CONTROL.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in URL_SCHEMES and parts.hostname else ""


# ---------------------------------------------------------------------------- the page


@cache
def _text(file_name: str) -> str:
    return files("factcheck.report").joinpath("templates", file_name).read_text("utf-8").strip()


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        loader=PackageLoader("factcheck.report", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"fragment": lambda text: quote(without_controls(text), safe="")}
    return environment.get_template("page.html")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_checksum(style)}'; script-src '{_checksum(script)}'; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _checksum(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


# ---------------------------------------------------------------------------- the verdict


class Verdict(NamedTuple):
    tone: str  # the gravest relation found, or "silent"
    sentence: str
    compared: str
    counts: tuple[tuple[Relation, int], ...]
    incomplete: tuple[Skipped, ...]


def _verdict(report: Report) -> Verdict:
    counts = Counter(finding.judgement.relation for finding in report.findings)
    found = tuple((relation, counts[relation]) for relation in GRAVITY if counts[relation])
    tone = str(found[0][0]) if found else "silent"
    incomplete = tuple(skipped for skipped in report.skipped if skipped.incomplete)
    return Verdict(tone, _verdict_sentence(report, found), _compared(report), found, incomplete)


def _verdict_sentence(report: Report, found: tuple[tuple[Relation, int], ...]) -> str:
    articles = page_words.counted(_n_articles(report), "article", "articles")
    among = f"among {articles} in {page_words.counted(len(report.stories), 'story', 'stories')}"
    if not _n_articles(report):
        return "No article was read, so nothing was compared"
    if not found:
        return f"No disagreement found {among}"
    return f"{page_words.listed([page_words.counted_relation(*entry) for entry in found])} {among}"


def _compared(report: Report) -> str:
    n_links = sum(len(story.links) for story in report.stories)
    agreeing = sum(link.relation is Relation.AGREEMENT for story in report.stories for link in story.links)
    if not n_links:
        return "No two passages were taken to be on the same matter."
    pairs = page_words.counted(n_links, "pair of passages", "pairs of passages")
    return f"Compared: {pairs} on the same matter, {agreeing:,} of them in agreement."


def _n_articles(report: Report) -> int:
    return sum(len(story.story.articles) for story in report.stories)


# ---------------------------------------------------------------------------- cards


class SideView(NamedTuple):
    side: Side
    passage: Passage
    published: str
    value: str
    url: str
    role: str


class Card(NamedTuple):
    finding: Finding
    relation: Relation
    sides: tuple[SideView, ...]
    confidence: str
    later: str  # who published later, where that may explain the difference
    standing: str  # how the other outlets stand
    outlets: tuple[str, ...]


def _cards(report: Report) -> tuple[Card, ...]:
    articles = {article.uri: article for story in report.stories for article in story.story.articles}
    dispute_of = {found: dispute for dispute in report.disputes for found in dispute.findings}
    return tuple(_card(finding, articles, dispute_of.get(finding.id)) for finding in ranked(report))


def _card(finding: Finding, articles: Mapping[str, Article], dispute: Dispute | None) -> Card:
    sides = tuple(
        _side_view(side, finding.kind, articles.get(side.uri)) for side in (finding.left, finding.right)
    )
    return Card(
        finding,
        finding.judgement.relation,
        sides,
        f"{finding.judgement.confidence:.0%}",
        _later(finding),
        _standing(dispute) if dispute else "",
        tuple(dict.fromkeys(without_controls(side.outlet) for side in (finding.left, finding.right))),
    )


def _side_view(side: Side, kind: Kind, article: Article | None) -> SideView:
    return SideView(
        side,
        evidence(side),
        page_words.published_words(side.published),
        page_words.value_words(side.value, kind),
        link_target(article.url) if article else "",
        str(article.role) if article else "",
    )


def _later(finding: Finding) -> str:
    """The outlet whose whole publication interval lies after the other's; nothing where they may coincide."""
    if finding.judgement.relation is Relation.UPDATE or finding.left.uri == finding.right.uri:
        return ""
    for early, late in ((finding.left, finding.right), (finding.right, finding.left)):
        last, first = early.published.latest, late.published.earliest
        if last and first and last < first:
            return late.outlet
    return ""


def _standing(dispute: Dispute) -> str:
    """``3 outlets say “November”; 1 outlet says “late 2020”``; nothing where only two outlets speak."""
    outlets = {outlet for position in dispute.positions for outlet in position.outlets}
    if len(outlets) < 3:
        return ""
    said = [
        f"{page_words.counted(len(p.outlets), 'outlet says', 'outlets say')} “{_shown(p, dispute.kind)}”"
        for p in sorted(dispute.positions, key=lambda p: (-len(p.outlets), p.value))
    ]
    return "; ".join(said)


def _shown(position: Position, kind: Kind) -> str:
    return page_words.value_words(position.value, kind)


# ---------------------------------------------------------------------------- stories


class Said(NamedTuple):
    """What one outlet says on one matter."""

    quote: str
    value: str
    standing: str  # majority, outlier or nothing


class Matter(NamedTuple):
    dispute: Dispute
    kind: str
    cells: tuple[tuple[Said, ...], ...]  # one a column


class StoryView(NamedTuple):
    report: StoryReport
    outlets: tuple[str, ...]
    matters: tuple[Matter, ...]
    axes: tuple[timeline.Axis, ...]
    pairs: tuple[side_by_side.ArticlePair, ...]
    drawing: graph_drawing.Drawing
    sources: tuple[SourceRow, ...]
    not_compared: tuple[NotCompared, ...]


class SourceRow(NamedTuple):
    article: Article
    published: str
    n_claims: int
    copy_of: str
    url: str


def _story_view(report: StoryReport) -> StoryView:
    outlets = _columns(report)
    axes = [axis for dispute in report.disputes if (axis := timeline.axis(dispute))]
    return StoryView(
        report,
        outlets,
        tuple(_matter(dispute, outlets) for dispute in report.disputes),
        tuple(axes),
        side_by_side.article_pairs(report),
        graph_drawing.drawing(report),
        _source_rows(report),
        report.not_compared,
    )


def _columns(report: StoryReport) -> tuple[str, ...]:
    speaking = {o for dispute in report.disputes for position in dispute.positions for o in position.outlets}
    known = {article.outlet for article in report.story.articles}
    return tuple(sorted(speaking | known if len(known) <= MAX_SILENT_OUTLETS else speaking))


def _matter(dispute: Dispute, outlets: tuple[str, ...]) -> Matter:
    cells = tuple(tuple(_said(dispute, outlet)) for outlet in outlets)
    return Matter(dispute, page_words.kind_words()[dispute.kind], cells)


def _said(dispute: Dispute, outlet: str) -> list[Said]:
    """More than one where an outlet contradicts itself."""
    return [
        Said(
            next((side.quote for side in position.sides if side.outlet == outlet), ""),
            _shown(position, dispute.kind),
            _place(dispute, position, outlet),
        )
        for position in dispute.positions
        if outlet in position.outlets
    ]


def _place(dispute: Dispute, position: Position, outlet: str) -> str:
    if outlet == dispute.outlier:
        return "outlier"
    return "majority" if dispute.majority and position.value == dispute.majority else ""


def _source_rows(report: StoryReport) -> tuple[SourceRow, ...]:
    copy_of = {copy.uri: copy.of for copy in report.story.copies}
    return tuple(_source_row(analysed, copy_of) for analysed in report.articles)


def _source_row(analysed: AnalysedArticle, copy_of: Mapping[str, str]) -> SourceRow:
    article = analysed.article
    return SourceRow(
        article,
        page_words.published_words(article.published),
        len(analysed.claims),
        copy_of.get(article.uri, ""),
        link_target(article.url),
    )

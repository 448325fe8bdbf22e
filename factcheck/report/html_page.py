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
from urllib.parse import quote

from factcheck.records import (
    AnalysedArticle,
    Article,
    Dispute,
    Kind,
    NotCompared,
    Position,
    Relation,
    Report,
    StoryReport,
)
from factcheck.report import graph_drawing, page_words, side_by_side, timeline
from factcheck.report.cards import Card, FindingView, cards, position_words, read_as, standing
from factcheck.report.clean_text import link_target, without_controls
from factcheck.report.verdict import verdict

if TYPE_CHECKING:
    from jinja2 import Template

name = "html"
FILE_NAME = "report.html"
MAX_SILENT_OUTLETS = 8  # a wider table shows only the outlets that take part in a dispute

_UNSAFE_IN_SCRIPT = re.compile("[<>&'\u2028\u2029\ud800-\udfff]")


def render(report: Report) -> dict[str, bytes]:
    """``report.html`` alone, UTF-8, readable without JavaScript."""
    from markupsafe import Markup

    style, script = _text("page.css"), _text("page.js")
    shown = cards(report)
    leads = {found.finding.id: card.lead.finding.id for card in shown for found in _found(card)}
    html = _template().render(
        report=report,
        policy=_policy(style, script),
        # The three are our own files, and the data has passed the serialiser: nothing here is an article's.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        icons=Markup(_text("icons.svg")),  # noqa: S704
        data=Markup(script_data({"findings": _ids(shown)})),  # noqa: S704
        verdict=verdict(report),
        cards=shown,
        choices=_choices(shown),
        stories=tuple(_story_view(story, leads) for story in report.stories),
        relations=[(r, page_words.relation_words()[r]) for r in Relation],
        kinds=page_words.kind_words(),
    )
    return {FILE_NAME: without_controls(html).encode()}


def script_data(value: object) -> str:
    """``value`` as JSON that no HTML parser can take for markup, wherever in a script it stands."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _UNSAFE_IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


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


# ---------------------------------------------------------------------------- the filters


class Choices(NamedTuple):
    """What the filters offer; a card is counted wherever one of its findings matches."""

    relations: tuple[tuple[Relation, int], ...]
    kinds: tuple[tuple[Kind, str], ...]
    outlets: tuple[str, ...]


def _choices(shown: tuple[Card, ...]) -> Choices:
    counts = Counter(relation for card in shown for relation in {found.relation for found in _found(card)})
    kinds = {found.finding.kind for card in shown for found in _found(card)}
    outlets = {outlet for card in shown for found in _found(card) for outlet in found.outlets}
    return Choices(
        tuple((relation, counts[relation]) for relation in Relation if counts[relation]),
        tuple((kind, page_words.kind_words()[kind].word) for kind in sorted(kinds)),
        tuple(sorted(outlets)),
    )


def _found(card: Card) -> tuple[FindingView, ...]:
    return (card.lead, *card.others)


def _ids(shown: tuple[Card, ...]) -> list[str]:
    return [without_controls(found.finding.id) for card in shown for found in _found(card)]


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
    lead: str  # the id of the finding that leads its card


class AxisView(NamedTuple):
    axis: timeline.Axis
    lead: str


class StoryView(NamedTuple):
    report: StoryReport
    outlets: tuple[str, ...]
    matters: tuple[Matter, ...]
    axes: tuple[AxisView, ...]
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


def _story_view(report: StoryReport, leads: Mapping[str, str]) -> StoryView:
    outlets = _columns(report)
    axes = [
        AxisView(axis, _lead(dispute, leads))
        for dispute in report.disputes
        if (axis := timeline.axis(dispute))
    ]
    return StoryView(
        report,
        outlets,
        tuple(_matter(dispute, outlets, leads) for dispute in report.disputes),
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


def _lead(dispute: Dispute, leads: Mapping[str, str]) -> str:
    """The id of the finding that leads the dispute's card; empty where no finding of it is shown."""
    return next((leads[id] for id in dispute.findings if id in leads), "")


def _matter(dispute: Dispute, outlets: tuple[str, ...], leads: Mapping[str, str]) -> Matter:
    cells = tuple(tuple(_said(dispute, outlet)) for outlet in outlets)
    return Matter(dispute, page_words.kind_words()[dispute.kind].word, cells, _lead(dispute, leads))


def _said(dispute: Dispute, outlet: str) -> list[Said]:
    """More than one where an outlet contradicts itself."""
    return [
        _said_once(position, dispute, outlet) for position in dispute.positions if outlet in position.outlets
    ]


def _said_once(position: Position, dispute: Dispute, outlet: str) -> Said:
    """An outlet that only repeats another's text has no side of its own: the value speaks for it."""
    quote = next((side.quote for side in position.sides if side.outlet == outlet), "")
    value = (
        read_as(quote, position.value, dispute.kind) if quote else position_words(position, dispute.kind)[0]
    )
    return Said(page_words.cut(quote), page_words.cut(value), standing(position, dispute))


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

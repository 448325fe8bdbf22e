"""A report comes in; findings.json goes out, with every passage as the article wrote it.

Its shape is described in data/findings.schema.json; other programs may rely on it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from factcheck.errors import UsageError
from factcheck.records import Claim, Dispute, Finding, Link, Report, Side, StoryReport
from factcheck.report.ranking import ranked

name = "json"
FILE_NAME = "findings.json"
SCHEMA = 1

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report) -> dict[str, bytes]:
    """``findings.json``: UTF-8, one space of indent; findings ranked, all else in the report's order."""
    document = {
        "schema": SCHEMA,
        "stories": [_story(story) for story in report.stories],
        "sources": [source for story in report.stories for source in _sources(story)],
        "disputes": [_dispute(dispute) for dispute in report.disputes],
        "findings": [_finding(finding) for finding in ranked(report)],
        "links": [_link(story.story.id, link) for story in report.stories for link in story.links],
        "skipped": [
            {
                "source": skipped.uri,
                "reason": skipped.reason,
                "detail": skipped.detail,
                "incomplete": skipped.incomplete,
            }
            for skipped in report.skipped
        ],
        "not_compared": [entry for story in report.stories for entry in _not_compared(story)],
    }
    return {FILE_NAME: _encoded(document)}


def parse(content: bytes) -> dict[str, Any]:
    """The document in ``content``. Raises UsageError where it is not a findings.json of this schema."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            f"{FILE_NAME} is not JSON: {error}", "give the findings.json that a run wrote"
        ) from error
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UsageError(f"{FILE_NAME} is not of schema {SCHEMA}", "run factcheck again with this version")
    return document


def _encoded(document: dict[str, Any]) -> bytes:
    """A lone surrogate has no UTF-8; as a JSON escape it survives the round trip."""
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def _story(report: StoryReport) -> dict[str, Any]:
    return {
        "id": report.story.id,
        "sources": [article.uri for article in report.story.articles],
        "copies": [{"source": copy.uri, "of": copy.of, "exact": copy.exact} for copy in report.story.copies],
        "n_findings": len(report.findings),
        "n_disputes": len(report.disputes),
        "n_links": len(report.links),
    }


def _sources(report: StoryReport) -> list[dict[str, Any]]:
    n_claims = {analysed.article.uri: len(analysed.claims) for analysed in report.articles}
    copy_of = {copy.uri: copy.of for copy in report.story.copies}
    return [
        {
            "source": article.uri,
            "story": report.story.id,
            "outlet": article.outlet,
            "role": article.role,
            "published": article.published.iso(),
            "published_how": article.published.how,
            "url": article.url,
            "format": article.format,
            "encoding": article.encoding,
            "extraction": article.extraction,
            "language": article.language,
            "sha256": article.sha256,
            "n_chars": len(article.text),
            "n_claims": n_claims.get(article.uri, 0),
            "copy_of": copy_of.get(article.uri, ""),
        }
        for article in report.story.articles
    ]


def _dispute(dispute: Dispute) -> dict[str, Any]:
    return {
        "id": dispute.id,
        "story": dispute.story,
        "kind": dispute.kind,
        "relation": dispute.relation,
        "label": dispute.label,
        "positions": [
            {
                "value": position.value,
                "outlets": list(position.outlets),
                "origins": position.origins,
                "superseded": position.superseded,
                "sides": [_side(side) for side in position.sides],
            }
            for position in dispute.positions
        ],
        "findings": list(dispute.findings),
        "majority": dispute.majority,
        "outlier": dispute.outlier,
        "likely_original": dispute.likely_original,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "story": finding.story,
        "kind": finding.kind,
        "relation": finding.judgement.relation,
        "confidence": finding.judgement.confidence,
        "reason": finding.judgement.reason,
        "level": finding.judgement.level,
        "left": _side(finding.left),
        "right": _side(finding.right),
        "comparator": finding.comparator,
        "score": finding.score,
        "why": list(finding.why),
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "source": side.uri,
        "outlet": side.outlet,
        "published": side.published.iso(),
        "start": side.evidence.start,
        "end": side.evidence.end,
        "quote": side.quote,
        "value": side.value,
        "sentence": side.sentence_text,
        "sentence_start": side.sentence.start,
        "sentence_end": side.sentence.end,
    }


def _link(story: str, link: Link) -> dict[str, Any]:
    return {
        "story": story,
        "left": _claim(link.left),
        "right": _claim(link.right),
        "relation": link.relation,
        "score": link.score,
        "why": list(link.why),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "source": claim.uri,
        "sentence": claim.sentence_text,
        "quote": claim.text,
        "start": claim.start,
        "end": claim.end,
    }


def _not_compared(report: StoryReport) -> list[dict[str, Any]]:
    return [
        {"source": entry.uri, "story": report.story.id, "what": entry.what, "reason": entry.reason}
        for entry in report.not_compared
    ]

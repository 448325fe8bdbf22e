"""A report comes in; five CSV tables for analysts and their data package descriptor go out.

Columns and their meanings stand in data/columns.csv; new columns are added at a table's end only.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from factcheck.records import (
    AnalysedArticle,
    Article,
    Claim,
    Dispute,
    Finding,
    Kind,
    Link,
    Relation,
    Report,
    Side,
    Skipped,
    SkipReason,
    StoryReport,
)
from factcheck.report.clean_text import on_one_line, shortened
from factcheck.report.ranking import ranked

name = "csv"
MAX_CELL_CHARS = 8_000
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
# doubts and denials have columns of their own; an event is the claim's own grammar, not a value
_NOT_VALUES = (Kind.POLARITY, Kind.HEDGE, Kind.EVENT, Kind.CAUSE)
CONFLICTS = (Relation.CONTRADICTION, Relation.DRIFT)

Cell = str | int | float
Row = dict[str, Cell]


class Column(NamedTuple):
    """One line of data/columns.csv."""

    table: str
    name: str
    type: str
    meaning: str


def render(report: Report, encoding: str = "utf-8-sig") -> dict[str, bytes]:
    """Five tables and datapackage.json. A character that ``encoding`` lacks becomes a question mark."""
    rows = {
        "findings": finding_rows(report),
        "claims": [row for story in report.stories for row in _claim_rows(story)],
        "disputes": [_dispute_row(dispute) for dispute in report.disputes],
        "sources": [*_read_rows(report), *map(_skipped_row, report.skipped)],
        "links": [_link_row(story, link) for story in report.stories for link in story.links],
    }
    tables = {table: _table(table, rows[table]).encode(encoding, "replace") for table in rows}
    package = _package(tables, encoding)
    return {f"{table}.csv": content for table, content in tables.items()} | {"datapackage.json": package}


@cache
def columns() -> Mapping[str, tuple[Column, ...]]:
    """The columns of each table, in their fixed order."""
    content = files("factcheck.report").joinpath("data/columns.csv").read_text("utf-8")
    entries = [Column(*row) for row in csv.reader(io.StringIO(content))][1:]
    return {
        table: tuple(entry for entry in entries if entry.table == table)
        for table in dict.fromkeys(entry.table for entry in entries)
    }


def guarded(text: str) -> str:
    """``text`` with a leading apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip().startswith(FORMULA_STARTS) else text


# ---------------------------------------------------------------------------- writing


def _table(table: str, rows: Iterable[Row]) -> str:
    """Text cells are quoted and numbers are not, so that a reader can tell them apart."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    names = [column.name for column in columns()[table]]
    writer.writerow(names)
    for row in rows:
        writer.writerow(_cells(row, names[:-1]))
    return out.getvalue()


def _cells(row: Row, names: Sequence[str]) -> list[Cell]:
    """The row's cells in order, and as the last one whether any of them was cut."""
    cleaned = [
        guarded(on_one_line(cell)) if isinstance(cell, str) else cell for cell in map(row.__getitem__, names)
    ]
    cells = [shortened(cell, MAX_CELL_CHARS) if isinstance(cell, str) else cell for cell in cleaned]
    return [*cells, int(cells != cleaned)]


def _package(tables: Mapping[str, bytes], encoding: str) -> bytes:
    """A Frictionless tabular data package: what each column holds, and each file's checksum."""
    package = {
        "profile": "tabular-data-package",
        "name": "factcheck-report",
        "title": "Facts on which several outlets' versions of one story disagree",
        "resources": [_resource(table, content, encoding) for table, content in tables.items()],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: str, content: bytes, encoding: str) -> dict[str, Any]:
    fields = [{"name": c.name, "type": c.type, "description": c.meaning} for c in columns()[table]]
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding.removesuffix("-sig"),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "lineTerminator": "\r\n",
            "header": True,
        },
        "schema": {"fields": fields, "missingValues": [""]} | KEYS[table],
    }


KEYS: dict[str, dict[str, Any]] = {
    "findings": {"primaryKey": "finding_id"},
    "claims": {
        "primaryKey": "claim_id",
        "foreignKeys": [{"fields": "source_id", "reference": {"resource": "sources", "fields": "path"}}],
    },
    "disputes": {"primaryKey": "dispute_id"},
    "sources": {"primaryKey": "path"},
    "links": {
        "foreignKeys": [
            {"fields": "a_claim_id", "reference": {"resource": "claims", "fields": "claim_id"}},
            {"fields": "b_claim_id", "reference": {"resource": "claims", "fields": "claim_id"}},
        ]
    },
}


# ---------------------------------------------------------------------------- rows


def finding_rows(report: Report) -> Iterator[Row]:
    """A row a finding, ranked: cells by column name, nothing cleaned, guarded or cut yet."""
    dispute_of = {finding: dispute for dispute in report.disputes for finding in dispute.findings}
    for finding in ranked(report):
        yield _finding_row(finding, dispute_of.get(finding.id))


def _finding_row(finding: Finding, dispute: Dispute | None) -> Row:
    return {
        "finding_id": finding.id,
        "story_id": finding.story,
        "kind": str(finding.kind),
        "relation": str(finding.judgement.relation),
        "status": "open",
        "confidence": finding.judgement.confidence,
        "reason": finding.judgement.reason,
        **_side_cells("a", finding.left),
        **_side_cells("b", finding.right),
        "majority_value": dispute.majority if dispute else "",
        "n_outlets_a": _n_outlets(finding.left, dispute),
        "n_outlets_b": _n_outlets(finding.right, dispute),
        "outlier": dispute.outlier if dispute else "",
        "note": "",
        "reviewer": "",
        "dispute_id": dispute.id if dispute else "",
    }


def _side_cells(letter: str, side: Side) -> Row:
    return {
        f"{letter}_outlet": side.outlet,
        f"{letter}_published": side.published.iso(),
        f"{letter}_quote": side.quote,
        f"{letter}_sentence": side.sentence_text,
        f"{letter}_value": side.value,
        f"{letter}_path": side.uri,
        f"{letter}_start": side.evidence.start,
        f"{letter}_end": side.evidence.end,
    }


def _n_outlets(side: Side, dispute: Dispute | None) -> Cell:
    """How many outlets hold this side's value; unknown where the finding is in no dispute."""
    if dispute is None:
        return ""
    return max((len(p.outlets) for p in dispute.positions if p.value == side.value), default="")


def _claim_rows(report: StoryReport) -> Iterator[Row]:
    links, conflicts = _link_counts(report)
    for analysed in report.articles:
        for claim in analysed.claims:
            key = claim_id(claim)
            yield _claim_row(analysed.article, claim) | {
                "story_id": report.story.id,
                "n_links": links[key],
                "n_conflicts": conflicts[key],
                "cluster_id": _dispute_of(claim, report),
            }


def _claim_row(article: Article, claim: Claim) -> Row:
    said = claim.attribution
    return {
        "claim_id": claim_id(claim),
        "source_id": claim.uri,
        "sentence_index": claim.sentence_index,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "attribution_source": said.source.of(article.text) if said and said.source else "",
        "attribution_cue": said.cue.of(article.text) if said else "",
        "polarity": _labels(claim, Kind.POLARITY),
        "hedge": _labels(claim, Kind.HEDGE),
        "values": "; ".join(
            f"{fact.kind}: {fact.value.label}" for fact in claim.facts if fact.kind not in _NOT_VALUES
        ),
    }


def claim_id(claim: Claim) -> str:
    """The claim's article and its slices, in code points: ``story/a.txt#12-40+52-60``."""
    return f"{claim.uri}#" + "+".join(f"{span.start}-{span.end}" for span in claim.spans)


def _labels(claim: Claim, kind: Kind) -> str:
    return "; ".join(fact.value.label for fact in claim.facts if fact.kind is kind)


def _link_counts(report: StoryReport) -> tuple[Counter[str], Counter[str]]:
    """Links a claim, and those of them judged a contradiction or a drift."""
    links: Counter[str] = Counter()
    conflicts: Counter[str] = Counter()
    for link in report.links:
        ends = {claim_id(link.left), claim_id(link.right)}
        links.update(ends)
        if link.relation in CONFLICTS:
            conflicts.update(ends)
    return links, conflicts


def _dispute_of(claim: Claim, report: StoryReport) -> str:
    """The first dispute whose evidence lies in one of the claim's slices."""
    for dispute in report.disputes:
        for position in dispute.positions:
            if any(side.uri == claim.uri and _lies_in(side, claim) for side in position.sides):
                return dispute.id
    return ""


def _lies_in(side: Side, claim: Claim) -> bool:
    return any(span.overlaps(side.evidence) for span in claim.spans)


def _dispute_row(dispute: Dispute) -> Row:
    held = [
        f"{outlet}: {position.value}{' (superseded)' if position.superseded else ''}"
        for position in dispute.positions
        for outlet in position.outlets
    ]
    return {
        "dispute_id": dispute.id,
        "story_id": dispute.story,
        "label": dispute.label,
        "values_by_outlet": " | ".join(held),
        "n_outlets": len({outlet for position in dispute.positions for outlet in position.outlets}),
        "n_values": len(dispute.positions),
        "majority_value": dispute.majority,
        "outlier": dispute.outlier,
        "likely_original": dispute.likely_original,
    }


def _read_rows(report: Report) -> Iterator[Row]:
    for story in report.stories:
        copy_of = {copy.uri: copy.of for copy in story.story.copies}
        for analysed in story.articles:
            yield _source_row(analysed) | {"copy_of": copy_of.get(analysed.article.uri, "")}


def _source_row(analysed: AnalysedArticle) -> Row:
    article = analysed.article
    return {
        "path": article.uri,
        "format": article.format,
        "outlet": article.outlet,
        "role": article.role,
        "published": article.published.iso(),
        "published_how": article.published.how if article.published.known else "",
        "encoding": article.encoding,
        "extraction": article.extraction,
        "n_chars": len(article.text),
        "n_claims": len(analysed.claims),
        "status": "read",
        "skip_reason": "",
        "sha256": article.sha256,
    }


def _skipped_row(skipped: Skipped) -> Row:
    empty: Row = dict.fromkeys((column.name for column in columns()["sources"]), "")
    return empty | {
        "path": skipped.uri,
        "format": PurePosixPath(skipped.uri).suffix.removeprefix(".").lower(),
        "status": "ignored" if skipped.reason is SkipReason.IGNORED else "skipped",
        "skip_reason": f"{skipped.reason}: {skipped.detail}" if skipped.detail else str(skipped.reason),
    }


def _link_row(report: StoryReport, link: Link) -> Row:
    outlets = {article.uri: article.outlet for article in report.story.articles}
    return {
        "a_claim_id": claim_id(link.left),
        "b_claim_id": claim_id(link.right),
        "story_id": report.story.id,
        "relation": link.relation,
        "score": link.score,
        "why": "; ".join(link.why),
        **_end_cells("a", link.left, outlets),
        **_end_cells("b", link.right, outlets),
    }


def _end_cells(letter: str, claim: Claim, outlets: Mapping[str, str]) -> Row:
    return {
        f"{letter}_outlet": outlets.get(claim.uri, ""),
        f"{letter}_path": claim.uri,
        f"{letter}_text": claim.text,
        f"{letter}_start": claim.start,
        f"{letter}_end": claim.end,
    }

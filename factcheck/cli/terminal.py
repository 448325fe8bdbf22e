"""Texts from articles in, texts that no terminal obeys out; and the summary an editor reads."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator

from factcheck.outcome import Outcome
from factcheck.records import Finding, Relation, Report, Side

MAX_SHOWN = 10  # matters in the text summary; the report holds all
MAX_QUOTE = 160  # characters
FORMATS = ("text", "concise", "json", "jsonl")


def visible(text: str) -> str:
    """``text`` with every control, escape, bidirectional and line-breaking character spelled out."""
    return "".join(
        character
        if character.isprintable() or character == " "
        else f"\\x{ord(character):02x}"
        if ord(character) < 256
        else f"\\u{ord(character):04x}"
        for character in text
        if unicodedata.category(character) != "Cs"
    )


def summary(report: Report, outcome: Outcome, where: str, form: str) -> Iterator[str]:
    """The lines for stdout in the format ``form``."""
    if form == "json":
        yield json.dumps({"outcome": outcome.words, "findings": [_row(f) for f in report.findings]}, indent=1)
    elif form == "jsonl":
        yield from (json.dumps(_row(finding)) for finding in report.findings)
    elif form == "concise":
        yield from (_concise(finding) for finding in report.findings)
        yield outcome.words
    else:
        yield from _text(report, outcome, where)


def _row(finding: Finding) -> dict[str, object]:
    judgement = finding.judgement
    return {
        "id": finding.id,
        "story": finding.story,
        "kind": str(finding.kind),
        "relation": str(judgement.relation),
        "confidence": judgement.confidence,
        "reason": judgement.reason,
        "left": {"source": finding.left.uri, "quote": finding.left.quote},
        "right": {"source": finding.right.uri, "quote": finding.right.quote},
    }


def _concise(finding: Finding) -> str:
    judgement = finding.judgement
    head = f"{finding.left.uri}: {judgement.relation} {finding.kind} {finding.id}"
    return visible(f"{head}: {judgement.reason} [against {finding.right.uri}]")


def _text(report: Report, outcome: Outcome, where: str) -> Iterator[str]:
    """One entry a matter, not a pair of outlets: the strongest finding and who says what."""
    disputes = sorted(report.disputes, key=lambda dispute: dispute.relation.rank)
    for dispute in disputes[:MAX_SHOWN]:
        first = next(finding for finding in report.findings if finding.id in dispute.findings)
        yield ""
        yield visible(f"{str(dispute.relation).upper()}  {dispute.kind}  {dispute.story}  {first.id}")
        yield visible(f"  {first.judgement.reason}")
        yield _passage(first.left)
        yield _passage(first.right)
        pairs = len(dispute.findings)
        if pairs > 1:
            others = {outlet for position in dispute.positions for outlet in position.outlets}
            others -= {first.left.outlet, first.right.outlet}
            told = f", with {', '.join(sorted(others))}" if others else ""
            yield visible(f"    and {pairs - 1} more pair{'s' * (pairs > 2)}{told}")
    if len(disputes) > MAX_SHOWN:
        yield ""
        yield f"... and {len(disputes) - MAX_SHOWN} more matters in the report"
    yield ""
    for row in report.skipped:
        if row.incomplete:
            yield visible(f"not read: {row.uri}: {row.detail}")
    yield counts(report)
    if where:
        yield visible(f"Report: {where}")
    yield visible(outcome.words)


def _passage(side: Side) -> str:
    words = " ".join(side.sentence_text.split())
    words = words if len(words) <= MAX_QUOTE else _around(words, " ".join(side.quote.split()))
    return visible(f"    {side.outlet}: {words}")


def _around(sentence: str, quote: str) -> str:
    """At most MAX_QUOTE characters of the sentence, with the quote in the middle."""
    start = max(0, sentence.find(quote) - (MAX_QUOTE - len(quote)) // 2)
    end = min(len(sentence), start + MAX_QUOTE)
    return ("…" if start else "") + sentence[start:end].strip() + ("…" if end < len(sentence) else "")


def counts(report: Report) -> str:
    """How many matters are in dispute, by relation, among how many articles."""
    found = Counter(dispute.relation for dispute in report.disputes)
    articles = sum(len(story.story.articles) for story in report.stories)
    stories = len(report.stories)
    told = f"{articles} article{'s' * (articles != 1)} in {stories} stor{'ies' if stories != 1 else 'y'}"
    if not any(story.links for story in report.stories):
        return f"Nothing was compared: {told}."
    if not found:
        return f"No disagreement found among {told}."
    pairs = len(report.findings)
    parts = [
        f"{found[relation]} {relation}{'s' * (found[relation] != 1)}"
        for relation in Relation
        if found[relation]
    ]
    return f"{', '.join(parts)} among {told} ({pairs} pair{'s' * (pairs != 1)} of passages)."

"""A report comes in; its findings go out in the order in which an editor should read them."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.records import Dispute, Finding, Report


def ranked(report: Report) -> tuple[Finding, ...]:
    """Contradictions first; within one relation each story keeps its own order, and stories take turns."""
    placed = [
        (finding.judgement.relation.rank, place, finding.story, finding.id, finding)
        for story in report.stories
        for place, finding in enumerate(story.findings)
    ]
    return tuple(finding for *_, finding in sorted(placed, key=lambda entry: entry[:4]))


class Disagreement(NamedTuple):
    """Everything found on one matter; the strongest finding first."""

    dispute: Dispute | None  # None for a finding that belongs to no dispute
    findings: tuple[Finding, ...]


def disagreements(report: Report) -> tuple[Disagreement, ...]:
    """Every finding once, under its dispute, in the order of each dispute's strongest finding."""
    dispute_of: dict[str, Dispute] = {}
    for dispute in report.disputes:
        for found in dispute.findings:
            dispute_of.setdefault(found, dispute)
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in ranked(report):
        holder = dispute_of.get(finding.id)
        key = (holder.story, holder.id) if holder else ("", finding.id)
        grouped.setdefault(key, []).append(finding)
    return tuple(Disagreement(dispute_of.get(same[0].id), tuple(same)) for same in grouped.values())

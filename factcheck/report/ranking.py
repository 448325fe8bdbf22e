"""A report comes in; its findings go out in the order in which an editor should read them."""

from __future__ import annotations

from factcheck.records import Finding, Relation, Report

GRAVITY: tuple[Relation, ...] = (
    Relation.CONTRADICTION,
    Relation.DRIFT,
    Relation.UPDATE,
    Relation.ADDITION,
    Relation.AGREEMENT,
)


def ranked(report: Report) -> tuple[Finding, ...]:
    """Contradictions first; within one relation each story keeps its own order, and stories take turns."""
    placed = [
        (GRAVITY.index(finding.judgement.relation), place, finding.story, finding.id, finding)
        for story in report.stories
        for place, finding in enumerate(story.findings)
    ]
    return tuple(finding for *_, finding in sorted(placed, key=lambda entry: entry[:4]))

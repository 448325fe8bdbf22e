"""A report in, its outcome out: the exit code and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.records import Relation, Report

LEVELS = {
    "contradiction": frozenset({Relation.CONTRADICTION}),
    "drift": frozenset({Relation.CONTRADICTION, Relation.DRIFT}),
    "never": frozenset[Relation](),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    words: str


def outcome(report: Report, *, fail_on: str, allow_incomplete: bool = False) -> Outcome:
    """1: a finding at or above ``fail_on``; 3: something was not read, or no two passages were compared."""
    failing = sum(finding.judgement.relation in LEVELS[fail_on] for finding in report.findings)
    if failing:
        plural = "s" if failing > 1 else ""
        return Outcome(1, f"failed: {failing} open finding{plural} at or above {fail_on}")
    unread = sum(row.incomplete for row in report.skipped)
    compared = any(story.links for story in report.stories)
    if (unread or not compared) and not allow_incomplete:
        missing = [f"{unread} file{'s' if unread > 1 else ''} could not be read"] if unread else []
        missing += [] if compared else ["there was nothing to compare with"]
        return Outcome(3, f"incomplete: {' and '.join(missing)}")
    return Outcome(0, "done")

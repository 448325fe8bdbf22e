"""The top of the page: matters are counted once, and what was compared is said in one breath."""

from __future__ import annotations

from dataclasses import replace

import pytest
import report_builders as build

from factcheck.records import Relation
from factcheck.report.verdict import verdict

PIER = build.pier_story()
ONLY_UPDATE = replace(PIER, findings=PIER.findings[3:])


@pytest.mark.parametrize(
    ("stories", "tone", "sentence"),
    [
        ((PIER,), Relation.CONTRADICTION, "2 contradictions among 4 articles in 1 story"),
        (
            (replace(PIER, disputes=()),),
            Relation.CONTRADICTION,
            "3 contradictions and 1 update on 4 matters among 4 articles in 1 story",
        ),
        ((ONLY_UPDATE,), Relation.UPDATE, "1 update among 4 articles in 1 story"),
        ((build.quiet_story(),), "silent", "No disagreement found among 2 articles in 1 story"),
        ((), "silent", "No article was read, so nothing was compared"),
    ],
)
def test_the_verdict_counts_matters(stories, tone, sentence):
    found = verdict(build.report(*stories))
    assert (found.tone, found.sentence) == (tone, sentence)


@pytest.mark.parametrize(
    ("story", "start"),
    [
        (PIER, "4 passages were compared in 4 pairs on the same matter; 1 pair agrees. "),
        (build.quiet_story(), "Compared: 1 pair of passages on the same matter, 1 of them in agreement."),
        (replace(PIER, links=()), "No two passages were taken to be on the same matter."),
    ],
)
def test_what_was_compared(story, start):
    assert verdict(build.report(story)).compared.startswith(start)

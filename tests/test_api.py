"""The door for Python programs."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.errors import ReadError, UsageError

FIXTURES = Path(__file__).parents[1] / "fixtures"
LEDGER = {"outlet": "Ledger", "published": "2025-06-03", "text": "The mill at Harrow will cut 340 jobs."}
GAZETTE = {"outlet": "Gazette", "published": "2025-06-03", "text": "The mill at Harrow will cut 430 jobs."}


def test_mappings_are_checked_as_one_story() -> None:
    report = factcheck.check([LEDGER, GAZETTE])
    (finding,) = report.findings
    assert finding.judgement.relation is factcheck.Relation.CONTRADICTION
    assert {finding.left.quote, finding.right.quote} >= {"340 jobs"} or "340" in finding.left.quote
    assert report.disputes[0].positions


def test_a_data_frame_and_a_graph() -> None:
    report = factcheck.check([LEDGER, GAZETTE])
    frame = report.to_dataframe()
    assert list(frame["kind"]) == ["number"]
    assert {"finding_id", "reason", "a_quote", "b_quote"} <= set(frame.columns)
    relations = {relation for _, _, relation in report.to_graph().edges(data="relation")}
    assert "contradicts" in relations


def test_paths_keep_their_stories(tmp_path: Path) -> None:
    report = factcheck.check([FIXTURES])
    assert [story.story.id for story in report.stories] == ["harrow-flood", "orlen-tavik", "ssa-ice"]
    report.write(tmp_path / "out")
    assert (tmp_path / "out" / "report.html").exists()


def test_settings_are_heeded() -> None:
    assert factcheck.check([LEDGER, GAZETTE], factcheck.Settings(ignore=("number",))).findings == ()


def test_what_cannot_be_read_says_so() -> None:
    with pytest.raises(ReadError, match="source 0"):
        factcheck.check([{"outlet": "Ledger"}])
    with pytest.raises(UsageError):
        factcheck.check(["nowhere-at-all"])


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        factcheck.nothing  # noqa: B018

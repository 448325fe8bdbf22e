"""The laws of the architecture, on the fixtures and on made-up articles."""

from __future__ import annotations

import dataclasses
import random
import shutil
from pathlib import Path

import pytest
from builders import article as built
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import pipeline
from factcheck.engines import engine
from factcheck.records import Article, Copy, Relation, Report, SkipReason, Story, StoryReport
from factcheck.report import render_all
from factcheck.settings import Settings

FIXTURES = Path(__file__).parents[1] / "fixtures"
LOUD = {Relation.CONTRADICTION, Relation.DRIFT, Relation.UPDATE}


@pytest.fixture(scope="module")
def report() -> Report:
    return pipeline.run([FIXTURES], Settings())


def test_every_slice_is_verbatim(report: Report) -> None:
    for story in report.stories:
        for analysed in story.articles:
            text = analysed.article.text
            for claim in analysed.claims:
                assert claim.text == " ".join(span.of(text) for span in claim.spans)
                assert claim.sentence.of(text) == claim.sentence_text
                assert all(fact.span.of(text) == fact.text for fact in claim.facts)


def test_every_finding_shows_what_stands_in_its_articles(report: Report) -> None:
    assert report.findings
    texts = {a.article.uri: a.article.text for story in report.stories for a in story.articles}
    for finding in report.findings:
        for side in (finding.left, finding.right):
            assert side.evidence.of(texts[side.uri]) == side.quote
            assert side.sentence.of(texts[side.uri]) == side.sentence_text


WORDS = st.sampled_from(
    [
        *("On", "Monday", "the", "mayor", "of", "Harrow", "Ana", "Holt", "said", "12", "of", "40", "homes"),
        *("“were", "not", "safe”", ",", "in", "late", "2020", ".", "former", "acting", "chief", "\n", "’s"),
    ]
)


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_words_split_into_verbatim_slices(words: list[str]) -> None:
    analysed = pipeline.analyse(built(" ".join(words)), Settings())
    for claim in analysed.claims:
        assert claim.text == " ".join(span.of(analysed.article.text) for span in claim.spans)
        assert all(fact.span.of(analysed.article.text) == fact.text for fact in claim.facts)


def copies_of(report: Report) -> list[tuple[StoryReport, Article]]:
    return [(story, story.articles[0].article) for story in report.stories]


def test_an_article_contradicts_no_copy_of_itself(report: Report) -> None:
    for _, original in copies_of(report):
        twin = dataclasses.replace(original, uri=f"{original.uri}.twin", outlet="Twin")
        alone = pipeline.check(Story("s", (original,)), Settings())
        # not folded as a copy: the comparators themselves must be silent
        both = pipeline.check(Story("s", (original, twin)), Settings())
        across = [f for f in both.findings if f.left.uri != f.right.uri and f.judgement.relation in LOUD]
        within = {f.left.sentence_text for f in alone.findings}
        assert [f.judgement.reason for f in across if f.left.sentence_text not in within] == []


def test_a_folded_copy_adds_no_dispute_and_removes_none(report: Report) -> None:
    for story, original in copies_of(report):
        twin = dataclasses.replace(original, uri=f"{original.uri}.twin", outlet="Twin")
        copy = Copy(twin.uri, original.uri, exact=True)
        articles = tuple(sorted((*story.story.articles, twin), key=lambda article: article.uri))
        more = pipeline.check(Story(story.story.id, articles, (*story.story.copies, copy)), Settings())
        assert [dispute.id for dispute in more.disputes] == [dispute.id for dispute in story.disputes]


def test_jobs_and_engine_change_no_byte(report: Report) -> None:
    again = pipeline.run([FIXTURES], Settings(), engine=engine("processes", 2))
    assert render_all(again) == render_all(report)


def test_the_order_of_files_changes_no_byte(report: Report, tmp_path: Path) -> None:
    files = [path for path in sorted(FIXTURES.rglob("*")) if path.is_file()]
    random.Random(7).shuffle(files)
    for path in files:
        target = tmp_path / "fixtures" / path.relative_to(FIXTURES)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    assert render_all(pipeline.run([tmp_path / "fixtures"], Settings())) == render_all(report)


def test_every_file_is_read_skipped_or_ignored_by_rule(report: Report) -> None:
    there = {path.relative_to(FIXTURES).as_posix() for path in FIXTURES.rglob("*") if path.is_file()}
    read = {article.uri for story in report.stories for article in story.story.articles}
    skipped = {row.uri for row in report.skipped}
    assert read | skipped == there
    assert not read & skipped
    assert all(row.detail for row in report.skipped if row.reason is SkipReason.IGNORED)


def test_findings_are_silent_about_peers_when_there_is_a_candidate() -> None:
    told = pipeline.run([FIXTURES / "ssa-ice"], Settings(candidate=("*open-brief*",)))
    assert told.findings
    assert all("open-brief" in finding.left.uri for finding in told.findings)

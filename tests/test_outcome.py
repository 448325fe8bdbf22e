"""From a report to its exit code and its words."""

from __future__ import annotations

import builders
import pytest
import report_builders

from factcheck.outcome import outcome
from factcheck.records import (
    Kind,
    Link,
    Published,
    Relation,
    Report,
    Side,
    Skipped,
    SkipReason,
    Span,
    Story,
    StoryReport,
)

PAIR = Story("s", (builders.article("x", uri="s/a.txt"), builders.article("y", uri="s/b.txt")))
UNREAD = Skipped("s/c.txt", SkipReason.EMPTY, "is empty")
SIDE = Side("s/a.txt", "A", Published(), Span(0, 1), "x", "x", Span(0, 1), "x")
IGNORED = Skipped("s/README.md", SkipReason.IGNORED, "by rule", incomplete=False)


CLAIM = builders.claim(PAIR.articles[0])
LINKS = (Link(CLAIM, CLAIM, Relation.AGREEMENT, 0.9, ("w",)),)


def report(*relations: Relation, story: Story = PAIR, skipped: tuple[Skipped, ...] = ()) -> Report:
    found = tuple(
        report_builders.finding("FC-1", Kind.NUMBER, relation, "r", SIDE, SIDE) for relation in relations
    )
    return Report((StoryReport(story, (), LINKS if len(story.articles) > 1 else (), found, ()),), skipped)


ALONE = Story("s", PAIR.articles[:1])


@pytest.mark.parametrize(
    ("given", "fail_on", "allow", "code"),
    [
        (report(), "contradiction", False, 0),
        (report(Relation.CONTRADICTION), "never", False, 0),
        (report(Relation.CONTRADICTION), "contradiction", False, 1),
        (report(Relation.DRIFT), "contradiction", False, 0),
        (report(Relation.DRIFT), "drift", False, 1),
        (report(Relation.UPDATE, Relation.ADDITION), "drift", False, 0),
        (report(skipped=(UNREAD,)), "never", False, 3),
        (report(skipped=(UNREAD,)), "never", True, 0),
        (report(skipped=(IGNORED,)), "never", False, 0),
        (report(story=ALONE), "never", False, 3),
        (report(Relation.CONTRADICTION, skipped=(UNREAD,)), "contradiction", False, 1),
    ],
)
def test_codes(given: Report, fail_on: str, allow: bool, code: int) -> None:
    assert outcome(given, fail_on=fail_on, allow_incomplete=allow).code == code

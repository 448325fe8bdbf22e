"""A report comes in; what was found and what was compared go out, in the words at the top of the page."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from factcheck.records import Relation, Report, Skipped
from factcheck.report.page_words import counted, counted_relation, listed
from factcheck.report.ranking import disagreements


class Verdict(NamedTuple):
    tone: str  # the gravest relation found, or "silent"
    sentence: str
    compared: str
    incomplete: tuple[Skipped, ...]


def verdict(report: Report) -> Verdict:
    """Matters are counted, not findings: one disagreement among four outlets is one."""
    counts = Counter(same.findings[0].judgement.relation for same in disagreements(report))
    found = tuple((relation, counts[relation]) for relation in Relation if counts[relation])
    tone = str(found[0][0]) if found else "silent"
    incomplete = tuple(skipped for skipped in report.skipped if skipped.incomplete)
    return Verdict(tone, _sentence(report, found), _compared(report), incomplete)


def _sentence(report: Report, found: tuple[tuple[Relation, int], ...]) -> str:
    n_articles = sum(len(story.story.articles) for story in report.stories)
    stories = counted(len(report.stories), "story", "stories")
    among = f"among {counted(n_articles, 'article', 'articles')} in {stories}"
    if not n_articles:
        return "No article was read, so nothing was compared"
    if not found:
        return f"No disagreement found {among}"
    kinds = listed([counted_relation(*entry) for entry in found])
    if len(found) == 1:
        return f"{kinds} {among}"
    return f"{kinds} on {sum(number for _, number in found)} matters {among}"


def _compared(report: Report) -> str:
    links = [link for story in report.stories for link in story.links]
    n_agreeing = sum(link.relation is Relation.AGREEMENT for link in links)
    if not links:
        return "No two passages were taken to be on the same matter."
    if not report.findings:
        pairs = counted(len(links), "pair of passages", "pairs of passages")
        return f"Compared: {pairs} on the same matter, {n_agreeing:,} of them in agreement."
    n_passages = len({(claim.uri, claim.spans) for link in links for claim in (link.left, link.right)})
    return (
        f"{counted(n_passages, 'passage was', 'passages were')} compared in "
        f"{counted(len(links), 'pair', 'pairs')} on the same matter; "
        f"{counted(n_agreeing, 'pair agrees', 'pairs agree')}. "
        "A disagreement is counted once, however many outlets take part."
    )
